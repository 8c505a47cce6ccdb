import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ran } from './ran';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/files/infra/${name}`, import.meta.url), 'utf8');
const network = fixture('network.bicep');
const byDefault = fixture('by-default.bicep');

describe('fix', () => {
  test('writes every tested fix and lists it, and the file then doesn’t have problems', async () => {
    const first = await ran('fix network.bicep --allow cost', { 'network.bicep': network });
    expect(first.out).toContain('network.bicep: 6 changes written:');
    expect(first.out).toContain('\n    Allow UDP 5831 to AzureMachineLearning');
    expect(first.out).toContain(
      '\n    Create NAT gateway ng-snet-training and its public IP address (billed) for snet-training\n',
    );
    expect(first.out).toContain('\n        Azure bills a NAT gateway and its public IP address');
    const text = first.written['network.bicep'] ?? '';
    expect(text).toContain("'Storage.${location}'");
    const second = await ran('check network.bicep', { 'network.bicep': text });
    expect(second.out).not.toContain('outbound-aml-udp-5831');
    expect((await ran('fix network.bicep', { 'network.bicep': text })).written).toEqual({});
  });

  test('writes nothing with --dry-run', async () => {
    const { out, written } = await ran('fix network.bicep --dry-run', { 'network.bicep': network });
    expect(out).toContain('not written because of --dry-run:');
    expect(written).toEqual({});
  });

  test('writes nothing if one of several files doesn’t exist', async () => {
    const files = { 'network.bicep': network, 'infra/network.bicep': network };
    const lost = await ran('fix network.bicep lost.bicep', files);
    expect(lost).toMatchObject({
      code: 3,
      error: 'lost.bicep doesn’t exist. Check the path.\n',
      written: {},
    });
  });

  test('gives the reason if a rule with only a finding can’t be removed', async () => {
    const rule = `
resource old 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: nsg
  name: 'batch'
  properties: {
    priority: 100
    direction: 'Inbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: 'BatchNodeManagement'
    sourcePortRange: '*'
    destinationAddressPrefix: '*'
    destinationPortRange: '29876-29877'
  }
}

