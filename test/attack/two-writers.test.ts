import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generate } from 'selfsigned';
import type { Azure, ChangeOutcome } from '../../src/azure/ports';
import type { NewRule, ResourceChange } from '../../src/core/resource-change';
import type { NetworkModel } from '../../src/core/network/model';
import { serveOnLoopback, type Loopback } from '../support/loopback/serve';
import { createSampleAzure } from '../../src/sandbox/sample/create-sample-azure';
import { sampleNetworkId } from '../../src/sandbox/sample/names';
import { caseCount } from '../support/case-count';
import { connectHostile } from '../support/hostile-azure';
import { shippedTagFile } from '../support/shipped-tags';

const noStop = new AbortController().signal;
const nsg = sampleNetworkId('rg-network-prod', 'networkSecurityGroups', 'nsg-training');

const sample = createSampleAzure({ tags: shippedTagFile('public') });
let server: Loopback;
let certificate: string;
beforeAll(async () => {
  const made = await generate([{ name: 'commonName', value: 'Sample' }], {
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  certificate = made.cert;
  server = await serveOnLoopback({ azure: sample, port: 0, key: made.private, cert: made.cert });
});
afterAll(() => server.close());

interface Window {
  readonly azure: Azure;
  readonly model: NetworkModel;
}

/** Opens a separate window with its own clients and its own read of the networks. */
async function openWindow(): Promise<Window> {
  const azure = connectHostile({ origin: server.origin, certificate }, 'editor', {
    credential: sample.credential,
  });
  return { azure, model: await azure.read.networks(sample.subscriptionId, noStop) };
}

function inserts(name: string, priority: number): ResourceChange {
  const rule: NewRule = {
    name,
    why: { key: 'why' },
    priority,
    direction: 'Outbound',
    access: 'Allow',
    protocol: 'Udp',
    sources: ['VirtualNetwork'],
    destinations: ['AzureMachineLearning'],
    destinationPorts: ['5831'],
  };
  return { type: 'rule', id: nsg, before: null, after: rule };
}

const apply = ({ azure, model }: Window, changes: readonly ResourceChange[]): Promise<ChangeOutcome> =>
  azure.change.apply({ model, changes, describe: () => 'Because.', done: [] }, () => undefined, noStop);

async function rulesNow(): Promise<readonly string[]> {
  const { model } = await openWindow();
  const group = model.securityGroups.find((one) => one.id.toLowerCase() === nsg.toLowerCase());
  return group?.rules.known ? group.rules.value.map((one) => one.name) : [];
}

describe('several windows that apply a fix to one network security group at once', () => {
  const windows = 4;

  test.each(Array.from({ length: caseCount(2, 25) }, (_, round) => round))(
    'don’t lose a rule, of these windows or of others (round %i)',
    async (round) => {
      const before = await rulesNow();
      const open = await Promise.all(Array.from({ length: windows }, openWindow));
      const names = open.map((_, at) => `Round-${round}-Window-${at}`);
      const outcomes = await Promise.all(
        open.map((one, at) => apply(one, [inserts(names[at] ?? '', 1000 + round * windows + at)])),
      );
      const after = await rulesNow();
      const applied = names.filter((_, at) => outcomes[at]?.refused === null);
      expect(applied.length).toBeGreaterThan(0);
      expect([...after].sort()).toEqual([...before, ...applied].sort());
      for (const { refused } of outcomes) expect([undefined, 'changed']).toContain(refused?.code);
    },
  );

  test('apply the same fix once, and don’t report a false failure', async () => {
    const open = await Promise.all(Array.from({ length: windows }, openWindow));
    const outcomes = await Promise.all(open.map((one) => apply(one, [inserts('Same', 2000)])));
    expect((await rulesNow()).filter((one) => one === 'Same')).toHaveLength(1);
    for (const { refused } of outcomes) expect([undefined, 'changed']).toContain(refused?.code);
  });
});
