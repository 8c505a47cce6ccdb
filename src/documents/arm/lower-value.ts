import type { SourceRange } from '../source/source-range';
import type { Expression, Loop, Member } from '../template/expression';
import { isExpressionText, literalText, parseExpression } from './expressions/parse-expression';
import {
  itemsOf,
  jsonMember,
  jsonMemberText,
  type JsonMember,
  type JsonNode,
  type JsonObjectNode,
  type JsonText,
} from './json-node';
import { keyPlaceOf, memberPlaceOf, armRange, type ArmLowering } from './lowering';

/** Converts a JSON value to an expression. Its texts may be expressions, and `copy` in an object creates members. */
export function lowerValue(lowering: ArmLowering, node: JsonNode): Expression {
  const place = armRange(lowering, node);
  switch (node.is) {
    case 'object':
      return lowerObject(lowering, node, []);
    case 'array':
      return { is: 'array', items: node.items.map((item) => lowerValue(lowering, item)), place };
    case 'text':
      return lowerText(lowering, node);
    case 'number':
    case 'flag':
      return { is: 'literal', value: node.value, place };
    case 'null':
      return { is: 'literal', value: null, place };
    case 'broken':
      return { is: 'broken', place };
  }
}

/** Converts the value of the member `name`, or returns null if there is none. */
export function lowerMember(lowering: ArmLowering, node: JsonNode, name: string): Expression | null {
  const found = jsonMember(node, name);
  return found === undefined ? null : lowerValue(lowering, found);
}

/** Converts an object without the members `left`, which aren't ordinary values. */
export function lowerObject(
  lowering: ArmLowering,
  node: JsonObjectNode,
  left: readonly string[],
): Expression {
  const members = node.members.flatMap((member): readonly Member[] => {
    if (left.includes(member.key.toLowerCase())) return [];
    const copies = copiesOf(member);
    if (copies !== null) return copies.map((copy) => lowerCopy(lowering, copy));
    return [
      {
        is: 'member',
        key: lowerKey(lowering, member),
        value: lowerValue(lowering, member.value),
        place: memberPlaceOf(lowering, member),
      },
    ];
  });
  return { is: 'object', members, place: armRange(lowering, node) };
}

function lowerKey(lowering: ArmLowering, member: JsonMember): Expression {
  const { key, keyStart: start, keyEnd: end } = member;
  return lowerText(lowering, { is: 'text', value: key, start, end });
}

function lowerText(lowering: ArmLowering, node: JsonText): Expression {
  const place = armRange(lowering, node);
  if (!isExpressionText(node.value)) return { is: 'literal', value: literalText(node.value), place };
  const places = placesOf(lowering.text, node);
  const at = (start: number, end: number): SourceRange => ({
    file: lowering.file,
    start: places.at(start),
    end: places.at(end),
  });
  const { expression, fault } = parseExpression(node.value, at);
  if (fault !== null) {
    lowering.faults.push({
      key: 'documents.fault.expression',
      values: {},
      place: at(fault.start, fault.end),
    });
  }
  return expression;
}

interface Copy {
  readonly name: string;
  readonly node: JsonNode;
}

/** Returns the entries of a `copy` member that creates members, or null for an ordinary member. */
function copiesOf({ key, value }: JsonMember): readonly Copy[] | null {
  if (key.toLowerCase() !== 'copy' || value.is !== 'array') return null;
  const copies = value.items.flatMap((node): readonly Copy[] => {
    const name = jsonMemberText(node, 'name');
    const isCopy = name !== undefined && jsonMember(node, 'count') !== undefined;
    return isCopy && jsonMember(node, 'input') !== undefined ? [{ name, node }] : [];
  });
  return copies.length === itemsOf(value).length ? copies : null;
}

function lowerCopy(lowering: ArmLowering, { name, node }: Copy): Member {
  const place = armRange(lowering, node);
  const input = jsonMember(node, 'input');
  const body: Expression = input === undefined ? { is: 'broken', place } : lowerValue(lowering, input);
  return {
    is: 'member',
    key: { is: 'literal', value: name, place },
    value: { is: 'for', loop: loopOf(lowering, node, null), body, place },
    place,
  };
}

/**
 * Converts a `copy` to a loop over its count. The local name of its counter is `copy:` with the copy's name. `index` is
 * the counter's local name for `copyIndex()` without a name.
 */
export function loopOf(lowering: ArmLowering, node: JsonNode, index: string | null): Loop {
  const place = armRange(lowering, node);
  const count = lowerMember(lowering, node, 'count') ?? { is: 'broken', place };
  const from: Expression = { is: 'literal', value: 0, place };
  return {
    item: copyName(jsonMemberText(node, 'name') ?? ''),
    index,
    over: { is: 'call', name: 'range', of: null, arguments: [from, count], place },
    filter: null,
  };
}

/**
 * Returns the local name of the counter of the copy `name`. If `name` is empty, it is the counter that `copyIndex()`
 * refers to.
 */
export function copyName(name: string): string {
  return `copy:${name.toLowerCase()}`;
}

/** Returns the place of a named declaration, and the place of its name. */
export function armDeclarationPlace(lowering: ArmLowering, member: JsonMember) {
  return { place: memberPlaceOf(lowering, member), namePlace: keyPlaceOf(lowering, member) };
}

/** The place of each character of a JSON text in the file, with escapes taken into account. */
interface TextPlaces {
  /**
   * Offset in the file of the character `index` of the text. If `index` is the text's length, it is the offset of the
   * closing quote.
   */
  at(index: number): number;
}

/** Maps the characters of `node`, a text in `source`, to their places. */
function placesOf(source: string, node: JsonText): TextPlaces {
  const first = node.start + 1;
  const raw = source.slice(first, node.end);
  if (!raw.slice(0, node.value.length).includes('\\')) return { at: (index) => first + index };
  const offsets: number[] = [];
  for (let at = 0; offsets.length < node.value.length;) {
    offsets.push(first + at);
    at += lengthAt(raw, at);
  }
  const last = offsets.at(-1) ?? first;
  const end = last + lengthAt(raw, last - first);
  return { at: (index) => offsets[index] ?? end };
}

function lengthAt(raw: string, at: number): number {
  if (raw[at] !== '\\') return 1;
  return raw[at + 1] === 'u' ? 6 : 2;
}