resource later 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'later'
  location: location
  dependsOn: [old]
}
`;
    const { out, code } = await ran('fix main.bicep --dry-run', {
      'main.bicep': `${network.replace(/^\/\/ aml-secure-compute:.*$/m, '')}${rule}`,
    });
    expect(out).toMatch(
      /\n {4}Rule 100 batch allows inbound traffic from Azure Batch, .*\n {8}Line \d+ of main\.bicep refers to batch/,
    );
    expect(code).toBe(0);
  });

  const anyMode = network.replace(/instance no-public-ip.*/, 'instance');

  test('doesn’t allow or buy anything for a hint unless hints are included', async () => {
    expect(anyMode).not.toBe(network);
    const { out, code } = await ran('fix network.bicep --dry-run', { 'network.bicep': anyMode });
    expect(code).toBe(0);
    expect(out).toContain('Allow UDP 5831');
    const [changes = ''] = out.split('Not fixed:');
    expect(changes).not.toMatch(/NAT gateway|44224/);
    expect(out).toMatch(/\n {8}Info only: --fail-on info fixes it too\./);
    const all = await ran('fix network.bicep --dry-run --fail-on info --allow cost', {
      'network.bicep': anyMode,
    });
    expect(all.out).toMatch(/Create NAT gateway/);
  });

  test('corrects values before it adds rules, and adds ports to an existing rule', async () => {
    const rules = [
      ['mcr', '111', 'MicrosoftContainerRegistri', "'443'"],
      ['storage', '112', 'Storage.NorthEurope', "'443', '445'"],
      ['entra', '113', 'AzureActiveDirectory', "'443'"],
    ].map(
      ([name = '', priority = '', tag = '', ports = '']) => `
      {
        name: '${name}'
        properties: {
          priority: ${priority}
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: '${tag}'
          destinationPortRanges: [${ports}]
        }
      }`,
    );
    const text = anyMode.replace('securityRules: [', `securityRules: [${rules.join('')}`);
    const { out, written } = await ran('fix network.bicep --region westeurope', { 'network.bicep': text });
    expect(out).toContain('Change MicrosoftContainerRegistri to MicrosoftContainerRegistry in mcr');
    expect(out).toContain('Change Storage.NorthEurope to Storage.WestEurope in storage');
    expect(out).toContain('Add port 80 to rule entra');
    expect(written['network.bicep']).not.toMatch(/name: 'Allow-(Storage|EntraID|MicrosoftImages)/);
  });

  test('leaves suppressed problems unchanged', async () => {
    const comment = '// aml-secure-compute: ignore-next-line outbound-aml-udp-5831\n    securityRules: [';
    const text = network.replace('securityRules: [', comment);
    const { out, written } = await ran('fix network.bicep', { 'network.bicep': text });
    expect(out).toContain('Allow TCP 445 to Storage.‹resourceGroup().location›');
    expect(`${out}${written['network.bicep'] ?? ''}`).not.toContain('5831 to');
    expect(written['network.bicep']).not.toContain("'5831'");
  });

  test('gives the reason for problems without a fix once for all of them', async () => {
    const computed =
      'securityRules: json(\'[{"name":"Deny","properties":{"priority":4096,"direction":"Outbound","access":"Deny","protocol":"*","sourceAddressPrefix":"*","sourcePortRange":"*","destinationAddressPrefix":"*","destinationPortRange":"*"}}]\')';
    const from = anyMode.indexOf('securityRules: [');
    const text = anyMode.slice(0, from) + computed + anyMode.slice(anyMode.indexOf('\n    ]\n', from) + 6);
    const { out, code } = await ran('fix network.bicep', { 'network.bicep': text });
    expect(code).toBe(1);
    const why = 'securityRules of nsg-training is computed, so nothing can be added to it.';
    expect(out.split(why)).toHaveLength(2);
    expect(out).toMatch(new RegExp(`blocks it\\. \\[[-a-z0-9]+\\]\\n        ${why}\\n`));
  });

  test('denies other outbound traffic with --deny-other-outbound, and lists the blocked traffic with packets', async () => {
    const files = { 'by-default.bicep': byDefault };
    const dry = await ran('fix by-default.bicep --deny-other-outbound --dry-run', files);
    expect(dry.written).toEqual({});
    expect(dry.out).toContain('by-default.bicep: 1 change, not written because of --dry-run:\n');
    const { out, written, code } = await ran('fix by-default.bicep --deny-other-outbound', files);
    expect(code).toBe(0);
    expect(out).toContain('by-default.bicep: 1 change written:\n');
    expect(out).toContain("Deny other outbound traffic of 'snet-training'");
    expect(out).toContain('Example packet: TCP 10.40.4.4 → 203.0.113.10 port 443');
    // In the words of the preview and of other fixes.
    expect(out).toContain(
      'Tested on a copy: all required flows pass by written rules, and no other subnet gets worse.\n',
    );
    expect(out).toContain('    Outbound UDP 5831 to AzureMachineLearning [outbound-aml-udp-5831]\n');
    expect(out).toMatch(
      /After the fix:\n    snet-training: 1 to confirm, 15 only by default rules → 1 to confirm\nCost:\n    Nothing that Azure bills/,
    );
    const text = written['by-default.bicep'] ?? '';
    expect(text).toContain("name: 'Deny-Internet-Out'");
    const again = await ran('fix by-default.bicep --deny-other-outbound', { 'by-default.bicep': text });
    expect(again.written).toEqual({});
    expect(again.out).toContain('by-default.bicep: nothing to deny.');
  });

  test('doesn’t block traffic without that option', async () => {
    expect((await ran('fix by-default.bicep', { 'by-default.bicep': byDefault })).written).toEqual({});
  });

  test('rejects an export, which can’t be edited', async () => {
    const { code, error } = await ran('fix nsg-show.json');
    expect(code).toBe(2);
    expect(error).toContain('nsg-show.json isn’t a Bicep, ARM, or Terraform file');
  });

  test('reads parameters outside the folder, because they were named explicitly', async () => {
    const given = network.replace('param denyPriority int = 4096', 'param denyPriority int');
    const parameters = '{"parameters": {"denyPriority": {"value": 4000}}}';
    const files = { 'network.bicep': given, '../prod.json': parameters };
    const { out } = await ran('check network.bicep --params ../prod.json', files);
    expect(out).toContain("Rule 4000 'Deny-All'");
    const lost = await ran('check network.bicep --params ../lost.json', { 'network.bicep': given });
    expect(lost).toMatchObject({ code: 3, error: '../lost.json doesn’t exist. Check the path.\n' });
  });
});

describe('explain', () => {
  test('prints the problems of a line and how they were decided', async () => {
    const line = network.split('\n').findIndex((one) => one.includes('securityRules:')) + 1;
    const { code, out } = await ran(`explain network.bicep:${line}`, { 'network.bicep': network });
    expect(code).toBe(0);
    expect(out).toContain("'snet-training' can’t reach AzureMachineLearning on UDP 5831");
    expect(out).toMatch(/Example packet\s+UDP 10\.40\.4\.4 → /);
    expect(out).toMatch(/Decided by\s+1\. Rule 4096 Deny-All/);
  });

  test('prints what a rule blocks', async () => {
    const line = network.split('\n').findIndex((one) => one.includes("'Deny-All'")) + 1;
    const { out } = await ran(`explain network.bicep:${line}`, { 'network.bicep': network });
    expect(out).toContain("'snet-training' can’t reach AzureMachineLearning on UDP 5831");
    expect(out).toContain('[outbound-storage-445]');
  });

  test('prints the problems of a line of a module from the template that uses it', async () => {
    const files = {
      'modules/network.bicep': network,
      'main.bicep': "module net 'modules/network.bicep' = { name: 'net' }\n",
    };
    const line = network.split('\n').findIndex((one) => one.includes('securityRules:')) + 1;
    const { code, out } = await ran(`explain modules/network.bicep:${line} main.bicep`, files);
    expect(code).toBe(0);
    expect(out).toContain("'snet-training' can’t reach AzureMachineLearning on UDP 5831");
    expect((await ran('explain modules/network.bicep:1 main.bicep', files)).out).toBe(
      'modules/network.bicep:1: no problem of main.bicep is reported on this line.\n',
    );
    expect((await ran('explain main.bicep:1 main.bicep more.bicep', files)).code).toBe(3);
  });

  test('reports a line without a problem, and a missing line number', async () => {
    expect((await ran('explain network.bicep:1', { 'network.bicep': network })).out).toBe(
      'network.bicep:1: no problem is reported on this line. If the file is a module, also specify the template that uses it: explain network.bicep:1 main.bicep\n',
    );
    expect((await ran('explain network.bicep', { 'network.bicep': network })).code).toBe(2);
  });
});

describe('changes that fix makes only if they’re allowed by name', () => {
  const files = (name: string): Readonly<Record<string, string>> => ({
    [name]: readFileSync(new URL(`../../fixtures/fixes/${name}`, import.meta.url), 'utf8'),
  });

  test('rules are removed with --allow remove; otherwise each is kept, with the option that removes it', async () => {
    const plain = await ran('fix unused-rules.bicep', files('unused-rules.bicep'));
    const text = plain.written['unused-rules.bicep'] ?? '';
    for (const name of ['Batch-In', 'Sql', 'Sql-Again', 'No-Batch', 'No-AML-UDP']) {
      expect(text).toContain(`name: '${name}'`);
    }
    expect(plain.out).toContain(
      '    Rule 110 Sql-Again doesn’t change anything: rule 100 Sql before it already decides the same traffic in the same way. [shadowed-security-rule]\n        Remove rule Sql-Again: run again with --allow remove.\n',
    );
    const allowed = await ran('fix unused-rules.bicep --allow=remove', files('unused-rules.bicep'));
    expect(allowed.written['unused-rules.bicep']).not.toContain("name: 'Sql-Again'");
    // The fix overrides it, so it would only be a new warning.
    expect(allowed.written['unused-rules.bicep']).not.toContain("name: 'No-Batch'");
  });

  test('a rule that existing rules override is kept, because its owner decides which of them is wrong', async () => {
    const name = 'unused-rules.bicep';
    const text = files(name)[name] ?? '';
    const [before = '', after = ''] = text.split("name: 'No-AML-UDP'");
    const other = after.replace(/destinationPortRange: '\d+'/, "destinationPortRange: '9999'");
    const denied = before.replace(/(name: 'No-Batch'[^]*?destinationPortRange: ')\d+'/, "$19999'");
    const { written } = await ran(`fix ${name} --allow=remove`, {
      [name]: `${denied}name: 'No-AML-UDP'${other}`,
    });
    expect(written[name]).toContain("name: 'No-Batch'");
    expect(written[name]).toContain("name: 'No-AML-UDP'");
  });

  test('a NAT gateway is created with --allow cost', async () => {
    const { out, written } = await ran('fix network.bicep', { 'network.bicep': network });
    expect(written['network.bicep']).not.toContain('natGateways');
    expect(out).toContain(
      '\n        Create NAT gateway ng-snet-training and its public IP address (billed) for snet-training: price not known, plus data processed, per GB. Run again with --allow cost.\n',
    );
    expect((await ran('fix network.bicep --allow remove', { 'network.bicep': network })).written).toEqual(
      written,
    );
  });

  test('an invalid value of --allow, or none, exits with 2', async () => {
    const wrong = await ran('fix network.bicep --allow everything', { 'network.bicep': network });
    expect(wrong).toMatchObject({ code: 2, written: {} });
    expect(wrong.error).toContain('--allow doesn’t accept everything. Allowed values: remove and cost.');
    expect((await ran('fix network.bicep --allow', { 'network.bicep': network })).code).toBe(2);
    expect((await ran('fix network.bicep --allow --dry-run', { 'network.bicep': network })).code).toBe(2);
  });

  test('rules that Azure ML needs are kept after a broad rule, which is the hint', async () => {
    const { out, written } = await ran('fix broad-rule.bicep --allow remove,cost', files('broad-rule.bicep'));
    expect(written).toEqual({});
    expect(out).toBe('broad-rule.bicep: no tested fixes.\n');
    const check = await ran('check broad-rule.bicep --flows', files('broad-rule.bicep'));
    expect(check.out).not.toContain('shadowed-security-rule');
    expect(check.out).toContain('  wide-security-rule\n');
  });

  test('a delegation that a resource of the file uses is kept, and the reason names the resource', async () => {
    const allowed = 'fix delegated.bicep --allow remove';
    const { out, written } = await ran(allowed, files('delegated.bicep'));
    expect(out).toContain('    Remove the delegation of snet-left\n');
    expect(out).toContain(
      '\n        The delegation of snet-used stays: these files use the subnet, or might use it, for app-scoring (microsoft.web/sites).\n',
    );
    expect(written['delegated.bicep']?.split('Microsoft.Web/serverFarms')).toHaveLength(2);
    const plain = await ran('fix delegated.bicep', files('delegated.bicep'));
    expect(plain.written).toEqual({});
    expect(plain.out).toContain(
      '\n        Remove the delegation of snet-left: run again with --allow remove.\n',
    );
  });

  test('a property that the API version doesn’t have isn’t written, and the reason names the version that has it', async () => {
    const { out, written } = await ran('fix old-version.bicep --allow cost', files('old-version.bicep'));
    expect(written).toEqual({});
    expect(out).toContain(
      '\n        vnet-ml uses API version @2018-08-01, which doesn’t have natGateway\. Use version @2019-02-01 or later.\n',
    );
    const newer = {
      'old-version.bicep': (files('old-version.bicep')['old-version.bicep'] ?? '').replace(
        '2018-08-01',
        '2019-02-01',
      ),
    };
    expect((await ran('fix old-version.bicep --allow cost', newer)).out).toContain('Create NAT gateway');
  });

  test('each rule contains only its subnet if subnets share an NSG, TCP 445 too', async () => {
    const { out, written } = await ran('fix shared-nsg.bicep', files('shared-nsg.bicep'));
    expect(out).toContain('Allow TCP 445 to Storage.WestEurope');
    expect(out).not.toMatch(/snet-web/);
    expect(written['shared-nsg.bicep']).not.toContain("sourceAddressPrefix: 'VirtualNetwork'");
  });

  test('the title names another subnet whose traffic changes', async () => {
    const { out } = await ran('fix shared-routes.bicep --dry-run', files('shared-routes.bicep'));
    expect(out).toContain(
      '    Add a route that sends AzureMachineLearning directly to the internet (also changes the traffic of snet-web)\n',
    );
  });
});

test('a fix that blocks traffic of another subnet states that first, with a warning', async () => {
  const shared = readFileSync(new URL('../../fixtures/fixes/shared-routes.bicep', import.meta.url), 'utf8');
  const web = "          addressPrefix: '10.40.5.0/26'\n";
  const text = shared.replace(web, `${web}          defaultOutboundAccess: false\n`);
  expect(text).not.toBe(shared);
  const { out } = await ran('fix a.bicep --dry-run', { 'a.bicep': text });
  expect(out).toContain(
    '    ⚠ Stops traffic of snet-web: Add a route that sends AzureMachineLearning directly to the internet\n',
  );
});

describe('inputs of fix are those of check', () => {
  const folder = { 'infra/network.bicep': network, 'infra/other.bicep': byDefault, 'readme.md': '' };

  test('a folder and a pattern are accepted, and modules are written if another file uses them', async () => {
    const inFolder = await ran('fix infra --allow cost', folder);
    expect(Object.keys(inFolder.written)).toEqual(['infra/network.bicep']);
    const byPattern = await ran('fix infra/*.bicep --allow cost', folder);
    expect(byPattern.written).toEqual(inFolder.written);
    const taken = { ...folder, 'infra/main.bicep': "module net 'network.bicep' = { name: 'net' }\n" };
    const { out, written } = await ran('fix infra --allow cost', taken);
    expect(out).toContain('infra/main.bicep: ');
    expect(out).not.toContain('infra/network.bicep: ');
    expect(written).toEqual(inFolder.written);
  });

  test('--subnet fixes only that subnet, also one that isn’t for Azure ML in the files', async () => {
    const text = readFileSync(new URL('../../fixtures/fixes/shared-nsg.bicep', import.meta.url), 'utf8');
    const { out } = await ran('fix a.bicep --subnet snet-web --dry-run', { 'a.bicep': text });
    expect(out).toContain('Allow UDP 5831 to AzureMachineLearning');
    const both = await ran('check a.bicep --subnet snet-web', { 'a.bicep': text });
    expect(both.out).toContain('snet-web');
    const lost = await ran('fix a.bicep --subnet snet-lost', { 'a.bicep': text });
    expect(lost).toMatchObject({ code: 2, written: {} });
    expect(lost.error).toContain('Subnet snet-lost isn’t in the files.');
  });

  test('an export next to a template is reported as not editable', async () => {
    const { out } = await ran('fix network.bicep nsg-show.json --dry-run', { 'network.bicep': network });
    expect(out).toContain('nsg-show.json is an export, so fix can’t write to it.\n');
    const nsg = readFileSync(new URL('../../fixtures/exports/nsg-show.json', import.meta.url), 'utf8');
    const files = { 'a/network.bicep': network, 'a/nsg.json': nsg, 'a/other.json': '{}' };
    const byPattern = await ran('fix a/* --dry-run', files);
    expect(byPattern.out).toContain('a/nsg.json is an export, so fix can’t write to it.\n');
    expect(byPattern.out).not.toContain('other.json');
  });

  test('--admin-rules applies: what a network manager blocks can’t be fixed in the file', async () => {
    const rules = {
      value: [
        {
          id: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/networkManagers/nm/securityAdminConfigurations/c/ruleCollections/r/rules/No-AML',
          kind: 'Custom',
          access: 'Deny',
          direction: 'Outbound',
          priority: 10,
          protocol: 'Udp',
          sources: [{ addressPrefix: '*', addressPrefixType: 'IPPrefix' }],
          destinations: [{ addressPrefix: 'AzureMachineLearning', addressPrefixType: 'ServiceTag' }],
          sourcePortRanges: ['0-65535'],
          destinationPortRanges: ['5831'],
        },
      ],
    };
    const given = { 'network.bicep': network, 'admin.json': JSON.stringify(rules) };
    const { out } = await ran('fix network.bicep --dry-run --admin-rules admin.json', given);
    const [changes = '', left = ''] = out.split('Not fixed:');
    expect(changes).not.toContain('UDP 5831');
    expect(left).toContain('[outbound-aml-udp-5831]');
  });
});

test('a compute resource of another template counts, as in check', async () => {
  const main = `
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'vnet'
  resource snet 'subnets' existing = { name: 'snet' }
}
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-04-01' = {
  name: 'mlw'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {}
  resource cluster 'computes' = {
    name: 'cpu'
    location: 'westeurope'
    properties: {
      computeType: 'AmlCompute'
      properties: { vmSize: 'Standard_DS3_v2', enableNodePublicIp: true, subnet: { id: vnet::snet.id } }
    }
  }
}
`;
  const net = `
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: 'westeurope'
  properties: {
    securityRules: [
      {
        name: 'Deny-In'
        properties: {
          priority: 4000
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [{ name: 'snet', properties: { addressPrefix: '10.0.0.0/24', networkSecurityGroup: { id: nsg.id } } }]
  }
}
`;
  const files = { 'main.bicep': main, 'network.bicep': net };
  expect((await ran('check main.bicep network.bicep --flows', files)).out).toContain('  inbound-aml-44224\n');
  expect((await ran('fix network.bicep', files)).written).toEqual({});
  const { out, written } = await ran('fix main.bicep network.bicep', files);
  expect(out).toContain('    Allow TCP 44224 from AzureMachineLearning\n');
  expect(Object.keys(written)).toEqual(['network.bicep']);
  const after = await ran('check main.bicep network.bicep', { ...files, ...written });
  expect(after.out).not.toContain('[inbound-aml-44224]');
});

test('a file that another template uses too is named before the changes', async () => {
  const main = (name: string): string => `module net 'network.bicep' = { name: '${name}' }\n`;
  const files = { 'a.bicep': main('a'), 'b.bicep': main('b'), 'network.bicep': network };
  const { out } = await ran('fix a.bicep b.bicep --dry-run', files);
  const shared = '    ⚠ network.bicep is also used by b.bicep, so the changes apply there too.';
  expect(out.split('\n')[1]).toBe(shared);
  const open = { ...files, 'network.bicep': byDefault };
  const closed = await ran('fix a.bicep b.bicep --deny-other-outbound --dry-run', open);
  expect(closed.out.split('\n')[1]).toBe(shared);
  const alone = await ran('fix a.bicep --dry-run', files);
  expect(alone.out).not.toContain('also used by');
});
