import Module from 'node:module';
import type { FunctionMetadata } from './rpc.ts';

/** What the app hands over with a function. */
export type FunctionCallback = (...args: unknown[]) => unknown;

/** One call as Microsoft's library wants to see it (`CoreInvocationContext`). */
export interface CoreInvocation {
  invocationId: string;
  metadata: FunctionMetadata;
  request: object;
  state: string;
  log: (level: string, category: string, message: string) => void;
}

/** Microsoft's own conversion of a call into the arguments of a handler, and of its answer (`InvocationModel.ts`). */
export interface InvocationModel {
  getArguments(): Promise<{ context: unknown; inputs: unknown[] }>;
  invokeFunction(context: unknown, inputs: unknown[], callback: FunctionCallback): Promise<unknown>;
  getResponse(context: unknown, result: unknown): Promise<{ returnValue?: unknown }>;
}

/** What `app.http`, `app.timer` and `app.hook` of `@azure/functions` told us. */
export interface Registrations {
  functions: Map<string, { metadata: FunctionMetadata; callback: FunctionCallback }>;
  terminateHooks: (() => unknown)[];
  /** Null: the app registered nothing. */
  model: { getInvocationModel(invocation: CoreInvocation): InvocationModel } | null;
}

/**
 * Supplies the module `@azure/functions-core`, which the Functions worker makes up at run time: without it `app.http` only
 * warns and registers nothing (azure.md 10).
 */
export function supplyCoreModule(log: (text: string) => void): Registrations {
  const registrations: Registrations = { functions: new Map(), terminateHooks: [], model: null };
  const coreModule = {
    version: 'local',
    hostVersion: '4.0.0',
    registerFunction(metadata: FunctionMetadata, callback: FunctionCallback) {
      registrations.functions.set(metadata.name, { metadata, callback });
      return { dispose: () => registrations.functions.delete(metadata.name) };
    },
    setProgrammingModel(model: Registrations['model']) {
      registrations.model = model;
    },
    registerHook(name: string, callback: () => unknown) {
      if (name === 'appTerminate') registrations.terminateHooks.push(callback);
      return { dispose: () => undefined };
    },
    log: (level: string, category: string, message: string) => log(`${level} ${category}: ${message}`),
  };
  interceptRequire('@azure/functions-core', coreModule);
  return registrations;
}

/** Node offers no public way to add a module to `require`; Microsoft's worker replaces the same function. */
function interceptRequire(name: string, exports: object): void {
  const load: unknown = Reflect.get(Module, '_load');
  if (typeof load !== 'function') throw new Error('This Node has no Module._load to supply modules with');
  Reflect.set(Module, '_load', (request: string, ...rest: unknown[]) => {
    const loaded: unknown = request === name ? exports : Reflect.apply(load, Module, [request, ...rest]);
    return loaded;
  });
}
