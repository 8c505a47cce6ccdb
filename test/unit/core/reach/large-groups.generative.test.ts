import { expect, it } from 'vitest';
import { known } from '../../../../src/core/known';
import type { SecurityRule } from '../../../../src/core/network/model';
import { reach } from '../../../../src/core/reach/reach';
import { caseCount } from '../../../support/case-count';
import { ids, parseRule, someNetwork } from '../../../support/networks';
import { seeded } from '../../../support/random';
import { randomCatalog, type Random } from '../../../support/random-network';

/** Four ranges of one dimension, which overlap those of every other rule. */
function ranges(random: Random, size: number, text: (at: number) => string): string {
  return Array.from({ length: 4 }, () => {
    const from = random.below(size);
    return `${text(from)}-${text(Math.min(size - 1, from + random.below(size >> 2)))}`;
  }).join(',');
}

const near = (at: number): string => `10.1.2.${String(at)}`;
const far = (at: number): string => `20.0.${String(at >> 8)}.${String(at & 255)}`;

/** Rules that differ in every dimension: protocol, both addresses, and both ports. */
function overlappingRules(random: Random, count: number): readonly SecurityRule[] {
  return Array.from({ length: count }, (_, index) => {
    const protocol = random.pick(['Tcp', 'Udp', '*']);
    const addresses = `${ranges(random, 256, near)}>${ranges(random, 1024, far)}`;
    const ports = ranges(random, 65536, String);
    return parseRule(`Allow Outbound ${String(100 + index)} ${protocol} ${addresses}:${ports}`, {
      sourcePorts: known(ranges(random, 65536, String).split(',')),
    });
  });
}

it('30 rules that overlap in every dimension are decided', { timeout: 600_000 }, () => {
  for (let seed = 0; seed < caseCount(1, 4); seed++) {
    const rules = overlappingRules(seeded(seed), 29);
    const ends = (last: string) =>
      reach({
        model: someNetwork({ rules: [...rules, parseRule(last)] }),
        subnetId: ids.subnet,
        tags: randomCatalog,
        publicIp: known(true),
        flow: { direction: 'Outbound', protocol: 'Any', ports: ['*'], remotes: ['20.0.0.0/22'] },
      }).outcome;
    const [last, is] = seed % 2 === 0 ? ['Allow', 'allowed'] : ['Deny', 'partly-blocked'];
    expect(ends(`${last} Outbound 4000 * *>*:*`)).toMatchObject({ is });
  }
});
