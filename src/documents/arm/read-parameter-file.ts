import type { Expression } from '../template/expression';
import type { ParameterFile } from '../template/parameter-file';
import type { SyntaxFault } from '../template/template';
import { jsonLiteral } from './json-literal';
import { memberOf, membersOf, type JsonNode } from './json-node';
import { readJson } from './read-json';

/** The values of the JSON parameters file that `text` is, `file` being its name. Never throws. */
export function readArmParameterFile(file: string, text: string): ParameterFile {
  const { root, faults } = readJson(text);
  const errors = faults.map(({ key, start, end }): SyntaxFault => ({
    key,
    values: {},
    place: { file, start, end },
  }));
  // Some tools print the parameters alone.
  const parameters = memberOf(root, 'parameters') ?? root;
  const values = membersOf(parameters).flatMap(({ key, value }): readonly [string, Expression][] => {
    const given = givenIn(file, value);
    return given === undefined ? [] : [[key, given]];
  });
  const nothing = { variables: [], functions: [], imports: [] };
  return { file, using: null, extends: null, values: new Map(values), ...nothing, errors };
}

/** `{"value": …}`; a `reference` to a vault is a secret that nobody sees here. */
function givenIn(file: string, node: JsonNode): Expression | undefined {
  const value = memberOf(node, 'value');
  if (value !== undefined) return jsonLiteral(file, value);
  const { start, end } = node;
  const isSecret = memberOf(node, 'reference') !== undefined;
  return isSecret
    ? { is: 'call', name: 'getSecret', of: null, arguments: [], place: { file, start, end } }
    : undefined;
}
