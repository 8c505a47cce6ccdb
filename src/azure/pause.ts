import { AzureFailure } from './failure';

/** Waits. Rejects with `cancelled` as soon as `stop` is aborted. */
export function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (stop.aborted) {
      reject(new AzureFailure('cancelled'));
      return;
    }
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(new AzureFailure('cancelled'));
    };
    const timer = setTimeout(() => {
      stop.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    stop.addEventListener('abort', onAbort, { once: true });
  });
}
