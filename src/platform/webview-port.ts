import type * as vscode from 'vscode';
import type { Port } from '../contract/channel';

/** A webview as a pipe for envelopes. What the page says before anybody listens waits for the first who does. */
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
