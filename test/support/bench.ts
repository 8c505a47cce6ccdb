/** A budget of the product and the way to measure it. */
export interface Bench {
  readonly what: string;
  readonly budget: number;
  /** `times`: relative to the row above that isn't a peer. */
  readonly unit: 'ms' | 'kB' | 'calls' | 'times';
  measure(): number | Promise<number>;
}

/** Median time of one run, after a few warm-up runs. */
export function medianMilliseconds(run: () => unknown, { times = 31, warmUp = 5 } = {}): number {
  for (let i = 0; i < warmUp; i++) run();
  const samples = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return samples.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
}

/** Time that a share of all runs stays below, after a few warm-up runs: 0.95 is p95. */
export async function percentileOfRuns(
  run: () => Promise<unknown>,
  {
    share,
    times = 101,
    warmUp = 30,
  }: { readonly share: number; readonly times?: number; readonly warmUp?: number },
): Promise<number> {
  for (let i = 0; i < warmUp; i++) await run();
  const samples: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await run();
    samples.push(performance.now() - start);
  }
  return samples.sort((a, b) => a - b)[Math.floor(times * share)] ?? Number.NaN;
}
