import { later, type Later } from '../wizard/announcer';

const rest = 300;

/** Text fields whose value is the host's, but which must never change under the fingers of who types. */
export interface Typing {
  /** What the field shows: what is being typed, else the host's value. */
  readonly shown: (field: string, value: string) => string;
  /** Keeps what was typed and runs `send` once nothing was typed for 300 ms. */
  readonly type: (field: string, text: string, send: () => void) => void;
  /** The field was left: sends at once what waits, and shows the host's value again, once it is the answer. */
  readonly flush: () => void;
  /** What was typed into the field is no more to be shown, nor sent. */
  readonly forget: (field: string) => void;
  /** The host's values came anew. */
  readonly settle: () => void;
}

export function createTyping(changed: () => void, after: Later = later): Typing {
  const texts = new Map<string, string>();
  const left = new Set<string>();
  const sends = new Map<string, { readonly send: () => void; readonly cancel: () => void }>();

  function sendNow(field: string): void {
    const waiting = sends.get(field);
    sends.delete(field);
    waiting?.cancel();
    waiting?.send();
  }

  return {
    shown: (field, value) => texts.get(field) ?? value,
    type: (field, text, send) => {
      texts.set(field, text);
      left.delete(field);
      sends.get(field)?.cancel();
      const cancel = after(() => {
        sendNow(field);
      }, rest);
      sends.set(field, { send, cancel });
      changed();
    },
    flush: () => {
      for (const field of [...texts.keys()]) {
        if (sends.has(field)) left.add(field);
        else texts.delete(field);
        sendNow(field);
      }
      changed();
    },
    forget: (field) => {
      sends.get(field)?.cancel();
      sends.delete(field);
      texts.delete(field);
      changed();
    },
    settle: () => {
      for (const field of left) texts.delete(field);
      left.clear();
    },
  };
}
