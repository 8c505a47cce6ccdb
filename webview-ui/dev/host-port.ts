import type { Port } from '@contract/channel';
import { answerAsEditor, type EditorQuestion } from './answer-as-editor';

/** Returns the way to the host that served this page: its messages come as a stream of events, the page posts its own. */
export function hostPort(page: string, language: string): Port {
  const address = `messages?${new URLSearchParams({ page, lang: language }).toString()}`;
  const listeners = new Set<(raw: unknown) => void>();
  const events = new EventSource(address);
  let sending: Promise<unknown> = Promise.resolve();

  /** One after the other: two requests under way may arrive in either order. */
  function send(message: unknown): void {
    const body = JSON.stringify(message);
    sending = sending.then(() => fetch(address, { method: 'POST', body })).catch(() => undefined);
  }

  /** Nothing is posted before the host listens for this page. */
  sending = new Promise((resolve) => {
    events.addEventListener('open', resolve, { once: true });
  });
  events.addEventListener('message', ({ data }) => {
    const raw: unknown = JSON.parse(String(data));
    for (const listener of listeners) listener(raw);
  });
  events.addEventListener('ask', ({ data }: MessageEvent) => {
    const question = JSON.parse(String(data)) as EditorQuestion & { readonly id: number };
    void answerAsEditor(question).then((answer) => {
      send({ answerTo: question.id, answer });
    });
  });
  return {
    post: send,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
