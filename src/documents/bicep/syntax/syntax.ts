import type { Token } from '../tokens/token';

/**
 * The span of every node. A node's fields with tokens and nodes are in the order of the text. Together they make up the
 * node's text (`parts.ts`).
 */
export interface Spanned {
  readonly start: number;
  readonly end: number;
}

/** A number, `true`, `false` or `null`. */
export interface LiteralSyntax extends Spanned {
  readonly is: 'literal';
  readonly token: Token;
}

/** A string: one token, or its tokens and the expressions between them. */
export interface StringSyntax extends Spanned {
  readonly is: 'string';
  readonly pieces: readonly (Token | ExpressionSyntax)[];
}

/**
 * A list in brackets of any kind: its entries, commas, line ends, and skipped tokens. `close` is null if the bracket is missing.
 */
export interface ListSyntax<Entry> extends Spanned {
  readonly open: Token;
  readonly entries: readonly (Entry | BrokenSyntax | Token)[];
  readonly close: Token | null;
}

export interface ObjectSyntax extends ListSyntax<ObjectEntrySyntax> {
  readonly is: 'object';
}

export interface ArraySyntax extends ListSyntax<ArrayEntrySyntax> {
  readonly is: 'array';
}

export interface MemberSyntax extends Spanned {
  readonly is: 'member';
  readonly key: NameSyntax | StringSyntax;
  readonly colon: Token | null;
  readonly value: ExpressionSyntax | null;
}

export interface SpreadSyntax extends Spanned {
  readonly is: 'spread';
  readonly dots: Token;
  readonly of: ExpressionSyntax | null;
}

export type ArrayEntrySyntax = ExpressionSyntax | SpreadSyntax;
export type ObjectEntrySyntax = MemberSyntax | SpreadSyntax | ResourceSyntax | OrphanSyntax;

export interface ForSyntax extends Spanned {
  readonly is: 'for';
  readonly open: Token;
  readonly before: readonly Token[];
  readonly keyword: Token;
  /** `item`, or parentheses with item and index. */
  readonly variables: NameSyntax | ParenthesesSyntax | null;
  readonly in: Token | null;
  readonly over: ExpressionSyntax | null;
  readonly colon: Token | null;
  readonly body: BodySyntax | null;
  readonly after: readonly (Token | BrokenSyntax)[];
  readonly close: Token | null;
}

/** `if (…) {…}` of a resource, module, or of a loop over them. */
export interface IfSyntax extends Spanned {
  readonly is: 'if';
  readonly keyword: Token;
  readonly condition: ParenthesesSyntax | null;
  readonly body: ExpressionSyntax | null;
}

export type BodySyntax = ExpressionSyntax | IfSyntax;

export interface NameSyntax extends Spanned {
  readonly is: 'name';
  readonly token: Token;
}

/** `(…)`: an expression, or the names before `=>`. */
export interface ParenthesesSyntax extends ListSyntax<ExpressionSyntax> {
  readonly is: 'parentheses';
}

/** `name(…)` or `of.name(…)`. */
export interface CallSyntax extends Spanned {
  readonly is: 'call';
  readonly of: ExpressionSyntax | null;
  readonly dot: Token | null;
  readonly name: Token;
  readonly arguments: ArgumentsSyntax;
}

export interface ArgumentsSyntax extends ListSyntax<ExpressionSyntax> {
  readonly is: 'arguments';
}

/** `of.name`, `of.?name`. */
export interface PropertySyntax extends Spanned {
  readonly is: 'property';
  readonly of: ExpressionSyntax;
  readonly dot: Token;
  readonly safe: Token | null;
  readonly name: Token | null;
}

/** `of[index]`, `of[?index]`, `of[^index]`. */
export interface ItemSyntax extends Spanned {
  readonly is: 'item';
  readonly of: ExpressionSyntax;
  readonly open: Token;
  readonly safe: Token | null;
  readonly fromEnd: Token | null;
  readonly index: ExpressionSyntax | null;
  readonly close: Token | null;
}

/** `of::name`. */
interface InnerSyntax extends Spanned {
  readonly is: 'inner';
  readonly of: ExpressionSyntax;
  readonly colons: Token;
  readonly name: Token | null;
}

/** `of!`. */
interface NotNullSyntax extends Spanned {
  readonly is: 'not-null';
  readonly of: ExpressionSyntax;
  readonly mark: Token;
}

interface UnarySyntax extends Spanned {
  readonly is: 'unary';
  readonly operator: Token;
  readonly operand: ExpressionSyntax;
}

