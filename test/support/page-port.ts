import type { ServerResponse } from 'node:http';
import type { Port } from '../../src/contract/channel';

/** A question for the page in place of the editor, and its answer. */
export type EditorRequest = (question: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** One page at the other end of an event stream, which may close and be opened again. */
export interface PagePort {
  readonly port: Port;
  readonly ask: EditorRequest;
  /** The page listens. Earlier messages are sent now. */
  open(response: ServerResponse): void;
  /** Receives a message that the page posted. */
  take(raw: unknown): void;
  onGone(listener: () => void): void;
  close(): void;
}

export function createPagePort(): PagePort {
  const listeners = new Set<(raw: unknown) => void>();
  const answers = new Map<number, (answer: unknown) => void>();
  const goneListeners: (() => void)[] = [];
  // Nothing is kept for a closed page: the next one sends hello, and gets everything.
  let early: string[] | undefined = [];
  let page: ServerResponse | undefined;
  let asked = 0;

  function send(event: 'message' | 'ask', data: unknown): void {
    const text = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
    if (page) page.write(text);
    else early?.push(text);
  }

  return {
    port: {
      post: (message) => send('message', message),
      listen(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    ask(question) {
      const id = ++asked;
      send('ask', { ...question, id });
      return new Promise((resolve) => answers.set(id, resolve));
    },
    open(response) {
      page?.end();
      page = response;
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write(`retry: 500\n\n${early?.join('') ?? ''}`);
      early = undefined;
      response.on('close', () => {
        if (page !== response) return;
        page = undefined;
        for (const listener of goneListeners) listener();
      });
    },
    take(raw) {
      const answer = answerIn(raw);
      if (!answer) return listeners.forEach((listener) => listener(raw));
      answers.get(answer.answerTo)?.(answer.answer);
      answers.delete(answer.answerTo);
    },
    onGone: (listener) => void goneListeners.push(listener),
    close: () => page?.end(),
  };
}

function answerIn(raw: unknown): { readonly answerTo: number; readonly answer: unknown } | undefined {
  if (typeof raw !== 'object' || raw === null || !('answerTo' in raw)) return undefined;
  return { answerTo: Number(raw.answerTo), answer: 'answer' in raw ? raw.answer : undefined };
}
