/**
 * Everything that is ever sent, and with which numbers: counts, and durations in seconds. No name, id or address has a
 * place in it. `telemetry.json` and the README tell the same; a test compares the three.
 */
export const telemetryEvents = {
  wizardOpened: [],
  subnetJudged: ['toFix', 'unknown', 'advised', 'met'],
  fixApplied: ['requirements'],
  fixRefused: ['requirements'],
  computeReady: ['seconds'],
  computeFailed: ['seconds'],
  codeWritten: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type TelemetryEvent = keyof typeof telemetryEvents;
type Measures<E extends TelemetryEvent> = Readonly<Record<(typeof telemetryEvents)[E][number], number>>;

/** Something that happened, to be counted. */
export type Counted = {
  readonly [E in TelemetryEvent]: { readonly event: E; readonly measures: Measures<E> };
}[TelemetryEvent];
