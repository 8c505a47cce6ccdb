import { describe, expect, it } from 'vitest';
import { formatAddressSet, parseAddressSet } from '../../../../src/core/addresses/address-set';
import { rangesOf } from '../../../../src/core/addresses/interval-set';
import { encodePrefixes } from '../../../support/encode-prefixes';
import { parsePrefix } from '../../../../src/core/addresses/prefix';
import { known } from '../../../../src/core/known';
import { createRouteMap } from '../../../../src/core/reach/route-map';
import { systemTarget } from '../../../../src/core/reach/route-target';
import { reach } from '../../../../src/core/reach/reach';
import { createTagCatalog, readPrefixes } from '../../../../src/core/tags/tag-catalog';
import { tagCatalogOf } from '../../../../src/core/tags/tag-snapshot';
import { ids, someNetwork } from '../../../support/networks';
import { reachOf, outcomeSummary } from '../../../support/reach-text';

const source = (prefix: string, rank: number, name = prefix) => ({
  prefixes: [parsePrefix(prefix)!],
  rank,
  target: systemTarget('internet', name),
});

function partition(set: string, ...sources: ReturnType<typeof source>[]): Record<string, string[]> {
  const map = createRouteMap(sources, []);
  const parts = map.partition(parseAddressSet([set]).set);
  return Object.fromEntries(
    parts.map(({ set: part, target }) => [target.route.destination, formatAddressSet(part)]),
  );
}

describe('segments', () => {
  it('nest, and the range around a longer prefix continues after it', () => {
    const all = [
      source('0.0.0.0/0', 5),
      source('10.0.0.0/8', 5),
      source('10.1.0.0/16', 0),
      source('10.1.2.0/24', 0),
    ];
    expect(partition('10.1.0.0/16', ...all)).toEqual({
      '10.1.0.0/16': [
        '10.1.0.0/23',
        '10.1.3.0/24',
        '10.1.4.0/22',
        '10.1.8.0/21',
        '10.1.16.0/20',
        '10.1.32.0/19',
        '10.1.64.0/18',
        '10.1.128.0/17',
      ],
      '10.1.2.0/24': ['10.1.2.0/24'],
    });
    expect(partition('10.2.0.0/31', ...all)).toEqual({ '10.0.0.0/8': ['10.2.0.0/31'] });
    expect(partition('11.0.0.0/32', ...all)).toEqual({ '0.0.0.0/0': ['11.0.0.0/32'] });
  });

  it('reach both ends of the address space', () => {
    const all = [source('0.0.0.0/0', 5), source('0.0.0.0/32', 0), source('255.255.255.255/32', 0)];
    expect(partition('255.255.255.254/31', ...all)).toEqual({
      '0.0.0.0/0': ['255.255.255.254/32'],
      '255.255.255.255/32': ['255.255.255.255/32'],
    });
    expect(partition('0.0.0.0/31', ...all)).toEqual({
      '0.0.0.0/32': ['0.0.0.0/32'],
      '0.0.0.0/0': ['0.0.0.1/32'],
    });
  });

  it('the lower rank wins among equal prefixes, and the first among equal ranks', () => {
    const all = [
      source('0.0.0.0/0', 5),
      source('10.0.0.0/8', 3, 'b'),
      source('10.0.0.0/8', 1, 'a'),
      source('10.0.0.0/8', 1, 'c'),
    ];
    expect(Object.keys(partition('10.0.0.0/8', ...all))).toEqual(['a']);
  });
});

describe('parts', () => {
  it('are normalized sets: adjacent ranges are one range', () => {
    // One route contains a prefix and a longer one in it, and another route is between them.
    const all = [
      {
        ...source('20.0.0.0/16', 0, 'a'),
        prefixes: ['20.0.0.0/16', '20.0.1.0/25'].map((text) => parsePrefix(text)!),
      },
      source('20.0.1.0/24', 0, 'b'),
      source('0.0.0.0/0', 5),
    ];
    const [first] = createRouteMap(all, []).partition(parseAddressSet(['20.0.0.0/22']).set);
    expect(rangesOf(first!.set)).toEqual([
      { first: 0x14000000, last: 0x1400017f },
      { first: 0x14000200, last: 0x140003ff },
    ]);
  });
});

describe('tables of many prefixes', () => {
  const many = (start: number): string[] => Array.from({ length: 20 }, (_, n) => `20.${start + n}.0.0/24`);
  const tags = createTagCatalog({
    cloud: 'public',
    date: '2025-11-09',
    changeNumber: '1',
    tags: new Map([
      ['Sql', () => readPrefixes(many(1))],
      ['Storage', () => readPrefixes(many(101))],
    ]),
  });

  it('are distinguished even if they are built alike', () => {
    const states = (route: string, remote: string): string =>
      outcomeSummary(reachOf({ routes: [route] }, `out TCP 443 ${remote}`, { tags }));
    expect(states('Sql -> None', 'Storage')).toBe('allowed by default');
    expect(states('Storage -> None', 'Storage')).toBe('blocked by route Storage');
    expect(states('Sql -> None', 'Sql')).toBe('blocked by route Sql');
  });
});

// virtual-networks-udr-overview, 2023-05-27: which route applies if several have the same prefix.
describe('ties of one prefix', () => {
  const one = encodePrefixes([parsePrefix('20.1.0.0/16')!]);
  const tags = tagCatalogOf({
    cloud: 'public',
    date: '2025-11-09',
    changeNumber: '1',
    tags: { Storage: one, 'Storage.WestEurope': one, AzureCloud: one, 'AzureCloud.westeurope': one },
  });
  const order = ['20.1.0.0/16', 'Storage.WestEurope', 'Storage', 'AzureCloud.westeurope', 'AzureCloud'];
  const pairs = order.flatMap((winner, at) => order.slice(at + 1).map((loser) => [winner, loser] as const));

  it.each(pairs)('%s before %s', (winner, loser) => {
    for (const routes of [
      [`${winner} -> None`, `${loser} -> Internet`],
      [`${loser} -> Internet`, `${winner} -> None`],
    ]) {
      const answer = reach({
        model: someNetwork({ routes }),
        subnetId: ids.subnet,
        tags,
        publicIp: known(true),
        flow: { direction: 'Outbound', protocol: 'TCP', ports: ['443'], remotes: ['20.1.0.0/16'] },
      });
      expect(outcomeSummary(answer)).toBe(`blocked by route ${winner}`);
    }
  });

  it('a longer prefix of a tag overrides a shorter written one, and merged prefixes don’t count', () => {
    const halves = encodePrefixes([parsePrefix('20.1.0.0/17')!, parsePrefix('20.1.128.0/17')!]);
    const split = tagCatalogOf({
      cloud: 'public',
      date: '2025-11-09',
      changeNumber: '1',
      tags: { Storage: halves },
    });
    const answer = reach({
      model: someNetwork({ routes: ['20.1.0.0/16 -> Internet', 'Storage -> None'] }),
      subnetId: ids.subnet,
      tags: split,
      publicIp: known(true),
      flow: { direction: 'Outbound', protocol: 'TCP', ports: ['443'], remotes: ['20.1.0.0/16'] },
    });
    expect(outcomeSummary(answer)).toBe('blocked by route Storage');
  });
});
