import { expect, test } from 'vitest';
import {
  isDnsUnchecked,
  isReady,
  type CheckResult,
  type Severity,
  type Outcome,
} from '../../../src/core/check-result';
import { reason } from '../../../src/core/reason';

const text = reason('check.names.azure');
type Counted = Pick<CheckResult, 'severity' | 'outcome' | 'group'>;

const outcomes = {
  passed: { is: 'passed', text },
  open: { is: 'failed', text },
  unknown: { is: 'unknown', because: text },
  byDefault: { is: 'allowed', explicit: false, by: null },
} satisfies Record<string, Outcome>;

function checked(severity: Severity, outcome: Outcome, group: Counted['group'] = 'outbound'): Counted {
  return { severity, outcome, group };
}

test.each<[string, boolean, readonly Counted[]]>([
  ['no results', true, []],
  ['all passed', true, [checked('error', outcomes.passed), checked('error', outcomes.byDefault)]],
  [
    'an error failed, and others passed',
    false,
    [checked('error', outcomes.passed), checked('error', outcomes.open)],
  ],
  ['an error is unknown', false, [checked('error', outcomes.unknown), checked('error', outcomes.passed)]],
  ['a warning is open', true, [checked('warning', outcomes.open)]],
  ['a note is unknown', true, [checked('info', outcomes.unknown)]],
])('%s: ready is %s', (_, ready, results) => {
  expect(isReady(results)).toBe(ready);
});

test.each<[string, { ready: boolean; unchecked: boolean }, Counted]>([
  ['isn’t known', { ready: true, unchecked: true }, checked('error', outcomes.unknown, 'names')],
  [
    'isn’t known for DNS servers',
    { ready: true, unchecked: true },
    checked('warning', outcomes.unknown, 'names'),
  ],
  ['is wrong', { ready: false, unchecked: false }, checked('error', outcomes.open, 'names')],
  ['is right', { ready: true, unchecked: false }, checked('error', outcomes.passed, 'names')],
])('DNS that %s', (_, expected, one) => {
  expect({ ready: isReady([one]), unchecked: isDnsUnchecked([one]) }).toEqual(expected);
});
