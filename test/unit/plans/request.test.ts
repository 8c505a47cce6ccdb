import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostNames } from '../../../src/requirements/host-names';
import { markdownCode, markdownTable, markdownText } from '../../../src/plans/request/markdown-text';
import { requestForNetworkTeam } from '../../../src/plans/request/request-for-network-team';
import type { RequestedChange, RequestItem } from '../../../src/plans/request/request-item';
import { sayStrictly } from './sample-plans';

const fixture = fileURLToPath(new URL('../../fixtures/plans/request.md', import.meta.url));

const source = { title: 'Configure inbound and outbound network traffic', date: '19 Mar 2026' };
const level = 'Documented by Microsoft';
const group: RequestedChange = { of: 'rules', where: 'group', name: 'nsg-training' };
const nva: RequestedChange = { of: 'firewall', kind: 'appliance', at: '10.0.1.4' };
const blocked = 'Blocked by rule 4096 Deny-All of nsg-training';
const items: readonly RequestItem[] = [
  {
    requirement: 'outbound-batch-443',
    title: 'Outbound 443 to Azure Batch (BatchNodeManagement)',
    subject: {
      direction: 'Outbound',
      protocol: 'Any',
      ports: '443',
      remote: 'BatchNodeManagement.WestEurope',
    },
    hosts: hostNames('outbound-batch-443', 'public', 'westeurope'),
    level,
    source,
    packet: 'TCP 10.40.4.4 → 20.86.88.161 port 443',
    state: blocked,
    asks: [group, nva],
    advice: null,
  },
  {
    requirement: 'outbound-aml-udp-5831',
    title: 'Outbound UDP 5831 to AzureMachineLearning',
    subject: { direction: 'Outbound', protocol: 'UDP', ports: '5831', remote: 'AzureMachineLearning' },
    hosts: hostNames('outbound-aml-udp-5831', 'public', 'westeurope'),
    level,
    source,
    packet: 'UDP 10.40.4.4 → 20.86.88.160 port 5831',
    state: blocked,
    asks: [group, nva],
    advice: null,
  },
  {
    requirement: 'outbound-entra-80-443',
    title: 'Outbound TCP 80 and 443 to AzureActiveDirectory (sign-in)',
    subject: { direction: 'Outbound', protocol: 'TCP', ports: '80, 443', remote: 'AzureActiveDirectory' },
    hosts: hostNames('outbound-entra-80-443', 'public', 'westeurope'),
    level,
    source,
    packet: null,
    state: blocked,
    asks: [group, nva],
    advice: null,
  },
  {
    requirement: 'outbound-storage-445',
    title: 'Outbound TCP 445 to Storage (file share)',
    subject: { direction: 'Outbound', protocol: 'TCP', ports: '445', remote: 'Storage.WestEurope' },
    hosts: hostNames('outbound-storage-445', 'public', 'westeurope'),
    level: 'Azure refuses to create compute without it',
    source,
    packet: null,
    state: blocked,
    asks: [group, nva],
    advice: null,
  },
  {
    requirement: 'inbound-aml-44224',
    title: 'Inbound TCP 44224 from AzureMachineLearning',
    subject: { direction: 'Inbound', protocol: 'TCP', ports: '44224', remote: 'AzureMachineLearning' },
    hosts: [],
    level,
    source,
    packet: 'TCP 20.86.88.160 → 10.40.4.4 port 44224',
    state: blocked,
    asks: [group],
    advice: null,
  },
  {
    requirement: 'lock-on-vnet-resource-group',
    title: 'No lock on the network’s resource group',
    subject: null,
    hosts: [],
    level: 'Recommended',
    source,
    packet: null,
    state: null,
    asks: [],
    advice: 'Take the lock off.',
  },
];
const request = {
  subnet: 'snet-training',
  network: 'vnet-spoke-weu',
  addressPrefixes: ['10.40.4.0/26'],
  readOn: '29 Nov 2026',
  items,
};

