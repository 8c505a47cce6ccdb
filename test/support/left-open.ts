const left: (() => void)[] = [];

/** Closes at the end of the test file what nothing else closes: open sessions read Azure again and again. */
export function leaveOpen(close: () => void): void {
  left.push(close);
}

export function closeAll(): void {
  for (const close of left.splice(0)) close();
}
