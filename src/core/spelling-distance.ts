/** Returns the number of letters to add, remove, change, or swap with their neighbor; undefined above `most`. */
export function spellingDistance(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let [older, old] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          at(old, j) + 1,
          at(row, j - 1) + 1,
          at(old, j - 1) + same,
          swapped ? at(older, j - 2) + 1 : Infinity,
        ),
      );
    }
    // Each number of the rows below is at least as large as one of these.
    if (Math.min(...row) > most && Math.min(...old) >= most) return undefined;
    [older, old] = [old, row];
  }
  const steps = at(old, b.length);
  return steps <= most ? steps : undefined;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
