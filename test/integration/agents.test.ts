import * as assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { offeredServers } from '../../src/features/agents';
import { editorWorld } from '../../src/features/diagnostics/editor-world';
import { areAsAnalyzed } from '../../src/features/diagnostics/write-blocker';
import { until } from './shown-diagnostics';

interface SeenTool {
  readonly name: string;
  readonly inputSchema: object;
}
interface Seen {
  readonly status: string;
  readonly source?: string;
  readonly subnets: readonly { readonly name: string }[];
  readonly problems: readonly { readonly text: string; readonly line: string | null }[];
  readonly edits: readonly { readonly file: string; readonly before: readonly string[] }[];
}

describe('agents of the editor', () => {
  let extension: vscode.Extension<unknown>;
  let folder: string;
  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('amlSecureCompute');

  before(async () => {
    const found = vscode.extensions.getExtension('aml-secure-compute.aml-secure-compute');
    assert.ok(found);
    extension = found;
    await extension.activate();
    const shared = vscode.workspace.workspaceFolders?.find(({ name }) => name === 'shared');
    assert.ok(shared);
    folder = join(shared.uri.fsPath, 'agents');
    const fixture = join(extension.extensionPath, 'test', 'fixtures', 'terraform', 'associations', 'main.tf');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'main.tf'), readFileSync(fixture));
    await settings().update('account.source', 'sample', vscode.ConfigurationTarget.Global);
  });

  after(async () => {
    rmSync(folder, { recursive: true });
    await settings().update('account.source', undefined, vscode.ConfigurationTarget.Global);
    await settings().update('agents.offer', undefined, vscode.ConfigurationTarget.Global);
  });

  const called = async (tool: string, input: object, token?: vscode.CancellationToken): Promise<Seen> => {
    const options = { input, toolInvocationToken: undefined };
    const { content } = await vscode.lm.invokeTool(`amlSecureCompute_${tool}`, options, token);
    const [part] = content;
    assert.ok(part instanceof vscode.LanguageModelTextPart);
    return JSON.parse(part.value) as Seen;
  };

  it('find the tools that package.json describes', () => {
    const { contributes } = extension.packageJSON as {
      contributes: { languageModelTools: readonly SeenTool[] };
    };
    const found = vscode.lm.tools.filter(({ name }) => name.startsWith('amlSecureCompute_'));
    const shown = ({ name, inputSchema }: SeenTool | vscode.LanguageModelToolInformation) => [
      name,
      inputSchema,
    ];
    assert.deepEqual(found.map(shown).sort(), contributes.languageModelTools.map(shown).sort());
    assert.equal(found.length, 6);
  });

  it('check, fix, compare, and explain files without writing to them', async () => {
    const file = join(folder, 'main.tf');
    const before = readFileSync(file, 'utf8');
    const checked = await called('check_network_files', { files: [file] });
    assert.equal(checked.status, 'failed');
    assert.ok(checked.problems.some(({ text }) => text.includes('deny-out')));
    const fix = await called('propose_fix', { files: [folder] });
    assert.equal(fix.status, 'proposed');
    assert.deepEqual([...new Set(fix.edits.map((one) => one.file))], ['agents/main.tf']);
    // Only the lines that change: here, rules are added.
    assert.ok(fix.edits.every((one) => one.before.length === 0));
    assert.doesNotMatch(JSON.stringify(fix.edits), /azurerm_virtual_network/);
    assert.match(
      JSON.stringify(await called('compare_networks', { before: file, after: file })),
      /"same":true/,
    );
    assert.match(JSON.stringify(await called('explain_finding', { id: 'outbound-batch-443' })), /"page":"# /);
    assert.match(
      JSON.stringify(await called('azure_ml_requirements', { compute: 'cluster' })),
      /BatchNodeManagement/,
    );
    assert.equal(readFileSync(file, 'utf8'), before);
    await assert.rejects(called('check_network_files', { files: ['/etc'] }), /outside|folder/i);
  });

  it('offer a proposed fix, which opens as a preview when the user clicks it, and changes nothing if it’s dismissed', async () => {
    const file = join(folder, 'main.tf');
    const before = readFileSync(file, 'utf8');
    const diffs = (): readonly vscode.Tab[] =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) =>
        tabs.filter(({ input }) => input instanceof vscode.TabInputTextDiff),
      );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await called('propose_fix', { files: [folder] });
    await vscode.commands.executeCommand('notifications.clearAll');
    await called('propose_fix', { files: [folder] });
    assert.deepEqual(diffs(), []);
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    await until('the preview', () => diffs().length === 1);
    const [diff] = diffs();
    assert.match(diff?.label ?? '', /main\.tf/);
    assert.equal(readFileSync(file, 'utf8'), before);
    assert.ok(vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('apply nothing to a file that changed since it was analyzed, on disk or in the editor', async () => {
    const uri = vscode.Uri.joinPath(vscode.Uri.file(folder), 'changed.tf');
    const analyzed = async (): Promise<() => Promise<boolean>> => {
      const world = editorWorld(uri);
      await world.read(uri.path);
      return () => areAsAnalyzed({ world }, [uri.path, `${folder}/`]);
    };
    writeFileSync(uri.fsPath, '# as analyzed\n');
    const onDisk = await analyzed();
    assert.equal(await onDisk(), true);
    writeFileSync(uri.fsPath, '# by another program\n');
    assert.equal(await onDisk(), false);
    const inEditor = await analyzed();
    await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
    assert.equal(await inEditor(), true);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), '# by the user\n');
    await vscode.workspace.applyEdit(edit);
    assert.equal(await inEditor(), false);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('check a subnet of the current account, which is the sample', async () => {
    const name = 'vnet-ml-prod-weu/snet-training';
    const { source, status, subnets } = await called('check_subnet', { subnet: name });
    assert.deepEqual(
      [source, status, subnets.map((one) => one.name)],
      ['sample', 'failed', ['snet-training']],
    );
    await assert.rejects(
      called('check_subnet', { subnet: 'vnet-ml-prod-weu/snet-none' }),
      /doesn’t have subnet/,
    );
    await assert.rejects(called('check_subnet', { subnet: name, source: 'sample' }), /isn’t an input/);
  });

  it('can cancel', async () => {
    const canceling = new vscode.CancellationTokenSource();
    const started = called('check_network_files', { files: [folder] }, canceling.token);
    setTimeout(() => canceling.cancel(), 50);
    await assert.rejects(started, /cancel/i);
  });

  it('get a server instead if the user chose it, for each folder, which starts and lists its tools', async () => {
    assert.deepEqual(offeredServers(extension), []);
    await settings().update('agents.offer', 'mcpServer', vscode.ConfigurationTarget.Global);
    const servers = offeredServers(extension);
    assert.equal(servers.length, vscode.workspace.workspaceFolders?.length);
    const [server] = servers;
    assert.ok(server);
    const child = spawn(server.command, server.args, { env: { ...process.env, ...textsOf(server.env) } });
    let out = '';
    child.stdout.on('data', (text: Buffer) => (out += text.toString()));
    const send = (message: object): void => void child.stdin.write(`${JSON.stringify(message)}\n`);
    const clientInfo = { name: 'test', version: '1' };
    const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo };
    send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    send({ jsonrpc: '2.0', method: 'notifications/initialized' });
    send({ jsonrpc: '2.0', id: 2, method: 'tools/list' });
    while (!out.includes('"id":2')) await once(child.stdout, 'data');
    child.stdin.end();
    await once(child, 'close');
    assert.match(out, /"name":"check_network_files"/);
  });
});

function textsOf(env: Record<string, string | number | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).map(([key, value]) => [key, String(value)]));
}
