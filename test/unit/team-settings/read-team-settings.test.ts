import { expect, test } from 'vitest';
import { faultPosition, readTeamSettings } from '../../../src/team-settings/read-team-settings';
import { formatReason } from '../../../src/wording/reason-text';
import { messagesIn } from '../../support/messages-in';

const say = messagesIn('en');
const faultsIn = (text: string, file = 'aml-secure-compute.yml'): readonly string[] =>
  readTeamSettings(file, text).faults.map((one) => {
    const { line, column } = faultPosition(text, one);
    return `${line}:${column} ${formatReason(say, one.because)}`;
  });

const whole = `# What our files don't state.
compute: instance
publicIp: no
workspace: private
region: West Europe
cloud: public
profile: current
serviceRegions:
  storage: northeurope, francecentral
subnets: [vnet-ml/snet-training]
allSubnets: true
severity:
  outbound-storage-445: warning
  nsg-rule-blocks: error
ignore:
  - id: nsg-rule-blocks
    path: infra/legacy/**
    reason: Moves to the hub in spring.
    expires: 2027-03-31
exclude:
  - 'sandbox/**'
parameters:
  infra/main.bicep: infra/main.prod.bicepparam
deployments:
  - name: production
    parts:
      - template: hub/main.bicep
        parameters: hub/prod.bicepparam
        resourceGroup: rg-hub
      - template: infra/main.bicep
      - resources: exports/firewall.json
`;

test('everything that a file states is read, with the places of ignore entries', () => {
  const { settings, faults } = readTeamSettings('aml-secure-compute.yml', whole);
  expect(faults).toEqual([]);
  const at = whole.indexOf('id: nsg-rule-blocks');
  expect(settings).toEqual({
    compute: 'instance',
    publicIp: false,
    workspace: 'private',
    region: 'westeurope',
    cloud: 'public',
    profile: 'current',
    serviceRegions: { storage: ['northeurope', 'francecentral'] },
    subnets: ['vnet-ml/snet-training'],
    allSubnets: true,
    severity: { 'outbound-storage-445': 'warning', 'nsg-rule-blocks': 'error' },
    ignore: [
      {
        id: 'nsg-rule-blocks',
        path: 'infra/legacy/**',
        reason: 'Moves to the hub in spring.',
        expires: '2027-03-31',
        start: at,
        end: whole.indexOf('\nexclude'),
      },
    ],
    exclude: ['sandbox/**'],
    parameters: { 'infra/main.bicep': 'infra/main.prod.bicepparam' },
    deployments: [
      expect.objectContaining({
        name: 'production',
        parts: [
          { template: 'hub/main.bicep', parameters: 'hub/prod.bicepparam', resourceGroup: 'rg-hub' },
          { template: 'infra/main.bicep' },
          { resources: 'exports/firewall.json' },
        ],
      }),
    ],
  });
});

test('JSON with comments has the same settings', () => {
  const json =
    '// ours\n{ "$schema": "x", "publicIp": "yes", "ignore": [], "severity": { "outbound-storage-445": "off" }, }';
  const { settings, faults } = readTeamSettings('aml-secure-compute.json', json);
  expect(faults).toEqual([]);
  expect(settings).toMatchObject({ publicIp: true, severity: { 'outbound-storage-445': 'off' } });
});

test.each([
  [
    'compute: clutser\nregion: westeurope',
    '1:10 “clutser” isn’t valid. Allowed values: cluster, instance, and serverless.',
  ],
  ['publicIP: no', '1:1 “publicIP” isn’t a setting. Did you mean “publicIp”?'],
  ['hosts: [a]', '1:1 “hosts” isn’t a setting.'],
  ['ignore:\n  - id: nsg-rule-blocks\n    expires: 2027-01-01', '2:5 “reason” is missing.'],
  ['ignore:\n  - id: nsg-rule-blocks\n    reason: x', '2:5 “expires” is missing.'],
  [
    'ignore:\n  - id: nsg-rule-blocks\n    reason: x\n    expires: 2027-02-30',
    '4:14 Use a date such as 2027-03-31.',
  ],
  [
    'ignore:\n  - reason: x\n    expires: 2027-02-03',
    '2:5 Add `id`, `path`, or `subnet`. Otherwise, all problems would be ignored.',
  ],
  [
    'ignore:\n  - id: nope\n    reason: x\n    expires: 2027-02-03',
    '2:9 No check and no cause has the ID “nope”.',
  ],
  [
    'ignore:\n  - id: nsg-rule-blocks\n    reson: x\n    reason: y\n    expires: 2027-02-03',
    '3:5 “reson” isn’t a setting. Did you mean “reason”?',
  ],
  ['exclude: [../other]', '1:11 Use a path below this file’s folder, with / as the separator.'],
  ['exclude: [/etc/passwd]', '1:11 Use a path below this file’s folder, with / as the separator.'],
  [
    'parameters:\n  a.bicep: https://evil.example/x',
    '2:12 Use a path below this file’s folder, with / as the separator.',
  ],
  [
    'deployments:\n  - name: a\n    parts:\n      - parameters: b.bicepparam',
    '4:9 Add either `template` or `resources`.',
  ],
  [
    'severity:\n  outbound-storage-445: fatal',
    '2:25 “fatal” isn’t valid. Allowed values: error, warning, info, hint, and off.',
  ],
  ['region: &r westeurope', '1:9 Anchors, aliases, tags, and multiple documents aren’t supported.'],
  ['region: a\n---\nregion: b', '1:10 Anchors, aliases, tags, and multiple documents aren’t supported.'],
  ['region: a\nregion: b', '2:1 “region” occurs twice.'],
  ['- a', '1:1 A mapping of names to values is expected.'],
  ['region: [a', '1:11 This isn’t valid YAML: unexpected end of the stream within a flow collection.'],
  ['subnets: snet', '1:10 A list is expected.'],
  ['region: 1', '1:9 A string is expected. Put numbers and dates in quotes.'],
])('%j is reported at its place', (text, fault) => {
  expect(faultsIn(text)).toEqual([fault]);
});

test('a mistake affects only its part', () => {
  const text =
    'region: westeurope\nsubnets: [a, 1, b]\nignore:\n  - reason: x\n  - id: nsg-rule-blocks\n    reason: y\n    expires: 2027-01-01';
  const { settings } = readTeamSettings('aml-secure-compute.yml', text);
  expect(settings).toMatchObject({ region: 'westeurope', subnets: ['a', 'b'], ignore: [{ reason: 'y' }] });
});

test.each(['', '# only comments\n', 'region:\n', '---\n'])(
  '%j contains no settings, and is valid',
  (text) => {
    expect(readTeamSettings('aml-secure-compute.yml', text)).toMatchObject({
      faults: [],
      settings: { ignore: [] },
    });
  },
);

test.each(['id', 'path', 'subnet', 'expires'])(
  '%s without a value is a fault, and the entry doesn’t apply',
  (name) => {
    const entry = {
      id: 'nsg-rule-blocks',
      path: 'a',
      subnet: 'b',
      reason: 'x',
      expires: '2027-01-01',
      [name]: null,
    };
    const { settings, faults } = readTeamSettings('a.json', JSON.stringify({ ignore: [entry] }));
    expect([settings.ignore, faults.length]).toEqual([[], 1]);
  },
);
