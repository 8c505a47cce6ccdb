import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toolList } from '../../../src/agent-tools/tool-list';
import { terminalProgram, type TerminalProgram } from '../../support/terminal-program';

let program: TerminalProgram;
let client: Client;
beforeAll(async () => {
  program = await terminalProgram();
  client = await connected(['--root', 'terraform']);
});

async function connected(args: readonly string[]): Promise<Client> {
  const one = new Client({ name: 'test', version: '1.0.0' });
  // The client fails if standard output contains anything but the protocol.
  await one.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [program.file, 'mcp', ...args],
      cwd: resolve('test/fixtures'),
      env: { LC_ALL: 'C' },
    }),
  );
  // The client validates each result with the listed schemas.
  await one.listTools();
  return one;
}

afterAll(async () => {
  await client.close();
  await program.remove();
});

/** Returns the result of a call, which the client validated with the tool's output schema. */
async function result(name: string, input: object): Promise<Record<string, unknown>> {
  const answer = await client.callTool({ name, arguments: { ...input } });
  expect(answer).not.toHaveProperty('isError');
  return answer.structuredContent as Record<string, unknown>;
}

test('every tool is listed with its schemas, and doesn’t accept credentials', async () => {
  const { tools } = await client.listTools();
  expect(tools).toMatchObject(toolList);
  const inputs = tools.flatMap(({ inputSchema }) => Object.keys(inputSchema.properties ?? {}));
  expect(inputs.filter((name) => /token|secret|password|credential|key/i.test(name))).toEqual([]);
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
});

test('files below the root folder are checked, fixed as an edit, compared, and explained', async () => {
  const [bicep, terraform] = ['associations/main.bicep', 'associations'];
  const [checked, fixed, same, explained] = await Promise.all([
    result('check_network_files', { files: [terraform] }),
    result('propose_fix', { files: [bicep] }),
    result('compare_networks', { before: terraform, after: bicep }),
    result('explain_finding', { id: 'outbound-batch-443' }),
  ]);
  expect(checked).toMatchObject({ source: 'files', counts: { subnetsChecked: 2 } });
  expect(JSON.stringify(checked)).not.toContain(resolve('test'));
  expect(fixed['status']).not.toBe('nothing-to-fix');
  expect(same).toMatchObject({ isWhole: true });
  expect(explained).toMatchObject({ check: { kind: 'requirement', severity: 'error' } });
});

test('an empty edit doesn’t pass, and an invalid file has a short result', async () => {
  const root = await mkdtemp(join(tmpdir(), 'agent-'));
  await writeFile(join(root, 'broken.bicep'), 'resource x\n'.repeat(2000));
  await writeFile(join(root, 'empty.bicep'), "param location string = 'westeurope'\n");
  const own = await connected(['--root', root]);
  const call = (name: string, file: string) => own.callTool({ name, arguments: { files: [file] } });
  const edits = await Promise.all(['broken', 'empty'].map((name) => call('propose_fix', `${name}.bicep`)));
  const checked = await call('check_network_files', 'broken.bicep');
  await own.close();
  await rm(root, { recursive: true });
  expect(edits.map(({ structuredContent }) => structuredContent)).toMatchObject([
    { status: 'no-fix', edits: [], next: [expect.stringContaining('not read')] },
    { status: 'no-fix', edits: [], next: [expect.stringContaining('No subnet')] },
  ]);
  expect(JSON.stringify(checked.structuredContent).length).toBeLessThan(40_000);
});

test('requirements of a plan and a subnet of the sample don’t need a file', async () => {
  const [needs, subnet] = await Promise.all([
    result('azure_ml_requirements', { compute: 'cluster', publicIp: false, region: 'westeurope' }),
    result('check_subnet', { subnet: 'vnet-ml-prod-weu/snet-train-gpu', source: 'sample' }),
  ]);
  expect(needs['requirements']).toContainEqual(
    expect.objectContaining({
      id: 'outbound-batch-443',
      flows: [
        { direction: 'Outbound', protocol: 'Any', ports: ['443'], remote: 'BatchNodeManagement.WestEurope' },
      ],
    }),
  );
  expect(subnet).toMatchObject({ source: 'sample', counts: { subnetsChecked: 1 } });
  expect(subnet['next']).toContain(
    'This is the built-in sample with invented networks, not the user’s Azure.',
  );
});

test.each([
  ['check_network_files', { file: 'main.tf' }, 'files is missing. file isn’t an input.'],
  ['check_network_files', { files: ['../exports/nsg-show.json'] }, 'is outside the root folder'],
  ['explain_finding', { id: 'outbound-bach-443' }, 'Did you mean outbound-batch-443?'],
  ['drop_tables', {}, 'There is no tool of this name.'],
])('an invalid call of %s returns the reason', async (name, input, text) => {
  const { isError, content } = await client.callTool({ name, arguments: input });
  expect(isError).toBe(true);
  expect(content).toEqual([{ type: 'text', text: expect.stringContaining(text) as string }]);
});
