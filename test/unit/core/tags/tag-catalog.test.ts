import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contains, equals, rangesOf, memberCount } from '../../../../src/core/addresses/interval-set';
import { isSubset } from '../../../../src/core/addresses/interval-algebra';
import { parseIpv4 } from '../../../../src/core/addresses/ipv4';
import { formatPrefix, parsePrefix } from '../../../../src/core/addresses/prefix';
import { encodePrefixes } from '../../../support/encode-prefixes';
import { locationOfTagRegion, tagRegionOf } from '../../../../src/core/azure-facts/region-codes';
import {
  createTagCatalog,
  liveTagCatalog,
  readPrefixes,
  regionalTag,
} from '../../../../src/core/tags/tag-catalog';
import { tagCatalogOf } from '../../../../src/core/tags/tag-snapshot';
import { shippedTags } from '../../../support/shipped-tags';

const toy = tagCatalogOf({
  cloud: 'public',
  date: '2025-11-09',
  changeNumber: '376',
  tags: {
    'Storage.WestEurope': encodePrefixes([parsePrefix('20.0.0.0/25')!, parsePrefix('20.0.0.128/25')!]),
    AzureCloud: encodePrefixes([parsePrefix('20.0.0.0/24')!]),
    Empty: '',
  },
});

describe('a catalog of service tags', () => {
  it('finds tags without regard to case and keeps their spelling', () => {
    expect(toy.spelling('STORAGE.westeurope')).toBe('Storage.WestEurope');
    expect(toy.lookup('storage.WESTEUROPE')).toBe(toy.lookup('Storage.WestEurope'));
    expect(toy.lookup('Storge')).toBeUndefined();
    expect(toy.lookup('Empty')).toHaveLength(0);
  });

  it('returns one set for tags with the same addresses, but keeps the published prefixes', () => {
    expect(toy.lookup('AzureCloud')).toBe(toy.lookup('Storage.WestEurope'));
    expect(toy.prefixes('Storage.WestEurope')?.map(({ length }) => length)).toEqual([25, 25]);
    expect(toy.prefixes('AzureCloud')?.map(({ length }) => length)).toEqual([24]);
  });

  it('lists each tag name as it is spelled', () => {
    expect(toy.names).toEqual(['Storage.WestEurope', 'AzureCloud', 'Empty']);
  });

  it('reads the prefixes of a tag once', () => {
    expect(toy.prefixes('azurecloud')).toBe(toy.prefixes('AzureCloud'));
  });

  it('distinguishes sets whose numbers look the same when joined', () => {
    const tags = createTagCatalog({
      cloud: 'public',
      date: '2025-11-09',
      changeNumber: '376',
      tags: new Map([
        ['Sql', () => readPrefixes(['0.0.0.1/32', '0.0.0.11/32'])],
        ['Storage', () => readPrefixes(['0.0.0.111/32'])],
      ]),
    });
    expect(rangesOf(tags.lookup('Sql')!)).toHaveLength(2);
    expect(rangesOf(tags.lookup('Storage')!)).toHaveLength(1);
  });

  it.each([
    [['20.0.1.0/24', '20.0.0.0/24', '20.0.0.0/16']],
    [['20.0.0.0/16', '20.0.1.0/24', '20.0.0.0/24']],
    [['20.0.0.0/24', '20.0.0.0/16', '2603:1020::/32', '20.0.1.0/24']],
  ])('sorts %j by first address, then by length', (texts) => {
    expect(readPrefixes(texts).map(formatPrefix)).toEqual(['20.0.0.0/16', '20.0.0.0/24', '20.0.1.0/24']);
  });

  it('finds regional tags by location', () => {
    expect(regionalTag(toy, 'Storage', 'West Europe')).toBe('Storage.WestEurope');
    expect(regionalTag(toy, 'Storage', 'northeurope')).toBeUndefined();
  });
});

