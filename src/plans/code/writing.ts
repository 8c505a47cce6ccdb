import { nameOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { PlanSay } from '../say';
import type { CodeContext } from './code-context';
import type { Substitutions } from './entry-properties';
import type { Candidate } from './parameters';
import { resourceScope } from './scopes';
import type { ExistingResource, TemplateResource, ResourceGroupScope } from './template';

/** API version of the network resources in generated code. Bicep 0.49 and much older ones know it. */
export const networkCodeApiVersion = '2024-05-01';

/** The fixes of one resource group. `scope` is null for the deployment's own. */
export interface FixGroup {
  readonly scope: ResourceGroupScope | null;
  readonly existing: readonly ExistingResource[];
  readonly resources: readonly TemplateResource[];
}

export interface FixContext {
  readonly workspaceId: ResourceId;
  readonly subnetId: ResourceId | null;
  /** Region of the nodes. Fixes create resources in the same region. */
  readonly location: string;
  /** “cluster”, as used in comments. */
  readonly kind: string;
  readonly instead: Substitutions;
  readonly context: CodeContext;
  readonly say: PlanSay;
}

export interface GroupInWriting {
  readonly scope: ResourceGroupScope | null;
  readonly existing: ExistingResource[];
  readonly resources: TemplateResource[];
}

/** State while templates are written: resources by resource group, and used names. */
export interface Writing {
  readonly around: FixContext;
  readonly groups: Map<string, GroupInWriting>;
  readonly candidates: Candidate[];
  readonly symbols: Set<string>;
  /** Symbols of new resources, by ID in lower case. */
  readonly symbolOf: Map<string, string>;
}

export function newWriting(around: FixContext): Writing {
  return { around, groups: new Map(), candidates: [], symbols: new Set(), symbolOf: new Map() };
}

/**
 * Returns the resource group of `id`, and creates it on first use. `symbol` is the prefix of its scope's parameters.
 */
export function groupFor(id: ResourceId, symbol: string, writing: Writing): GroupInWriting {
  const { key, scope, added } = resourceScope(id, symbol, writing.around);
  const known = new Set(writing.candidates.map((one) => one.name));
  writing.candidates.push(...added.filter((one) => !known.has(one.name)));
  const group = writing.groups.get(key) ?? { scope, existing: [], resources: [] };
  writing.groups.set(key, group);
  return group;
}

/** Returns the symbol of a new resource. */
export function symbolFor(id: ResourceId, { symbolOf }: Writing): string {
  const symbol = symbolOf.get(id.toLowerCase());
  if (symbol === undefined) throw new Error(`${nameOf(id)} is not made here`);
  return symbol;
}

/** Returns the parameter with a resource's name. */
export function nameCandidate(id: ResourceId, symbol: string, described: string): Candidate {
  return {
    name: `${symbol}Name`,
    value: nameOf(id),
    limits: { minLength: 1, maxLength: 80 },
    describedBy: `${described}Name`,
  };
}

/** Returns `wanted`, or `wanted2`, `wanted3`, … if the name is taken. Marks the result as taken. */
export function unused(preferred: string, usedSymbols: Set<string>): string {
  let symbol = preferred;
  for (let count = 2; usedSymbols.has(symbol); count += 1) symbol = `${preferred}${count}`;
  usedSymbols.add(symbol);
  return symbol;
}
