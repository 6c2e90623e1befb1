import { Worker } from 'node:worker_threads';
import type {
  FunctionMetadata,
  HostMessage,
  RpcHttpResponse,
  TriggerInput,
  WorkerMessage,
  WorkerStart,
} from './rpc.ts';

/** The app, running in a thread of its own. */
export interface WorkerThread {
  /** What it registered. */
  functions: readonly FunctionMetadata[];
  /** Calls a function; null where it answers nothing. Rejects when it throws, or when the thread has ended. */
  invoke(functionName: string, input: TriggerInput): Promise<RpcHttpResponse | null>;
  /** Lets the app finish, for at most five seconds, and ends the thread. */
  stop(): Promise<void>;
}

/** How to start it. */
export interface WorkerOptions extends WorkerStart {
  /** Path of the built worker. */
  script: string;
  /** All that the app finds in its environment. */
  env: Readonly<Record<string, string>>;
  onLog: (text: string) => void;
}

/** The time that Azure gives a worker to end (azure.md 10). */
const GRACE_MS = 5_000;

interface Waiting {
  resolve: (response: RpcHttpResponse | null) => void;
  reject: (error: Error) => void;
}

/** Starts the app; rejects when loading it fails. */
export async function startWorker(options: WorkerOptions): Promise<WorkerThread> {
  const thread = new Worker(options.script, {
    env: { ...options.env },
    workerData: { main: options.main, keys: options.keys },
    stdout: true,
    stderr: true,
  });
  thread.stdout.on('data', (data: Buffer) => options.onLog(data.toString().trimEnd()));
  thread.stderr.on('data', (data: Buffer) => options.onLog(data.toString().trimEnd()));
  return await new Promise((resolve, reject) => {
    const waiting = new Map<number, Waiting>();
    let ended: Error | null = null;
    const fail = (error: Error): void => {
      ended = error;
      for (const call of waiting.values()) call.reject(error);
      waiting.clear();
      reject(error);
    };
    thread.on('error', (error) => {
      options.onLog(`The app has ended: ${error.stack ?? error.message}`);
      fail(error);
    });
    thread.on('exit', () => fail(ended ?? new Error('The app has ended')));
    thread.on('message', (message: WorkerMessage) => {
      if (message.type === 'ready') resolve(controlThread(thread, message.functions, { waiting, ended: () => ended }));
      else if (message.type === 'log') options.onLog(message.text);
      else settle(waiting, message);
    });
  });
}

function settle(waiting: Map<number, Waiting>, message: WorkerMessage): void {
  if (message.type !== 'answer' && message.type !== 'failure') return;
  const call = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.type === 'answer') call?.resolve(message.response);
  else call?.reject(new Error(message.message));
}

function controlThread(
  thread: Worker,
  functions: readonly FunctionMetadata[],
  state: { waiting: Map<number, Waiting>; ended: () => Error | null },
): WorkerThread {
  let last = 0;
  const send = (message: HostMessage): void => thread.postMessage(message);
  return {
    functions,
    invoke: async (functionName, input) => {
      const ended = state.ended();
      if (ended !== null) throw ended;
      const id = ++last;
      return await new Promise((resolve, reject) => {
        state.waiting.set(id, { resolve, reject });
        send({ type: 'invoke', id, functionName, input });
      });
    },
    stop: async () => {
      if (state.ended() === null) await letFinish(thread, send);
      await thread.terminate();
    },
  };
}

async function letFinish(thread: Worker, send: (message: HostMessage) => void): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, GRACE_MS);
    const finish = (): void => {
      clearTimeout(timer);
      resolve();
    };
    thread.once('exit', finish);
    thread.on('message', (message: WorkerMessage) => {
      if (message.type === 'terminated') finish();
    });
    send({ type: 'terminate' });
  });
}
