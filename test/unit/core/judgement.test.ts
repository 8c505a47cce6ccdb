import { expect, test } from 'vitest';
import {
  isDnsUnchecked,
  isReady,
  type Judgement,
  type Severity,
  type Verdict,
} from '../../../src/core/judgement';
import { reason } from '../../../src/core/reason';

const text = reason('judge.names.azure');
type Counted = Pick<Judgement, 'severity' | 'verdict' | 'group'>;

const verdicts = {
  met: { is: 'met', text },
  open: { is: 'not-met', text },
  unknown: { is: 'undecided', because: text },
  byDefault: { is: 'allowed', explicit: false, by: null },
} satisfies Record<string, Verdict>;

function judged(severity: Severity, verdict: Verdict, group: Counted['group'] = 'outbound'): Counted {
  return { severity, verdict, group };
}

test.each<[string, boolean, readonly Counted[]]>([
  ['nothing was asked', true, []],
  ['all is met', true, [judged('error', verdicts.met), judged('error', verdicts.byDefault)]],
  [
    'an error is open beside what is met',
    false,
    [judged('error', verdicts.met), judged('error', verdicts.open)],
  ],
  ['an error is unknown', false, [judged('error', verdicts.unknown), judged('error', verdicts.met)]],
  ['a warning is open', true, [judged('warning', verdicts.open)]],
  ['a note is unknown', true, [judged('info', verdicts.unknown)]],
])('%s: ready is %s', (_, ready, judgements) => {
  expect(isReady(judgements)).toBe(ready);
});

test.each<[string, { ready: boolean; unchecked: boolean }, Counted]>([
  ['isn’t known', { ready: true, unchecked: true }, judged('error', verdicts.unknown, 'names')],
  ['isn’t known of servers', { ready: true, unchecked: true }, judged('warning', verdicts.unknown, 'names')],
  ['is wrong', { ready: false, unchecked: false }, judged('error', verdicts.open, 'names')],
  ['is right', { ready: true, unchecked: false }, judged('error', verdicts.met, 'names')],
])('DNS that %s', (_, expected, one) => {
  expect({ ready: isReady([one]), unchecked: isDnsUnchecked([one]) }).toEqual(expected);
});
