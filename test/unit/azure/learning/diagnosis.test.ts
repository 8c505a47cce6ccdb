import { describe, expect, test } from 'vitest';
import { toHosts, toResults } from '../../../../src/azure/learning/read-diagnosis';
import { sampleSubnetId, sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import { sampleConnection, type ConnectionOptions } from '../../features/sample-connection';

const workspace = sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod');
const denyAll = sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-training');

async function diagnosed(options: ConnectionOptions = {}) {
  const { connect, sample } = sampleConnection(options);
  const { azure } = await connect();
  return { sample, diagnosis: await azure.read.diagnosis(workspace, new AbortController().signal) };
}

describe('the sample', () => {
  test('a workspace whose compute resources work doesn’t have problems, and lists the hosts that it calls', async () => {
    const { diagnosis, sample } = await diagnosed();
    expect(diagnosis.results).toEqual({ known: true, value: [] });
    const hosts = diagnosis.hosts.known ? diagnosis.hosts.value : [];
    expect(hosts).toContainEqual({
      category: 'Azure Storage',
      host: 'stfraudprod.blob.core.windows.net',
      ports: [443],
    });
    const asked = sample.traffic.map(({ method, path }) => `${method} ${path.split('/').at(-1) ?? ''}`);
    expect(asked).toContain('POST diagnose');
    expect(asked.filter((one) => !/^(?:GET|POST diagnose)/.test(one))).toEqual([]);
  });

  test('a compute resource in a blocked subnet: lists each blocked flow with its rule', async () => {
    const { diagnosis } = await diagnosed({
      before: (sample) => {
        const body = {
          location: 'westeurope',
          properties: {
            computeType: 'AmlCompute',
            properties: {
              vmSize: 'Standard_DS3_v2',
              subnet: { id: denyAll },
              enableNodePublicIp: false,
              scaleSettings: { minNodeCount: 0, maxNodeCount: 1 },
            },
          },
        };
        const isTaken = sample.writeByOther({
          method: 'PUT',
          path: `${workspace}/computes/cpu-blocked`,
          body,
        });
        expect(isTaken).toBe(true);
      },
    });
    const results = diagnosis.results.known ? diagnosis.results.value : [];
    expect(results.map(({ area, level }) => `${area} ${level}`)).toContain('rules error');
    expect(results.map(({ message }) => message).join('\n')).toMatch(
      /snet-training'.*TCP 443 to BatchNodeManagement\.WestEurope.*rule 4096 Deny-All/,
    );
  });

  test('reports as unknown only what can’t be read', async () => {
    const { diagnosis } = await diagnosed({
      before: (sample) => sample.access.deny({ verbs: ['action'], scope: workspace }),
    });
    expect(diagnosis.results.known).toBe(false);
    expect(diagnosis.hosts.known).toBe(true);
  });
});

describe('Azure’s response', () => {
  test('is read by its documented members', () => {
    const dns = { code: 'CustomDnsInUse', level: 'Warning', message: 'm' };
    expect(toResults({ value: { dnsResolutionResults: [dns], otherResults: [{}] } })).toEqual([
      { area: 'names', code: 'CustomDnsInUse', level: 'warning', message: 'm' },
      { area: 'other', code: '', level: 'warning', message: '' },
    ]);
  });

  test.each([{}, { value: [] }, { value: 'x' }])(
    '%j isn’t a valid response, and doesn’t count as “no problem”',
    (body) => {
      expect(() => toResults(body)).toThrow();
    },
  );

  test('leaves out names that aren’t hosts, and a response without a list isn’t valid', () => {
    const endpoint = (domainName: string) => ({
      domainName,
      endpointDetails: [{ port: 443 }, { port: 'x' }],
    });
    const names = ['*.Batch.azure.com', 'a b', 'https://x.y', '[x](command:y).z', 'localhost', ''];
    const value = [{ properties: { category: 'c', endpoints: names.map(endpoint) } }, null];
    expect(toHosts({ value })).toEqual([{ category: 'c', host: '*.batch.azure.com', ports: [443] }]);
    expect(() => toHosts({})).toThrow();
  });
});
