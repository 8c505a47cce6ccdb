import type { Fix, FixStep, NewRoute, NewRule } from '../../core/fix';
import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';

/** A rule or route that a deployment adds, with the requirements that ask for it. */
export type FixEntry =
  | { readonly what: 'rule'; readonly rule: NewRule; readonly requirements: readonly string[] }
  | { readonly what: 'route'; readonly route: NewRoute; readonly requirements: readonly string[] };

/** The entries of one security group or route table, in the order in which they were chosen. */
export interface FixTarget {
  readonly what: 'rule' | 'route';
  readonly id: ResourceId;
  readonly entries: readonly FixEntry[];
}

export interface CollectedFixes {
  readonly targets: readonly FixTarget[];
  /** Steps that a template cannot carry, as what remains to be done. */
  readonly leftOut: readonly Reason[];
}

/**
 * Sorts the steps of the chosen fixes into what a deployment can add and what it cannot do: a deployment never
 * removes anything, and writing one property of a resource that exists would reset its others.
 * The same step asked for twice is written once; one that Azure would refuse beside an earlier one is left out.
 */
export function collectFixes(fixes: readonly Fix[]): CollectedFixes {
  const targets: { what: 'rule' | 'route'; id: ResourceId; entries: FixEntry[] }[] = [];
  const leftOut: Reason[] = [];
  for (const fix of fixes) {
    for (const step of fix.steps) {
      if (step.do !== 'insert') {
        leftOut.push(toDo(step));
        continue;
      }
      let target = targets.find((one) => one.what === step.what && sameId(one.id, step.into));
      if (!target) {
        target = { what: step.what, id: step.into, entries: [] };
        targets.push(target);
      }
      const refused = add(target, entryOf(step, fix));
      if (refused) leftOut.push(refused);
    }
  }
  return { targets: targets.filter((one) => one.entries.length > 0), leftOut };
}

type Insert = Extract<FixStep, { readonly do: 'insert' }>;

function entryOf(step: Insert, fix: Fix): FixEntry {
  if (step.what === 'route') return { what: 'route', route: step.route, requirements: fix.requirements };
  const named = step.rule.why.values?.['id'];
  const own = fix.requirements.filter((id) => id === named);
  return { what: 'rule', rule: step.rule, requirements: own.length > 0 ? own : fix.requirements };
}

/** Adds `entry`, or says why it cannot stand beside what is there. */
function add(
  target: { readonly id: ResourceId; readonly entries: FixEntry[] },
  entry: FixEntry,
): Reason | null {
  const at = target.entries.findIndex((one) => clash(one, entry));
  const other = target.entries[at];
  if (!other) {
    target.entries.push(entry);
    return null;
  }
  if (contentOf(other) === contentOf(entry)) {
    target.entries[at] = { ...other, requirements: union(other.requirements, entry.requirements) };
    return null;
  }
  return reason(`write.leftOut.${entry.what}`, {
    name: nameOfEntry(entry),
    other: nameOfEntry(other),
    resource: nameOf(target.id),
  });
}

/** Azure refuses two rules of one name, or of one direction and priority; two routes of one name or destination. */
function clash(a: FixEntry, b: FixEntry): boolean {
  if (nameOfEntry(a).toLowerCase() === nameOfEntry(b).toLowerCase()) return true;
  if (a.what === 'rule' && b.what === 'rule') {
    return a.rule.direction === b.rule.direction && a.rule.priority === b.rule.priority;
  }
  if (a.what === 'route' && b.what === 'route') {
    return a.route.destination.toLowerCase() === b.route.destination.toLowerCase();
  }
  return false;
}

export function nameOfEntry(entry: FixEntry): string {
  return entry.what === 'rule' ? entry.rule.name : entry.route.name;
}

/** What the entry does, apart from why. */
function contentOf(entry: FixEntry): string {
  return JSON.stringify(entry.what === 'rule' ? { ...entry.rule, why: null } : entry.route);
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}

function toDo(step: Exclude<FixStep, Insert>): Reason {
  switch (step.do) {
    case 'remove':
      return reason('write.leftOut.remove', { name: step.name, resource: nameOf(step.from) });
    case 'set':
      return reason('write.leftOut.set', {
        property: step.property,
        resource: nameOf(step.at),
        value: String(step.value),
      });
    case 'create':
      return reason('write.leftOut.create', { resource: nameOf(step.id) });
    case 'attach':
      return reason('write.leftOut.attach', { resource: nameOf(step.id), to: nameOf(step.to) });
  }
}
