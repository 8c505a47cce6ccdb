import * as assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Readiness } from '../../src/contract/wizard/readiness';
import type { Creation } from '../../src/contract/wizard/creation';
import type { NetworkList, SubnetList } from '../../src/contract/wizard/lists';
import type { PlanView } from '../../src/contract/wizard/plan';
import type { Review } from '../../src/contract/wizard/review';
import { openWizardPage, replace, type WizardPage } from './wizard-page';

const configuration = (): vscode.WorkspaceConfiguration =>
  vscode.workspace.getConfiguration('amlSecureCompute');

/** Through the shipped chunks: the sample behind the official clients, in this extension host. */
describe('the sample in the extension host', () => {
  let page: WizardPage;
  const plan = (): PlanView => page.last('planChanged') as PlanView;
  const readiness = (): Readiness => page.last('readinessChanged') as Readiness;
  const undo: (() => void)[] = [];

  before(async () => {
    await configuration().update('account.source', 'sample', vscode.ConfigurationTarget.Global);
    page = await openWizardPage();
    await page.call('act', { id: 'useSample' });
    await page.until('workspaces', () => plan().workspace.workspaces.state.is === 'ready');
    await page.until('networks', () => (page.last('networksChanged') as NetworkList).state.is === 'ready');
  });

  afterEach(() => undo.splice(0).forEach((one) => one()));

  after(async () => {
    await page.close();
    await configuration().update('account.source', undefined, vscode.ConfigurationTarget.Global);
  });

  async function chooseSubnet(name: string): Promise<void> {
    const workspace = plan().workspace.workspaces.rows.find((one) => one.name === 'mlw-fraud-prod');
    await page.call('chooseWorkspace', { id: workspace?.id });
    const networks = page.last('networksChanged') as NetworkList;
    await page.call('chooseNetwork', {
      id: networks.rows.find((one) => one.name === 'vnet-ml-prod-weu')?.id,
    });
    const subnets = page.last('subnetsChanged') as SubnetList;
    await page.call('chooseSubnet', { id: subnets.rows.find((one) => one.name === name)?.id });
    await page.until('Readiness', () => readiness().title === `Readiness of ${name}`);
  }

  it('is read page by page through the SDK clients', () => {
    assert.equal(plan().sample, true);
    assert.equal(plan().account, null);
    assert.deepEqual(
      plan().workspace.subscriptions.rows.map((one) => one.name),
      ['Contoso Research'],
    );
    assert.equal((page.last('networksChanged') as NetworkList).rows.length, 22);
  });

  it('names who last changed the rule because of which a cluster didn’t start', async () => {
    await chooseSubnet('snet-training');
    await page.call('changeSize', { name: 'cpu-blocked', minNodes: 1 });
    await page.until('free', () => plan().sections.review.locked === null);
    undo.push(
      replace(vscode.window, 'showWarningMessage', (_title: string, _: unknown, button: string) =>
        Promise.resolve(button),
      ),
    );
    await page.call('create', { anyway: true });
    const likely = (): Creation['likely'] =>
      (page.last('creationChanged') as Creation | null | undefined)?.likely ?? [];
    await page.until('the change', () => (likely()[0]?.changes.length ?? 0) > 0);
    assert.match(likely()[0]?.changes[0] ?? '', /^ben\.fischer@contoso\.com last changed Deny-All on /);
    assert.equal(likely().at(-1)?.cause, 'Permissions');
    await page.call('closeCreation', {});
  }).timeout(60_000);

  it('names the rule that blocks, and after a fix is applied in Azure the subnet is ready', async () => {
    await chooseSubnet('snet-training');
    assert.equal(readiness().summary, 'Not ready: 1 error blocks 9 flows');
    const ids = readiness().causes[0]?.actions[0]?.ids ?? [];
    await page.call('previewFix', { ids });
    const preview = page.last('previewChanged') as { id: string };
    const questions: string[] = [];
    undo.push(
      replace(vscode.window, 'showWarningMessage', (title: string, _: unknown, button: string) => {
        questions.push(title);
        return Promise.resolve(button);
      }),
    );
    assert.equal(await page.call('applyFix', { preview: preview.id }), true);
    assert.deepEqual(questions, ['Change nsg-training in Azure?']);
    await page.call('closeFix', {});
    await page.until('ready', () => readiness().summary === 'Ready; 1 flow relies on default rules');
  });

  it('creates a cluster, with progress, to its end', async () => {
    await chooseSubnet('snet-train-gpu');
    await page.call('changeSize', { name: 'cpu-hosted', minNodes: 1 });
    await page.until('free', () => plan().sections.review.locked === null);
    await page.call('create', { anyway: false });
    const creation = (): Creation | null => page.last('creationChanged') as Creation | null;
    await page.until('the end', () => creation() !== null && creation()?.state !== 'running');
    assert.equal(creation()?.state, 'ready');
    assert.ok(creation()?.comparison.every((one) => one.asPlanned));
    await page.call('closeCreation', {});
  }).timeout(60_000);

  describe('writes files', () => {
    let folder: string;
    const asked: string[] = [];

    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'aml-write-'));
      asked.length = 0;
      await chooseSubnet('snet-train-gpu');
      await page.call('changeSize', { name: 'cpu-written' });
      undo.push(replace(vscode.window, 'showOpenDialog', () => Promise.resolve([vscode.Uri.file(folder)])));
    });

    afterEach(async () => {
      await vscode.commands.executeCommand('workbench.action.closeEditorsInGroup');
      rmSync(folder, { recursive: true, force: true });
      page = await openWizardPage();
    });

    /** Answers the next questions with these buttons, in order. An undefined button closes the question. */
    function press(...buttons: (string | undefined)[]): void {
      undo.push(
        replace(vscode.window, 'showWarningMessage', (title: string) => {
          asked.push(title);
          return Promise.resolve(buttons.shift());
        }),
      );
    }

    it('to the chosen folder, and opens the first one', async () => {
      assert.equal(await page.call('write', { format: 'bicep' }), true);
      assert.deepEqual(readdirSync(folder).sort(), ['cpu-written.bicep', 'cpu-written.bicepparam']);
      assert.match(readFileSync(join(folder, 'cpu-written.bicep'), 'utf8'), /workspaces\/computes/);
      assert.equal(vscode.window.activeTextEditor?.document.fileName, join(folder, 'cpu-written.bicep'));
    });

    it('never over an existing one without a question: closing the question writes nothing', async () => {
      writeFileSync(join(folder, 'cpu-written.bicepparam'), 'mine');
      press(undefined);
      assert.equal(await page.call('write', { format: 'bicep' }), false);
      assert.equal(asked.length, 1);
      assert.match(asked[0] ?? '', /cpu-written\.bicepparam/);
      assert.deepEqual(readdirSync(folder), ['cpu-written.bicepparam']);
      assert.equal(readFileSync(join(folder, 'cpu-written.bicepparam'), 'utf8'), 'mine');
    });

    it('with a different name that all files share', async () => {
      writeFileSync(join(folder, 'cpu-written.bicep'), 'mine');
      press('Write as cpu-written-2.bicep');
      assert.equal(await page.call('write', { format: 'bicep' }), true);
      assert.equal(readFileSync(join(folder, 'cpu-written.bicep'), 'utf8'), 'mine');
      assert.match(
        readFileSync(join(folder, 'cpu-written-2.bicepparam'), 'utf8'),
        /using '\.\/cpu-written-2\.bicep'/,
      );
    });

    it('in place of an existing one after a second question', async () => {
      writeFileSync(join(folder, 'cpu-written.json'), 'mine');
      press('Replace…', 'Replace');
      assert.equal(await page.call('write', { format: 'arm' }), true);
      assert.equal(asked.length, 2);
      assert.ok(JSON.parse(readFileSync(join(folder, 'cpu-written.json'), 'utf8')));
    });

    it('not at all if the second question isn’t answered', async () => {
      writeFileSync(join(folder, 'cpu-written.json'), 'mine');
      press('Replace…', undefined);
      assert.equal(await page.call('write', { format: 'arm' }), false);
      assert.equal(readFileSync(join(folder, 'cpu-written.json'), 'utf8'), 'mine');
    });

    it('not at all in a workspace that isn’t trusted', async () => {
      undo.push(replace(vscode.workspace, 'isTrusted', false));
      await assert.rejects(page.call('write', { format: 'bicep' }), /forbidden/);
      // A window can get trust but never loses it, so the wizard is opened in an untrusted one.
      await page.close();
      page = await openWizardPage();
      await page.until('the message', () => {
        const review = page.last('reviewChanged') as Review | undefined;
        return review !== undefined && review.cannotWrite !== null;
      });
      assert.deepEqual(readdirSync(folder), []);
    });
  });

  it('copies to the clipboard of the editor', async () => {
    await chooseSubnet('snet-train-gpu');
    await page.call('copyPlan', { format: 'text' });
    assert.match(await vscode.env.clipboard.readText(), /^Creates: Compute cluster /);
  });
});
