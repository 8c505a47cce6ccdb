import { expect, test } from 'vitest';
import {
  isDnsUnchecked,
  isReady,
  type CheckResult,
  type Severity,
  type Outcome,
} from '../../../src/core/check-result';
import { reason } from '../../../src/core/reason';

const text = reason('judge.names.azure');
type Counted = Pick<CheckResult, 'severity' | 'verdict' | 'group'>;

const verdicts = {
  met: { is: 'met', text },
  open: { is: 'not-met', text },
  unknown: { is: 'undecided', because: text },
  byDefault: { is: 'allowed', explicit: false, by: null },
} satisfies Record<string, Outcome>;

function checked(severity: Severity, verdict: Outcome, group: Counted['group'] = 'outbound'): Counted {
  return { severity, verdict, group };
}

test.each<[string, boolean, readonly Counted[]]>([
  ['nothing was asked', true, []],
  ['all is met', true, [checked('error', verdicts.met), checked('error', verdicts.byDefault)]],
  [
    'an error is open beside what is met',
    false,
    [checked('error', verdicts.met), checked('error', verdicts.open)],
  ],
  ['an error is unknown', false, [checked('error', verdicts.unknown), checked('error', verdicts.met)]],
  ['a warning is open', true, [checked('warning', verdicts.open)]],
  ['a note is unknown', true, [checked('info', verdicts.unknown)]],
])('%s: ready is %s', (_, ready, judgements) => {
  expect(isReady(judgements)).toBe(ready);
});

test.each<[string, { ready: boolean; unchecked: boolean }, Counted]>([
  ['isn’t known', { ready: true, unchecked: true }, checked('error', verdicts.unknown, 'names')],
  ['isn’t known of servers', { ready: true, unchecked: true }, checked('warning', verdicts.unknown, 'names')],
  ['is wrong', { ready: false, unchecked: false }, checked('error', verdicts.open, 'names')],
  ['is right', { ready: true, unchecked: false }, checked('error', verdicts.met, 'names')],
])('DNS that %s', (_, expected, one) => {
  expect({ ready: isReady([one]), unchecked: isDnsUnchecked([one]) }).toEqual(expected);
});
