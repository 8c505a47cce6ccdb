import { isToken, syntaxParts } from '../../../src/documents/bicep/syntax/parts';
import type {
  AssignmentSyntax,
  BodySyntax,
  DeclarationSyntax,
  ExpressionSyntax,
  ForSyntax,
  FunctionSyntax,
  ModuleSyntax,
  NameSyntax,
  ObjectSyntax,
  ParenthesesSyntax,
  ResourceSyntax,
  SyntaxNode,
} from '../../../src/documents/bicep/syntax/syntax';
import type { Token } from '../../../src/documents/bicep/tokens/token';
import type { SyntaxTree } from '../../../src/documents/bicep/parser/parse';

/** A place where a symbol of the file is used. */
export interface SymbolUse {
  readonly name: string;
  readonly node: NameSyntax;
  /** Its ancestors, the nearest first. */
  readonly parents: readonly SyntaxNode[];
}

interface Scope {
  readonly locals: ReadonlySet<string>;
  readonly parents: readonly SyntaxNode[];
}

/** Returns the uses of the file's symbols in a node, without those of loops and lambdas. */
export function usesIn(node: SyntaxNode): readonly SymbolUse[] {
  return [...walk(node, { locals: new Set(), parents: [] })];
}

function* walk(node: SyntaxNode, scope: Scope): Iterable<SymbolUse> {
  if (node.is === 'name') {
    if (!scope.locals.has(node.token.text)) yield { name: node.token.text, node, parents: scope.parents };
    return;
  }
  for (const { part, locals } of partsToWalk(node)) {
    const inside = locals.length === 0 ? scope.locals : new Set([...scope.locals, ...locals]);
    yield* walk(part, { locals: inside, parents: [node, ...scope.parents] });
  }
}

interface WalkedPart {
  readonly part: SyntaxNode;
  readonly locals: readonly string[];
}

/** Children of a node in which symbols are used. */
type Walks = {
  readonly [Is in SyntaxNode['is']]?: (
    node: Extract<SyntaxNode, { readonly is: Is }>,
  ) => readonly WalkedPart[];
};

const walks: Walks = {
  member: ({ key, value }) => walked([key.is === 'name' ? null : key, value]),
  for: (node) => [...walked([node.over]), ...walked([node.body], namesOfLoop(node))],
  lambda: (node) => walked([node.body], namesOf(node.parameters)),
  func: (node) => walked([node.body], namesOfFunction(node)),
  object: (node) => walked(nodesOf(node), nestedNames(node)),
  targetScope: walkAssignment,
  metadata: walkAssignment,
  param: walkAssignment,
  var: walkAssignment,
  output: walkAssignment,
  assert: walkAssignment,
  extension: ({ configuration }) => walked([configuration]),
  using: ({ configuration }) => walked([configuration]),
  extends: ({ configuration }) => walked([configuration]),
  type: () => [],
  import: () => [],
};

function walkAssignment({ leading, value }: AssignmentSyntax): readonly WalkedPart[] {
  return walked([...leading.filter((one) => 'is' in one), value]);
}

/** Returns the parts of a node in which symbols are used, with the names that are redefined in them. */
function partsToWalk(node: SyntaxNode): readonly WalkedPart[] {
  const walk = walks[node.is] as ((node: SyntaxNode) => readonly WalkedPart[]) | undefined;
  return walk ? walk(node) : walked(nodesOf(node));
}

function walked(
  parts: readonly (SyntaxNode | null)[],
  locals: readonly string[] = [],
): readonly WalkedPart[] {
  return parts.flatMap((part) => (part ? [{ part, locals }] : []));
}

function nodesOf(node: SyntaxNode): readonly SyntaxNode[] {
  return syntaxParts(node).filter((part): part is SyntaxNode => !isToken(part));
}

/** `item`, or `item` and `index`. */
export function namesOfLoop({ variables }: ForSyntax): readonly string[] {
  return variables ? namesOf(variables) : [];
}

function namesOf(names: NameSyntax | ParenthesesSyntax): readonly string[] {
  if (names.is === 'name') return [names.token.text];
  return names.entries.flatMap((one) => ('is' in one && one.is === 'name' ? [one.token.text] : []));
}

function namesOfFunction({ parameters }: FunctionSyntax): readonly string[] {
  return (parameters?.entries ?? []).flatMap((one) =>
    'is' in one && one.is === 'typed-name' && one.name ? [one.name.text] : [],
  );
}

function nestedNames(node: ObjectSyntax): readonly string[] {
  return node.entries.flatMap((one) =>
    'is' in one && one.is === 'resource' && one.name ? [one.name.text] : [],
  );
}

