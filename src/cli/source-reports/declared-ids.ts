import type { ResourceId } from '../../core/network/model';
import type { Value } from '../../documents/evaluate/value';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import { covers, scopeOfExtension } from '../../documents/model/governance/scope-covers';
import { identityOf } from '../../documents/model/parts';

/** IDs in a template, in lowercase: those that it declares, and those that it refers to without declaring them. */
export interface DeclaredIds {
  readonly declares: readonly ResourceId[];
  readonly refersTo: readonly ResourceId[];
  /** Scopes of the locks and policy assignments that it declares. */
  readonly governs: readonly string[];
}

/** Returns the IDs that a template declares and refers to. */
export function declaredIds({ resources }: DeclaredNetwork): DeclaredIds {
  const declares = new Set(
    resources.filter(({ isExisting }) => !isExisting).map(({ id }) => id.toLowerCase()),
  );
  const named = new Set(
    resources.flatMap(({ id, body, isExisting }) => [
      ...(isExisting ? [id.toLowerCase()] : []),
      ...idsOf(body),
    ]),
  );
  const refersTo = [...named].filter(
    (id) => isNamed(id) && !withParents(id).some((one) => declares.has(one)),
  );
  const governs = resources
    .filter(({ type, isExisting }) => governing.has(type) && !isExisting)
    .map(({ id }) => scopeOfExtension(id));
  return { declares: [...declares], refersTo, governs };
}

const governing: ReadonlySet<string> = new Set([
  'microsoft.authorization/locks',
  'microsoft.authorization/policyassignments',
]);

/** Returns the IDs in a value. */
function idsOf(value: Value): readonly ResourceId[] {
  switch (value.is) {
    case 'object':
      return [...value.members.values()].flatMap(idsOf);
    case 'array':
      return value.items.flatMap(idsOf);
    default: {
      const text = identityOf(value);
      return text?.startsWith('/subscriptions/') === true ? [text.toLowerCase()] : [];
    }
  }
}

/** True for a resource ID without unknown parts. An unknown part can have different values in two templates. */
function isNamed(id: ResourceId): boolean {
  const at = id.indexOf('/providers/');
  return at >= 0 && !id.includes('‹', at);
}

/** Returns the ID, and those of its parent resources. */
function withParents(id: ResourceId): readonly ResourceId[] {
  const segments = id.split('/');
  const first = segments.lastIndexOf('providers') + 4;
  const lengths = Array.from(
    { length: Math.ceil((segments.length - first + 1) / 2) },
    (_, at) => first + 2 * at,
  );
  return lengths.map((length) => segments.slice(0, length).join('/'));
}

/** A template by name, with its IDs. */
export interface NamedIds extends DeclaredIds {
  readonly file: string;
}

/**
 * Groups templates that are deployed together: a template is grouped with the one that declares what it refers to, if
 * there is exactly one. A group in which two templates declare the same resource is split again.
 */
export function deployedTogether(templates: readonly NamedIds[]): readonly (readonly string[])[] {
  const groups = new Map(templates.map(({ file }) => [file, new Set([file])]));
  const owners = ownersOf(templates);
  for (const { file, refersTo } of templates) {
    for (const id of refersTo) {
      const found = new Set(withParents(id).flatMap((one) => owners.get(one) ?? []));
      const [owner] = found;
      if (owner !== undefined && found.size === 1) join(groups, file, owner);
    }
  }
  const distinct = [...new Set(groups.values())].map((one) => [...one]);
  return distinct.flatMap((files) => (isTwice(templates, files) ? files.map((file) => [file]) : [files]));
}

/** Returns the names of the templates that declare each ID. */
function ownersOf(templates: readonly NamedIds[]): ReadonlyMap<ResourceId, readonly string[]> {
  const owners = new Map<ResourceId, string[]>();
  for (const { file, declares } of templates) {
    for (const id of declares) owners.set(id, [...(owners.get(id) ?? []), file]);
  }
  return owners;
}

function join(groups: Map<string, Set<string>>, one: string, other: string): void {
  const all = new Set([...(groups.get(one) ?? []), ...(groups.get(other) ?? [])]);
  for (const file of all) groups.set(file, all);
}

function isTwice(templates: readonly NamedIds[], files: readonly string[]): boolean {
  const all = templates.filter(({ file }) => files.includes(file)).flatMap(({ declares }) => declares);
  return new Set(all).size < all.length;
}

/**
 * Adds to each group the templates that only contain locks and policies which may cover the group. These don't refer to
 * anything that the group declares.
 */
export function withGovernance(
  groups: readonly (readonly string[])[],
  templates: readonly NamedIds[],
): readonly (readonly string[])[] {
  const above = templates.filter(isOfGovernance);
  const isAbove = (files: readonly string[]): boolean =>
    files.every((name) => above.some(({ file }) => file === name));
  const covered = groups
    .filter((files) => !isAbove(files))
    .map((files) => {
      const ids = templates.filter(({ file }) => files.includes(file)).flatMap(({ declares }) => declares);
      const more = above.filter(({ file, governs }) => !files.includes(file) && coversSome(governs, ids));
      return [...files, ...more.map(({ file }) => file)];
    });
  const joined = new Set(covered.flat());
  return [
    ...covered,
    ...groups.filter((files) => isAbove(files) && !files.every((file) => joined.has(file))),
  ];
}

function isOfGovernance({ declares, governs }: NamedIds): boolean {
  return governs.length > 0 && declares.every((id) => id.includes('/providers/microsoft.authorization/'));
}

function coversSome(scopes: readonly string[], ids: readonly ResourceId[]): boolean {
  return scopes.some((scope) => ids.some((id) => covers(scope, id, '') !== false));
}
