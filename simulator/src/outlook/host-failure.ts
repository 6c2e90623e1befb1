import type { HostError } from './host-link.ts';

/** A call that the host refuses: it becomes a failed `AsyncResult`. */
export class HostFailure extends Error {
  readonly hostError: HostError;

  constructor(hostError: HostError) {
    super(hostError.message);
    this.name = 'HostFailure';
    this.hostError = hostError;
  }
}
