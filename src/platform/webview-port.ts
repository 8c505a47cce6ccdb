import type * as vscode from 'vscode';
import type { Port } from '../contract/channel';

/** Wraps a webview as a port for envelopes. Messages that arrive before the first listener are kept for it. */
export function webviewPort(webview: vscode.Webview): Port {
  const early: unknown[] = [];
  let current: ((raw: unknown) => void) | undefined;
  webview.onDidReceiveMessage((raw: unknown) => {
    if (current) current(raw);
    else early.push(raw);
  });
  return {
    post: (message) => void webview.postMessage(message),
    listen(listener) {
      current = listener;
      for (const raw of early.splice(0)) listener(raw);
      return () => {
        if (current === listener) current = undefined;
      };
    },
  };
}
