import type { Expression } from '../template/expression';
import type { ParameterFile } from '../template/parameter-file';
import type { SyntaxFault } from '../template/template';
import { jsonLiteral } from './json-literal';
import { jsonMember, membersOf, type JsonNode } from './json-node';
import { readJson } from './read-json';

/** Reads the values of the JSON parameters file `text`, named `file`. Never throws. */
export function readArmParameterFile(file: string, text: string): ParameterFile {
  const { root, faults } = readJson(text);
  const errors = faults.map(({ key, start, end }): SyntaxFault => ({
    key,
    values: {},
    place: { file, start, end },
  }));
  // Some tools print only the parameters.
  const parameters = jsonMember(root, 'parameters') ?? root;
  const values = membersOf(parameters).flatMap(({ key, value }): readonly [string, Expression][] => {
    const given = givenIn(file, value);
    return given === undefined ? [] : [[key, given]];
  });
  const nothing = { variables: [], functions: [], imports: [] };
  return { file, using: null, extends: null, values: new Map(values), ...nothing, errors };
}

/** Converts `{"value": …}`. A `reference` to a key vault is a secret that isn't available here. */
function givenIn(file: string, node: JsonNode): Expression | undefined {
  const value = jsonMember(node, 'value');
  if (value !== undefined) return jsonLiteral(file, value, (one) => placeholderIn(file, one));
  const { start, end } = node;
  const isSecret = jsonMember(node, 'reference') !== undefined;
  return isSecret
    ? { is: 'call', name: 'getSecret', of: null, arguments: [], place: { file, start, end } }
    : undefined;
}

/**
 * Placeholders that a tool replaces before the deployment: `${NAME}` (Azure Developer CLI, with or without a default),
 * `#{NAME}#` (replace-tokens), `$(NAME)` (Azure Pipelines), `{{NAME}}`, and `__NAME__`.
 */
const placeholder = /\$\{([^{}]*)\}|#\{([^{}]*)\}#?|\$\(([^()]*)\)|\{\{([^{}]*)\}\}|^__(\w+)__$/;

/** Returns the expression for a value with a placeholder, which isn't known here. */
function placeholderIn(file: string, node: JsonNode): Expression | undefined {
  if (node.is !== 'text') return undefined;
  const found = placeholder.exec(node.value);
  if (!found) return undefined;
  const names: readonly (string | undefined)[] = found.slice(1);
  const place = { file, start: node.start, end: node.end };
  const name = names.find((one) => one !== undefined) ?? '';
  const [variable = ''] = name.split('=');
  return {
    is: 'call',
    name: 'readenvironmentvariable',
    of: null,
    arguments: [{ is: 'literal', value: variable.trim(), place }],
    place,
  };
}
