/** One budget of the product and the way to measure what is reached. */
export interface Bench {
  readonly what: string;
  readonly budget: number;
  /** `times`: of what the row above it that is no peer took. */
  readonly unit: 'ms' | 'kB' | 'calls' | 'times';
  measure(): number | Promise<number>;
}

/** The median time of one run, after a few runs that only warm up. */
export function medianMilliseconds(run: () => unknown, { times = 31, warmUp = 5 } = {}): number {
  for (let i = 0; i < warmUp; i++) run();
  const samples = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return samples.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
}