describe('the shipped lists', () => {
  it.each([
    ['public', '2025-11-09', '376', 3041],
    ['usgov', '2026-07-19', '401', 299],
    ['china', '2025-10-20', '370', 325],
  ] as const)('%s is of %s', (cloud, date, changeNumber, count) => {
    const tags = shippedTags(cloud);
    expect({ cloud: tags.cloud, date: tags.date, changeNumber: tags.changeNumber }).toEqual({
      cloud,
      date,
      changeNumber,
    });
    expect(tags.names).toHaveLength(count);
    for (const name of tags.names) expect(tags.lookup(name)).toBeDefined();
  });

  // IPv4 prefixes counted in Microsoft's files of those dates.
  it.each([
    ['public', 'AzureMachineLearning', 255],
    ['usgov', 'AzureMachineLearning', 25],
    ['public', 'AzureFrontDoor.FirstParty', 42],
  ] as const)('%s: %s has %i prefixes', (cloud, tag, count) => {
    expect(shippedTags(cloud).prefixes(tag)).toHaveLength(count);
  });

  it.each(['usgov', 'china'] as const)('%s doesn’t have AzureFrontDoor.FirstParty', (cloud) => {
    expect(shippedTags(cloud).lookup('AzureFrontDoor.FirstParty')).toBeUndefined();
  });

  it('compare tags by published prefixes, not by name', () => {
    const tags = shippedTags('public');
    expect(isSubset(tags.lookup('BatchNodeManagement.WestEurope')!, tags.lookup('AzureCloud')!)).toBe(true);
    expect(isSubset(tags.lookup('AzureActiveDirectory')!, tags.lookup('AzureCloud')!)).toBe(false);
    expect(contains(tags.lookup('AzureActiveDirectory')!, parseIpv4('20.190.128.1')!)).toBe(true);
    expect(memberCount(tags.lookup('Storage.WestEurope')!)).toBeGreaterThan(0);
  });
});

describe('the live list', () => {
  const readAt = '2026-11-24T10:00:00Z';
  const tags = {
    AzureCloud: ['20.0.0.0/16', 'fd00::/8'],
    Storage: ['20.1.0.0/16'],
    'storage.westeurope': ['20.1.0.0/24'],
  };
  const wanted = { needed: ['AzureCloud', 'Storage'], location: 'westeurope' };
  it('replaces the shipped list, with its own date', () => {
    const live = liveTagCatalog({ changeNumber: '400', readAt, tags }, toy, wanted);
    expect(live?.date).toBe(readAt);
    expect(live?.prefixes('Storage')).toEqual([parsePrefix('20.1.0.0/16')]);
  });
  it('doesn’t require a tag that the shipped list doesn’t have either', () => {
    const needed = [...wanted.needed, 'AzureFrontDoor.FirstParty'];
    expect(liveTagCatalog({ changeNumber: '400', readAt, tags }, toy, { ...wanted, needed })).toBeDefined();
  });
  it('is the shipped list if it has the same change number', () => {
    expect(liveTagCatalog({ changeNumber: '376', readAt, tags }, toy, wanted)).toBe(toy);
  });
  it.each([
    ['nothing', {}],
    ['a tag without an address', { ...tags, AzureCloud: [] }],
    ['one tag missing', { 'Storage.WestEurope': ['20.1.0.0/16'] }],
    ['the regional tag missing', { AzureCloud: ['20.1.0.0/16'], Storage: ['20.1.0.0/16'] }],
  ])('doesn’t replace it if it has %s, even with the same change number', (_what, part) => {
    expect(liveTagCatalog({ changeNumber: '376', readAt, tags: part }, toy, wanted)).toBeUndefined();
  });
});

describe('regions', () => {
  const regions = JSON.parse(
    readFileSync(new URL('../../../../data/regions.json', import.meta.url), 'utf8'),
  ) as Record<string, { tag: string; azureCloud: string }>;

  it('agree with the table of region codes, both ways', () => {
    expect(Object.keys(regions).length).toBeGreaterThan(60);
    for (const [location, { tag, azureCloud }] of Object.entries(regions)) {
      expect(tagRegionOf('Storage', location)).toBe(tag.toLowerCase());
      expect(tagRegionOf('AzureCloud', location)).toBe(azureCloud);
      expect(locationOfTagRegion(tag)).toBe(location);
      expect(locationOfTagRegion(azureCloud)).toBe(location);
    }
  });

  it('lead to tags that the shipped list holds', () => {
    const tags = shippedTags('public');
    expect(regionalTag(tags, 'AzureCloud', 'Norway East')).toBe('AzureCloud.norwaye');
    expect(regionalTag(tags, 'AzureMachineLearning', 'norwayeast')).toBe('AzureMachineLearning.NorwayEast');
    expect(regionalTag(tags, 'AzureActiveDirectory', 'westeurope')).toBeUndefined();
    expect(equals(tags.lookup('AzureCloud.norwaye')!, tags.lookup('azurecloud.NorwayE')!)).toBe(true);
  });
});
