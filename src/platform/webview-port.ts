import type * as vscode from 'vscode';
import type { Port } from '../contract/channel';

/** Wraps a webview as a port for envelopes. Messages that arrive before the first listener are kept for it. */
export function webviewPort(webview: vscode.Webview): Port {
  const early: unknown[] = [];
  let heard: ((raw: unknown) => void) | undefined;
  webview.onDidReceiveMessage((raw: unknown) => {
    if (heard) heard(raw);
    else early.push(raw);
  });
  return {
    post: (message) => void webview.postMessage(message),
    listen(listener) {
      heard = listener;
      for (const raw of early.splice(0)) listener(raw);
      return () => {
        if (heard === listener) heard = undefined;
      };
    },
  };
}
