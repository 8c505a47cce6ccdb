import { later, type Later } from '../wizard/announcer';

const rest = 300;

/** Text fields with the host's values, which never change while the user types. */
export interface Typing {
  /** Returns the field's text: the typed text, otherwise the host's value. */
  readonly shown: (field: string, value: string) => string;
  /** Stores the typed text and runs `send` after 300 ms without typing. */
  readonly type: (field: string, text: string, send: () => void) => void;
  /**
   * Sends pending text at once when the field loses the focus, and shows the host's value again when the response
   * arrives.
   */
  readonly flush: () => void;
  /** Discards the typed text, so that it is neither shown nor sent. */
  readonly forget: (field: string) => void;
  /** Handles new values from the host. */
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
