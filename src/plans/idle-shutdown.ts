/**
 * Minutes without work after which Azure stops an instance, least and most: 15 minutes to 3 days
 * (`idleTimeBeforeShutdown` in the REST reference of computes).
 */
export const idleShutdownLimits = { least: 15, most: 3 * 24 * 60 } as const;

/** True where Azure takes `minutes`. */
export function isIdleShutdown(minutes: number): boolean {
  return (
    Number.isInteger(minutes) && minutes >= idleShutdownLimits.least && minutes <= idleShutdownLimits.most
  );
}
