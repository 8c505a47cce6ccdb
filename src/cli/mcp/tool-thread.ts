import { Worker } from 'node:worker_threads';
import type { ToolOutcome } from './run-tool';

/** The startup data of a thread that runs one tool. The editor also starts such threads. */
export interface ToolThreadSetup {
  readonly tool: string;
  readonly input: unknown;
  /** Absolute path with slashes. */
  readonly root: string;
  readonly language: string;
  /** Texts of unsaved files in an editor, by absolute path with slashes. */
  readonly unsaved: readonly (readonly [file: string, text: string])[];
}

/** Limits for files that need too many resources. */
const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 16 };
const mostMilliseconds = 120_000;

/** Maximum number of threads at a time. An agent may call several tools at once. */
const mostThreads = 2;

/** Runs tools on threads of `program`. */
export function toolThreads(program: string) {
  let running = 0;
  const waiting: (() => void)[] = [];
  const running_ = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= mostThreads) await new Promise<void>((goOn) => waiting.push(goOn));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
  return (setup: ToolThreadSetup, signal: AbortSignal): Promise<ToolOutcome> =>
    running_(() => runOnThread(program, setup, signal));
}

function runOnThread(
  program: string,
  workerData: ToolThreadSetup,
  signal: AbortSignal,
): Promise<ToolOutcome> {
  return new Promise((ends) => {
    const worker = threadOf(program, workerData);
    if (worker === undefined) return ends({ is: 'refused', text: 'The input is nested too deeply.' });
    const stop = (text: string): void => {
      ends({ is: 'refused', text });
      void worker.terminate();
    };
    const timer = setTimeout(
      () => stop('The tool took too long and was stopped. Name fewer files.'),
      mostMilliseconds,
    );
    const abort = (): void => stop('The call was canceled.');
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    worker.on('message', (outcome: ToolOutcome) => ends(outcome));
    worker.on('error', ({ message }: Error) => stop(`The tool failed: ${message}`));
    worker.once('exit', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      ends({ is: 'refused', text: 'The tool ended without a result.' });
    });
  });
}

/** Undefined where the input can't be sent to a thread. */
function threadOf(program: string, workerData: ToolThreadSetup): Worker | undefined {
  try {
    return new Worker(program, { workerData, resourceLimits, stdout: true, stderr: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
