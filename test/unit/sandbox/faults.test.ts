import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import type { Journal } from '../../../src/sandbox/journal';
import { createFaultControl } from '../../../src/sandbox/sample/fault-control';
import { faultPresets, type FaultPreset } from '../../../src/sandbox/sample/fault-presets';
import { sampleNetworkId } from '../../../src/sandbox/sample/names';
import { openSampleClients, refusalOf, type Sample } from './clients';

const rg = 'rg-network-prod';
const nsg = 'nsg-training';
const group = sampleNetworkId(rg, 'networkSecurityGroups', nsg);

const allowDns = (sample: Sample, name = 'Allow-DNS'): Promise<unknown> =>
  sample.network.securityRules.beginCreateOrUpdateAndWait(
    rg,
    nsg,
    name,
    {
      priority: 205,
      direction: 'Outbound',
      access: 'Allow',
      protocol: 'Udp',
      sourceAddressPrefix: '*',
      sourcePortRange: '*',
      destinationAddressPrefix: '10.9.9.9',
      destinationPortRange: '53',
    },
    { updateIntervalInMs: 1 },
  );

const ruleNames = ({ azure }: Sample): readonly string[] =>
  Object.keys(azure.snapshot().resources)
    .filter((id) => id.startsWith(`${group}/`))
    .map((id) => id.slice(id.lastIndexOf('/') + 1));

describe('a fault', () => {
  test('that loses the response has executed the request, and the client’s retry finds the change', async () => {
    const sample = openSampleClients();
    sample.azure.faults.next({ kind: 'lost', method: 'PUT' });
    await allowDns(sample);
    expect(ruleNames(sample).filter((one) => one === 'Allow-DNS')).toHaveLength(1);
    const puts = sample.azure.traffic.filter((one) => one.method === 'PUT');
    expect(puts.map((one) => one.status)).toEqual([201, expect.any(Number)]);
  });

  test('that is slow takes its time and changes no response', async () => {
    const sample = openSampleClients();
    sample.azure.faults.next({ kind: 'slow', milliseconds: 40 });
    sample.azure.faults.next({ status: 403, code: 'No' });
    expect(await refusalOf(sample.network.networkSecurityGroups.get(rg, nsg))).toMatchObject({ status: 403 });
    expect(sample.azure.faults.pending()).toBe(0);
  });

  test('that makes another user write first fails a conditional write', async () => {
    const sample = openSampleClients();
    const before = await sample.network.networkSecurityGroups.get(rg, nsg);
    sample.azure.faults.next({ kind: 'meanwhile', method: 'PUT' });
    const answer = await sample.azure.httpClient.sendRequest(
      createPipelineRequest({
        url: `https://management.azure.com${group}?api-version=2024-05-01`,
        method: 'PUT',
        headers: createHttpHeaders({ authorization: 'Bearer sandbox', 'if-match': before.etag ?? '' }),
        body: JSON.stringify({ location: before.location }),
      }),
    );
    expect(answer.status).toBe(412);
    const after = await sample.network.networkSecurityGroups.get(rg, nsg);
    expect(after.etag).not.toBe(before.etag);
    expect(after.securityRules?.length).toBe(before.securityRules?.length);
  });

  test('makes another user send the given write', async () => {
    const sample = openSampleClients();
    sample.azure.faults.next({
      kind: 'meanwhile',
      method: 'GET',
      write: { method: 'DELETE', path: `${group}/securityRules/Deny-All` },
    });
    await sample.network.networkSecurityGroups.get(rg, nsg);
    await sample.network.networkSecurityGroups.get(rg, nsg);
    expect(ruleNames(sample)).not.toContain('Deny-All');
  });

  test('is reported while it is pending, and again when it is used up or cleared', () => {
    const { faults } = openSampleClients().azure;
    const seen: number[] = [];
    faults.onChange(() => seen.push(faults.pending()));
    faults.next({ status: 500, times: 2 });
    faults.strike({ method: 'GET', path: '/a' });
    faults.strike({ method: 'GET', path: '/a' });
    faults.next({ status: 500, times: Infinity });
    faults.clear();
    expect(seen).toEqual([1, 0, 1, 0]);
  });
});

test('an operation that failed late is failed in the next window too', async () => {
  let kept: string | undefined;
  const journal = {
    read: () => (kept === undefined ? undefined : (JSON.parse(kept) as unknown)),
    keep: (next: Journal) => {
      kept = JSON.stringify(next);
    },
  };
  const first = openSampleClients({ journal });
  first.azure.faults.next({ kind: 'operation', code: 'Late', message: 'Too late.' });
  expect((await refusalOf(allowDns(first))).message).toContain('Late');
  const second = openSampleClients({ journal });
  const state = (sample: Sample): unknown =>
    sample.azure.snapshot().resources[`${group}/securityRules/Allow-DNS`]?.['provisioningState'];
  expect(state(first)).toBe('Failed');
  expect(state(second)).toBe('Failed');
});

describe('presets of the sample', () => {
  const presets = Object.keys(faultPresets) as FaultPreset[];

  test.each(presets)('%s stays pending until it applies, and can be ended', (preset) => {
    const { azure } = openSampleClients();
    const control = createFaultControl(azure);
    control.apply(preset);
    expect(control.pending()).toBe(faultPresets[preset].length);
    control.clear();
    expect(control.pending()).toBe(0);
  });

  test('a limited role can read an NSG and not change it, until it’s ended', async () => {
    const sample = openSampleClients();
    const control = createFaultControl(sample.azure);
    const seen: number[] = [];
    control.onChange(() => seen.push(control.pending()));
    control.limitRole();
    expect((await refusalOf(allowDns(sample))).message).toContain('does not have authorization');
    control.clear();
    await allowDns(sample);
    expect(ruleNames(sample)).toContain('Allow-DNS');
    expect(seen).toContain(1);
    expect(seen.at(-1)).toBe(0);
  });

  test('another user adds a deny rule to an NSG, once', () => {
    const sample = openSampleClients();
    const control = createFaultControl(sample.azure);
    expect(control.groups()).toContain(group);
    expect(control.groups().every((id) => !id.includes('/securityRules/'))).toBe(true);
    expect(control.denyOutbound(group)).toBe(true);
    expect(ruleNames(sample)).toContain('Deny-ByOtherUser');
    expect(control.denyOutbound(`${group}-none`)).toBe(false);
  });

  test('faults of a file are all accepted, or none', () => {
    const { azure } = openSampleClients();
    const control = createFaultControl(azure);
    expect(control.applyFile('{"faults":[{"status":500},{"status":1}]}')).toMatchObject({ is: 'wrong' });
    expect(control.pending()).toBe(0);
    expect(control.applyFile('{"faults":[{"status":500},{"kind":"hang"}]}')).toMatchObject({ is: 'faults' });
    expect(control.pending()).toBe(2);
  });
});
