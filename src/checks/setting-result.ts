import type { Decider, Severity, Outcome } from '../core/check-result';
import type { Known } from '../core/known';
import { reason, type Reason } from '../core/reason';

type Values = NonNullable<Reason['values']>;

/** What the check of one setting says. */
export interface SettingResult {
  readonly outcome: Outcome;
  /** Where the requirement's own severity does not fit this result. */
  readonly severity?: Severity;
  readonly assumptions?: readonly Reason[];
}

export function passed(key: string, values?: Values): SettingResult {
  return { outcome: { is: 'met', text: reason(key, values) } };
}

export function failed(key: string, values?: Values): SettingResult {
  return { outcome: { is: 'not-met', text: reason(key, values) } };
}

/** A setting that a rule or route decides. */
export function failedBy(by: Decider, key: string, values?: Values): SettingResult {
  return { outcome: { is: 'not-met', text: reason(key, values), by } };
}

export function notApplicable(key: string, values?: Values): SettingResult {
  return { outcome: { is: 'not-applicable', because: reason(key, values) } };
}

export function undecided(because: Reason): SettingResult {
  return { outcome: { is: 'undecided', because } };
}

/** The result of a check for a known value; undecided where the value isn't known. */
export function ofKnown<T>(value: Known<T>, check: (value: T) => SettingResult): SettingResult {
  return value.known ? check(value.value) : undecided(value.because);
}

/** The same answer at another severity. */
export function withSeverity(severity: Severity, answer: SettingResult): SettingResult {
  return { ...answer, severity };
}
