import type { Expression } from '../template/expression';
import type { JsonNode } from './json-node';
import { readJson } from './read-json';

/** What a JSON file holds that a template loads. */
export function loadedJson(file: string, text: string): Expression {
  return jsonLiteral(file, readJson(text).root);
}

/** A value as it is: outside of a template a text in brackets is no expression. */
export function jsonLiteral(file: string, node: JsonNode): Expression {
  const place = { file, start: node.start, end: node.end };
  switch (node.is) {
    case 'object':
      return {
        is: 'object',
        members: node.members.map(({ key, keyStart: start, keyEnd: end, value }) => ({
          is: 'member',
          key: { is: 'literal', value: key, place: { file, start, end } },
          value: jsonLiteral(file, value),
          place: { file, start, end: value.end },
        })),
        place,
      };
    case 'array':
      return { is: 'array', items: node.items.map((item) => jsonLiteral(file, item)), place };
    case 'null':
      return { is: 'literal', value: null, place };
    case 'broken':
      return { is: 'broken', place };
    default:
      return { is: 'literal', value: node.value, place };
  }
}
