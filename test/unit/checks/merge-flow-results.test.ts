import { expect, test } from 'vitest';
import { decidingAnswer, mergeAnswers } from '../../../src/checks/merge-flow-results';
import type { DecidingRoute, DecidingRule, FlowResult, Outcome } from '../../../src/core/check-result';
import { reason } from '../../../src/core/reason';

const answer = (outcome: Outcome, assumed: readonly string[] = []): FlowResult => ({
  outcome,
  packet: null,
  blocked: [],
  allowed: [],
  trace: [],
  assumptions: assumed.map((key) => reason(key)),
});

const by = { kind: 'rule', name: 'Deny-All' } as DecidingRule;
const route = { kind: 'route', name: 'to-firewall' } as DecidingRoute;
const written = answer({ is: 'allowed', explicit: true, by });
const byDefault = answer({ is: 'allowed', explicit: false, by });
const forwarded = answer({ is: 'forwarded', to: 'appliance', by: route });
const unknown = answer({ is: 'unknown', because: reason('x') });
const lost = answer({ is: 'reply-lost', by: route });
const blocked = answer({ is: 'blocked', by });

test('shows failed results first, then unknown, then through an appliance, then allowed by default', () => {
  const order = [written, byDefault, forwarded, unknown, lost];
  for (const [at, one] of order.entries()) {
    for (const weaker of order.slice(0, at)) {
      expect(decidingAnswer([weaker, one])).toBe(one);
      expect(decidingAnswer([one, weaker])).toBe(one);
    }
  }
  expect(decidingAnswer([lost, blocked])).toBe(lost);
  expect(decidingAnswer([blocked, lost])).toBe(blocked);
});

test('is blocked if nothing is certainly allowed, otherwise partly blocked', () => {
  expect(mergeAnswers([blocked, unknown]).outcome.is).toBe('blocked');
  expect(mergeAnswers([blocked, written]).outcome).toEqual({ is: 'partly-blocked', by });
  expect(mergeAnswers([blocked, forwarded]).outcome.is).toBe('partly-blocked');
});

test('a flow that one half of the path blocks completely isn’t allowed anywhere', () => {
  const partly = answer({ is: 'partly-blocked', by });
  expect(mergeAnswers([blocked, written], 'halves').outcome).toEqual({ is: 'blocked', by });
  expect(mergeAnswers([partly, blocked], 'halves').outcome.is).toBe('blocked');
  expect(mergeAnswers([partly, written], 'halves').outcome.is).toBe('partly-blocked');
  expect(mergeAnswers([written, byDefault], 'halves').outcome).toEqual(byDefault.outcome);
});

test('an assumption of several flows is listed once', () => {
  const both = mergeAnswers([answer(written.outcome, ['a', 'b']), answer(written.outcome, ['b', 'c'])]);
  expect(both.assumptions.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
});
