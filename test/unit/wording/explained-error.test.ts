import { describe, expect, test } from 'vitest';
import { english } from '../../../src/messages/en/catalog';
import { messagesIn } from '../../support/messages-in';
import { requirements } from '../../../src/requirements/requirements';
import { failure, failureTexts, type FailureKey } from '../../../src/sandbox/failure-texts';
import { errorCauses, errorSubject } from '../../../src/wording/error-causes';
import { explainError, supportLines } from '../../../src/wording/explained-error';
import { knownErrors } from '../../../src/wording/known-errors';
import { missingRules, requirementsOfRule } from '../../../src/wording/missing-rules';

const say = messagesIn('en');

/** Returns the message as the Azure CLI prints it, and as the REST response contains it. */
function bothForms(key: FailureKey, values: Readonly<Record<string, string | number>> = {}): string[] {
  const { code, message } = failure(key, values);
  return [
    `(${code}) ${message}\nCode: ${code}\nMessage: ${message}`,
    JSON.stringify({ error: { code, message } }),
  ];
}

const ranked = (text: string): string[] =>
  explainError(say, text, null).causes.map(({ rank, id }) => `${rank} ${id}`);
const checksIn = (text: string) => errorCauses(text).flatMap(({ checks }) => checks);

const join = {
  client: 'anna',
  linkedAction: 'Microsoft.Network/virtualNetworks/subnets/join/action',
  linkedScope: '/subscriptions/s',
};
const write = { action: 'Microsoft.MachineLearningServices/workspaces/computes/write' };

const seen: readonly (readonly [FailureKey, Readonly<Record<string, string | number>>, readonly string[]])[] =
  [
    ['clusterNameTaken', {}, ['most taken']],
    ['instanceNameTaken', { name: 'ci' }, ['most taken']],
    ['computeNameInvalid', { name: '1' }, ['most name']],
    ['linkedAuthorizationFailed', join, ['most join']],
    ['linkedAuthorizationFailed', { linkedAction: 'x/assign/action' }, ['most permission']],
    ['authorizationFailed', write, ['most write']],
    ['disallowedByPolicy', {}, ['most policy']],
    ['scopeLocked', {}, ['most lock']],
    ['subnetFull', {}, ['most addresses']],
    ['coreQuotaReached', {}, ['most quota']],
    ['familyQuota', { quota: 24 }, ['most quota']],
    ['clusterLimit', {}, ['most quota']],
    ['groupRulesMissing', { group: 'nsg-ws' }, ['most rules']],
    ['subnetDelegated', {}, ['most delegated']],
    ['managedNetworkSubnet', {}, ['most managed']],
    ['noPublicIpNeedsPrivateEndpoint', {}, ['most privateEndpoint']],
    [
      'allocationTimedOut',
      {},
      ['possible network', 'possible addresses', 'possible quota', 'possible capacity'],
    ],
    ['storageMount', {}, ['possible sharedKey', 'possible storageNetwork', 'possible flow', 'possible flow']],
  ];

test.each(seen)('%s %o', (key, values, expected) => {
  for (const text of bothForms(key, values)) expect(ranked(text)).toEqual(expected);
});

/** Failure messages that users reported, by subject and actual cause. */
const reported: readonly (readonly [text: string, subject: string, first: string])[] = [
  ['ImageBuildComputeNotValid: The imageBuildCompute cpu-build is not valid.', 'image-build', 'imageBuild'],
  [
    'Image build failed: denied: client with IP 20.1.2.3 is not allowed access',
    'image-build',
    'registryAccess',
  ],
  ['Unable to resolve Container Registry crml.azurecr.io while building the image', 'image-build', 'names'],
  ['Failed to mount storage. KeyBasedAuthenticationNotPermitted', 'mount', 'sharedKey'],
  ['{"code":"StorageMountError","message":"mount"}', 'mount', 'sharedKey'],
  ['StorageAuthError: Forbidden', 'job', 'storageNetwork'],
  ['StreamAccess.Authentication: PermissionDenied', 'job', 'storageRole'],
  ['This request is not authorized to perform this operation using this permission.', 'job', 'storageRole'],
  ['http://10.0.0.5:16384/sendlogstoartifacts/info: connection refused', 'job', 'peers'],
  ['getaddrinfo ENOTFOUND mlw.westeurope.api.azureml.ms', 'job', 'names'],
  ['Failed to pull image "mcr.microsoft.com/azureml/base:1"', 'job', 'imagePull'],
  [
    'Client address is not authorized and caller is not a trusted service. ForbiddenByFirewall',
    'job',
    'vault',
  ],
  ['Could not install Azure ML websocket server', 'job', 'editor'],
  ['Subnet x has a delegation and cannot be used with a private endpoint', 'creation', 'delegated'],
  [
    'has PrivateLinkServiceNetworkPolicies or PrivateEndpointNetworkPolicies enabled',
    'creation',
    'networkPolicies',
  ],
  ["EnableNodePublicIp 'False' requires workspace private endpoint", 'creation', 'privateEndpoint'],
  ['PropertyNotAllowed: enableNodePublicIp is not supported in the compute region', 'creation', 'region'],
  ['Compute node tvm-1 is unusable', 'node', 'network'],
  ['desired number of dedicated nodes could not be allocated', 'node', 'network'],
];

