/** Returns the median, 95th percentile, and maximum of the times of files. */
export function percentileLines(times: readonly { name: string; milliseconds: number }[]): string[] {
  const sorted = [...times].sort((a, b) => a.milliseconds - b.milliseconds);
  const at = (part: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]?.milliseconds ?? 0).toFixed(2);
  return [
    `time of a file: median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms (${sorted.at(-1)?.name ?? ''})`,
  ];
}
