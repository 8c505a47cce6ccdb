import { statusOf, type CheckResult } from '../../core/check-result';
import { fixEffectOf, type Fix, type FixFlow } from '../../core/fix';
import { permissionsOf } from '../../core/fix-permissions';
import { findSubnet } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import { addedRoutes, associationsOf, type ResourceChange } from '../../core/resource-change';
import { alsoUsedBy } from './also-used-by';
import { mergeable } from './broad-rules';
import type { OfferedRule } from './build-fix';
import { unchanged } from './changed-copy';
import { partChanges, type Draft } from './draft';
import { gatewayChoices } from './draft-outbound-access';
import { endpointLimit } from './endpoint-limit';
import { mayBeRepaired } from './extend-draft';
import type { FixInput } from './fix-input';
import { adminLimit } from './fix-limits';
import type { FixAlternative, FixOptions } from './fix-options';
import { managedNotes } from './managed-notes';
import { openedBy } from './opened-flows';
import { otherSubnetsAfter, type SharedChange } from './other-subnets';
import {
  searchFix,
  withoutNeedless,
  withoutShadowedRules,
  type FixSearch,
  type FixTrial,
} from './search-fix';

/** A tested fix with all results after it. */
export interface TestedFix {
  readonly fix: Fix;
  readonly after: readonly CheckResult[];
  /** The fix's new rules. The user can change their names and priorities. */
  readonly entries: readonly OfferedRule[];
  /**
   * Tests this strategy and its alternatives, the one that opens the least first; one if there is no choice. Each is
   * tested separately, which takes as long as the fix did.
   */
  alternatives(): readonly FixAlternative[];
}

/**
 * Finds a fix that makes every given requirement fine and no other result worse, tested on a copy of the model.
 * Undefined if none passes the test. It adds allow rules, service tag routes, resources, and references to them, none
 * of which is superfluous. It removes only what doesn't have an effect: an unused delegation, and rules that its own
 * rules override.
 */
export function findFix(
  input: FixInput,
  requirementIds: readonly string[],
  options: FixOptions = {},
): TestedFix | undefined {
  const from = unchanged(input);
  const goal = { ids: requirementIds, options };
  const first = searchFix(from, goal).found;
  const least = first && withoutNeedless(from, { found: first, goal });
  const found = least && options.keepsShadowedRules !== true ? withoutShadowedRules(from, least) : least;
  if (!found || (options.deniesOtherOutbound === true && !areWritten(found, requirementIds))) {
    return undefined;
  }
  // A fix that denies other traffic doesn't have a broad alternative, which would leave open what it closes.
  if (options.deniesOtherOutbound === true) {
    return tested(input, { trial: found, ids: requirementIds, alternatives: () => [] });
  }
  const hasTestedFix = (alternative: FixAlternative): boolean =>
    searchFix(from, { ids: requirementIds, options: { ...options, alternative } }).found !== undefined;
  const alternatives = (): readonly FixAlternative[] =>
    fixAlternatives(input, found.draft).filter(hasTestedFix);
  return tested(input, { trial: found, ids: requirementIds, alternatives });
}

function areWritten({ after }: FixTrial, ids: readonly string[]): boolean {
  return ids.every((id) => {
    const outcome = after.find((one) => one.requirement === id)?.outcome;
    return outcome?.is === 'allowed' && outcome.explicit;
  });
}

/** Requirements that can be fixed, and the reason for the others if a limit prevents a fix. */
export interface Fixability {
  readonly fixable: readonly string[];
  /** Changes of a requirement's fix that costs or removes something, so that the user chooses it separately. */
  readonly apart: ReadonlyMap<string, readonly ResourceChange[]>;
  readonly refused: ReadonlyMap<string, Reason>;
}

/** Tests a separate fix for each result that needs one. */
export function fixabilityOf(input: FixInput, results: readonly CheckResult[]): Fixability {
  const fixable: string[] = [];
  const apart = new Map<string, readonly ResourceChange[]>();
  const refused = new Map<string, Reason>();
  for (const one of results) {
    if (statusOf(one.outcome) !== 'open' && one.outcome.is !== 'unknown') continue;
    const { found, because } = searchFor(input, results, one);
    if (found) {
      fixable.push(one.requirement);
      const changes = found.changes.map(({ change }) => change);
      if (permissionsOf(changes).length > 0) apart.set(one.requirement, changes);
    } else if (because) refused.set(one.requirement, because);
  }
  return { fixable, apart, refused };
}

