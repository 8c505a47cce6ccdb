import type { SyntaxNode } from '../../../src/documents/bicep/syntax/syntax';
import type { ProjectFile } from './project';
import {
  declarationsByName,
  deployedBy,
  syntaxMember,
  memberText,
  usesIn,
  type NamedDeclaration,
} from './syntax-uses';

/** References of a part of a file to the rest of it. */
export interface Needed {
  /** Parameters by name. */
  readonly parameters: ReadonlyMap<string, NamedDeclaration>;
  /** Variables and functions, which can be copied. */
  readonly copied: ReadonlyMap<string, NamedDeclaration>;
  /** Resources and modules. */
  readonly deployed: ReadonlyMap<string, NamedDeclaration>;
}

/**
 * Returns everything that parts of a file refer to, directly or indirectly; undefined if something can't be moved with
 * them.
 */
export function neededBy({ tree }: ProjectFile, parts: readonly SyntaxNode[]): Needed | undefined {
  const declared = declarationsByName(tree);
  const found = new Map<string, NamedDeclaration>();
  const open = [...parts];
  for (let part = open.pop(); part; part = open.pop()) {
    for (const { name } of usesIn(part)) {
      const one = declared.get(name);
      if (!one || found.has(name)) continue;
      found.set(name, one);
      if (one.is === 'var' || one.is === 'param') open.push(one);
    }
  }
  const of = (...kinds: readonly string[]): ReadonlyMap<string, NamedDeclaration> =>
    new Map([...found].filter(([, { is }]) => kinds.includes(is)));
  const known = of('param', 'var', 'resource', 'module');
  if (known.size !== found.size || hasOwnFunctions(declared)) return undefined;
  return { parameters: of('param'), copied: of('var'), deployed: of('resource', 'module') };
}

/** Functions and types of the file aren't copied. */
function hasOwnFunctions(declared: ReadonlyMap<string, NamedDeclaration>): boolean {
  return [...declared.values()].some(({ is }) => is === 'func' || is === 'type');
}

/** Writes a reference to a resource of the file, with its name and parent. */
export function existingText({ text }: ProjectFile, node: NamedDeclaration): string | undefined {
  if (node.is !== 'resource') return undefined;
  if (node.existing) return text.slice(node.start, node.end);
  const deployed = deployedBy(text, node);
  const name = deployed && memberText(text, deployed.object, 'name');
  if (!deployed || name === undefined || deployed.loop || !node.type) return undefined;
  const members = ['parent', 'scope', 'name'].flatMap((member) => {
    const value = memberText(text, deployed.object, member);
    return value === undefined ? [] : [`  ${member}: ${value}\n`];
  });
  const type = text.slice(node.type.start, node.type.end);
  return `resource ${deployed.symbol} ${type} existing = {\n${members.join('')}}`;
}

/** Returns the parts of a resource that a reference to it repeats. */
export function namingParts({ text }: ProjectFile, node: NamedDeclaration): readonly SyntaxNode[] {
  if (node.is !== 'resource') return [];
  if (node.existing) return [node];
  const object = deployedBy(text, node)?.object;
  return object ? ['parent', 'scope', 'name'].flatMap((name) => syntaxMember(object, name) ?? []) : [];
}

/** Returns the references that a part needs, directly or indirectly; undefined if one can't be written. */
export function referencesFor(
  file: ProjectFile,
  deployed: ReadonlyMap<string, NamedDeclaration>,
): readonly string[] | undefined {
  const texts = [...deployed.values()].map((one) => existingText(file, one));
  return texts.some((one) => one === undefined) ? undefined : texts.filter((one) => one !== undefined);
}
