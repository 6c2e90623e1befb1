import type { Notification } from './outlook.ts';

const textOf = (value: unknown, name: string): string | null => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === 'string' ? found : null;
};

/** A bar from the details that an add-in gave; Office.js has checked them. */
export function readNotification(key: string, details: unknown): Notification {
  const actions: unknown =
    typeof details === 'object' && details !== null ? Reflect.get(details, 'actions') : undefined;
  const action: unknown = Array.isArray(actions) ? actions[0] : undefined;
  const commandId = textOf(action, 'commandId');
  return {
    key,
    type: textOf(details, 'type') ?? '',
    message: textOf(details, 'message') ?? '',
    icon: textOf(details, 'icon'),
    persistent: typeof details === 'object' && details !== null && Reflect.get(details, 'persistent') === true,
    action: commandId === null ? null : { commandId, text: textOf(action, 'actionText') ?? '' },
  };
}
