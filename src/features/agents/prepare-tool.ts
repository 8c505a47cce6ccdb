import type * as vscode from 'vscode';
import type { ToolName } from '../../agent-tools/tool-inputs';
import type { AgentsDeps } from '../../editor-agents/agents-deps';
import type { PreparedChecks } from '../../editor-agents/prepared-checks';
import type { Say } from '../../messages/say';
import { markdownText } from '../../plans/request/markdown-text';

/** Returns the progress message of a tool, and the confirmation before it reads the user's Azure account. */
export async function prepareTool(
  { say, account, store }: Pick<AgentsDeps, 'say' | 'account' | 'store'>,
  { tool, input }: { readonly tool: ToolName; readonly input: unknown },
  prepared: PreparedChecks,
): Promise<vscode.PreparedToolInvocation> {
  const invocationMessage = messageOf(say, tool, (input ?? {}) as Record<string, unknown>);
  if (tool !== 'check_subnet') return { invocationMessage };
  // The user confirms for the current account, and the tool runs only for that one.
  const { reads } = await store();
  prepared.add(input, reads());
  if (account.isSample()) return { invocationMessage };
  return {
    invocationMessage,
    confirmationMessages: { title: say('agents.confirm.title'), message: say('agents.confirm.message') },
  };
}

function messageOf(say: Say, tool: ToolName, input: Record<string, unknown>): string {
  const named = (key: string): string => shown(input[key]);
  switch (tool) {
    case 'check_network_files':
      return say('agents.running.check', { files: filesOf(input) });
    case 'propose_fix':
      return say('agents.running.fix', { files: filesOf(input) });
    case 'compare_networks':
      return say('agents.running.compare', { before: named('before'), after: named('after') });
    case 'explain_finding':
      return say('agents.running.explain');
    case 'azure_ml_requirements':
      return say('agents.running.requirements');
    case 'check_subnet':
      return say('agents.running.subnet', { subnet: named('subnet') });
  }
}

function filesOf({ files }: Record<string, unknown>): readonly string[] {
  return Array.isArray(files) ? files.slice(0, 5).map(shown) : [];
}

/** Escapes and shortens a name that an agent wrote. */
function shown(value: unknown): string {
  return markdownText(String(value ?? '').slice(0, 100));
}
