import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../../src/core/known';
import type { Route } from '../../../../src/core/network/model';
import { reason } from '../../../../src/core/reason';
import { answerLines } from '../../../support/answer-lines';
import { behind, firewall, ownRoutes } from '../../../support/firewalls';
import { parseRoute, type SomeNetwork } from '../../../support/networks';
import { reachOf, type ReachAnswer } from '../../../support/reach-text';

const unread = unknown(reason('unknown.notRead', { name: 'rt' }));

/** Returns the steps whose key starts with the given text, in order. */
const steps = (
  network: SomeNetwork,
  flow: string,
  { key, ...asked }: ReachAnswer & { readonly key: string },
): readonly string[] =>
  answerLines(reachOf(network, flow, asked))
    .filter((line) => line.slice(3).startsWith(key))
    .map((line) => line.slice(3));

describe('a list that is too long to read', () => {
  it('is cut off if the deciding rule is among the first', () => {
    const rules = [
      'Deny Outbound 100 Tcp *>20.0.0.0/9:443',
      ...['129', '130', '131', '132', '133'].map(
        (n, at) => `Deny Outbound ${110 + at} Tcp *>20.${n}.0.0/16:443`,
      ),
    ];
    expect(
      steps({ rules }, 'out TCP 443 20.0.0.0/8', { key: 'trace.rule' }).map(
        (line) => /priority=(\d+)/.exec(line)?.[1],
      ),
    ).toEqual(['100', '110', '111', '112', '113']);
  });
});

describe('routes that block or divert are listed first', () => {
  const storage = '20.38.108.0/23';
  const hopless: Route = { ...parseRoute('20.39.0.0/16 -> Internet'), nextHop: unread };
  const endpoint = { serviceEndpoints: known(['Microsoft.Storage']) };

  it.each<[string, SomeNetwork, readonly string[]]>([
    [
      'a drop before an appliance',
      { routes: ['20.38.0.0/16 -> 10.1.9.4', '20.39.0.0/16 -> None'] },
      ['none', 'appliance'],
    ],
    [
      'an appliance before a gateway',
      { routes: ['20.38.0.0/16 -> VirtualNetworkGateway', '20.39.0.0/16 -> 10.1.9.4'] },
      ['appliance', 'gateway'],
    ],
    [
      'a gateway before an unread route',
      {
        routes: [{ ...hopless, destination: known('20.38.0.0/16') }, '20.39.0.0/16 -> VirtualNetworkGateway'],
      },
      ['gateway', 'unknown'],
    ],
    ['an unread route before the internet', { routes: [hopless] }, ['unknown', 'internet']],
    ['the internet before a service endpoint', { subnet: endpoint }, ['internet', 'endpoint']],
    [
      'a service endpoint before the network',
      { subnet: endpoint, network: { addressPrefixes: known(['10.1.0.0/16', '20.39.0.0/16']) } },
      ['endpoint', 'local'],
    ],
  ])('%s', (_, network, hops) => {
    const found = steps(network, `out TCP 443 ${storage},20.39.0.0/16`, { key: 'trace.route' });
    expect(found.map((line) => line.split(' ')[0]?.slice('trace.route.'.length))).toEqual(hops);
  });
});

describe('a firewall with rules by host name', () => {
  const allows = behind(firewall({ 'app 300 Allow': ['app Hosts *>a.test,b.test,c.test,d.test https:443'] }));

  it('names at most three hosts', () => {
    const [line] = steps(allows, 'out TCP 443 20.0.0.0/16', {
      key: 'trace.firewall',
      names: ['a.test', 'b.test', 'c.test', 'd.test'],
    });
    expect(line).toContain('names=a.test,b.test,c.test');
    expect(line).not.toContain('d.test');
  });

  it('separates the part that bypasses it, for which no host name decides', () => {
    const answer = reachOf(
      { ...allows, routes: [...(allows.routes ?? []), '20.0.0.0/24 -> Internet'] },
      'out TCP 443 20.0.0.0/16',
      {
        names: ['a.test'],
      },
    );
    expect(answer.allowed).toEqual([
      { protocol: 'TCP', ports: '443', ranges: 1, far: { percent: 100 / 256 } },
      { protocol: 'TCP', ports: '443', ranges: 1, names: ['a.test'], far: { percent: (100 * 255) / 256 } },
    ]);
  });
});

describe('the assumption about a firewall’s threat intelligence', () => {
  const assumes = (network: SomeNetwork): boolean =>
    reachOf(network, 'out TCP 443 20.0.0.0/16').assumptions.some(
      ({ key }) => key === 'assumed.firewallThreats',
    );
  const rule = { 'net 200 Allow': ['net All TCP *>20.0.0.0/16:443'] };

  it.each<[string, SomeNetwork, boolean]>([
    ['it may drop allowed traffic', behind(firewall(rule, { dropsThreats: known(true) })), true],
    [
      'it is unknown whether it drops allowed traffic',
      behind(firewall(rule, { dropsThreats: unread })),
      true,
    ],
    ['it only alerts', behind(firewall(rule, { dropsThreats: known(false) })), false],
    ['nothing is allowed', behind(firewall({}, { dropsThreats: known(true) })), false],
  ])('%s', (_, network, expected) => expect(assumes(network)).toBe(expected));
});

describe('routes of a firewall’s own subnet', () => {
  const passes = firewall({ 'net 200 Allow': ['net Aml TCP *>AzureMachineLearning:443'] });

  it.each([
    ['0.0.0.0/0 -> VirtualNetworkGateway', 'gateway', ''],
    ['0.0.0.0/0 -> 10.9.5.4', 'appliance', '10.9.5.4'],
    ['0.0.0.0/0 -> None', 'none', ''],
  ])('%s', (own, word, ip) => {
    const { trace } = reachOf(behind(passes, ownRoutes([own])), 'out TCP 443 AzureMachineLearning');
    expect(trace.filter(({ text }) => text.key.startsWith('trace.onward'))).toMatchObject([
      {
        text: {
          key: `trace.onward.${word}`,
          values: { firewall: 'afw', destination: '0.0.0.0/0', table: 'rt-hub', ip },
        },
        decides: true,
      },
    ]);
  });

  it('report the part that they block, with an example packet', () => {
    const { packet, blocked } = reachOf(
      behind(passes, ownRoutes(['4.171.27.64/29 -> None'])),
      'out TCP 443 AzureMachineLearning',
    );
    expect(packet?.destination).toBe('4.171.27.64');
    expect(blocked).toMatchObject([{ ranges: 1 }]);
  });

  it('separate the part that passes from the part that they block, each with its packets', () => {
    const all = firewall({ 'net 200 Allow': ['net All TCP *>20.0.0.0/8:443'] });
    const asked = reachOf(behind(all, ownRoutes(['20.1.0.0/16 -> None'])), 'out TCP 443 20.0.0.0/8');
    expect(asked.allowed).toMatchObject([{ ranges: 2 }]);
    expect(asked.blocked).toMatchObject([{ ranges: 1 }]);
    expect(asked.packet?.destination).toBe('20.1.0.0');
  });

  it('aren’t reported if the subnet has none', () => {
    const { trace } = reachOf(behind(passes), 'out TCP 443 AzureMachineLearning');
    expect(trace.some(({ text }) => text.key.startsWith('trace.onward'))).toBe(false);
  });
});
