import { resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toolList } from '../../../src/agent-tools/tool-list';
import { terminalProgram, type TerminalProgram } from '../../support/terminal-program';

let program: TerminalProgram;
let client: Client;
beforeAll(async () => {
  program = await terminalProgram();
  client = new Client({ name: 'test', version: '1.0.0' });
  // The client fails where standard output has anything but the protocol.
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [program.file, 'mcp', '--root', 'terraform'],
      cwd: resolve('test/fixtures'),
      env: { LC_ALL: 'C' },
    }),
  );
  // The client validates each result by the schemas that are listed.
  await client.listTools();
});
afterAll(async () => {
  await client.close();
  await program.remove();
});

/** The result of a call, which the client validated by the tool's output schema. */
async function result(name: string, input: object): Promise<Record<string, unknown>> {
  const answer = await client.callTool({ name, arguments: { ...input } });
  expect(answer).not.toHaveProperty('isError');
  return answer.structuredContent as Record<string, unknown>;
}

test('every tool is listed with its schemas, and takes no credential', async () => {
  const { tools } = await client.listTools();
  expect(tools).toMatchObject(toolList);
  const inputs = tools.flatMap(({ inputSchema }) => Object.keys(inputSchema.properties ?? {}));
  expect(inputs.filter((name) => /token|secret|password|credential|key/i.test(name))).toEqual([]);
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
});

test('files are checked, fixed as an edit, compared, and explained below the root folder', async () => {
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

test('requirements of a plan and a subnet of the sample need no file', async () => {
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
])('a wrong call of %s says why', async (name, input, text) => {
  const { isError, content } = await client.callTool({ name, arguments: input });
  expect(isError).toBe(true);
  expect(content).toEqual([{ type: 'text', text: expect.stringContaining(text) as string }]);
});
