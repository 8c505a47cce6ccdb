import { expect, test } from 'vitest';
import { known } from '../../../../src/core/known';
import type { NetworkModel } from '../../../../src/core/network/model';
import { compareFlow } from '../../../../src/core/reach/compare';
import type { Flow } from '../../../../src/core/reach/flow';
import { endsOf, isFailure, kindOf, representatives } from '../../../support/every-packet';
import { behind, firewall } from '../../../support/firewalls';
import { ids, routeTable, route, someNetwork } from '../../../support/networks';
import { randomCatalogue, randomCase, someRules, type RandomCase } from '../../../support/random-network';
import { seeded } from '../../../support/random';

const questionOf = ({ model, card, flow, publicIp }: RandomCase) => ({
  model,
  subnetId: ids.subnet,
  tags: randomCatalogue,
  publicIp: known(publicIp),
  flow,
  ...(card ? { networkCardGroup: known(card) } : {}),
});

/** The same network with other rules; a network without a group stays as it is. */
function withOtherRules(one: RandomCase, rules: ReturnType<typeof someRules>): RandomCase {
  const securityGroups = one.model.securityGroups.map((group) => ({ ...group, rules: known(rules) }));
  return { ...one, model: { ...one.model, securityGroups } };
}

test(
  'packets that open or close are those that Azure, played packet by packet, ends another way',
  { timeout: 60_000 },
  () => {
    const random = seeded(79);
    const seen = { opens: 0, closes: 0, neither: 0 };
    for (let round = 0; round < 30; round += 1) {
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
    expect(Math.min(seen.opens, seen.closes, seen.neither)).toBeGreaterThan(2);
  },
);

const https: Flow = { direction: 'Outbound', protocol: 'TCP', ports: ['443'], remotes: ['0.0.0.0/0'] };
const ask = (model: NetworkModel) => ({
  model,
  subnetId: ids.subnet,
  tags: randomCatalogue,
  publicIp: known(true),
  flow: https,
});

test('says who lets through, with the part and a packet', () => {
  const denied = someNetwork({ rules: ['Deny Outbound 4096 * *>*:*'] });
  const opened = someNetwork({
    rules: ['Allow Outbound 200 Tcp *>AzureMachineLearning:443', 'Deny Outbound 4096 * *>*:*'],
  });
  const { opens, closes } = compareFlow(ask(denied), ask(opened));
  expect(closes).toEqual([]);
  expect(opens).toMatchObject([
    {
      by: { kind: 'rule', priority: 200 },
      certain: true,
      packet: { protocol: 'TCP', destination: '20.0.0.0', destinationPort: 443 },
      parts: [{ protocol: 'TCP', ports: '443', ranges: 3 }],
    },
  ]);
});

test('says which route closes', () => {
  const open = someNetwork({});
  const closed = someNetwork({ table: routeTable([route('20.0.0.0/24 -> None')]) });
  const { opens, closes } = compareFlow(ask(open), ask(closed));
  expect(opens).toEqual([]);
  expect(closes).toMatchObject([
    {
      by: { kind: 'route', destination: '20.0.0.0/24' },
      parts: [{ protocol: 'TCP', ports: '443', ranges: 1 }],
    },
  ]);
});

test('names of a firewall are told apart: one that passes opens nothing for one that does not', () => {
  const model = someNetwork(behind(firewall({ 'app 300 Allow': ['app Hosts *>a.test https:443'] })));
  const flow: Flow = {
    direction: 'Outbound',
    protocol: 'TCP',
    ports: ['443'],
    remotes: ['20.0.0.0/16'],
    names: ['a.test', 'b.test'],
  };
  const question = { model, subnetId: ids.subnet, tags: randomCatalogue, publicIp: known(false), flow };
  expect(compareFlow(question, { ...question })).toEqual({ opens: [], closes: [] });
});
