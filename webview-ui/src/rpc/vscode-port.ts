import type { PageWindow, Port } from '@contract/channel';
import { findWindow } from './page-window';

/** What VS Code gives a webview's page; it may be asked for once only. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** Where the page keeps what is open and scrolled, over hiding and reloading. */
export interface Memory {
  read(): unknown;
  write(state: unknown): void;
}

export interface WebviewGlobals {
  readonly port: Port;
  readonly memory: Memory;
  readonly window: PageWindow;
}

/** What VS Code keeps for the page. */
interface Kept {
  readonly window?: unknown;
  readonly page?: unknown;
}

/** The page's only outbound access. VS Code hands its host's messages on from the frame around, under the page's own origin. */
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
        const heard = (event: MessageEvent<unknown>): void => {
          if (isFromHost(event, window)) listener(event.data);
        };
        window.addEventListener('message', heard);
        return () => {
          window.removeEventListener('message', heard);
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

/** A message of another origin, or one that the page sent to itself, is nobody's we know. */
export function isFromHost(
  event: { readonly origin: string; readonly source: unknown },
  page: { readonly origin: string },
): boolean {
  return event.origin === page.origin && event.source !== page;
}
