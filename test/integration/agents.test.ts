import * as assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as vscode from 'vscode';
import { offeredServers } from '../../src/features/agents';

describe('agents of the editor', () => {
  it('are offered a server for each folder, which starts and lists its tools', async () => {
    const extension = vscode.extensions.getExtension('aml-secure-compute.aml-secure-compute');
    assert.ok(extension);
    await extension.activate();
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
