import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parsePrefix } from '../../../src/core/addresses/prefix';
import { failureTexts } from '../../../src/sandbox/failure-texts';
import type { FailureText } from '../../../src/sandbox/texts/failure-text';
import { situations } from '../../support/sample-situations';
import { all, openSampleClients } from './clients';

function overlaps(one: string, other: string): boolean {
  const [a, b] = [parsePrefix(one), parsePrefix(other)];
  return a !== undefined && b !== undefined && a.first <= b.last && b.first <= a.last;
}

const sources = fileURLToPath(new URL('../../../src/sandbox/', import.meta.url));

describe('the sample subscription', () => {
  test('contains every situation', () => {
    const { resources } = openSampleClients().azure.snapshot();
    const missing = situations.filter(({ id }) => !Object.hasOwn(resources, id));
    expect(missing.map(({ shows, situation }) => `${shows}: ${situation}`)).toEqual([]);
    expect(situations.length).toBeGreaterThan(0);
  });

  test('every network has a situation', () => {
    const ids = Object.keys(openSampleClients().azure.snapshot().resources);
    const networks = ids.filter((id) => /\/virtualNetworks\/[^/]+$/.test(id));
    for (const network of networks) {
      expect(situations.some(({ id }) => id.startsWith(`${network}/`))).toBe(true);
    }
    expect(networks).not.toEqual([]);
  });

  describe('Azure would accept', () => {
    const groupOf = ({ id }: { readonly id?: string }): string => id?.split('/')[4] ?? '';

    test('every rule', async () => {
      const { network } = openSampleClients();
      for (const group of await all(network.networkSecurityGroups.listAll())) {
        const written = await network.networkSecurityGroups
          .createOrUpdate(groupOf(group), group.name ?? '', group)
          .pollUntilDone();
        expect(written.securityRules).toEqual(group.securityRules);
      }
    });

    test('every route', async () => {
      const { network } = openSampleClients();
      for (const table of await all(network.routeTables.listAll())) {
        const written = await network.routeTables
          .createOrUpdate(groupOf(table), table.name ?? '', table)
          .pollUntilDone();
        expect(written.routes).toEqual(table.routes);
      }
    });

    test('every network and subnet', async () => {
      const { network } = openSampleClients();
      for (const whole of await all(network.virtualNetworks.listAll())) {
        const written = await network.virtualNetworks
          .createOrUpdate(groupOf(whole), whole.name ?? '', whole)
          .pollUntilDone();
        expect(written.subnets).toEqual(whole.subnets);
      }
    });
  });

  test('no two networks share an address, except those that overlap on purpose', async () => {
    const { network } = openSampleClients();
    const prefixes = (await all(network.virtualNetworks.listAll())).flatMap(
      (one) => one.addressSpace?.addressPrefixes ?? [],
    );
    const clashes = prefixes.filter((one, at) =>
      prefixes.slice(at + 1).some((other) => overlaps(one, other)),
    );
    expect(clashes).toEqual([]);
  });

  test('a peering is on both sides, unless one has not accepted it', async () => {
    const { network } = openSampleClients();
    const networks = await all(network.virtualNetworks.listAll());
    const connected = networks.flatMap((one) =>
      (one.virtualNetworkPeerings ?? [])
        .filter(({ peeringState }) => peeringState === 'Connected')
        .map(({ remoteVirtualNetwork }) => ({ from: one.id, to: remoteVirtualNetwork?.id })),
    );
    // The hub is in a subscription that the signed-in user can't read.
    const here = connected.filter(({ to }) => networks.some(({ id }) => id === to));
    expect(here.length).toBeGreaterThan(1);
    for (const { from, to } of here) expect(here).toContainEqual({ from: to, to: from });
  });

  test('long lists: 500 more networks with their own NSGs', async () => {
    const { network, azure } = openSampleClients({ spokes: 500 });
    const networks = await all(network.virtualNetworks.listAll());
    expect(networks.filter(({ name }) => name?.startsWith('vnet-spoke-0'))).toHaveLength(500);
    expect(networks.at(-1)).toMatchObject({
      name: 'vnet-spoke-0500',
      addressSpace: { addressPrefixes: ['10.129.244.0/24'] },
    });
    expect(azure.traffic).toHaveLength(Math.ceil(networks.length / 50));
    const prefixes = networks.flatMap((entry) => entry.addressSpace?.addressPrefixes ?? []);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });
});

describe('texts', () => {
  const entries: [string, FailureText][] = Object.entries(failureTexts);

  test('that was seen or that is documented has a source', () => {
    const cited = entries.filter(([, { origin }]) => origin === 'seen' || origin === 'documented');
    expect(cited.length).toBeGreaterThan(0);
    expect(cited.filter(([, { source }]) => !source).map(([key]) => key)).toEqual([]);
  });

  test('every text is used', () => {
    const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.startsWith('texts'),
    );
    const code = files.map((name) => readFileSync(join(sources, name), 'utf8')).join('\n');
    const unused = entries.map(([key]) => key).filter((key) => !code.includes(`'${key}'`));
    expect(unused).toEqual([]);
  });
});
