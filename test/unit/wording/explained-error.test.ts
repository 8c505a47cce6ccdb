import { describe, expect, test } from 'vitest';
import { speaker } from '../../../src/messages/speaker';
import { requirements } from '../../../src/requirements/requirements';
import { failure, failureTexts, type FailureKey } from '../../../src/sandbox/failure-texts';
import { errorCauses } from '../../../src/wording/error-causes';
import { explainedError } from '../../../src/wording/explained-error';

const say = speaker('en');

/** As the Azure CLI prints it, and as its REST answer. */
function bothForms(key: FailureKey, values: Readonly<Record<string, string | number>> = {}): string[] {
  const { code, message } = failure(key, values);
  return [
    `(${code}) ${message}\nCode: ${code}\nMessage: ${message}`,
    JSON.stringify({ error: { code, message } }),
  ];
}

const pageOf = (text: string): string => explainedError(say, text).markdown;
const headings = (text: string): string[] =>
  [...pageOf(text).matchAll(/^### (.*)$/gm)].map(([, found]) => found ?? '');

const join = {
  client: 'anna',
  linkedAction: 'Microsoft.Network/virtualNetworks/subnets/join/action',
  linkedScope: '/subscriptions/s',
};
const write = { action: 'Microsoft.MachineLearningServices/workspaces/computes/write' };

const seen: readonly (readonly [FailureKey, Readonly<Record<string, string | number>>, readonly string[]])[] =
  [
    ['clusterNameTaken', {}, ['Most likely: The name is taken']],
    ['instanceNameTaken', { name: 'ci' }, ['Most likely: The name is taken']],
    ['computeNameInvalid', { name: '1' }, ['Most likely: The name is not allowed']],
    ['linkedAuthorizationFailed', join, ['Most likely: Permission to use the network']],
    ['linkedAuthorizationFailed', { linkedAction: 'x/assign/action' }, ['Most likely: A missing permission']],
    ['authorizationFailed', write, ['Most likely: Permission to create computes']],
    ['disallowedByPolicy', {}, ['Most likely: A policy forbids it']],
    ['scopeLocked', {}, ['Most likely: A lock forbids it']],
    ['subnetFull', {}, ['Most likely: Addresses of the subnet']],
    ['coreQuotaReached', {}, ['Most likely: Quota']],
    ['familyQuota', { quota: 24 }, ['Most likely: Quota']],
    ['clusterLimit', {}, ['Most likely: Quota']],
    [
      'allocationTimedOut',
      {},
      [
        'Possible: The network blocks what nodes need to start',
        'Possible: Addresses of the subnet',
        'Possible: Quota',
        'Possible: Machines of this size',
      ],
    ],
    [
      'allocationFailed',
      {},
      ['Possible: Addresses of the subnet', 'Possible: Quota', 'Possible: Machines of this size'],
    ],
  ];

describe('what Azure is known to say', () => {
  test.each(seen)('%s %o', (key, values, expected) => {
    for (const text of bothForms(key, values)) expect(headings(text)).toEqual(expected);
  });

  test.each(['storageMount', 'groupRulesMissing'] as const)('%s names the flow', (key) => {
    const pages = bothForms(key).map((text) => explainedError(say, text));
    for (const { checks } of pages) expect(checks).toContain('outbound-storage-445');
  });

  test('an allocation that failed over a full subnet puts that first', () => {
    const inner = failure('subnetFull');
    const text = JSON.stringify({ error: { ...failure('allocationFailed'), details: [inner] } });
    expect(headings(text)).toEqual([
      'Most likely: Addresses of the subnet',
      'Possible: Quota',
      'Possible: Machines of this size',
    ]);
  });

  test('lines that the input box joined are read all the same', () => {
    const [text = ''] = bothForms('authorizationFailed', write);
    expect(headings(text.replaceAll('\n', ''))).toEqual(['Most likely: Permission to create computes']);
  });

  test('nothing is ruled out, and the page says why', () => {
    for (const key of Object.keys(failureTexts) as FailureKey[]) {
      for (const text of bothForms(key)) expect(pageOf(text)).not.toContain('Ruled out');
    }
    expect(pageOf('SubnetIsFull')).toContain(
      'Evidence of a subnet is missing, so nothing is ruled out here.',
    );
  });

  test('each check that it speaks of is one, and comes with its pages', () => {
    const ids = new Set(requirements.map((one) => one.id));
    const texts = (Object.keys(failureTexts) as FailureKey[]).flatMap((key) => bothForms(key, join));
    const checks = texts.flatMap((text) => errorCauses(text).flatMap((one) => one.checks));
    expect(checks.filter((id) => !ids.has(id))).toEqual([]);
    expect(pageOf('SubnetIsFull')).toMatch(
      /- Check: Free addresses for all nodes \(`subnet-free-ips-cluster`\)\. \[[^\]]+\]\(https:/,
    );
  });

  test('in French it is French', () => {
    const page = explainedError(speaker('fr'), 'SubnetIsFull').markdown;
    expect(page).toContain('### Le plus probable\u00a0: Adresses du sous-réseau');
    expect(page).toContain('Que faire\u00a0: Choisissez un sous-réseau plus grand');
  });
});

describe('what is no known error', () => {
  test.each([
    '',
    'lorem ipsum',
    '{"error":',
    '\u0000\ud800',
    'Conflict',
    'NotAuthorizationFailedly',
    '*',
    '[]((',
  ])('%j is said not to be known', (text) => {
    expect(pageOf(text)).toContain('**We do not know this failure.**');
    expect(pageOf(text)).toContain('## What to send to support');
    expect(explainedError(say, text).checks).toEqual([]);
  });

  test('a huge text is cut on the page, and looked at whole', () => {
    const text = `${'`x'.repeat(500_000)} SubnetIsFull`;
    const page = pageOf(text);
    expect(page.length).toBeLessThan(25_000);
    expect(page).toContain('characters are shown; all of it was looked at.');
    expect(headings(text)).toEqual(['Most likely: Addresses of the subnet']);
  });
});

describe('the text is shown as text', () => {
  test('its own fences do not end the block', () => {
    const text = 'a\n```\n# not a heading <img src=x>\n````\n[link](command:evil)';
    expect(pageOf(text)).toContain(`\n\n\`\`\`\`\`text\n${text}\n\`\`\`\`\`\n\n`);
  });

  test('of it nothing but ids stands outside the block', () => {
    const id = '12345678-90ab-cdef-1234-567890abcdef';
    const text = `SubnetIsFull <b>x</b> [a](command:b) Correlation ID: ${id}`;
    const outside = pageOf(text).replace(text, '');
    expect(outside).not.toMatch(/<b>|command:/);
    expect(outside).toContain(`- The ids in it: ${id}`);
  });

  test('without an id the page says where to find one', () => {
    expect(pageOf('SubnetIsFull')).toContain('the portal’s activity log has it');
  });
});

test('a flow that every compute uses is not told of Databricks alone; one of its own is', () => {
  const checksIn = (text: string) => errorCauses(text).flatMap(({ checks }) => checks);
  expect(checksIn('Outbound TCP 443 to Storage.WestEurope is denied.')).toEqual(['outbound-storage-443']);
  expect(checksIn('Allow AzureDatabricks on port 5557.')).toEqual(['inbound-databricks-22-5557']);
});