/** A named declaration of a file. */
export type NamedDeclaration = Exclude<DeclarationSyntax, { is: 'orphan' }> & { readonly name: Token };

/** Declarations of a file by name. */
export function declarationsByName({ root }: SyntaxTree): ReadonlyMap<string, NamedDeclaration> {
  const named = root.entries.filter(
    (one): one is NamedDeclaration =>
      'is' in one && 'name' in one && one.name !== null && one.is !== 'output',
  );
  return new Map(named.map((one) => [one.name.text, one]));
}

/** A resource or module with a name and an object body, possibly conditional or a loop. */
export interface DeployedSyntax {
  readonly node: ResourceSyntax | ModuleSyntax;
  readonly symbol: string;
  readonly loop: ForSyntax | null;
  /** `if (…)` as written, or empty. */
  readonly condition: string;
  readonly object: ObjectSyntax;
}

/** Returns what a declaration deploys; undefined for an unusual form. */
export function deployedBy(text: string, node: ResourceSyntax | ModuleSyntax): DeployedSyntax | undefined {
  const loop = node.body?.is === 'for' ? node.body : null;
  const body = loop ? loop.body : node.body;
  const object = body?.is === 'if' ? body.body : body;
  if (object?.is !== 'object' || node.name === null) return undefined;
  return { node, symbol: node.name.text, loop, condition: conditionOf(text, body), object };
}

function conditionOf(text: string, body: BodySyntax | null | undefined): string {
  if (body?.is !== 'if' || !body.condition) return '';
  return `if ${text.slice(body.condition.start, body.condition.end)} `;
}

/** Returns resources that the file declares at the top level, without references to others. */
export function resourcesOf({
  text,
  root,
}: SyntaxTree): readonly (DeployedSyntax & { node: ResourceSyntax })[] {
  return root.entries.flatMap((one) => {
    if (!('is' in one) || one.is !== 'resource' || one.existing) return [];
    const found = deployedBy(text, one);
    return found ? [{ ...found, node: one }] : [];
  });
}

/** Returns the value of a member as written. */
export function memberText(text: string, object: ObjectSyntax, name: string): string | undefined {
  const value = syntaxMember(object, name);
  return value && text.slice(value.start, value.end);
}

/** Returns the value of a member. */
export function syntaxMember(object: ObjectSyntax, name: string): SyntaxNode | undefined {
  for (const one of object.entries) {
    if (!('is' in one) || one.is !== 'member' || one.key.is !== 'name') continue;
    if (one.key.token.text === name) return one.value ?? undefined;
  }
  return undefined;
}

/** Returns the type and the API version of a declaration: `Microsoft.Network/virtualNetworks`, `2024-05-01`. */
export function typeOf({ type }: ResourceSyntax): readonly [type: string, version: string] | undefined {
  const [piece, ...others] = type?.pieces ?? [];
  if (!piece || !isToken(piece) || others.length > 0) return undefined;
  const [name = '', version = ''] = piece.text.slice(1, -1).split('@');
  return [name, version];
}

/** The purpose of a symbol's use. */
type UsedAs =
  | { readonly is: 'property'; readonly name: string; readonly node: SyntaxNode }
  | { readonly is: 'item'; readonly index: ExpressionSyntax; readonly node: SyntaxNode }
  | { readonly is: 'parent' | 'dependency' | 'other' };

/** Returns the purpose of a symbol's use: `it.id`, `it[0]`, `parent: it`, `dependsOn: [it]`. */
export function usedAs({ parents: [holder, around] }: SymbolUse): UsedAs {
  switch (holder?.is) {
    case 'property':
      return { is: 'property', name: holder.name?.text ?? '', node: holder };
    case 'item':
      return holder.index ? { is: 'item', index: holder.index, node: holder } : { is: 'other' };
    case 'array':
      return { is: isMember(around, 'dependsOn') ? 'dependency' : 'other' };
    default:
      return { is: isMember(holder, 'parent') ? 'parent' : 'other' };
  }
}

function isMember(node: SyntaxNode | undefined, name: string): boolean {
  return node?.is === 'member' && node.key.is === 'name' && node.key.token.text === name;
}

/** True if a node reads a property of one of `resources`. */
export function readsProperties(
  node: SyntaxNode,
  resources: readonly Pick<DeployedSyntax, 'symbol'>[],
): boolean {
  return usesIn(node).some((use) => {
    const as = usedAs(use);
    const isOfOne = resources.some(({ symbol }) => symbol === use.name);
    return isOfOne && as.is === 'property' && as.name === 'properties';
  });
}
