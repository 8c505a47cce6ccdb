import * as v from 'valibot';
import { quotedText } from './shown-text';
import { toolInputs, type ToolInput, type ToolName } from './tool-inputs';

/** The input of a tool, or why it isn't valid. */
type ReadInput<T> =
  { readonly is: 'valid'; readonly input: T } | { readonly is: 'invalid'; readonly text: string };

export function readToolInput<N extends ToolName>(tool: N, value: unknown): ReadInput<ToolInput<N>> {
  const read = v.safeParse(toolInputs[tool], value ?? {});
  if (read.success) return { is: 'valid', input: read.output };
  return { is: 'invalid', text: inputFaults(tool, read.issues) };
}

function inputFaults(tool: ToolName, issues: readonly v.BaseIssue<unknown>[]): string {
  const faults = issues.slice(0, 5).map((issue) => {
    const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
    const name = quotedText(path === '' ? 'The input' : path, 80);
    if (issue.expected === 'never') return `${name} isn’t an input.`;
    if (issue.received === 'undefined') return `${name} is missing.`;
    const expected = issue.expected === null ? '' : ` Expected ${quotedText(issue.expected, 200)}.`;
    return `${name} isn’t valid: ${quotedText(issue.received, 80)}.${expected}`;
  });
  const names = Object.keys(toolInputs[tool].entries).join(', ');
  return `${faults.join(' ')} ${tool} accepts: ${names}.`;
}
