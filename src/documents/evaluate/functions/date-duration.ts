const day = 86_400_000;

/** Milliseconds of each part; a year has 365 days and a month 30, as Azure counts. */
const parts = [
  ['years', 365 * day],
  ['months', 30 * day],
  ['days', day],
  ['hours', 3_600_000],
  ['minutes', 60_000],
  ['seconds', 1_000],
] as const;

const written =
  /^(?<sign>-)?P(?=.)(?:(?<years>\d+)Y)?(?:(?<months>\d+)M)?(?:(?<days>\d+)D)?(?:T(?=.)(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+(?:\.\d+)?)S)?)?$/;

/** Milliseconds of a duration such as `P1Y2M3DT4H` or `-PT1H`; undefined where it is none. */
export function durationOf(duration: string): number | undefined {
  const found = written.exec(duration)?.groups;
  if (found === undefined) return undefined;
  const size = parts.reduce((sum, [name, each]) => sum + Number(found[name] ?? 0) * each, 0);
  return found['sign'] === undefined ? size : -size;
}
