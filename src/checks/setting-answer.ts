import type { Severity, Verdict } from '../core/judgement';
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

/** The same answer at another severity. */
export function at(severity: Severity, answer: SettingAnswer): SettingAnswer {
  return { ...answer, severity };
}
