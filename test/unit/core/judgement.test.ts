import { expect, test } from 'vitest';
import { isReady, type Judgement, type Severity, type Verdict } from '../../../src/core/judgement';
import { reason } from '../../../src/core/reason';

const text = reason('judge.names.azure');
type Counted = Pick<Judgement, 'severity' | 'verdict'>;

const verdicts = {
  met: { is: 'met', text },
  open: { is: 'not-met', text },
  unknown: { is: 'undecided', because: text },
  byDefault: { is: 'allowed', explicit: false, by: null },
} satisfies Record<string, Verdict>;

function judged(severity: Severity, verdict: Verdict): Counted {
  return { severity, verdict };
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
