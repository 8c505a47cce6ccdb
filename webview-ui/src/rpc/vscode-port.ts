import type { PageWindow, Port } from '@contract/channel';
import { findWindow } from './page-window';

/** VS Code's API for a webview's page, which can be acquired only once. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** Storage for what is open and the scroll position, which survives hiding and reloading. */
export interface Memory {
  read(): unknown;
  write(state: unknown): void;
}

export interface WebviewGlobals {
  readonly port: Port;
  readonly memory: Memory;
  readonly window: PageWindow;
}

/** State that VS Code stores for the page. */
interface Kept {
  readonly window?: unknown;
  readonly page?: unknown;
}

/**
 * Creates the page's only connection to the outside. VS Code forwards the host's messages from the surrounding frame,
 * with the page's own origin.
 */
export function vscodeWebviewGlobals(): WebviewGlobals {
  const api = acquireVsCodeApi();
  const kept = (): Kept => api.getState() ?? {};
  const before = kept().window;
  const own = findWindow(window, typeof before === 'string' ? before : null);
  const keep = (page: unknown): void => api.setState({ window: own.id, page } satisfies Kept);
  keep(kept().page);
  return {
    port: {
      post: (message) => {
        api.postMessage(message);
      },
      listen: (listener) => {
        const onWindowMessage = (event: MessageEvent<unknown>): void => {
          if (isFromHost(event, window)) listener(event.data);
        };
        window.addEventListener('message', onWindowMessage);
        return () => {
          window.removeEventListener('message', onWindowMessage);
        };
      },
    },
    memory: {
      read: () => kept().page,
      write: keep,
    },
    window: own,
  };
}

/** True if a message is from the host. Messages of another origin, or from the page itself, are ignored. */
export function isFromHost(
  event: { readonly origin: string; readonly source: unknown },
  page: { readonly origin: string },
): boolean {
  return event.origin === page.origin && event.source !== page;
}
