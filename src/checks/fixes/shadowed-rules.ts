import type { FixStep, NewRule } from '../../core/fix';
import { sameId } from '../../core/network/find';
import type { NetworkModel, SecurityGroup, SecurityRule } from '../../core/network/model';
import { neverMatched } from '../../core/reach/never-matched';
import type { TagCatalog } from '../../core/tags/tag-catalog';
import { asNewRule } from './to-new-rule';

type Removal = Extract<FixStep, { do: 'remove' }>;

/**
 * Takes away the rules that nothing reaches because of the new ones, whoever uses the group: left there they would only
 * say what is not so. A rule that could not be put back as it was stays.
 */
export function removeOverruled(
  after: NetworkModel,
  steps: readonly FixStep[],
  tags: TagCatalog,
): readonly Removal[] {
  return after.securityGroups.flatMap((changed) => {
    const made = steps.flatMap((step) =>
      step.do === 'insert' && step.what === 'rule' && sameId(step.into, changed.id) ? [step.rule] : [],
    );
    if (made.length === 0) return [];
    return overruledIn(after, { changed, made }, tags).map(({ name }): Removal => ({
      do: 'remove',
      what: 'rule',
      from: changed.id,
      name,
    }));
  });
}

interface ChangedGroup {
  readonly changed: SecurityGroup;
  readonly made: readonly NewRule[];
}

function overruledIn(
  after: NetworkModel,
  { changed, made }: ChangedGroup,
  tags: TagCatalog,
): readonly SecurityRule[] {
  const isMade = (rule: SecurityRule): boolean => made.some((one) => one.name === rule.name);
  const isBehind = (rule: SecurityRule): boolean => made.some((one) => comesBefore(one, rule));
  const isLooked = (rule: SecurityRule): boolean => !isMade(rule) && isBehind(rule);
  return neverMatched(after, { group: changed, isLooked }, tags)
    .filter(({ rule, by, isCertain }) => isCertain && by.some(isMade) && asNewRule(rule) !== undefined)
    .map(({ rule }) => rule);
}

function comesBefore(one: NewRule, { direction, priority }: SecurityRule): boolean {
  return (
    direction.known && direction.value === one.direction && priority.known && one.priority < priority.value
  );
}
