import { expect, test } from 'vitest';
import { toolNames } from '../../../../src/agent-tools/tool-inputs';
import { prepareTool } from '../../../../src/features/agents/prepare-tool';
import { speaker } from '../../../support/speaker';

const inputs = {
  check_network_files: { files: ['main.bicep', 'hub.tf'] },
  propose_fix: { files: ['main.bicep'] },
  compare_networks: { before: 'a.bicep', after: 'b.bicep' },
  explain_finding: { id: 'outbound-batch-443' },
  azure_ml_requirements: { compute: 'cluster' },
  check_subnet: { subnet: 'vnet/snet' },
} as const;

test.each(['en', 'fr'] as const)('the user sees what a tool does, in %s', (language) => {
  const say = speaker(language);
  const shown = toolNames.map((tool) => prepareTool(say, { tool, input: inputs[tool] }, true));
  expect(shown.map(({ invocationMessage }) => invocationMessage)).toMatchSnapshot();
  expect(shown.every(({ confirmationMessages }) => confirmationMessages === undefined)).toBe(true);
});

test('only a tool that reads the user’s Azure account asks before', () => {
  const say = speaker('en');
  const asking = toolNames.filter(
    (tool) => prepareTool(say, { tool, input: inputs[tool] }, false).confirmationMessages,
  );
  expect(asking).toEqual(['check_subnet']);
});

test('an input that isn’t one is shown without Markdown, in one line, and cut', () => {
  const say = speaker('en');
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
      const { invocationMessage } = prepareTool(say, { tool, input }, false);
      const unescaped = String(invocationMessage).replaceAll(/\\./g, '');
      expect(unescaped).not.toMatch(/[[\]<>&`\n\u202E]/);
      expect(String(invocationMessage).length).toBeLessThan(1000);
    }
  }
});
