import { isSubset } from '../../core/addresses/interval-algebra';
import { parsePorts } from '../../core/addresses/ports';
import type { Fix } from '../../core/fix';
import { isKnownValue, type Known } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { NetworkModel, SecurityRule } from '../../core/network/model';
import type { NewRule, ResourceChange, RuleChange } from '../../core/resource-change';
import { checkSubnet } from '../check-subnet';
import { applyFix } from './apply-fix';
import { severityRank } from './severity-rank';
import type { FixInput } from './fix-input';
import { asNewRule } from './to-new-rule';

/**
 * Returns the fix with more ports in an existing rule instead of a new rule, tested like the original fix. Undefined if
 * no rule allows the same on other ports.
 */
export function widenedFix(input: FixInput, fix: Fix): Fix | undefined {
  const wider = fix.changes.map((one) => (one.type === 'rule' ? widened(input.model, one) : undefined));
  const changes = fix.changes.map((one, index) => wider[index] ?? one);
  const isWider = wider.some((one) => one !== undefined);
  return isWider && isAsGood(input, fix, changes) ? { ...fix, changes } : undefined;
}

function widened(model: NetworkModel, { id, before, after: rule }: RuleChange): RuleChange | undefined {
  if (before !== null || rule === null) return undefined;
  const group = model.securityGroups.find((one) => sameId(one.id, id));
  const rules = group?.rules.known ? group.rules.value : [];
  const fitting = rules.filter((one) => allowsSame(one, rule));
  for (const one of fitting) {
    const wider = withPorts(one, rule);
    // A change references its rule by name, so it would change both of two rules with the same name.
    if (!wider || rules.filter(({ name }) => sameId(name, one.name)).length > 1) continue;
    return { type: 'rule', id, before: asNewRule(one) ?? { name: one.name }, after: wider };
  }
  return undefined;
}

/**
 * True if the rules differ only in their ports and have the same remote side. The rule's author decided which machines
 * it is for. The check confirms that this subnet's machines are among them.
 */
function allowsSame(
  one: SecurityRule,
  { direction, access, protocol, sources, destinations }: NewRule,
): boolean {
  const groups = [...one.sourceApplicationGroups, ...one.destinationApplicationGroups];
  const isOutbound = direction === 'Outbound';
  return (
    isKnownValue(one.direction, direction) &&
    isKnownValue(one.access, access) &&
    isKnownValue(one.protocol, protocol) &&
    areTexts(isOutbound ? one.destinations : one.sources, isOutbound ? destinations : sources) &&
    areTexts(one.sourcePorts, ['*']) &&
    groups.length === 0
  );
}

function areTexts(part: Known<readonly string[]>, texts: readonly string[]): boolean {
  const plain = (all: readonly string[]): string => [...all].sort().join().toLowerCase();
  return part.known && plain(part.value) === plain(texts);
}

function withPorts(one: SecurityRule, rule: NewRule): NewRule | undefined {
  const { priority, sources, destinations, destinationPorts } = one;
  const open = destinationPorts.known ? parsePorts(destinationPorts.value) : undefined;
  if (!priority.known || !sources.known || !destinations.known || !destinationPorts.known || !open) {
    return undefined;
  }
  const lacking = rule.destinationPorts.filter((port) => !isWithin(port, open));
  if (lacking.length === 0) return undefined;
  return {
    ...rule,
    name: one.name,
    priority: priority.value,
    sources: sources.value,
    destinations: destinations.value,
    destinationPorts: [...destinationPorts.value, ...lacking],
  };
}

function isWithin(port: string, open: NonNullable<ReturnType<typeof parsePorts>>): boolean {
  const set = parsePorts([port]);
  return set !== undefined && isSubset(set, open);
}

/** True if every requirement of the fix is fine, and no result is worse than with the original fix. */
function isAsGood({ model, plan, facts }: FixInput, fix: Fix, changes: readonly ResourceChange[]): boolean {
  const outcomes = (its: readonly ResourceChange[]): ReadonlyMap<string, number> =>
    new Map(
      checkSubnet(applyFix(model, { changes: its }), plan, facts).map((one) => [
        one.requirement,
        severityRank(one.outcome),
      ]),
    );
  const expected = outcomes(fix.changes);
  return [...outcomes(changes)].every(([requirement, bad]) => bad <= (expected.get(requirement) ?? 0));
}
