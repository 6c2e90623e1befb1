import type { HostEvent, HostLink } from '../outlook/host-link.ts';

/** What the add-in associated: function name → function. */
export type Associated = Map<string, (event: object) => unknown>;

/**
 * Runs the function that the manifest names. Only what it was associated with at top level counts: a handler associated
 * later isn't found, and Outlook calls the add-in unavailable (office-js#5166).
 */
export function launch(
  event: Extract<HostEvent, { type: 'launch' }>,
  associated: Associated,
  link: HostLink,
  onError: (error: unknown) => void,
): void {
  const tell = (member: string, args: readonly unknown[]): void => {
    link.call(member, args, event.item?.number ?? 0).catch(onError);
  };
  const run = associated.get(event.functionName);
  if (run === undefined) {
    tell('Launch.missing', [event.id]);
    return;
  }
  const completed = (options?: unknown): void => tell('MailboxEvent.completed', [event.id, options ?? {}]);
  try {
    const result = run({ type: event.eventType, source: { id: event.id }, completed });
    // Not `instanceof`: the promise may come from another realm.
    Promise.resolve(result).catch(onError);
  } catch (error) {
    onError(error);
  }
}
