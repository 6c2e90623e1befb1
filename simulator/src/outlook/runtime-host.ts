import type { HostLink } from './host-link.ts';

/** What is to run, and with which link to Outlook. */
export interface RuntimeRequest {
  /** The page, for runtimes of kind `browser`. */
  page: string;
  /** The script, for runtimes of kind `javascript`. */
  script: string | null;
  link: HostLink;
  /** Hears what the add-in's code throws without catching it. */
  onError: (error: unknown) => void;
}

/** A running page or script. */
export interface Runtime {
  /** Ends it at once: nothing of it runs any more, and no answer reaches it. */
  close(): void;
}

/** Opens runtimes. Rejects when a file can't be loaded or throws while loading. */
export interface RuntimeHost {
  open(request: RuntimeRequest): Promise<Runtime>;
}
