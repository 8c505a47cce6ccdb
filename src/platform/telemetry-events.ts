/**
 * All telemetry events with their numbers: counts, and durations in seconds. Names, IDs, and addresses can't be part of
 * it. `telemetry.json` and the README list the same; a test compares the three.
 */
export const telemetryEvents = {
  wizardOpened: [],
  subnetChecked: ['errors', 'unknown', 'warnings', 'passed'],
  fixApplied: ['requirements'],
  fixRefused: ['requirements'],
  computeReady: ['seconds'],
  computeFailed: ['seconds'],
  codeWritten: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type TelemetryEvent = keyof typeof telemetryEvents;
type Measures<E extends TelemetryEvent> = Readonly<Record<(typeof telemetryEvents)[E][number], number>>;

/** An event to count. */
export type Counted = {
  readonly [E in TelemetryEvent]: { readonly event: E; readonly measures: Measures<E> };
}[TelemetryEvent];
