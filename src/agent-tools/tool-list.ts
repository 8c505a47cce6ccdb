import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { toolInputs, toolNames, type ToolName } from './tool-inputs';
import { toolResults } from './tool-results';
import { toolDescriptions } from './tools';

type JsonSchema = Readonly<Record<string, unknown>> & { readonly type: 'object' };

/** A tool as an agent sees it. */
export interface ListedTool {
  readonly name: ToolName;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonSchema;
  readonly outputSchema: JsonSchema;
}

/** Every tool with its JSON schemas. They're written when the program is built. */
export const toolList: readonly ListedTool[] = toolNames.map((name) => ({
  name,
  ...toolDescriptions[name],
  inputSchema: schemaOf(toolInputs[name]),
  outputSchema: schemaOf(toolResults[name]),
}));

function schemaOf(schema: v.GenericSchema): JsonSchema {
  const shape = Object.entries(toJsonSchema(schema)).filter(([key]) => key !== '$schema');
  return { ...Object.fromEntries(shape), type: 'object' };
}
