import { expect, test } from 'vitest';
import type { Journal } from '../../../src/sandbox/journal';
import { colleague } from '../../../src/sandbox/other-user';
import { anna, sampleNetworkId } from '../../../src/sandbox/sample/names';
import { openSampleClients, type Sample } from './clients';
import { rawClient } from './raw-client';

const nsg = sampleNetworkId('rg-network-prod', 'networkSecurityGroups', 'nsg-training');
const [, , subscriptionId = ''] = nsg.split('/');
const log = `/subscriptions/${subscriptionId}/providers/Microsoft.Insights/eventtypes/management/values?api-version=2015-04-01`;
const start = Date.parse('2026-07-30T10:00:00.000Z');
const day = 24 * 3_600_000;

interface Listed {
  readonly status: number;
  readonly events: readonly Readonly<Record<string, unknown>>[];
  readonly next: string | undefined;
}

/** Lists the events of a resource in the last `days`, as `$filter` describes them. */
async function list(sample: Sample, { id = nsg, days = 89, more = '', filter = '' }): Promise<Listed> {
  const from = new Date(start - days * day).toISOString();
  const to = new Date(start + day).toISOString();
  const used =
    filter || `eventTimestamp ge '${from}' and eventTimestamp le '${to}' and resourceUri eq '${id}'`;
  const { status, body } = await rawClient(sample)(`${log}&$filter=${encodeURIComponent(used)}${more}`);
  const { value = [], nextLink } = body as { value?: Listed['events']; nextLink?: string };
  return { status, events: value, next: nextLink };
}

const lines = ({ events }: Listed): readonly string[] =>
  events.map(({ caller, operationName, status, resourceId }) => {
    const { value: operation } = operationName as { value: string };
    const { value: state } = status as { value: string };
    return `${String(caller)} ${operation.replace('Microsoft.Network/networkSecurityGroups', '…')} ${state} ${String(resourceId).split('/').at(-1) ?? ''}`;
  });

function createRule({ network }: Sample, name: string) {
  return network.securityRules.beginCreateOrUpdate('rg-network-prod', 'nsg-training', name, {
    ...{ priority: 300, direction: 'Outbound', access: 'Allow', protocol: 'Udp' },
    ...{ sourceAddressPrefix: '*', sourcePortRange: '*' },
    ...{ destinationAddressPrefix: '*', destinationPortRange: '53' },
  });
}

test('the log has what happened before the sample began, the newest first, with the parts of a resource', async () => {
  const sample = openSampleClients({ now: () => start });
  const ofAll = await list(sample, {});
  expect(lines(ofAll)).toEqual([
    `${colleague} …/securityRules/write Succeeded Deny-All`,
    `${colleague} …/securityRules/write Started Deny-All`,
    expect.stringMatching(/^[\da-f-]{36} …\/write Succeeded nsg-training$/),
    expect.stringMatching(/^[\da-f-]{36} …\/write Started nsg-training$/),
  ]);
  expect((await list(sample, { id: `${nsg}/securityRules/Deny-All` })).events).toHaveLength(2);
  expect((await list(sample, { id: `${nsg}-2` })).events).toEqual([]);
  expect((await list(sample, { days: 10 })).events).toHaveLength(2);
});

test('lists have pages, and only selected members', async () => {
  const sample = openSampleClients({ now: () => start, pageSize: 3 });
  const first = await list(sample, { more: '&$select=caller,status' });
  expect(first.events.map((one) => Object.keys(one))).toEqual(Array(3).fill(['caller', 'status']));
  expect(first.next).toContain('skiptoken');
});

test('an operation is accepted first, and succeeds or fails when it ends', async () => {
  let now = start;
  const sample = openSampleClients({ pace: 'lifelike', latency: 0, now: () => now });
  const id = `${nsg}/securityRules/Allow-DNS`;
  void createRule(sample, 'Allow-DNS');
  await expect
    .poll(async () => lines(await list(sample, { id })))
    .toEqual([
      `${anna.client} …/securityRules/write Accepted Allow-DNS`,
      `${anna.client} …/securityRules/write Started Allow-DNS`,
    ]);
  now += 10_000;
  expect(lines(await list(sample, { id }))[0]).toBe(
    `${anna.client} …/securityRules/write Succeeded Allow-DNS`,
  );
  sample.azure.faults.next({ kind: 'operation', match: 'Allow-DNS', method: 'DELETE' });
  void sample.network.securityRules.beginDelete('rg-network-prod', 'nsg-training', 'Allow-DNS');
  await expect.poll(async () => lines(await list(sample, { id }))[0]).toContain('delete Accepted');
  now += 10_000;
  expect(lines(await list(sample, { id }))[0]).toBe(`${anna.client} …/securityRules/delete Failed Allow-DNS`);
});

test.each([
  ['without a filter', { filter: ' ' }],
  ['with another pattern', { filter: "resourceUri eq 'x'" }],
  [
    'with a condition that isn’t allowed',
    {
      filter:
        "eventTimestamp ge '2026-07-29' and eventTimestamp le '2026-07-30' and resourceUri eq 'x' or 1 eq 1",
    },
  ],
  ['earlier than 90 days', { days: 91 }],
])('a request %s is refused', async (_, query) => {
  const sample = openSampleClients({ now: () => start });
  expect((await list(sample, query)).status).toBe(400);
});

test('after a reload, the log has the same events', async () => {
  let kept: string | undefined;
  const open = () =>
    openSampleClients({
      now: () => start,
      journal: {
        read: () => (kept === undefined ? undefined : (JSON.parse(kept) as unknown)),
        keep: (journal: Journal) => {
          kept = JSON.stringify(journal);
        },
      },
    });
  const sample = open();
  await createRule(sample, 'Allow-DNS');
  const path = `${nsg}/securityRules/Deny-All`;
  const properties = sample.azure.snapshot().resources[path];
  expect(sample.azure.writeByOther({ method: 'PUT', path, body: { properties: { ...properties } } })).toBe(
    true,
  );
  const before = lines(await list(sample, {}));
  expect(before.filter((one) => one.startsWith(anna.client))).not.toEqual([]);
  expect(before.filter((one) => one.startsWith(colleague)).length).toBeGreaterThan(2);
  expect(lines(await list(open(), {}))).toEqual(before);
});
