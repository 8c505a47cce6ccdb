import { nameOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { Say } from '../say';
import type { CodeContext } from './code-context';
import { routeProperties, ruleProperties, type Substitutions } from './entry-properties';
import { nameOfEntry, type FixEntry, type FixTarget } from './fix-entries';
import type { Candidate } from './parameters';
import { scopeOf } from './scopes';
import { parameter, type ExistingResource, type NewResource, type Scope } from './template';

/** Api version of the network resources that are written; Bicep 0.49 and years of older ones know it. */
export const networkApiVersion = '2024-05-01';

/** The fixes of one resource group. `scope` is null for the deployment's own. */
export interface FixGroup {
  readonly scope: Scope | null;
  readonly existing: readonly ExistingResource[];
  readonly resources: readonly NewResource[];
}

export interface NetworkFixes {
  readonly groups: readonly FixGroup[];
  readonly candidates: readonly Candidate[];
}

export interface FixSurroundings {
  readonly workspaceId: ResourceId;
  readonly subnetId: ResourceId | null;
  /** “cluster”, as a comment says it. */
  readonly kind: string;
  readonly instead: Substitutions;
  readonly context: CodeContext;
  readonly say: Say;
}

/** Rules and routes as child resources of the groups and tables that exist, by resource group. */
export function networkFixes(targets: readonly FixTarget[], around: FixSurroundings): NetworkFixes {
  const groups = new Map<
    string,
    { scope: Scope | null; existing: ExistingResource[]; resources: NewResource[] }
  >();
  const candidates: Candidate[] = [];
  const symbols = new Set<string>();
  for (const target of targets) {
    const symbol = unused(target.what === 'rule' ? 'securityGroup' : 'routeTable', symbols);
    const { key, scope, added } = scopeOf(target.id, symbol, around);
    candidates.push(nameCandidate(target, symbol), ...added);
    const group = groups.get(key) ?? { scope, existing: [], resources: [] };
    groups.set(key, group);
    group.existing.push(existingOf(target, symbol));
    group.resources.push(...entryResources(target, symbol, { around, symbols }));
  }
  return { groups: [...groups.values()], candidates };
}

const types = {
  rule: 'Microsoft.Network/networkSecurityGroups',
  route: 'Microsoft.Network/routeTables',
} as const;
const children = { rule: 'securityRules', route: 'routes' } as const;
const describedBy = { rule: 'securityGroup', route: 'routeTable' } as const;

function existingOf(target: FixTarget, symbol: string): ExistingResource {
  const type = types[target.what];
  return {
    symbol,
    type,
    apiVersion: networkApiVersion,
    name: parameter(`${symbol}Name`),
    parent: null,
    scope: null,
  };
}

function nameCandidate(target: FixTarget, symbol: string): Candidate {
  return {
    name: `${symbol}Name`,
    value: nameOf(target.id),
    limits: { minLength: 1, maxLength: 80 },
    describedBy: `${describedBy[target.what]}Name`,
  };
}

/**
 * One resource an entry. Each waits for the one before it in the same group or table: Azure changes one at a time,
 * and answers a second change with 409 `AnotherOperationInProgress`.
 */
function entryResources(
  target: FixTarget,
  parent: string,
  { around, symbols }: { readonly around: FixSurroundings; readonly symbols: Set<string> },
): readonly NewResource[] {
  const made: NewResource[] = [];
  for (const entry of target.entries) {
    const before = made.at(-1)?.symbol;
    made.push({
      comment: commentOf(entry, around),
      symbol: unused(symbolOf(entry), symbols),
      type: `${types[target.what]}/${children[target.what]}`,
      apiVersion: networkApiVersion,
      parent,
      name: nameOfEntry(entry),
      location: null,
      tags: null,
      identity: null,
      properties: propertiesOf(entry, around),
      dependsOn: before === undefined ? [] : [before],
    });
  }
  return made;
}

function propertiesOf(entry: FixEntry, { instead, say }: FixSurroundings) {
  if (entry.what === 'route') return routeProperties(entry.route, instead);
  const { key, values } = entry.rule.why;
  return ruleProperties(entry.rule, say(key, values), instead);
}

/** Why the entry is there: a line for each requirement that asks for it. */
function commentOf(entry: FixEntry, { context, kind, say }: FixSurroundings): readonly string[] {
  return entry.requirements.flatMap((id) => {
    const note = context.requirements.find((one) => one.id === id);
    return note ? [say('fix.rule.comment', { ...note, kind })] : [];
  });
}

/** `newRuleAllowBatch443` for a rule named `Allow-Batch-443`; `new` keeps it apart from parameters and parents. */
function symbolOf(entry: FixEntry): string {
  const words = nameOfEntry(entry).match(/[A-Za-z0-9]+/g) ?? [];
  return ['new', entry.what, ...words].map((word, index) => (index === 0 ? word : capital(word))).join('');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `wanted`, or `wanted2`, `wanted3`, … where a name is taken; the answer is taken from then on. */
function unused(wanted: string, taken: Set<string>): string {
  let symbol = wanted;
  for (let count = 2; taken.has(symbol); count += 1) symbol = `${wanted}${count}`;
  taken.add(symbol);
  return symbol;
}