describe('the request for the network team', () => {
  it('has a table a product, and why each line is needed', async () => {
    await expect(requestForNetworkTeam(request, sayStrictly)).toMatchFileSnapshot(fixture);
  });

  it('leaves out the tables that would be empty', () => {
    const inbound = items.filter((one) => one.subject?.direction === 'Inbound');
    const headings = requestForNetworkTeam({ ...request, items: inbound }, sayStrictly).match(/^## .*$/gm);
    expect(headings).toEqual([
      '## Current state of each flow',
      '## Rules of NSG nsg-training',
      '## Why each line is needed',
    ]);
  });

  it('requests the return route of lost replies, and states what no longer passes the NVA', () => {
    const ask: RequestedChange = {
      of: 'route',
      table: 'rt-hub',
      to: 'AzureMachineLearning',
      hop: 'internet',
      snat: '10.0.1.4',
    };
    const lost = items.flatMap((one): RequestItem[] => {
      if (one.requirement === 'inbound-aml-44224') return [{ ...one, asks: [ask] }];
      return one.requirement === 'outbound-aml-udp-5831' ? [{ ...one, asks: [nva] }] : [];
    });
    const text = requestForNetworkTeam({ ...request, items: lost }, sayStrictly);
    expect(text).not.toContain('NSG nsg-training\n');
    expect(text).toMatch(/^## Routes of route table rt-hub$/m);
    expect(text).toMatch(/^\| 2 +\| AzureMachineLearning +\| Internet +\|$/m);
    expect(text).toContain('With these routes, the traffic of line 1 bypasses the firewall.');
    expect(text).toContain('translate the source addresses of these calls to the NVA 10.0.1.4 (SNAT)');
  });

  it('requests nothing for what is allowed', () => {
    const [first, ...others] = items;
    const allowed = { ...first!, state: 'Already allowed', asks: [], packet: null };
    const text = requestForNetworkTeam({ ...request, items: [allowed, ...others] }, sayStrictly);
    expect(text.match(/^\| 1 .*$/gm)).toEqual([expect.stringMatching(/Already allowed +\|$/)]);
  });

  it('asks an Azure Firewall that was read for its own rules alone', () => {
    const asks: readonly RequestedChange[] = [{ of: 'firewall', kind: 'azure', at: 'afw-shared' }];
    const text = requestForNetworkTeam(
      { ...request, items: items.slice(0, 2).map((one) => ({ ...one, asks })) },
      sayStrictly,
    );
    expect(text.match(/^## .*$/gm)).toEqual([
      '## Current state of each flow',
      '## Azure Firewall afw-shared: network rules',
      '## Azure Firewall afw-shared: application rules',
      '## Why each line is needed',
    ]);
  });

  it('keeps its tables whole whatever resources are called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (subnet, remote) => {
        const [first] = items;
        const item = { ...first!, title: remote, subject: { ...first!.subject!, remote } };
        const text = requestForNetworkTeam(
          { ...request, subnet, addressPrefixes: [subnet], items: [item] },
          sayStrictly,
        );
        for (const table of text.split('\n\n').filter((part) => part.startsWith('|'))) {
          const cells = table.split('\n').map((row) => row.match(/(?<!\\)(?:\\\\)*\|/g)?.length);
          expect(new Set(cells).size).toBe(1);
        }
        expect(text.match(/^## /gm)).toHaveLength(5);
      }),
    );
  });
});

describe('host names', () => {
  it.each([
    [
      'outbound-batch-443',
      'public',
      ['*.westeurope.batch.azure.com', '*.westeurope.service.batch.azure.com'],
    ],
    ['outbound-batch-443', 'china', []],
    ['outbound-keyvault-443', 'usgov', ['*.vault.usgovcloudapi.net']],
    ['outbound-azuremonitor-443', 'china', []],
    ['constructor', 'public', []],
  ] as const)('of %s in %s', (requirement, cloud, expected) => {
    expect(hostNames(requirement, cloud, 'westeurope')).toEqual(expected);
  });
});

describe('Markdown text', () => {
  it.each([
    ['snet_train-01.weu', 'snet_train-01.weu'],
    [
      '*bold* _it_ `code` <b> [x](y) a|b ~~c~~',
      '\\*bold\\* \\_it\\_ \\`code\\` \\<b\\> \\[x\\](y) a\\|b \\~\\~c\\~\\~',
    ],
    ['back\\slash & $x$ @user', 'back\\\\slash \\& \\$x\\$ @&#8203;user'],
    ['www.example.com https://example.com', 'www\\.example.com https:\\//example.com'],
    ['two\nlines\u2028three', 'two\\\\u000alines\\\\u2028three'],
  ])('of %j', (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });

  it('of a host name is code, of anything else text', () => {
    expect(markdownCode('*.azureml.ms')).toBe('`*.azureml.ms`');
    expect(markdownCode('a`|b')).toBe('a\\`\\|b');
  });

  it('lines columns up, wide letters and all', () => {
    expect(markdownTable(['a', 'long title'], [['é😀xx', 'b']])).toEqual([
      '| a    | long title |',
      '| ---- | ---------- |',
      '| é😀xx | b          |',
    ]);
  });
});