/** Returns why a result doesn't have a fix, if a limit prevents it or the result would still be unknown. */
export function reasonUnfixed(
  input: FixInput,
  results: readonly CheckResult[],
  one: CheckResult,
): Reason | undefined {
  const { found, because, whyUnknown } = searchFor(input, results, one);
  return found ? undefined : (because ?? whyUnknown);
}

function searchFor(
  input: FixInput,
  results: readonly CheckResult[],
  { requirement, outcome }: CheckResult,
): FixSearch {
  const search = mayBeRepaired(requirement)
    ? searchFix({ input, before: results }, { ids: [requirement], options: {} })
    : {};
  const because = search.because ?? adminLimit(outcome) ?? endpointLimit(requirement, input);
  return search.found || !because ? search : { ...search, because };
}

/** Returns the results that have a separate tested fix. */
export function fixableIds(input: FixInput, results: readonly CheckResult[]): readonly string[] {
  return fixabilityOf(input, results).fixable;
}

interface FoundFix extends Pick<TestedFix, 'alternatives'> {
  readonly trial: FixTrial;
  readonly ids: readonly string[];
}

function tested(input: FixInput, { trial, ids, alternatives }: FoundFix): TestedFix {
  const parts = [...trial.draft.parts.values()];
  const changes = trial.changes.map((one) => one.change);
  const users = input.plan.subnetId === null ? [] : alsoUsedBy(input.model, input.plan.subnetId, changes);
  const opens = [
    ...parts.flatMap((one) => one.opens),
    ...openedBy(input, { model: trial.copy.input.model, changes: trial.changes }),
  ];
  const closes = [...parts.flatMap((one) => one.closes), ...closedBy(input, { changes, alsoUsedBy: users })];
  const effect = fixEffectOf({ changes, opens, closes });
  const fix: Fix = {
    requirements: ids,
    effect: effect === 'none' && parts.some((one) => one.changesNoFlow) ? 'opens' : effect,
    changes,
    opens,
    closes,
    notes: [
      ...parts.flatMap((one) => one.notes),
      ...managedNotes(changes),
      ...changes.flatMap((one) =>
        one.type === 'rule' && one.before && !one.after
          ? [reason('fix.note.shadowed', { name: one.before.name })]
          : [],
      ),
    ],
    alsoUsedBy: users,
  };
  const { copy, entries } = trial;
  return {
    fix,
    entries,
    alternatives,
    get after() {
      return copy.resultsWithTraces();
    },
  };
}

/** Returns the flows that other subnets lose, each once. Allow rules never remove a flow; routes can. */
function closedBy(input: FixInput, change: SharedChange): readonly FixFlow[] {
  if (addedRoutes(change.changes).length === 0) return [];
  const all = otherSubnetsAfter(input, change).flatMap(({ closes, subnetId }) =>
    closes.map((one) => ({ ...one, subnet: subnetId })),
  );
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

/**
 * Returns the strategies that a draft could have used, each to be tested: existing NAT gateways, then a new one;
 * narrow, then broad.
 */
function fixAlternatives({ model, plan }: FixInput, draft: Draft): readonly FixAlternative[] {
  const place = plan.subnetId === null ? undefined : findSubnet(model, plan.subnetId);
  const gateways = place && associatesGateway(draft) ? gatewayChoices(model, place) : [undefined];
  const rules =
    mergeable(draft.rules.values()).length > 0 ? (['narrow', 'broad'] as const) : (['narrow'] as const);
  return rules.flatMap((one) => gateways.map((gateway) => wayOf(one, gateway)));
}

function wayOf(rules: FixAlternative['rules'], gateway: ResourceId | null | undefined): FixAlternative {
  return gateway === undefined ? { rules } : { rules, gateway };
}

function associatesGateway(draft: Draft): boolean {
  const associated = partChanges(draft).flatMap(associationsOf);
  return associated.some(({ type }) => type === 'natGateway');
}
