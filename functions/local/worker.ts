import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { supplyCoreModule } from './core-module.ts';
import type { Registrations } from './core-module.ts';
import { answerForEntra } from './entra-keys.ts';
import type { HostMessage, RpcHttpResponse, TriggerInput, WorkerMessage, WorkerStart } from './rpc.ts';

/**
 * The thread that stands for Azure's Node worker: it loads the app as it is deployed and drives Microsoft's own invocation
 * model. As there, an unhandled rejection ends it.
 */
const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread only');
const start: unknown = workerData;
if (!isWorkerStart(start)) throw new Error('The worker was started without an app');

function say(message: WorkerMessage): void {
  port?.postMessage(message);
}

const log = (text: string): void => say({ type: 'log', text });

async function invoke(
  registrations: Registrations,
  functionName: string,
  input: TriggerInput,
): Promise<RpcHttpResponse | null> {
  const registered = registrations.functions.get(functionName);
  if (registered === undefined || registrations.model === null) throw new Error(`There is no function ${functionName}`);
  const { metadata, callback } = registered;
  const trigger = Object.entries(metadata.bindings).find(([, binding]) => /trigger$/i.test(binding.type));
  const invocationId = randomUUID();
  const model = registrations.model.getInvocationModel({
    invocationId,
    metadata,
    request: {
      invocationId,
      functionId: functionName,
      inputData: [{ name: trigger?.[0], data: input }],
      triggerMetadata: {},
    },
    state: 'invocation',
    log: (level, category, message) => log(`${level} ${category}: ${message}`),
  });
  const { context, inputs } = await model.getArguments();
  const result = await model.invokeFunction(context, inputs, callback);
  return httpOf(await model.getResponse(context, result));
}

function httpOf(response: { returnValue?: unknown }): RpcHttpResponse | null {
  const value = response.returnValue;
  return typeof value === 'object' && value !== null && 'http' in value && isHttpResponse(value.http)
    ? value.http
    : null;
}

/** The library's own `toRpcHttp` makes nothing else. */
function isHttpResponse(value: unknown): value is RpcHttpResponse {
  return typeof value === 'object' && value !== null && 'statusCode' in value;
}

function isWorkerStart(value: unknown): value is WorkerStart {
  return typeof value === 'object' && value !== null && 'main' in value && 'keys' in value;
}

async function answer(registrations: Registrations, message: Extract<HostMessage, { type: 'invoke' }>): Promise<void> {
  const { id } = message;
  try {
    say({ type: 'answer', id, response: await invoke(registrations, message.functionName, message.input) });
  } catch (error) {
    say({ type: 'failure', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

/** The host waits five seconds for this before it ends the process (azure.md 10). */
async function terminate(registrations: Registrations): Promise<void> {
  for (const hook of registrations.terminateHooks) {
    try {
      await hook();
    } catch (error) {
      log(`appTerminate failed: ${String(error)}`);
    }
  }
  say({ type: 'terminated' });
}

answerForEntra(start.keys);
const registrations = supplyCoreModule(log);
createRequire(import.meta.url)(start.main);
say({ type: 'ready', functions: [...registrations.functions.values()].map(({ metadata }) => metadata) });

port.on('message', (message: HostMessage) => {
  const work = message.type === 'invoke' ? answer(registrations, message) : terminate(registrations);
  work.catch((error: unknown) => {
    throw error;
  });
});
