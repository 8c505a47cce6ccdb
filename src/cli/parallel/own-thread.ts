import { fstatSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parentPort, Worker } from 'node:worker_threads';
import { appendAll } from '../../disk/write-file';
import type { SignInTerminal, Terminal } from '../terminal';
import { printableText, type PrintableUtf8 } from '../printable-text';
import { asciiSignsOf, paint, type Screen, type StyledLine } from '../screen';

/** The startup data of the program's thread. */
export interface ProgramSetup {
  readonly args: readonly string[];
  readonly language: string;
  /** Properties of standard output. */
  readonly screen: Screen;
  /** The user can answer a question on standard error. */
  readonly isInteractive: boolean;
}

/** A message of the first thread to the program's thread. */
type Answer = { readonly is: 'answer'; readonly isYes: boolean } | { readonly is: 'interrupted' };

type ThreadMessage =
  | { readonly is: 'out' | 'error'; readonly text: string }
  | { readonly is: 'printable'; readonly text: string | PrintableUtf8 }
  | { readonly is: 'show'; readonly lines: readonly StyledLine[]; readonly screen: Screen }
  | { readonly is: 'progress'; readonly text: string | null }
  | { readonly is: 'serve'; readonly root: string }
  | { readonly is: 'ask'; readonly question: string }
  | { readonly is: 'interruptible'; readonly isOn: boolean }
  | { readonly is: 'ends'; readonly code: number };

/**
 * Node lets new objects accumulate, depending on the machine's memory, and only accepts a limit when a thread starts.
 * The program runs on a thread, so that a file of megabytes only uses the memory that it needs, instead of three times
 * as much.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 12 };

/**
 * Runs `program` on its own thread, and prints its output.
 * @param serve runs on this thread when the program requests it, and has exclusive use of standard input and output
 */
export function runOnOwnThread(
  program: string,
  workerData: ProgramSetup,
  serve: (root: string) => void,
): void {
  const worker = new Worker(program, { workerData, resourceLimits });
  const answer = (isYes: boolean): void => worker.postMessage({ is: 'answer', isYes } satisfies Answer);
  const interrupt = (): void => worker.postMessage({ is: 'interrupted' } satisfies Answer);
  worker.on('message', (message: ThreadMessage) => {
    if (message.is === 'ends') process.exitCode ??= message.code;
    else if (message.is === 'serve') serve(message.root);
    else if (message.is === 'ask') void ask(message.question).then(answer);
    // The second Ctrl+C ends the program.
    else if (message.is === 'interruptible') process[message.isOn ? 'once' : 'off']('SIGINT', interrupt);
    else if (message.is === 'show') printLines(message.lines, message.screen);
    else if (message.is === 'progress') printProgress(message.text);
    else if (message.is === 'printable') write('out', message.text);
    else print(message.is, message.text);
  });
  worker.on('error', (error) => {
    print('error', `${error.message}\n`);
    process.exitCode = 3;
  });
}

/** Asks for a yes or no in the terminal. If the input ends, the answer is no. */
function ask(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    lines.once('close', () => resolve(false));
    // Ctrl+C while a question is open: nothing was sent.
    lines.once('SIGINT', () => lines.close());
    lines.question(printableText(`${question} `), (text) => {
      resolve(/^(?:y|yes|o|oui)$/i.test(text.trim()));
      lines.close();
    });
  });
}

/**
 * Writes text to the output. All of the program's text goes through this function. A full disk is an error of the
 * output.
 */
export function print(where: 'out' | 'error', text: string): void {
  write(where, printableText(text));
}

/** Each part is made printable before styles are added, so that all escape sequences in the output are our own. */
function printLines(lines: readonly StyledLine[], screen: Screen): void {
  const { colors, unicode } = screen;
  const texts = lines.map((line) => {
    const whole = printableText(line.map(({ text }) => text).join(''));
    if (!colors) return whole;
    return line.map(({ style, text }) => paint({ style, text: printableText(text) })).join('');
  });
  const all = `${texts.join('\n')}\n`;
  write('out', unicode ? all : asciiSignsOf(all));
}

/** Prints progress on the cursor's line, which the next text replaces. */
function printProgress(text: string | null): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\u001B[K${printableText(text ?? '')}`);
}

function write(where: 'out' | 'error', printable: string | PrintableUtf8): void {
  const stream = where === 'out' ? process.stdout : process.stderr;
  if (where === 'error' || !fstatSync(stream.fd).isFile()) {
    stream.write(printable);
    return;
  }
  try {
    appendAll(stream.fd, typeof printable === 'string' ? Buffer.from(printable) : printable);
  } catch (error) {
    stream.emit('error', error);
  }
}

/** The output functions of the program on its thread. */
export const ownThread: Pick<Terminal, 'out' | 'error' | 'command' | 'progress' | 'serve'> & {
  printable(text: PrintableUtf8): void;
  show(lines: readonly StyledLine[], screen: Screen): void;
  ends(code: number): void;
  account(isInteractive: boolean): Omit<SignInTerminal, 'signIn'>;
} = {
  out(text) {
    for (const part of completeLines(text)) say({ is: 'out', text: part });
  },
  printable: (text) => say({ is: 'printable', text }, [text.buffer]),
  error: (text) => say({ is: 'error', text }),
  command: (text) => say({ is: 'printable', text }),
  progress: (text) => say({ is: 'progress', text }),
  show: (lines, screen) => say({ is: 'show', lines, screen }),
  serve: (root) => say({ is: 'serve', root }),
  ends: (code) => say({ is: 'ends', code }),
  account: (isInteractive) => ({ isInteractive, confirm, untilInterrupted }),
};

const fewCharacters = 1_000_000;

/** Splits a long text into parts of whole lines, so that memory never holds several copies of all of it. */
function* completeLines(text: string): Iterable<string> {
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at + fewCharacters) + 1 || text.length;
    yield text.slice(at, end);
    at = end;
  }
}

function confirm(question: string): Promise<boolean> {
  say({ is: 'ask', question });
  return new Promise((resolve) => {
    parentPort?.once('message', (answer: Answer) => resolve(answer.is === 'answer' && answer.isYes));
  });
}

async function untilInterrupted<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const onMessage = ({ is }: Answer): void => {
    if (is === 'interrupted') stop.abort();
  };
  parentPort?.on('message', onMessage);
  say({ is: 'interruptible', isOn: true });
  try {
    return await work(stop.signal);
  } finally {
    say({ is: 'interruptible', isOn: false });
    parentPort?.off('message', onMessage);
  }
}

function say(message: ThreadMessage, moved: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, [...moved]);
}
