import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostNames } from '../../../src/requirements/host-names';
import { markdownCode, markdownTable, markdownText } from '../../../src/plans/request/markdown-text';
import { requestForNetworkTeam, type RequestItem } from '../../../src/plans/request/request-for-network-team';
import { requirements } from '../../../src/requirements/requirements';
import { say } from './sample-plans';

const fixture = fileURLToPath(new URL('../../fixtures/plans/request.md', import.meta.url));

const source = { title: 'Configure inbound and outbound network traffic', date: '19 Mar 2026' };
const level = 'Documented by Microsoft';
const items: readonly RequestItem[] = [
  {
    requirement: 'outbound-batch-443',
    title: 'Batch, the service that starts nodes',
    subject: {
      direction: 'Outbound',
      protocol: 'Any',
      ports: '443',
      remote: 'BatchNodeManagement.WestEurope',
    },
    hosts: hostNames('outbound-batch-443', 'public', 'westeurope'),
    firewall: null,
    level,
    source,
    packet: 'TCP 10.40.4.4 → 20.86.88.161 port 443',
    needs: 'rules',
    state: null,
    appliance: null,
    advice: null,
  },
  {
    requirement: 'outbound-aml-udp-5831',
    title: 'Create and change computes',
    subject: { direction: 'Outbound', protocol: 'UDP', ports: '5831', remote: 'AzureMachineLearning' },
    hosts: hostNames('outbound-aml-udp-5831', 'public', 'westeurope'),
    firewall: null,
    level,
    source,
    packet: 'UDP 10.40.4.4 → 20.86.88.160 port 5831',
    needs: 'rules',
    state: null,
    appliance: null,
    advice: null,
  },
  {
    requirement: 'outbound-entra-80-443',
    title: 'Sign-in (Entra ID)',
    subject: { direction: 'Outbound', protocol: 'TCP', ports: '80, 443', remote: 'AzureActiveDirectory' },
    hosts: hostNames('outbound-entra-80-443', 'public', 'westeurope'),
    firewall: null,
    level,
    source,
    packet: null,
    needs: 'rules',
    state: null,
    appliance: null,
    advice: null,
  },
  {
    requirement: 'outbound-storage-445',
    title: 'File share for notebooks and code',
    subject: { direction: 'Outbound', protocol: 'TCP', ports: '445', remote: 'Storage.WestEurope' },
    hosts: hostNames('outbound-storage-445', 'public', 'westeurope'),
    firewall: null,
    level: 'Azure refuses without it',
    source,
    packet: null,
    needs: 'rules',
    state: null,
    appliance: null,
    advice: null,
  },
  {
    requirement: 'inbound-aml-44224',
    title: 'Azure ML control reaches the node',
    subject: { direction: 'Inbound', protocol: 'TCP', ports: '44224', remote: 'AzureMachineLearning' },
    hosts: [],
    firewall: null,
    level,
    source,
    packet: 'TCP 20.86.88.160 → 10.40.4.4 port 44224',
    needs: 'rules',
    state: null,
    appliance: null,
    advice: null,
  },
  {
    requirement: 'lock-on-vnet-resource-group',
    title: 'No lock on the network’s group',
    subject: null,
    hosts: [],
    firewall: null,
    level: 'Recommended',
    source,
    packet: null,
    needs: 'rules',
    state: null,
    appliance: null,
    advice: null,
  },
];
const request = {
  subnet: 'snet-training',
  network: 'vnet-spoke-weu',
  addressPrefixes: ['10.40.4.0/26'],
  items,
};

describe('the request for the network team', () => {
  it('has a table a product, and why each line is needed', async () => {
    await expect(requestForNetworkTeam(request, say)).toMatchFileSnapshot(fixture);
  });

  it('leaves out the tables that would be empty', () => {
    const inbound = items.filter((one) => one.subject?.direction === 'Inbound');
    const headings = requestForNetworkTeam({ ...request, items: inbound }, say).match(/^## .*$/gm);
    expect(headings).toEqual(['## Network security group', '## Why each line is needed']);
  });

  it('requests the return route of lost replies, and no rule that is open already', () => {
    const inbound = items.filter((one) => one.subject?.direction === 'Inbound');
    const lost = inbound.map((one) => ({ ...one, needs: 'route' as const, appliance: '10.0.1.4' }));
    const text = requestForNetworkTeam({ ...request, items: lost }, say);
    expect(text.match(/^## .*$/gm)).toEqual(['## Route table', '## Why each line is needed']);
    expect(text).toMatch(/^\| 1 +\| AzureMachineLearning +\| Internet +\|$/m);
    expect(text).toContain('address of the NVA 10.0.1.4 (SNAT)');
  });

  it('requests of a firewall what the NSG allows, and nothing of what is allowed', () => {
    const outbound = items.filter((one) => one.subject?.direction === 'Outbound');
    const onward = outbound.map((one, index) => ({
      ...one,
      needs: index === 0 ? ('nothing' as const) : ('firewall' as const),
    }));
    const text = requestForNetworkTeam({ ...request, items: onward }, say);
    expect(text).not.toContain('## Network security group');
    expect(text).toContain('## Other firewalls');
    expect(text).not.toMatch(/^\| 1 /m);
    expect(text).toContain('1. Batch, the service that starts nodes');
  });

  it('keeps its tables whole whatever resources are called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (subnet, remote) => {
        const [first] = items;
        const item = { ...first!, title: remote, subject: { ...first!.subject!, remote } };
        const text = requestForNetworkTeam(
          { ...request, subnet, addressPrefixes: [subnet], items: [item] },
          say,
        );
        for (const table of text.split('\n\n').filter((part) => part.startsWith('|'))) {
          const cells = table.split('\n').map((row) => row.match(/(?<!\\)(?:\\\\)*\|/g)?.length);
          expect(new Set(cells).size).toBe(1);
        }
        expect(text.match(/^## /gm)).toHaveLength(4);
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

  it('are those of requirements that exist', () => {
    const known = requirements.map((one) => one.id).filter((id) => hostNames(id, 'public', 'x').length > 0);
    expect(known).toHaveLength(22);
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