export interface BinarySyntax extends Spanned {
  readonly is: 'binary';
  readonly left: ExpressionSyntax;
  readonly operator: Token;
  readonly right: ExpressionSyntax;
}

/** `condition ? then : otherwise`, in one line or in three. */
interface ChoiceSyntax extends Spanned {
  readonly is: 'choice';
  readonly condition: ExpressionSyntax;
  readonly beforeQuestion: readonly Token[];
  readonly question: Token;
  readonly then: ExpressionSyntax;
  readonly beforeColon: readonly Token[];
  readonly colon: Token | null;
  readonly otherwise: ExpressionSyntax | null;
}

export interface LambdaSyntax extends Spanned {
  readonly is: 'lambda';
  readonly parameters: NameSyntax | ParenthesesSyntax;
  readonly arrow: Token;
  readonly before: readonly Token[];
  readonly body: ExpressionSyntax;
}

/** A part that can't be parsed: its tokens, and the nodes in it that could be parsed. */
export interface BrokenSyntax extends Spanned {
  readonly is: 'broken';
  readonly parts: readonly (Token | ExpressionSyntax)[];
}

export type ExpressionSyntax =
  | LiteralSyntax
  | StringSyntax
  | ObjectSyntax
  | ArraySyntax
  | ForSyntax
  | NameSyntax
  | ParenthesesSyntax
  | CallSyntax
  | PropertySyntax
  | ItemSyntax
  | InnerSyntax
  | NotNullSyntax
  | UnarySyntax
  | BinarySyntax
  | ChoiceSyntax
  | LambdaSyntax
  | BrokenSyntax;

/** `name<…>`, such as `resourceInput<'…'>`. */
interface GenericSyntax extends Spanned {
  readonly is: 'generic';
  readonly of: TypeSyntax;
  readonly arguments: TypeArgumentsSyntax;
}

interface TypeArgumentsSyntax extends ListSyntax<TypeSyntax> {
  readonly is: 'type-arguments';
}

interface ObjectTypeSyntax extends ListSyntax<TypeMemberSyntax> {
  readonly is: 'object-type';
}

/** `key: type`, `*: type`. */
export interface TypeMemberSyntax extends Spanned {
  readonly is: 'type-member';
  readonly leading: readonly LeadingSyntax[];
  readonly key: NameSyntax | StringSyntax | Token | null;
  readonly colon: Token | null;
  readonly type: TypeSyntax;
}

interface TupleTypeSyntax extends ListSyntax<TupleItemSyntax> {
  readonly is: 'tuple-type';
}

export interface TupleItemSyntax extends Spanned {
  readonly is: 'tuple-item';
  readonly leading: readonly LeadingSyntax[];
  readonly type: TypeSyntax;
}

/** A type with the suffix `[]`, `?`, `!`, `.name`, `.*`, `[0]`, or `[*]`. */
interface TypeSuffixSyntax extends Spanned {
  readonly is: 'type-suffix';
  readonly of: TypeSyntax;
  readonly suffix: readonly (Token | ExpressionSyntax)[];
}

/** Types with the `|` between them, and optionally before the first. */
interface UnionSyntax extends Spanned {
  readonly is: 'union';
  readonly members: readonly (Token | TypeSyntax)[];
}

/** `-1` or `!true` as a type. */
interface SignedTypeSyntax extends Spanned {
  readonly is: 'signed-type';
  readonly operator: Token;
  readonly of: TypeSyntax;
}

interface TypeParenthesesSyntax extends Spanned {
  readonly is: 'type-parentheses';
  readonly open: Token;
  readonly type: TypeSyntax;
  readonly close: Token | null;
}

/** `resource '…'` as a type. */
interface ResourceTypeSyntax extends Spanned {
  readonly is: 'resource-type';
  readonly keyword: Token;
  readonly of: StringSyntax | null;
}

export type TypeSyntax =
  | NameSyntax
  | LiteralSyntax
  | StringSyntax
  | GenericSyntax
  | ObjectTypeSyntax
  | TupleTypeSyntax
  | TypeSuffixSyntax
  | UnionSyntax
  | SignedTypeSyntax
  | TypeParenthesesSyntax
  | ResourceTypeSyntax
  | BrokenSyntax;

export interface DecoratorSyntax extends Spanned {
  readonly is: 'decorator';
  readonly at: Token;
  readonly expression: ExpressionSyntax;
}

/** The part before a declaration: its decorators and the line ends after them. */
export type LeadingSyntax = DecoratorSyntax | Token | BrokenSyntax;

