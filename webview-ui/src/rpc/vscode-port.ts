import type { Port } from '@contract/channel';

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

export interface Surroundings {
  readonly port: Port;
  readonly memory: Memory;
}

/** The page's only way out. VS Code hands its host's messages on from the frame around, under the page's own origin. */
export function vscodeSurroundings(): Surroundings {
  const api = acquireVsCodeApi();
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
      read: () => api.getState(),
      write: (state) => {
        api.setState(state);
      },
    },
  };
}

/** A message of another origin, or one that the page sent to itself, is nobody's we know. */
export function isFromHost(
  event: { readonly origin: string; readonly source: unknown },
  page: { readonly origin: string },
): boolean {
  return event.origin === page.origin && event.source !== page;
}