test('a call from outside of the private link can be any step', () => {
  const text = 'none of the workspaces are accessible from outside of the designated private link';
  expect(errorSubject(text)).toBe(null);
  expect(ranked(text)).toEqual(['most client']);
});

test.each(reported)('%s', (text, subject, first) => {
  expect(errorSubject(text)).toBe(subject);
  expect(errorCauses(text)[0]?.id).toBe(first);
});

test.each([
  ["HTTPSConnectionPool(host='pypi.org', port=443): Max retries exceeded", 'outbound-python-packages'],
  ['Failed to connect to abc.westeurope.batch.azure.com port 443: timed out', 'outbound-batch-443'],
  ['curl: (28) Connection timed out: stml.file.core.windows.net', 'outbound-storage-445'],
  ['login.microsoftonline.us: connection refused', 'outbound-entra-80-443'],
])('a host that can’t be reached names its flow: %s', (text, id) => {
  expect(checksIn(text)).toContain(id);
});

test('a host in a link isn’t an unreachable host', () => {
  expect(checksIn('QuotaExceeded. See https://ml.azure.com and https://pypi.org')).toEqual([]);
});

test('a failed allocation in a full subnet lists the subnet first', () => {
  const inner = failure('subnetFull');
  const text = JSON.stringify({ error: { ...failure('allocationFailed'), details: [inner] } });
  expect(ranked(text)[0]).toBe('most addresses');
});

test('joined lines are parsed too', () => {
  const [text = ''] = bothForms('authorizationFailed', write);
  expect(ranked(text.replaceAll('\n', ''))).toEqual(['most write']);
});

test('each named check exists, and each cause has its texts', () => {
  const ids = new Set(requirements.map((one) => one.id));
  const texts = (Object.keys(failureTexts) as FailureKey[]).flatMap((key) => bothForms(key, join));
  const checks = [...texts.flatMap(checksIn), ...knownErrors.flatMap((one) => one.checks)];
  expect(checks.filter((id) => !ids.has(id))).toEqual([]);
  const keys = new Set(Object.keys(english));
  const wanted = knownErrors.flatMap(({ id }) => [
    `explain.${id}`,
    `explain.${id}.means`,
    `explain.${id}.do`,
  ]);
  expect(wanted.filter((key) => !keys.has(key))).toEqual([]);
});

describe('a message that isn’t a known error', () => {
  test.each([
    '',
    'lorem ipsum',
    '{"error":',
    '\u0000\ud800',
    'Conflict',
    'NotAuthorizationFailedly',
    '*',
    '[]((',
    'The subnet has a network security group () that is missing',
    'The network security group (x) is gone',
  ])('%j', (text) => {
    expect(explainError(say, text, null)).toEqual({ subject: null, causes: [], missing: null });
  });
});

test('a huge text is parsed completely', () => {
  const text = `${'`x a.b.'.repeat(150_000)} SubnetIsFull`;
  expect(ranked(text)).toEqual(['most addresses']);
});

test('a rule of the service’s list leads to its requirement, whatever its spaces and quotes', () => {
  const text = `network security group (/x/nsg) that is\n missing { \\"name\\" : \\"A\\", \\"direction\\": \\"Outbound\\"`;
  expect(missingRules(text.replace(' :', ':'))?.rules).toMatchObject([{ name: 'A', ports: null }]);
  const rule = {
    name: '',
    protocol: 'TCP',
    source: 'VirtualNetwork',
    direction: 'Outbound',
    before: 4096,
  } as const;
  expect(requirementsOfRule({ ...rule, ports: '8787', destinations: ['AzureMachineLearning'] })).toEqual([
    'outbound-aml-8787',
  ]);
  expect(requirementsOfRule({ ...rule, ports: '1', destinations: ['Storage'] })).toEqual([]);
});

test('the lines for support contain the IDs of the message', () => {
  const id = '12345678-90ab-cdef-1234-567890abcdef';
  expect(supportLines(say, `x Correlation ID: ${id}`)).toContain(`The IDs in the message: ${id}`);
  expect(supportLines(say, 'x').join()).toContain('Find it in the activity log');
});

test('a flow that all compute uses isn’t attributed to Databricks alone; one of Databricks is', () => {
  expect(checksIn('Outbound TCP 443 to Storage.WestEurope is denied.')).toEqual(['outbound-storage-443']);
  expect(checksIn('Allow AzureDatabricks on port 5557.')).toEqual(['inbound-databricks-22-5557']);
});
