import * as v from 'valibot';
import { quotedText } from './shown-text';
import { editorToolInputs, toolInputs, type SubnetInput, type ToolInput, type ToolName } from './tool-inputs';

/** The input of a tool, or why it isn't valid. */
type ReadInput<T> =
  { readonly is: 'valid'; readonly input: T } | { readonly is: 'invalid'; readonly text: string };

export function readToolInput<N extends ToolName>(tool: N, value: unknown): ReadInput<ToolInput<N>> {
  return readInput(tool, toolInputs[tool], value);
}

/** Reads the input of an editor's subnet tool, which doesn't include a source. */
export function readSubnetInput(value: unknown): ReadInput<SubnetInput> {
  return readInput('check_subnet', editorToolInputs.check_subnet, value);
}

type InputSchema = v.GenericSchema & { readonly entries: v.ObjectEntries };

function readInput<S extends InputSchema>(
  tool: ToolName,
  schema: S,
  value: unknown,
): ReadInput<v.InferOutput<S>> {
  const read = v.safeParse(schema, value ?? {});
  if (read.success) return { is: 'valid', input: read.output };
  return { is: 'invalid', text: inputFaults(tool, schema, read.issues) };
}

function inputFaults(
  tool: ToolName,
  { entries }: InputSchema,
  issues: readonly v.BaseIssue<unknown>[],
): string {
  const faults = issues.slice(0, 5).map((issue) => {
    const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
    const name = quotedText(path === '' ? 'The input' : path, 80);
    if (issue.expected === 'never') return `${name} isn’t an input.`;
    if (issue.received === 'undefined') return `${name} is missing.`;
    const expected = issue.expected === null ? '' : ` Expected ${quotedText(issue.expected, 200)}.`;
    return `${name} isn’t valid: ${quotedText(issue.received, 80)}.${expected}`;
  });
  const names = Object.keys(entries).join(', ');
  return `${faults.join(' ')} ${tool} accepts: ${names}.`;
}
