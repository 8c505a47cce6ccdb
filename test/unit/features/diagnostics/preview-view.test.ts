import { canRequest, previewedRequest } from '../../../../src/features/diagnostics/preview/previewed-request';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { previewView, type ShownPreview } from '../../../../src/features/diagnostics/preview/preview-view';
import {
  changeChoices,
  previewChanges,
  type PreviewedChanges,
} from '../../../../src/file-checks/edits/preview-changes';
import { attemptFixes } from '../../../../src/file-checks/edits/tested-edits';
import type { FixTestContext } from '../../../../src/file-checks/edits/written-fix';
import { problemsOf } from '../../../../src/file-checks/problems-of';
import { messagesIn } from '../../../support/messages-in';
import { testFixContext } from '../../file-checks/analyzed';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url), 'utf8');
const network = fixture('files/infra/network.bicep');

async function preview(text: string, id?: string, attempt?: number) {
  const fixTest = await testFixContext({ 'network.bicep': text });
  const problems = problemsOf(fixTest.analysis.check).filter(
    (one) => one.severity !== 'hint' && (id === undefined || one.id === id),
  );
  const changes = await previewChanges(fixTest, { problems, attempt });
  if (!changes) throw new Error('not read');
  return { fixTest, changes };
}

function view(
  { fixTest, changes }: { readonly fixTest: FixTestContext; readonly changes: PreviewedChanges },
  more: Partial<ShownPreview> = {},
) {
  return previewView(messagesIn('en'), {
    ...{ id: '1', title: 'Fix', changes, before: fixTest.analysis.check },
    ...{ changed: [], users: [], refused: null, isBusy: false, canCopy: false, ...more },
  });
}

