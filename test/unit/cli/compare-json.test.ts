import { toJsonSchema } from '@valibot/to-json-schema';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { compareReportSchema, type CompareReport } from '../../../src/contract/compare-report';
import { printedHubFirewall, spoke, tableTo } from './printed-spoke';
import { ran } from './ran';

/** After an intended change, `npx vitest run test/unit/cli/compare-json -u` writes the file again. */
test('docs/compare-report.schema.json describes the report', async () => {
  const schema = toJsonSchema(compareReportSchema, { target: 'draft-2020-12' });
  const text = `${JSON.stringify({ $id: 'compare-report.schema.json', ...schema }, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../../docs/compare-report.schema.json');
});

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');
const wider = network.replace("destinationPortRange: '443'", "destinationPortRange: '443-445'");

async function compared(before: string, after: string, options = '') {
  const [a, b] = before.startsWith('[') ? ['a.json', 'b.json'] : ['a.bicep', 'b.bicep'];
  const ended = await ran(`compare ${a} ${b} --format json${options}`, { [a]: before, [b]: after });
  expect(ended.error).toBe('');
  const report: CompareReport = v.parse(compareReportSchema, JSON.parse(ended.out));
  expect(ended.code).toBe(report.same ? 0 : 1);
  return report;
}

describe('two files', () => {
  test('report newly allowed traffic with its packet, and the rule with its place in the later file', async () => {
    const { subnets, ...head } = await compared(network, wider);
    expect(head).toMatchObject({ version: 1, before: 'a.bicep', after: 'b.bicep', same: false });
    const [one] = subnets;
    expect(one).toMatchObject({
      before: { name: 'snet-training', network: 'vnet-ml', prefixes: ['10.40.4.0/26'] },
      sharedAddresses: 'all',
      closes: [],
    });
    const line = wider.split('\n').findIndex((text) => text.includes("name: 'Allow-Services'")) + 1;
    expect(one?.opens).toMatchObject([
      {
        direction: 'Outbound',
        certain: true,
        host: null,
        packet: { protocol: 'TCP', source: '10.40.4.4', destinationPort: 444 },
        parts: [{ protocol: 'TCP', ports: '444-445', hosts: [] }],
        decidedBy: { kind: 'rule', name: 'Allow-Services', priority: 120, place: { file: 'b.bicep' } },
      },
    ]);
    const place = one?.opens[0]?.decidedBy?.place;
    expect(Math.abs((place?.line ?? 0) - line)).toBeLessThan(3);
    expect(one?.outcomes).toMatchObject([
      {
        id: 'outbound-storage-445',
        before: { outcome: 'blocked', decidedBy: { name: 'Deny-All', place: { file: 'a.bicep' } } },
        after: { outcome: 'allowed', explicit: true, decidedBy: { name: 'Allow-Services' } },
      },
    ]);
  });

  test('don’t have differences if they’re the same', async () => {
    const report = await compared(network, network);
    expect(report.same).toBe(true);
    expect(report.subnets[0]).toMatchObject({ same: true, opens: [], closes: [], outcomes: [] });
  });
});

/** Returns a spoke, and a firewall that allows the hosts of its application rules. */
function spokeWith(hosts: Readonly<Record<string, readonly string[]>>, nextHop?: string): string {
  const rules = Object.entries(hosts).map(([name, targetFqdns]) => ({
    name,
    protocols: [{ protocolType: 'Https', port: 443 }],
    sourceAddresses: ['*'],
    targetFqdns,
  }));
  const applicationRuleCollections = [{ name: 'hosts', priority: 100, action: { type: 'Allow' }, rules }];
  return JSON.stringify([spoke, tableTo(nextHop), { ...printedHubFirewall, applicationRuleCollections }]);
}

describe('a firewall that filters by host name', () => {
  const options = ' --subnet snet --compute cluster --public-ip no';
  const mirror = 'mirror.example.org';

  test('reports each host that is newly allowed or no longer allowed, with the rule', async () => {
    const { subnets } = await compared(
      spokeWith({ Code: ['github.com'] }),
      spokeWith({ Mirror: [mirror] }),
      options,
    );
    expect(subnets[0]?.opens).toMatchObject([
      {
        host: mirror,
        certain: true,
        parts: [{ protocol: 'TCP', ports: '443', hosts: [mirror] }],
        decidedBy: { kind: 'firewall-rule', name: 'Mirror', collection: 'hosts', default: false },
      },
    ]);
    expect(subnets[0]?.closes).toMatchObject([
      { host: 'github.com', certain: true, decidedBy: { kind: 'firewall-rule', default: true } },
    ]);
  });

  test('reports a rule for every host as newly allowed traffic to all hosts without a rule', async () => {
    const { subnets } = await compared(
      spokeWith({ Code: ['github.com'] }),
      spokeWith({ Code: ['github.com'], All: ['*'] }),
      options,
    );
    expect(subnets[0]?.opens).toMatchObject([{ host: '*', decidedBy: { name: 'All' } }]);
    expect(subnets[0]?.closes).toEqual([]);
  });

  test('as text', async () => {
    const { out } = await ran(`compare a.json b.json${options}`, {
      'a.json': spokeWith({ Code: ['github.com'] }),
      'b.json': spokeWith({ Code: ['github.com'], All: ['*'] }),
    });
    expect(out).toMatch(
      /\*\*Outbound TCP 443 \(other hosts\)\*\*, \d+ address ranges, by rule All of firewall afw\./,
    );
    expect(out).toContain('Nothing closes.');
  });
});

describe('an unknown result', () => {
  const options = ' --subnet snet --compute cluster --public-ip no';
  const read = spokeWith({ All: ['*'] });
  const elsewhere = spokeWith({ All: ['*'] }, '10.9.0.9');

  test('isn’t a difference if it remains unknown, and is listed', async () => {
    const { same, subnets } = await compared(elsewhere, elsewhere, options);
    expect(same).toBe(true);
    const [one] = subnets[0]?.unknown ?? [];
    expect(one).toMatchObject({
      changes: false,
      before: { is: 'forwarded', because: null, decidedBy: { kind: 'route', nextHopAddress: '10.9.0.9' } },
      after: { is: 'forwarded' },
    });
    expect(one?.packet.source).toBe('10.1.2.4');
  });

  test('is a difference if it was known before', async () => {
    const { same, subnets } = await compared(read, elsewhere, options);
    expect(same).toBe(false);
    expect(subnets[0]?.unknown).toContainEqual(
      expect.objectContaining({
        changes: true,
        before: { is: 'passes', because: null, decidedBy: null },
        after: expect.objectContaining({ is: 'forwarded' }),
      }),
    );
  });

  test('as text, in both languages', async () => {
    const files = { 'a.json': read, 'b.json': elsewhere };
    const { out } = await ran(`compare a.json b.json${options}`, files);
    expect(out).toMatch(
      /## Unknown \(\d+\)\n\n- \*\*Outbound TCP .*a\.json: Allowed\. b\.json: Depends on an appliance: 10\.9\.0\.9\. Example packet: TCP/,
    );
    const french = await ran(`compare a.json b.json${options}`, files, 'fr');
    expect(french.out).toContain('## Inconnu (');
  });
});

describe('unsupported options of a command are rejected, not ignored', () => {
  test.each([
    ['compare a.bicep b.bicep --format sarif', 'text and json'],
    ['compare a.bicep b.bicep --format yaml', 'text and json'],
    ['compare a.bicep b.bicep --fail-on error', '--fail-on'],
    ['compare a.bicep b.bicep --allow-unknown', '--allow-unknown'],
    ['explain a.bicep:1 --format json', 'text'],
    ['fix a.bicep --format json', 'text'],
  ])('%s', async (line, reported) => {
    const { code, out, error } = await ran(line, { 'a.bicep': network, 'b.bicep': network });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain(reported);
  });
});
