import type { Severity, Verdict } from '../core/judgement';
import type { Known } from '../core/known';
import { reason, type Reason } from '../core/reason';

type Values = NonNullable<Reason['values']>;

/** What the judge of one setting says. */
export interface SettingAnswer {
  readonly verdict: Verdict;
  /** Where the requirement's own severity does not fit this verdict. */
  readonly severity?: Severity;
  readonly assumptions?: readonly Reason[];
}

export function met(key: string, values?: Values): SettingAnswer {
  return { verdict: { is: 'met', text: reason(key, values) } };
}

export function notMet(key: string, values?: Values): SettingAnswer {
  return { verdict: { is: 'not-met', text: reason(key, values) } };
}

export function notNeeded(key: string, values?: Values): SettingAnswer {
  return { verdict: { is: 'not-applicable', because: reason(key, values) } };
}

export function undecided(because: Reason): SettingAnswer {
  return { verdict: { is: 'undecided', because } };
}

/** What `judge` says of a value; undecided where it is not known. */
export function ofKnown<T>(value: Known<T>, judge: (value: T) => SettingAnswer): SettingAnswer {
  return value.known ? judge(value.value) : undecided(value.because);
}

/** The same answer at another severity. */
export function at(severity: Severity, answer: SettingAnswer): SettingAnswer {
  return { ...answer, severity };
}
