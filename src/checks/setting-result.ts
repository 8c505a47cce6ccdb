import type { Decider, Severity, Outcome } from '../core/check-result';
import type { Known } from '../core/known';
import { reason, type Reason } from '../core/reason';

type Values = NonNullable<Reason['values']>;

/** Result of the check of a setting. */
export interface SettingResult {
  readonly outcome: Outcome;
  /** Set if the requirement's own severity doesn't fit this result. */
  readonly severity?: Severity;
  readonly assumptions?: readonly Reason[];
}

export function passed(key: string, values?: Values): SettingResult {
  return { outcome: { is: 'passed', text: reason(key, values) } };
}

export function failed(key: string, values?: Values): SettingResult {
  return { outcome: { is: 'failed', text: reason(key, values) } };
}

/** Returns a failed result for a setting that a rule or route decides. */
export function failedBy(by: Decider, key: string, values?: Values): SettingResult {
  return { outcome: { is: 'failed', text: reason(key, values), by } };
}

export function notApplicable(key: string, values?: Values): SettingResult {
  return { outcome: { is: 'not-applicable', because: reason(key, values) } };
}

export function unknownResult(because: Reason): SettingResult {
  return { outcome: { is: 'unknown', because } };
}

/** Returns the result of a check for a known value; undecided if the value isn't known. */
export function ofKnown<T>(value: Known<T>, check: (value: T) => SettingResult): SettingResult {
  return value.known ? check(value.value) : unknownResult(value.because);
}

/** Returns the same result with another severity. */
export function withSeverity(severity: Severity, answer: SettingResult): SettingResult {
  return { ...answer, severity };
}
