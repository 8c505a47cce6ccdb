import { afterEach, expect, test } from 'vitest';
import { checkLive } from '../../live/check-live';
import { costBasis } from '../../live/creation';
import type { LivePorts, LiveTarget } from '../../live/live-types';
import { openLive } from '../../live/open-live';
import { openSampleClients } from '../sandbox/clients';
import { openLoopback } from '../sandbox/loopback/open-loopback';
import { isWrite } from '../../support/reads-by-post';

const sample = openSampleClients();
const group = `/subscriptions/${sample.azure.subscriptionId}/resourceGroups`;
const network = `${group}/rg-network-prod/providers/Microsoft.Network/virtualNetworks/vnet-ml-prod-weu`;
const target: LiveTarget = {
  workspaceId: `${group}/rg-ml-prod/providers/Microsoft.MachineLearningServices/workspaces/mlw-fraud-prod`,
  subnetId: `${network}/subnets/snet-train-gpu`,
  vmSize: 'Standard_DS3_v2',
  publicIp: false,
  create: null,
};
const name = 'live-c0ffee';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Returns the product's clients over HTTPS to a sandbox, and a user who types the given text. */
async function open({ typed = '', stop = new AbortController().signal } = {}) {
  const { azure } = openSampleClients();
  const loopback = await openLoopback(azure);
  closing.push(loopback.close);
  const lines: string[] = [];
  const questions: string[] = [];
  const ports: LivePorts = {
    ...openLive({ credential: azure.credential, endpoint: loopback.origin, certificate: loopback.cert }),
    say: (line) => void lines.push(line),
    ask: (question) => {
      questions.push(question);
      return Promise.resolve(typed);
    },
    stop,
  };
  const computes = () => Object.keys(azure.snapshot().resources).filter((id) => id.includes('/computes/'));
  const writes = () => azure.traffic.filter(isWrite).map(({ method }) => method);
  return { azure, ports, lines, questions, computes, writes };
}

test('reads everything, and writes nothing', async () => {
  const { ports, lines, questions, writes } = await open();
  expect(await checkLive(target, ports), lines.join('\n')).toEqual({ passed: 13, failed: 0 });
  expect([questions, writes()]).toEqual([[], []]);
});

test('a response that our clients can’t use fails without names, and nothing is created then', async () => {
  const { azure, ports, lines, writes } = await open({ typed: name });
  azure.faults.next({
    match: /LearningServices.*usages/,
    status: 403,
    code: 'AuthorizationFailed',
    message: 'anna@contoso.com',
  });
  const count = await checkLive({ ...target, create: { name, nodes: 0 } }, ports);
  expect(count.failed).toBe(1);
  expect(lines.find((line) => line.startsWith('✗'))).toMatch(/core quotas.*forbidden, 403/);
  expect(lines.join()).not.toContain('anna');
  expect(lines.at(-1)).toMatch(/^Nothing is created/);
  expect(writes()).toEqual([]);
});

test('a cluster is created, read, not overwritten, and deleted, once its name was typed', async () => {
  const { ports, lines, questions, computes, writes } = await open({ typed: ` ${name}\n` });
  const before = computes();
  const count = await checkLive({ ...target, create: { name, nodes: 0 } }, ports);
  expect(count, lines.join('\n')).toEqual({ passed: 17, failed: 0 });
  expect(questions).toEqual([`Type ${name} to create it, anything else to leave it: `]);
  expect(lines.join('\n')).toContain('Cost: none.');
  expect(lines.join('\n')).toContain('free → sent → accepted → state → ready');
  expect(writes()).toEqual(['PUT', 'DELETE']);
  expect(computes()).toEqual(before);
});

test.each(['', 'yes', 'live-c0ffe'])('nothing is created if %o was typed', async (typed) => {
  const { ports, lines, writes } = await open({ typed });
  await checkLive({ ...target, create: { name, nodes: 0 } }, ports);
  expect(lines.at(-1)).toBe('Nothing is created.');
  expect(writes()).toEqual([]);
});

test('a cluster whose creation fails is deleted too', async () => {
  const { azure, ports, lines, computes } = await open({ typed: name });
  const before = computes();
  azure.faults.next({
    match: `computes/${name}`,
    method: 'PUT',
    kind: 'operation',
    code: 'AllocationFailed',
  });
  const full = { ...target, subnetId: `${network}/subnets/snet-training` };
  const count = await checkLive({ ...full, create: { name, nodes: 1 } }, ports);
  expect(count.failed, lines.join('\n')).toBe(1);
  expect(lines.find((line) => line.startsWith('✗'))).toMatch(/a cluster is created/);
  expect(lines.at(-1)).toMatch(/^✓ it is deleted/);
  expect(computes()).toEqual(before);
});

test('the cluster’s name is reported if it can’t be deleted', async () => {
  const { azure, ports, lines } = await open({ typed: name });
  azure.faults.next({ match: `computes/${name}`, method: 'DELETE', status: 409, code: 'ScopeLocked' });
  const count = await checkLive({ ...target, create: { name, nodes: 0 } }, ports);
  expect(count.failed).toBe(1);
  expect(lines.join('\n')).toContain(`The cluster ${name} may still be there`);
});

test('requests nothing if it was stopped before the start', async () => {
  const { ports, lines, writes } = await open({ stop: AbortSignal.abort() });
  expect(await checkLive({ ...target, create: { name, nodes: 0 } }, ports)).toEqual({ passed: 0, failed: 0 });
  expect(lines).toEqual(['Nothing is created: what is read must be right first.']);
  expect(writes()).toEqual([]);
});

test('the cost is reported with its basis', async () => {
  const { ports } = await open();
  const price = await ports.hourlyPrice(sample.azure.subscriptionId, 'westeurope', 'Standard_DS3_v2');
  expect(price).toMatchObject({ currency: 'USD' });
  expect(costBasis(target, 1, { amount: 0.4, currency: 'USD' }).join(' ')).toMatch(
    /45 minutes at the longest: at most 0\.30 USD \(0\.4 USD an hour.*NAT gateway/,
  );
  expect(costBasis({ ...target, publicIp: true }, 1, null).join(' ')).toMatch(
    /lists no price.*load balancer/,
  );
  expect(await ports.hourlyPrice(sample.azure.subscriptionId, 'westeurope', 'Standard_None')).toBeNull();
});
