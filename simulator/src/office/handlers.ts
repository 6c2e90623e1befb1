import { readCommonArguments } from './calls.ts';
import { argumentError } from './thrown-errors.ts';
import { answer } from './surface.ts';
import type { SurfaceContext } from './surface.ts';

/** Handlers that an add-in registered with `addHandlerAsync`, by event type. */
export interface HandlerRegistry {
  add(eventType: string, handler: (event: unknown) => void): void;
  removeAll(eventType: string): void;
  /** Calls the handlers; what one throws is reported and doesn't keep the next from running. */
  raise(eventType: string, event: Readonly<Record<string, unknown>>): void;
}

/** An empty registry. */
export function createHandlerRegistry(onError: (error: unknown) => void): HandlerRegistry {
  const handlers = new Map<string, ((event: unknown) => void)[]>();
  return {
    add: (eventType, handler) => {
      handlers.set(eventType, [...(handlers.get(eventType) ?? []), handler]);
    },
    removeAll: (eventType) => {
      handlers.delete(eventType);
    },
    raise: (eventType, event) => {
      for (const handler of handlers.get(eventType) ?? []) {
        try {
          handler({ type: eventType, ...event });
        } catch (error) {
          onError(error);
        }
      }
    },
  };
}

function isHandler(value: unknown): value is (event: unknown) => void {
  return typeof value === 'function';
}

/** `addHandlerAsync` and `removeHandlerAsync` for the event types that an object raises. */
export function createHandlerMembers(
  registry: HandlerRegistry,
  eventTypes: readonly string[],
  context: Pick<SurfaceContext, 'onError'>,
) {
  const checkType = (type: unknown): string => {
    if (typeof type !== 'string' || !eventTypes.includes(type)) throw argumentError('eventType');
    return type;
  };
  const succeed = (args: readonly unknown[]): void => {
    const common = readCommonArguments(args, { own: 0, needsCallback: false });
    Promise.resolve().then(() => answer({ ok: true, value: undefined }, common, context), context.onError);
  };
  return {
    addHandlerAsync: (eventType: unknown, handler: unknown, ...args: readonly unknown[]): void => {
      if (!isHandler(handler)) throw argumentError('handler');
      registry.add(checkType(eventType), handler);
      succeed(args);
    },
    removeHandlerAsync: (eventType: unknown, ...args: readonly unknown[]): void => {
      registry.removeAll(checkType(eventType));
      succeed(args);
    },
  };
}
