import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { causesIn } from '../../../../src/checks/causes-in';
import { statusOf } from '../../../../src/core/check-result';
import { previewView } from '../../../../src/features/diagnostics/preview/preview-view';
import { previewChanges, type PreviewedChanges } from '../../../../src/file-checks/edits/preview-changes';
import type { FixTestContext } from '../../../../src/file-checks/edits/written-fix';
import { problemsOf } from '../../../../src/file-checks/problems-of';
import { messagesIn } from '../../../support/messages-in';
import { testFixContext } from '../../file-checks/analyzed';

const read = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url), 'utf8');
const namesIn = (folder: string): readonly string[] =>
  readdirSync(new URL(`../../../fixtures/${folder}`, import.meta.url))
    .filter((name) => name.endsWith('.bicep'))
    .map((name) => `${folder}/${name}`);

const gateway = `
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
/** A private subnet behind a rule that denies all, next to a NAT gateway that it doesn't use. */
const denied =
  read('files/infra/network.bicep').replace('defaultOutboundAccess: true', 'defaultOutboundAccess: false') +
  gateway;

async function preview(text: string) {
  const fixTest = await testFixContext({ 'network.bicep': text });
  const problems = problemsOf(fixTest.analysis.check).filter(({ severity }) => severity !== 'hint');
  const changes = await previewChanges(fixTest, { problems });
  if (!changes) throw new Error('not read');
  return { fixTest, changes };
}

interface Previewed {
  readonly fixTest: FixTestContext;
  readonly changes: PreviewedChanges;
}

function testText({ fixTest, changes }: Previewed, language: 'en' | 'fr' = 'en'): string {
  return previewView(messagesIn(language), {
    ...{ id: '1', title: 'Fix', changes, before: fixTest.analysis.check },
    ...{ changed: [], users: [], refused: null, isBusy: false, canCopy: false },
  }).fixTest.text;
}

/** Chosen flows that another component blocks after the first, and that pass after the changes. */
function blockedTwice({ fixTest, changes }: Previewed): readonly string[] {
  const { declared, subjects } = fixTest.analysis.check;
  const chosen = changes.choices.filter(({ key }) => changes.chosen.has(key)).map(({ problem }) => problem);
  return subjects.flatMap(({ subnet, plan, facts, results }) =>
    causesIn({ model: declared.model, plan, facts }, results).flatMap(({ alsoBlockedBy }) =>
      [...alsoBlockedBy.keys()].filter(
        (id) =>
          chosen.some((one) => one.id === id && one.subnetId === subnet.id) &&
          changes.after.check.subjects.some(
            (one) =>
              one.subnet.id === subnet.id &&
              one.results.some(
                ({ requirement, outcome }) => requirement === id && statusOf(outcome) === 'fine',
              ),
          ),
      ),
    ),
  );
}

test('the preview of file changes names the second component, and that the fix covers both', async () => {
  const previewed = await preview(denied);
  expect(testText(previewed)).toMatch(
    /^Tested on a copy: all \d+ (flows|checks) pass, and no other subnet gets worse\. (\d are no longer blocked, but can’t be checked\. )?\d+ flows are also blocked by the missing outbound access of snet-training\. The fix covers all causes\.$/,
  );
  expect(testText(previewed, 'fr')).toMatch(/ La correction couvre toutes les causes\.$/);
});

test('it names the second component exactly if a fixed flow has one', async () => {
  const texts = [denied, ...[...namesIn('fixes'), ...namesIn('files/infra')].map(read)];
  for (const text of texts) {
    const previewed = await preview(text);
    const shown = testText(previewed);
    if (!shown.startsWith('Tested')) continue;
    expect(/also blocked by/.test(shown)).toBe(blockedTwice(previewed).length > 0);
  }
});
