import { describe, expect, it } from 'vitest';
import type { FlowResult } from '../../../../src/core/check-result';
import { caseCount } from '../../../support/case-count';
import {
  endsOf,
  isFailure,
  kindOf,
  representatives,
  type PacketOutcomeKind,
} from '../../../support/every-packet';
import { seeded } from '../../../support/random';
import { engineResult, randomCase, type RandomCase } from '../../../support/random-network';

function expected(kinds: readonly PacketOutcomeKind[]): string {
  if (kinds.every((kind) => kind === 'fails')) return 'all fails';
  if (kinds.includes('fails')) return 'a part fails';
  for (const kind of ['unknown', 'forwarded', 'default'] as const) if (kinds.includes(kind)) return kind;
  return 'explicit';
}

function spoken({ outcome, allowed }: FlowResult, all: readonly PacketOutcomeKind[]): string {
  switch (outcome.is) {
    case 'blocked':
      return 'all fails';
    case 'partly-blocked':
      return 'a part fails';
    case 'no-outbound-access':
    case 'reply-lost':
      // Of these results, only `allowed` shows whether a part is allowed. An unknown part isn't visible.
      return allowed.length === 0 && all.every((kind) => kind === 'fails') ? 'all fails' : 'a part fails';
    case 'allowed':
      return outcome.explicit ? 'explicit' : 'default';
    default:
      return outcome.is;
  }
}

/** Simulating the example packet must end as in the result, at the rule or route that it names. */
function expectReplay(answer: FlowResult, one: RandomCase, context: string): void {
  const { outcome, packet } = answer;
  const ends = endsOf(packet!, one);
  switch (outcome.is) {
    case 'allowed':
      expect(
        ends.every(({ is }) => is === 'passes'),
        context,
      ).toBe(true);
      return;
    case 'blocked':
    case 'partly-blocked': {
      expect(ends.every(isFailure), context).toBe(true);
      const by = outcome.by.kind === 'route' ? outcome.by.destination : outcome.by.name;
      expect(
        ends.some((end) => end.is === 'blocked' && end.by === by),
        context,
      ).toBe(true);
      return;
    }
    case 'unknown':
      expect(kindOf(ends), context).toBe('unknown');
      return;
    default:
      expect(
        ends.some(({ is }) => is === outcome.is),
        context,
      ).toBe(true);
      expect(
        ends.every((end) => isFailure(end) || end.is === outcome.is),
        context,
      ).toBe(true);
  }
}

describe('results agree with a packet-by-packet simulation of Azure', () => {
  it('for whole subnets', { timeout: 600_000 }, () => {
    for (let block = 0; block < caseCount(4, 12); block++) {
      const random = seeded(1000 + block);
      for (let n = 0; n < 12; n++) {
        const one = randomCase(random);
        const answer = engineResult(one);
        const kinds = representatives(one).map((packet) => kindOf(endsOf(packet, one)));
        const context = JSON.stringify({ block, n, outcome: answer.outcome, flow: one.flow });
        expect(spoken(answer, kinds), context).toBe(expected(kinds));
        expectReplay(answer, one, context);
      }
    }
  });

  it('for a single machine', { timeout: 600_000 }, () => {
    const random = seeded(2000);
    for (let n = 0; n < caseCount(20, 60); n++) {
      const whole = randomCase(random);
      const machine = random.pick(['10.1.2.4', '10.1.2.64', '10.1.2.128', '10.1.2.200', '10.1.2.254']);
      const one = { ...whole, flow: { ...whole.flow, locals: [machine] } };
      const own = representatives(whole).filter(
        ({ source, destination }) => (whole.flow.direction === 'Outbound' ? source : destination) === machine,
      );
      const answer = engineResult(one);
      const kinds = own.map((packet) => kindOf(endsOf(packet, one)));
      expect(kinds.length).toBeGreaterThan(0);
      const context = JSON.stringify({ n, machine, outcome: answer.outcome, flow: one.flow });
      expect(spoken(answer, kinds), context).toBe(expected(kinds));
      expectReplay(answer, one, context);
    }
  });
});
