import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { causesIn } from '../../../src/checks/causes-in';
import { previewView } from '../../../src/features/diagnostics/preview/preview-view';
import { previewChanges } from '../../../src/file-checks/edits/preview-changes';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { messagesIn } from '../../support/messages-in';
import { testFixContext } from '../file-checks/analyzed';
import { ran } from './ran';

const read = (name: string): string =>
  readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');
const network = read('files/infra/network.bicep');

/** A private subnet behind a rule that denies all, next to a NAT gateway that it doesn’t use. */
const deniedTwice = `${network.replace('defaultOutboundAccess: true', 'defaultOutboundAccess: false')}
resource gateway 'Microsoft.Network/natGateways@2024-05-01' = {
  name: 'ng-ml'
  location: location
  sku: { name: 'Standard' }
  properties: { publicIpAddresses: [{ id: address.id }] }
}

resource address 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'pip-ml'
  location: location
  sku: { name: 'Standard' }
  properties: { publicIPAllocationMethod: 'Static' }
}
`;

const linesOf = (text: string): readonly string[] => text.split('\n');

describe('fix', () => {
  test('lists the flows that pass, each subnet before and after, and that nothing is billed', async () => {
    const { out } = await ran('fix network.bicep --dry-run', { 'network.bicep': network });
    expect(out).toContain(
      [
        '',
        'Tested on a copy: all 6 flows pass, and no other subnet gets worse.',
        '    Outbound TCP 80 and 443 to AzureActiveDirectory (sign-in) [outbound-entra-80-443]',
        '    Outbound UDP 5831 to AzureMachineLearning [outbound-aml-udp-5831]',
        '',
      ].join('\n'),
    );
    expect(out).toContain(
      '\nAfter the fix:\n    snet-training: 1 error, 1 to confirm, 1 warning → 1 to confirm, 1 warning, 1 only by default rules\n',
    );
    expect(out).toContain('\nCost:\n    Nothing that Azure bills is created.\n');
    // What passes isn’t listed as not fixed, too.
    const [passing = '', left = ''] = out.split('Not fixed:');
    for (const id of left.match(/(?<=\[)[\w-]+(?=\])/g) ?? []) expect(passing).not.toContain(`[${id}]`);
  });

  test('the cost is that of the billed resource, including data, and not that of the rules', async () => {
    const { out } = await ran('fix network.bicep --allow cost', { 'network.bicep': network });
    expect(out).toContain(
      '\nCost:\n    Create NAT gateway ng-snet-training and its public IP address (billed) for snet-training: price not known, plus data processed, per GB.\n',
    );
    expect(out).not.toContain('Nothing that Azure bills');
  });

  test('names what else blocked the flows, and that the fix covers it', async () => {
    const { out } = await ran('fix network.bicep --allow cost', { 'network.bicep': deniedTwice });
    expect(out).toMatch(
      /\nTested on a copy: all \d+ checks pass, .*\d+ flows are also blocked by the missing outbound access of snet-training\. The fix covers all causes\.\n/,
    );
  });

  test('without a fix, lists nothing as tested', async () => {
    const fixed = await ran('fix network.bicep --allow cost', { 'network.bicep': network });
    const { out } = await ran('fix network.bicep', fixed.written);
    expect(out).toBe('network.bicep: no tested fixes.\n');
  });

  test('in French, too', async () => {
    const { out } = await ran(
      'fix network.bicep --dry-run',
      { 'network.bicep': network },
      { language: 'fr' },
    );
    expect(out).toContain(
      '\nTesté sur une copie\u00a0: les 6 flux passent, et aucun autre sous-réseau n’est dégradé.\n',
    );
    expect(out).toMatch(/\nAprès la correction\u00a0:\n {4}snet-training\u00a0: .* → .*\nCoût\u00a0:\n/);
  });
});

const files = ['fixes', 'files/infra'].flatMap((folder) =>
  readdirSync(new URL(`../../fixtures/${folder}`, import.meta.url))
    .filter((name) => name.endsWith('.bicep'))
    .map((name) => `${folder}/${name}`),
);

describe('the terminal and the preview of the editor', () => {
  test.each(files)(
    'have the same line about the test, the same subnets, and the same cost: %s',
    async (name) => {
      const text = read(name);
      const fixTest = await testFixContext({ 'main.bicep': text });
      const { check } = fixTest.analysis;
      const { out } = await ran('fix main.bicep --dry-run --fail-on info', { 'main.bicep': text });
      if (out === '' || out.includes('no tested fixes') || check.subjects.length === 0) return;
      const problems = problemsOf(check).filter(({ severity }) => severity !== 'hint');
      const changes = await previewChanges(fixTest, { problems });
      if (!changes || changes.fails.length > 0) return;
      const view = previewView(messagesIn('en'), {
        ...{ id: '1', title: 'Fix', changes, before: check },
        ...{ changed: [], users: [], refused: null, isBusy: false, canCopy: false },
      });
      const lines = linesOf(out);
      for (const { subnet, before, after } of view.after) {
        expect(lines).toContain(`    ${subnet}: ${before.text} → ${after.text}`);
      }
      for (const { text: cost } of view.cost) expect(lines).toContain(`    ${cost}`);
      const later = check.subjects.some(({ subnet, plan, facts, results }) =>
        causesIn({ model: check.declared.model, plan, facts }, results).some(({ alsoBlockedBy }) =>
          [...alsoBlockedBy.keys()].some((id) =>
            changes.choices.some(
              (one) =>
                changes.chosen.has(one.key) && one.problem.id === id && one.problem.subnetId === subnet.id,
            ),
          ),
        ),
      );
      expect(out.includes('The fix covers all causes.')).toBe(later);
    },
  );
});
