import { expect, test } from 'vitest';
import { toolNames, type ToolName } from '../../../../src/agent-tools/tool-inputs';
import { createPreparedChecks } from '../../../../src/editor-agents/prepared-checks';
import { prepareTool } from '../../../../src/features/agents/prepare-tool';
import { openStore } from '../../editor-agents/open-store';
import { messagesIn } from '../../../support/messages-in';

const inputs = {
  check_network_files: { files: ['main.bicep', 'hub.tf'] },
  propose_fix: { files: ['main.bicep'] },
  compare_networks: { before: 'a.bicep', after: 'b.bicep' },
  explain_finding: { id: 'outbound-batch-443' },
  azure_ml_requirements: { compute: 'cluster' },
  check_subnet: { subnet: 'vnet/snet' },
} as const;

/** The texts that VS Code shows for a call. */
const prepared = (tool: ToolName, input: unknown, options: { language?: string; isSample?: boolean } = {}) =>
  prepareTool(
    {
      say: messagesIn(options.language ?? 'en'),
      account: { isSample: () => options.isSample ?? false },
      store: () => Promise.resolve(openStore()),
    },
    { tool, input },
    createPreparedChecks(),
  );

test.each(['en', 'fr'] as const)('the user sees what a tool does, in %s', async (language) => {
  const shown = await Promise.all(
    toolNames.map((tool) => prepared(tool, inputs[tool], { language, isSample: true })),
  );
  expect(shown.map(({ invocationMessage }) => invocationMessage)).toMatchSnapshot();
  expect(shown.every(({ confirmationMessages }) => confirmationMessages === undefined)).toBe(true);
});

test('only a tool that reads the user’s Azure account asks before', async () => {
  const all = await Promise.all(toolNames.map((tool) => prepared(tool, inputs[tool])));
  expect(toolNames.filter((_, index) => all[index]?.confirmationMessages)).toEqual(['check_subnet']);
});

test('an invalid input is shown without Markdown, in one line, and cut off', async () => {
  const names = [
    '[x](command:y)',
    String.raw`\[x\](https://example.org)`,
    '\n# a',
    '\u202E<b>&lt;',
    `${'z'.repeat(5000)}`,
    7,
    null,
  ];
  for (const tool of toolNames) {
    for (const input of [null, 'text', 7, [], { files: names, before: names, subnet: { a: 1 } }]) {
      const { invocationMessage } = await prepared(tool, input);
      const unescaped = String(invocationMessage).replaceAll(/\\./g, '');
      expect(unescaped).not.toMatch(/[[\]<>&`\n\u202E]/);
      expect(String(invocationMessage).length).toBeLessThan(1000);
    }
  }
});
