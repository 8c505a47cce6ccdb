import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failureTexts } from '../../../src/sandbox/failure-texts';
import type { FailureText } from '../../../src/sandbox/texts/failure-text';
import { situations } from '../../../src/sandbox/sample/situations';
import { all, openSample } from './clients';

const sources = new URL('../../../src/sandbox/', import.meta.url).pathname;

describe('the sample subscription', () => {
  test.each(situations)('$shows: $situation', ({ id }) => {
    expect(Object.keys(openSample().azure.snapshot().resources)).toContain(id);
  });

  test('every network has a situation', () => {
    const ids = Object.keys(openSample().azure.snapshot().resources);
    const networks = ids.filter((id) => /\/virtualNetworks\/[^/]+$/.test(id));
    for (const network of networks) {
      expect(situations.some(({ id }) => id.startsWith(`${network}/`))).toBe(true);
    }
    expect(networks).toHaveLength(7);
  });

  test('every rule and route of the sample is one that Azure accepts', async () => {
    const { network } = openSample();
    for (const group of await all(network.networkSecurityGroups.listAll())) {
      const [, , , , name = ''] = group.id?.split('/') ?? [];
      const written = await network.networkSecurityGroups
        .createOrUpdate(name, group.name ?? '', group)
        .pollUntilDone();
      expect(written.securityRules).toEqual(group.securityRules);
    }
    const table = await network.routeTables.get('rg-risk-platform', 'rt-hub');
    expect(
      (await network.routeTables.createOrUpdate('rg-risk-platform', 'rt-hub', table).pollUntilDone()).routes,
    ).toEqual(table.routes);
    const whole = await network.virtualNetworks.get('rg-network-prod', 'vnet-ml-prod-weu');
    const again = await network.virtualNetworks
      .createOrUpdate('rg-network-prod', 'vnet-ml-prod-weu', whole)
      .pollUntilDone();
    expect(again.subnets).toEqual(whole.subnets);
  });

  test('long lists: 500 further networks with groups of their own', async () => {
    const { network, azure } = openSample({ spokes: 500 });
    const networks = await all(network.virtualNetworks.listAll());
    expect(networks).toHaveLength(507);
    expect(networks.at(-1)).toMatchObject({
      name: 'vnet-spoke-0500',
      addressSpace: { addressPrefixes: ['10.129.244.0/24'] },
    });
    expect(azure.traffic).toHaveLength(11);
    const prefixes = networks.flatMap((entry) => entry.addressSpace?.addressPrefixes ?? []);
    expect(new Set(prefixes).size).toBe(507);
  });
});

describe('texts', () => {
  const entries: [string, FailureText][] = Object.entries(failureTexts);

  test.each(entries.filter(([, text]) => text.origin === 'seen' || text.origin === 'documented'))(
    '%s names its source',
    (_, text) => {
      expect(text.source).toBeTruthy();
    },
  );

  test('every text is used', () => {
    const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.startsWith('texts'),
    );
    const code = files.map((name) => readFileSync(join(sources, name), 'utf8')).join('\n');
    const unused = entries.map(([key]) => key).filter((key) => !code.includes(`'${key}'`));
    expect(unused).toEqual([]);
  });
});
