import { expect, test } from 'vitest';
import type { Creation } from '@contract/wizard/creation';
import { newestStep } from '../../../../webview-ui/src/creation/newest-step';

type Step = Creation['steps'][number];
const steps = (...states: Step['state'][]): Step[] =>
  states.map((state, at) => ({ text: `step ${String(at)}`, at: null, state }));

test.each([
  {
    why: 'a step that was completed',
    before: steps('done', 'running'),
    now: steps('done', 'done', 'running'),
    is: 'step 1',
  },
  {
    why: 'the last of several completed steps',
    before: steps('running', 'waiting'),
    now: steps('done', 'done'),
    is: 'step 1',
  },
  { why: 'a step that failed', before: steps('done', 'running'), now: steps('done', 'failed'), is: 'step 1' },
  {
    why: 'nothing while the same step runs',
    before: steps('done', 'running'),
    now: steps('done', 'running'),
    is: null,
  },
])('$why', ({ before, now, is }) => {
  expect(newestStep(before, now)).toBe(is);
});
