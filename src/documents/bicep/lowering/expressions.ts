import type { Expression, Loop, Member, Spread } from '../../template/expression';
import type {
  ArraySyntax,
  BinarySyntax,
  BodySyntax,
  BrokenSyntax,
  CallSyntax,
  ExpressionSyntax,
  ForSyntax,
  ItemSyntax,
  LambdaSyntax,
  ListSyntax,
  LiteralSyntax,
  MemberSyntax,
  NameSyntax,
  ObjectEntrySyntax,
  ObjectSyntax,
  ParenthesesSyntax,
  PropertySyntax,
  Spanned,
  SpreadSyntax,
  StringSyntax,
} from '../syntax/syntax';
import { type BicepLowering, bicepRange } from './lowering';
import { stringTokenText } from './strings';

/** Returns a `broken` expression for the range of `at`. */
export function broken(lowering: BicepLowering, at: Spanned): Expression {
  return { is: 'broken', place: bicepRange(lowering, at) };
}

/**
 * Converts an expression to the form that both languages share. A missing expression (`null`) becomes `broken`, at
 * `around`.
 */
export function toExpression(
  lowering: BicepLowering,
  syntax: BodySyntax | null,
  around: Spanned | null = syntax,
): Expression {
  if (syntax === null || syntax.is === 'broken' || syntax.is === 'if') {
    return broken(lowering, around ?? { start: 0, end: 0 });
  }
  switch (syntax.is) {
    case 'literal':
      return toLiteral(lowering, syntax);
    case 'string':
      return toText(lowering, syntax);
    case 'object':
      return toObject(lowering, syntax);
    case 'array':
      return toArray(lowering, syntax);
    default:
      return toComputed(lowering, syntax);
  }
}

type ComputedSyntax = Exclude<
  ExpressionSyntax,
  LiteralSyntax | StringSyntax | ObjectSyntax | ArraySyntax | BrokenSyntax
>;

function toComputed(lowering: BicepLowering, syntax: ComputedSyntax): Expression {
  switch (syntax.is) {
    case 'for':
      return toFor(lowering, syntax);
    case 'parentheses':
      return toInner(lowering, syntax);
    case 'call':
      return toCall(lowering, syntax);
    case 'lambda':
      return toLambda(lowering, syntax);
    default:
      return toOperation(lowering, syntax);
  }
}

type OperationSyntax = Exclude<ComputedSyntax, ForSyntax | ParenthesesSyntax | CallSyntax | LambdaSyntax>;

function toOperation(lowering: BicepLowering, syntax: OperationSyntax): Expression {
  const place = bicepRange(lowering, syntax);
  switch (syntax.is) {
    case 'name':
      return { is: 'name', name: syntax.token.text, place };
    case 'unary':
      return {
        is: 'unary',
        operator: syntax.operator.kind === '!' ? '!' : '-',
        operand: toExpression(lowering, syntax.operand),
        place,
      };
    case 'binary':
      return toBinary(lowering, syntax);
    case 'choice':
      return {
        is: 'choice',
        condition: toExpression(lowering, syntax.condition),
        then: toExpression(lowering, syntax.then),
        otherwise: toExpression(lowering, syntax.otherwise, syntax),
        place,
      };
    case 'not-null':
      return { is: 'not-null', of: toExpression(lowering, syntax.of), place };
    default:
      return toAccess(lowering, syntax);
  }
}

function toAccess(
  lowering: BicepLowering,
  syntax: Extract<OperationSyntax, { is: 'property' | 'item' | 'inner' }>,
): Expression {
  const place = bicepRange(lowering, syntax);
  const of = toExpression(lowering, syntax.of);
  if (syntax.is === 'item') {
    const index = toExpression(lowering, syntax.index, syntax);
    return { is: 'item', of, index, safe: isSafe(syntax), fromEnd: syntax.fromEnd !== null, place };
  }
  if (syntax.name === null) return broken(lowering, syntax);
  if (syntax.is === 'inner') return { is: 'nested', of, name: syntax.name.text, place };
  return { is: 'property', of, name: syntax.name.text, safe: isSafe(syntax), place };
}

/** Returns whether an access is safe. After `.?`, the rest of the chain is safe too: `a.?b.c` is null if `b` doesn't exist. */
function isSafe({ safe, of }: PropertySyntax | ItemSyntax): boolean {
  return safe !== null || ((of.is === 'property' || of.is === 'item') && isSafe(of));
}

const operators = [
  '+',
  '-',
  '*',
  '/',
  '%',
  '==',
  '!=',
  '=~',
  '!~',
  '<',
  '<=',
  '>',
  '>=',
  '&&',
  '||',
  '??',
] as const;

function toBinary(lowering: BicepLowering, { left, operator, right, start, end }: BinarySyntax): Expression {
  const known = operators.find((one) => one === operator.kind);
  if (known === undefined) return broken(lowering, { start, end });
  return {
    is: 'binary',
    operator: known,
    left: toExpression(lowering, left),
    right: toExpression(lowering, right),
    place: bicepRange(lowering, { start, end }),
  };
}

const constants: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

function toLiteral(lowering: BicepLowering, syntax: LiteralSyntax): Expression {
  const { kind, text } = syntax.token;
  const value = kind === 'number' ? Number(text) : (constants[text] ?? null);
  return { is: 'literal', value, place: bicepRange(lowering, syntax) };
}

