import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedCopy, unchanged } from '../../../../src/checks/fixes/changed-copy';
import type { FixInput } from '../../../../src/checks/fixes/fix-input';
import { asNewRule } from '../../../../src/checks/fixes/to-new-rule';
import type { CheckInput } from '../../../../src/checks/check-subnet';
import type { CheckResult } from '../../../../src/core/check-result';
import type { SecurityRule } from '../../../../src/core/network/model';
import type { NewRule, ResourceChange } from '../../../../src/core/resource-change';
import type { TagCatalog } from '../../../../src/core/tags/tag-catalog';
import { buildModel, buildPlan, facts, modelSecurityGroupId } from '../model-builder';
import {
  arbitraryNetwork,
  arbitraryPlan,
  attachedNetwork,
  attachedPlan,
  generatorSettings,
  someRule,
} from './arbitrary-networks';

function rulesOf({ model }: Pick<FixInput, 'model'>): readonly SecurityRule[] {
  const group = model.securityGroups.find(({ id }) => id === modelSecurityGroupId);
  return group?.rules.known ? group.rules.value : [];
}

/** Adds a rule at a free priority, and removes another one. */
function changesOf(input: FixInput, text: string, removed: number): readonly ResourceChange[] {
  const all = rulesOf(input);
  const asChange = (before: NewRule | null, after: NewRule | null): ResourceChange[] => {
    if (before) return [{ type: 'rule', id: modelSecurityGroupId, before, after }];
    return after ? [{ type: 'rule', id: modelSecurityGroupId, before, after }] : [];
  };
  const [added] = rulesOf({ model: buildModel({ rules: [text] }) }).map(asNewRule);
  const isTaken = all.some(({ priority }) => priority.known && priority.value === added?.priority);
  const old = all[removed];
  return [
    ...asChange(null, added && !isTaken ? { ...added, name: 'Added' } : null),
    ...asChange((old && asNewRule(old)) ?? null, null),
  ];
}

/** Everything that decides about a fix: packets, traces, shares, and assumptions only explain results. */
function withoutEvidence(results: readonly CheckResult[]): readonly unknown[] {
  return results.map((one) => ({
    ...one,
    packet: null,
    trace: [],
    blocked: [],
    allowed: [],
    assumptions: [],
  }));
}

/** Service tags of a region with other addresses: all storage, for example, is that of Key Vault. */
const otherRegion: TagCatalog = {
  ...facts.tags,
  lookup: (tag) => facts.tags.lookup(/^storage/i.test(tag) ? 'AzureKeyVault' : tag),
};

/** The stated region, two possible ones, or only some of the possible ones. */
const arbitraryRegions = fc.constantFrom<Partial<CheckInput>>(
  {},
  { otherTags: [otherRegion] },
  { otherTags: [otherRegion], isInSomeRegions: true },
  { isInSomeRegions: true },
);

test('a copy with other rules has the results of a complete check, and most flows are not evaluated again', () => {
  let kept = 0;
  fc.assert(
    fc.property(
      fc.oneof(fc.tuple(arbitraryNetwork, arbitraryPlan), fc.tuple(attachedNetwork, attachedPlan)),
      someRule,
      fc.nat(9),
      arbitraryRegions,
      ([networkSpec, planSpec], text, removed, regions) => {
        const input = {
          model: buildModel(networkSpec),
          plan: buildPlan(planSpec),
          facts: { ...facts, ...regions },
        };
        const from = unchanged(input);
        const copy = changedCopy(from, changesOf(input, text, removed));
        expect(withoutEvidence(copy.results())).toEqual(withoutEvidence(copy.resultsWithTraces()));
        const [added, ...others] = changesOf(input, text, removed);
        const isAdded = added?.type === 'rule' && added.before === null;
        const rest = changedCopy(from, others);
        for (const { requirement } of isAdded && others.length > 0 ? from.before : []) {
          expect(copy.unaffected(requirement, 'Added')).toBe(rest.unaffected(requirement));
        }
        kept += from.before.filter((one) => copy.unaffected(one.requirement) === one).length;
      },
    ),
    generatorSettings,
  );
  expect(kept).toBeGreaterThan(100);
});
