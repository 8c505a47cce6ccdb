import { applyFix } from '../../checks/fixes/apply-fix';
import type { FixStep } from '../../core/fix';
import type { Known } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId, Route, SecurityRule } from '../../core/network/model';

interface Change {
  readonly before: NetworkModel;
  readonly steps: readonly FixStep[];
  /** What the edited files say. */
  readonly after: NetworkModel;
}

/**
 * Whether edited files hold what their fix says, and of every other group and table what they held: an edit of what makes
 * several rules at once may take along those that nobody meant, and no verdict need tell.
 */
export function isAsIntended({ before, steps, after }: Change): boolean {
  const wanted = applyFix(before, { steps });
  const named = steps.flatMap((step) =>
    step.do === 'insert' ? [step.into] : step.do === 'remove' ? [step.from] : [],
  );
  return (
    before.securityGroups.every(({ id }) => isSame(named, id, [rulesIn(wanted, id), rulesIn(after, id)])) &&
    before.routeTables.every(({ id }) => isSame(named, id, [routesIn(wanted, id), routesIn(after, id)]))
  );
}

/** Entries of a group or table, each as one text, by name; undefined where they are not known. */
type Entries = ReadonlyMap<string, string> | undefined;

/** What somebody else's lines give to a group or table as well may come to it; nothing that it has may go. */
function isSame(
  named: readonly ResourceId[],
  id: ResourceId,
  [wanted, got]: readonly [Entries, Entries],
): boolean {
  if (wanted === undefined) return true;
  if (got === undefined) return false;
  const isNamed = named.some((one) => sameId(one, id));
  if (!isNamed) return [...wanted.keys()].every((name) => got.has(name));
  return got.size === wanted.size && [...wanted].every(([name, entry]) => got.get(name) === entry);
}

function rulesIn({ securityGroups }: NetworkModel, id: ResourceId): Entries {
  return entriesOf(securityGroups.find((one) => sameId(one.id, id))?.rules, ruleText);
}

function routesIn({ routeTables }: NetworkModel, id: ResourceId): Entries {
  return entriesOf(routeTables.find((one) => sameId(one.id, id))?.routes, routeText);
}

function entriesOf<T extends { readonly name: string }>(
  all: Known<readonly T[]> | undefined,
  textOf: (one: T) => string,
): Entries {
  return all?.known ? new Map(all.value.map((one) => [one.name.toLowerCase(), textOf(one)])) : undefined;
}

function ruleText(rule: SecurityRule): string {
  const { priority, direction, access, protocol, sources, destinations, sourcePorts, destinationPorts } =
    rule;
  const groups = [...rule.sourceApplicationGroups, ...rule.destinationApplicationGroups];
  const parts = [priority, direction, access, protocol, sources, destinations, sourcePorts, destinationPorts];
  return JSON.stringify([...parts.map(partText), groups.map((id) => id.toLowerCase())]);
}

function routeText({ destination, nextHop, nextHopAddress }: Route): string {
  return JSON.stringify([destination, nextHop, nextHopAddress].map(partText));
}

/** In whatever order a list is written; what is not known is no more than that. */
function partText(part: Known<unknown>): string {
  if (!part.known) return '?';
  return JSON.stringify(Array.isArray(part.value) ? [...part.value].sort() : part.value).toLowerCase();
}