function toText(lowering: BicepLowering, syntax: StringSyntax): Expression {
  const parts: (string | Expression)[] = [];
  for (const piece of syntax.pieces) {
    const part = 'kind' in piece ? stringTokenText(syntax, piece) : toExpression(lowering, piece);
    if (part === undefined) return broken(lowering, syntax);
    parts.push(part);
  }
  const [first] = parts;
  const place = bicepRange(lowering, syntax);
  if (parts.length === 1 && typeof first === 'string') return { is: 'literal', value: first, place };
  return { is: 'interpolation', parts, place };
}

/** Returns the entries of a list, without commas and line ends. */
export function entriesOf<Entry extends Spanned>(list: ListSyntax<Entry>): (Entry | BrokenSyntax)[] {
  return list.entries.filter((entry): entry is Entry | BrokenSyntax => !('kind' in entry));
}

/** Returns a spread of unknown members or items, for a part that can't be parsed or a list that isn't closed. */
function anything(lowering: BicepLowering, at: Spanned): Spread {
  return { is: 'spread', of: broken(lowering, at), place: bicepRange(lowering, at) };
}

function toObject(lowering: BicepLowering, syntax: ObjectSyntax): Expression {
  const { entries } = syntax;
  const members: (Member | Spread)[] = [];
  entries.forEach((entry, index) => {
    if ('kind' in entry) return;
    const member = toMemberOrSpread(lowering, entry, entries[index - 1]);
    if (member) members.push(member);
  });
  if (syntax.close === null) members.push(anything(lowering, { start: syntax.end, end: syntax.end }));
  return { is: 'object', members, place: bicepRange(lowering, syntax) };
}

/** Returns undefined for invalid text after a member on the same line, which doesn't add another member. */
function toMemberOrSpread(
  lowering: BicepLowering,
  entry: ObjectEntrySyntax | BrokenSyntax,
  before: ObjectSyntax['entries'][number] | undefined,
): Member | Spread | undefined {
  if (entry.is === 'member') return toMember(lowering, entry);
  if (entry.is === 'spread') return toSpread(lowering, entry);
  const isBehind = before !== undefined && 'is' in before;
  return entry.is === 'broken' && !isBehind ? anything(lowering, entry) : undefined;
}

function toMember(lowering: BicepLowering, syntax: MemberSyntax): Member {
  return {
    is: 'member',
    key: toKey(lowering, syntax.key),
    value: toExpression(lowering, syntax.value, syntax),
    place: bicepRange(lowering, syntax),
  };
}

function toKey(lowering: BicepLowering, key: NameSyntax | StringSyntax): Expression {
  if (key.is === 'string') return toText(lowering, key);
  return { is: 'literal', value: key.token.text, place: bicepRange(lowering, key) };
}

function toSpread(lowering: BicepLowering, syntax: SpreadSyntax): Spread {
  return { is: 'spread', of: toExpression(lowering, syntax.of, syntax), place: bicepRange(lowering, syntax) };
}

function toArray(lowering: BicepLowering, syntax: ArraySyntax): Expression {
  const items: (Expression | Spread)[] = entriesOf(syntax).map((entry) => {
    if (entry.is === 'spread') return toSpread(lowering, entry);
    return entry.is === 'broken' ? anything(lowering, entry) : toExpression(lowering, entry);
  });
  if (syntax.close === null) items.push(anything(lowering, { start: syntax.end, end: syntax.end }));
  return { is: 'array', items, place: bicepRange(lowering, syntax) };
}

function toFor(lowering: BicepLowering, syntax: ForSyntax): Expression {
  const loop = toLoop(lowering, syntax);
  if (loop === undefined) return broken(lowering, syntax);
  const body = toExpression(lowering, syntax.body, syntax);
  return { is: 'for', loop, body, place: bicepRange(lowering, syntax) };
}

/** Converts the head of a loop with its filter, or returns undefined if its variable or its expression is missing. */
export function toLoop(lowering: BicepLowering, { variables, over, body }: ForSyntax): Loop | undefined {
  const [item, index] = variables === null ? [] : namesOf(variables);
  if (item === undefined || over === null) return undefined;
  const filter = body?.is === 'if' ? toExpression(lowering, body.condition, body) : null;
  return { item, index: index ?? null, over: toExpression(lowering, over), filter };
}

/** Returns the names of a loop's or lambda's variables. */
function namesOf(variables: NameSyntax | ParenthesesSyntax): string[] {
  if (variables.is === 'name') return [variables.token.text];
  return entriesOf(variables).flatMap((entry) => (entry.is === 'name' ? [entry.token.text] : []));
}

function toInner(lowering: BicepLowering, syntax: ParenthesesSyntax): Expression {
  const [only, ...others] = entriesOf(syntax);
  return only === undefined || others.length > 0 ? broken(lowering, syntax) : toExpression(lowering, only);
}

function toCall(lowering: BicepLowering, syntax: CallSyntax): Expression {
  return {
    is: 'call',
    name: syntax.name.text,
    of: syntax.of === null ? null : toExpression(lowering, syntax.of),
    arguments: entriesOf(syntax.arguments).map((entry) => toExpression(lowering, entry)),
    place: bicepRange(lowering, syntax),
  };
}

function toLambda(lowering: BicepLowering, syntax: LambdaSyntax): Expression {
  return {
    is: 'lambda',
    parameters: namesOf(syntax.parameters),
    body: toExpression(lowering, syntax.body),
    place: bicepRange(lowering, syntax),
  };
}
