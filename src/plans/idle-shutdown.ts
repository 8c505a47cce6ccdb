/**
 * Minimum and maximum of idle minutes until Azure stops an instance: 15 minutes to 3 days (`idleTimeBeforeShutdown` in
 * the REST reference of computes).
 */
export const idleShutdownLimits = { least: 15, most: 3 * 24 * 60 } as const;

/** Checks whether Azure accepts `minutes`. */
export function isIdleShutdown(minutes: number): boolean {
  return (
    Number.isInteger(minutes) && minutes >= idleShutdownLimits.least && minutes <= idleShutdownLimits.most
  );
}