describe('the panel next to a diff', () => {
  test('starts with every free fix selected, and no change that costs money', async () => {
    const shown = view(await preview(network));
    expect(shown.fixTest).toMatchObject({ is: 'verified', lines: [] });
    expect(shown.fixTest.text).toMatch(
      /^Tested on a copy: all \d flows pass, and no other subnet gets worse\.$/,
    );
    expect(shown.flows.filter(({ canChoose, ticked }) => canChoose && !ticked)).toEqual([]);
    expect(shown.flows.find(({ title }) => title.includes('5831'))?.result).toMatch(/^rule \d+$/);
    expect(shown.apart).toMatchObject([
      {
        title: 'Create NAT gateway ng-snet-training and its public IP address (billed) for snet-training',
        ticked: false,
      },
    ]);
    expect(shown.apart[0]?.price).toBe('Price not known, plus data processed, per GB');
    expect(shown.cost.map(({ text }) => text)).toEqual(['Nothing that Azure bills is created.']);
    expect(shown.after).toMatchObject([{ subnet: 'snet-training', before: { icon: 'error' } }]);
    expect(shown.cannotApply).toBeNull();
    expect(shown.spoken).toMatch(/^Preview: \d flows pass, 0 subnets get worse\.$/);
  });

  test('can’t apply an empty selection', async () => {
    const { fixTest, changes } = await preview(network);
    const none = await changeChoices(fixTest, changes, new Set());
    if (!none) throw new Error('not read');
    const shown = view({ fixTest, changes: none });
    expect(shown.fixTest.is).toBe('info');
    expect(shown.fixTest.text).toBe('Nothing is selected.');
    expect(shown.cannotApply).toBe('Select at least one change.');
    expect(shown.after.map(({ after }) => after.text)).toEqual([
      expect.stringMatching(/, no change$/) as string,
    ]);
  });

  test('shows a new selection while it’s tested, and leaves everything else as it was', async () => {
    const previewed = await preview(network);
    const before = view(previewed);
    const [first, ...others] = before.flows.filter(({ canChoose }) => canChoose);
    const [gateway] = before.apart;
    if (!first || !gateway) throw new Error('no choice');
    const requested = new Set([...others.map(({ key }) => key), ...gateway.keys]);
    const busy = view(previewed, { isBusy: true, requested });
    expect(busy.flows).toEqual(
      before.flows.map((one) => (one.key === first.key ? { ...one, ticked: false } : one)),
    );
    expect(busy.apart).toEqual([{ ...gateway, ticked: true }, ...before.apart.slice(1)]);
    const none = view(previewed, { isBusy: true, requested: new Set() });
    expect(none.flows.map(({ canChoose }) => canChoose)).toEqual(
      before.flows.map(({ canChoose }) => canChoose),
    );
  });

  test('states the cost of the selected changes', async () => {
    const { fixTest, changes } = await preview(network);
    const apart = changes.choices.filter((one) => one.apart !== null).map(({ key }) => key);
    const billed = await changeChoices(fixTest, changes, new Set(apart));
    if (!billed) throw new Error('not read');
    const shown = view({ fixTest, changes: billed });
    expect(shown.apart.map(({ ticked }) => ticked)).toEqual([true]);
    expect(shown.cost[0]?.text).toMatch(
      /^Create NAT gateway .*: price not known, plus data processed, per GB\.$/,
    );
  });

  test('warns about other subnets that get worse, and asks before it applies', async () => {
    const web = "          addressPrefix: '10.40.5.0/26'\n";
    const text = fixture('fixes/shared-routes.bicep').replace(
      web,
      `${web}          defaultOutboundAccess: false\n`,
    );
    const { fixTest } = await preview(text);
    const problem = problemsOf(fixTest.analysis.check).find(({ id }) => id === 'inbound-aml-44224');
    const attempts = problem ? await attemptFixes(fixTest, problem) : [];
    const attempt = attempts.findIndex((one) => one.is === 'tested');
    const shown = view(await preview(text, 'inbound-aml-44224', attempt));
    expect(shown.fixTest.is).toBe('warning');
    expect(shown.fixTest.text).toBe('1 subnet gets worse: snet-web');
    expect(shown.fixTest.lines).toEqual([
      'snet-web loses: TCP 443 to AzureMachineLearning and UDP 5831 to AzureMachineLearning',
    ]);
    expect(shown.needsConfirmation).toBe(true);
    expect(shown.spoken).toMatch(/1 subnet gets worse\.$/);
  });

  test('names what still blocks the flows that don’t pass', async () => {
    const { fixTest, changes } = await preview(network);
    const [first] = changes.choices.filter(({ key }) => changes.chosen.has(key));
    if (!first) throw new Error('nothing chosen');
    const shown = view({ fixTest, changes: { ...changes, after: fixTest.analysis, fails: [first] } });
    expect(shown.fixTest.is).toBe('info');
    expect(shown.fixTest.text).toMatch(/^\d of \d flows pass\. 1 is also blocked by .*Deny-All/);
  });

  test('shows which file changed, which other files use it, and why writing isn’t possible', async () => {
    const shown = view(await preview(network), {
      ...{ changed: ['network.bicep'], users: ['app/other.bicep'], refused: 'network.bicep is read-only.' },
    });
    expect(shown.notice).toBe('network.bicep changed. Preview updated.');
    expect(shown.opens.at(-1)?.text).toBe('Also used by app/other.bicep, which isn’t tested.');
    expect(shown.cannotApply).toBe('network.bicep is read-only.');
  });
});

describe('the request of a preview', () => {
  test('includes only the selected flows', async () => {
    const { fixTest, changes } = await preview(network);
    const udp = changes.choices.find(({ problem }) => problem.id === 'outbound-aml-udp-5831');
    const chosen = new Set([udp?.key ?? '']);
    const text = previewedRequest(messagesIn('en'), fixTest, { ...changes, chosen });
    expect(text).toContain('5831');
    expect(text).not.toContain('AzureFrontDoor');
    const all = previewedRequest(messagesIn('en'), fixTest, { ...changes, chosen: new Set() });
    expect(all).toContain('AzureFrontDoor');
    expect(canRequest(changes)).toBe(true);
    expect(canRequest({ choices: [] })).toBe(false);
  });
});
