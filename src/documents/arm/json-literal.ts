import type { Expression } from '../template/expression';
import type { JsonNode } from './json-node';
import { readJson } from './read-json';

/** Converts a JSON file that a template loads to an expression. */
export function loadedJson(file: string, text: string): Expression {
  return jsonLiteral(file, readJson(text).root);
}

/** Returns the expression for a value that isn't a literal, or undefined if it is one. */
type ReadValue = (node: JsonNode) => Expression | undefined;

/**
 * Converts a value to a literal, unless `read` returns another expression. Outside a template, a text in brackets isn't
 * an expression.
 */
export function jsonLiteral(file: string, node: JsonNode, read: ReadValue = () => undefined): Expression {
  const place = { file, start: node.start, end: node.end };
  const own = read(node);
  if (own) return own;
  switch (node.is) {
    case 'object':
      return {
        is: 'object',
        members: node.members.map(({ key, keyStart: start, keyEnd: end, value }) => ({
          is: 'member',
          key: { is: 'literal', value: key, place: { file, start, end } },
          value: jsonLiteral(file, value, read),
          place: { file, start, end: value.end },
        })),
        place,
      };
    case 'array':
      return { is: 'array', items: node.items.map((item) => jsonLiteral(file, item, read)), place };
    case 'null':
      return { is: 'literal', value: null, place };
    case 'broken':
      return { is: 'broken', place };
    default:
      return { is: 'literal', value: node.value, place };
  }
}
