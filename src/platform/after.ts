/**
 * Calls `task` after `milliseconds`, unless `stop` is aborted before. It removes its listener from `stop`, which may
 * have a long lifetime.
 */
export function after(milliseconds: number, stop: AbortSignal | undefined, task: () => void): void {
  if (stop?.aborted) return;
  const onStop = (): void => clearTimeout(timer);
  const timer = setTimeout(() => {
    stop?.removeEventListener('abort', onStop);
    task();
  }, milliseconds);
  stop?.addEventListener('abort', onStop, { once: true });
}
