import { expect, test } from 'vitest';
import { known } from '../../../../src/core/known';
import { compareFlow } from '../../../../src/core/reach/compare';
import { caseCount } from '../../../support/case-count';
import { endsOf, isFailure, kindOf, representatives } from '../../../support/every-packet';
import { ids } from '../../../support/networks';
import { randomCatalog, randomCase, someRules, type RandomCase } from '../../../support/random-network';
import { seeded } from '../../../support/random';

const questionOf = ({ model, nic, flow, publicIp }: RandomCase) => ({
  model,
  subnetId: ids.subnet,
  tags: randomCatalog,
  publicIp: known(publicIp),
  flow,
  ...(nic ? { networkInterfaceGroup: known(nic) } : {}),
});

/** Returns the same network with other rules. A network without an NSG stays unchanged. */
function withOtherRules(one: RandomCase, rules: ReturnType<typeof someRules>): RandomCase {
  const securityGroups = one.model.securityGroups.map((group) => ({ ...group, rules: known(rules) }));
  return { ...one, model: { ...one.model, securityGroups } };
}

test(
  'opened and closed packets are those with a different result in a packet-by-packet simulation',
  { timeout: 600_000 },
  () => {
    const rounds = caseCount(10, 30);
    const random = seeded(79);
    const seen = { opens: 0, closes: 0, neither: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const before = randomCase(random);
      const after = withOtherRules(before, someRules(random));
      const { opens, closes } = compareFlow(questionOf(before), questionOf(after));
      const kinds = representatives(before)
        .concat(representatives(after))
        .map((packet) => ({
          was: kindOf(endsOf(packet, before)) === 'fails',
          is: kindOf(endsOf(packet, after)) === 'fails',
        }));
      expect(opens.length > 0, `opens ${round}`).toBe(kinds.some(({ was, is }) => was && !is));
      expect(closes.length > 0, `closes ${round}`).toBe(kinds.some(({ was, is }) => !was && is));
      for (const { packet } of opens) {
        expect(endsOf(packet, before).every(isFailure)).toBe(true);
        expect(endsOf(packet, after).every(isFailure)).toBe(false);
      }
      for (const { packet, certain } of closes) {
        expect(endsOf(packet, after).every(isFailure)).toBe(true);
        expect(endsOf(packet, before).every(isFailure)).toBe(false);
        if (certain) expect(endsOf(packet, before).every(({ is }) => is === 'passes')).toBe(true);
      }
      seen.opens += opens.length;
      seen.closes += closes.length;
      if (opens.length + closes.length === 0) seen.neither += 1;
    }
    expect(Math.min(seen.opens, seen.closes, seen.neither)).toBeGreaterThan(caseCount(0, 2));
  },
);
