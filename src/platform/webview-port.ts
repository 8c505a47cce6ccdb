import type * as vscode from 'vscode';
import type { Port } from '../contract/channel';

/** A webview as a pipe for envelopes. */
export function webviewPort(webview: vscode.Webview): Port {
  return {
    post: (message) => void webview.postMessage(message),
    listen: (listener) => {
      const subscription = webview.onDidReceiveMessage(listener);
      return () => subscription.dispose();
    },
  };
}
