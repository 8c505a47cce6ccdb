/** Numbers of equal items at the start and at the end of two lists. Together they are at most the shorter length. */
export function equalEnds<T>(
  a: readonly T[],
  b: readonly T[],
): { readonly start: number; readonly end: number } {
  const shortest = Math.min(a.length, b.length);
  let start = 0;
  while (start < shortest && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shortest - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return { start, end };
}