/** The leading part of every declaration. */
export interface DeclaredSyntax extends Spanned {
  readonly leading: readonly LeadingSyntax[];
  readonly keyword: Token;
}

/** `param name type = value` and similar declarations. A part that is missing or that the kind doesn't have is null. */
export interface AssignmentSyntax extends DeclaredSyntax {
  readonly is: 'targetScope' | 'metadata' | 'param' | 'var' | 'output' | 'assert';
  readonly name: Token | null;
  readonly type: TypeSyntax | null;
  readonly equals: Token | null;
  readonly value: ExpressionSyntax | null;
}

export interface TypeDeclarationSyntax extends DeclaredSyntax {
  readonly is: 'type';
  readonly name: Token | null;
  readonly equals: Token | null;
  readonly type: TypeSyntax;
}

export interface FunctionSyntax extends DeclaredSyntax {
  readonly is: 'func';
  readonly name: Token | null;
  readonly parameters: TypedNamesSyntax | null;
  readonly returns: TypeSyntax | null;
  readonly arrow: Token | null;
  readonly before: readonly Token[];
  readonly body: ExpressionSyntax | null;
}

export interface TypedNamesSyntax extends ListSyntax<TypedNameSyntax> {
  readonly is: 'typed-names';
}

export interface TypedNameSyntax extends Spanned {
  readonly is: 'typed-name';
  readonly name: Token | null;
  readonly type: TypeSyntax;
}

export interface ResourceSyntax extends DeclaredSyntax {
  readonly is: 'resource';
  readonly name: Token | null;
  readonly type: StringSyntax | null;
  readonly existing: Token | null;
  readonly equals: Token | null;
  readonly before: readonly Token[];
  readonly body: BodySyntax | null;
}

export interface ModuleSyntax extends DeclaredSyntax {
  readonly is: 'module' | 'test';
  readonly name: Token | null;
  readonly path: StringSyntax | null;
  readonly equals: Token | null;
  readonly before: readonly Token[];
  readonly body: BodySyntax | null;
}

/** `import {a as b} from '…'`, `import * as c from '…'`. */
export interface ImportSyntax extends DeclaredSyntax {
  readonly is: 'import';
  readonly names: ImportedNamesSyntax | AllImportedSyntax | null;
  readonly from: Token | null;
  readonly path: StringSyntax | null;
}

export interface ImportedNamesSyntax extends ListSyntax<ImportedNameSyntax> {
  readonly is: 'imported-names';
}

export interface ImportedNameSyntax extends Spanned {
  readonly is: 'imported-name';
  readonly name: NameSyntax | StringSyntax | null;
  readonly as: Token | null;
  readonly alias: Token | null;
}

export interface AllImportedSyntax extends Spanned {
  readonly is: 'all-imported';
  readonly star: Token;
  readonly as: Token | null;
  readonly alias: Token | null;
}

/** `extension … with {…} as …`; `using … with {…}` and `extends …` of parameter files. */
export interface ReferenceSyntax extends DeclaredSyntax {
  readonly is: 'extension' | 'using' | 'extends';
  readonly of: NameSyntax | StringSyntax | null;
  readonly with: Token | null;
  readonly configuration: ExpressionSyntax | null;
  readonly as: Token | null;
  readonly alias: Token | null;
}

/** Decorators without a declaration, or a line that isn't a declaration. */
export interface OrphanSyntax extends Spanned {
  readonly is: 'orphan';
  readonly leading: readonly LeadingSyntax[];
  readonly rest: BrokenSyntax | null;
}

export type DeclarationSyntax =
  | AssignmentSyntax
  | TypeDeclarationSyntax
  | FunctionSyntax
  | ResourceSyntax
  | ModuleSyntax
  | ImportSyntax
  | ReferenceSyntax
  | OrphanSyntax;

/**
 * A whole file: declarations, the line ends between them, and extra text on a line where a declaration should end it.
 */
export interface FileSyntax extends Spanned {
  readonly is: 'file';
  readonly entries: readonly (DeclarationSyntax | BrokenSyntax | Token)[];
  readonly last: Token;
}

export type SyntaxNode =
  | FileSyntax
  | DeclarationSyntax
  | DecoratorSyntax
  | ExpressionSyntax
  | TypeSyntax
  | IfSyntax
  | MemberSyntax
  | SpreadSyntax
  | ArgumentsSyntax
  | TypeArgumentsSyntax
  | TypeMemberSyntax
  | TupleItemSyntax
  | TypedNamesSyntax
  | TypedNameSyntax
  | ImportedNamesSyntax
  | ImportedNameSyntax
  | AllImportedSyntax;
