const left: (() => void)[] = [];

/** Closes a resource at the end of the test file that nothing else closes. Open sessions read Azure repeatedly. */
export function leaveOpen(close: () => void): void {
  left.push(close);
}

export function closeAll(): void {
  for (const close of left.splice(0)) close();
}
