import type { CheckResult } from '../core/check-result';
import { sameId } from '../core/network/find';
import type { ResourceId } from '../core/network/model';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import { partOf } from '../documents/model/parts';
import type { SourceRange } from '../documents/source/source-range';
import type { FileCheck } from './check-files';

/** A security rule in a file, at the place of its name. */
export interface RuleAt {
  readonly name: string;
  readonly groupId: ResourceId;
  readonly place: SourceRange;
}

/** Finds the rule whose name is at an offset of a file. */
export function ruleAt(
  { model, children }: DeclaredNetwork,
  file: string,
  offset: number,
): RuleAt | undefined {
  for (const { id } of model.securityGroups) {
    for (const { name, value } of children.get(id.toLowerCase()) ?? []) {
      const place = partOf(value, 'name')?.from;
      if (place?.file === file && place.start <= offset && offset <= place.end) {
        return { name, groupId: id, place };
      }
    }
  }
  return undefined;
}

/** The effect of a rule on a required flow. */
export interface DecidedFlow {
  readonly requirement: string;
  readonly does: 'allows' | 'blocks';
}

/** Returns the required flows that a rule decides, each once, however many subnets use its NSG. */
export function decidedBy({ subjects }: FileCheck, rule: RuleAt): readonly DecidedFlow[] {
  const all = subjects.flatMap(({ results }) => results.flatMap((one) => lastWord(one, rule)));
  return [...new Map(all.map((one) => [`${one.requirement} ${one.does}`, one])).values()];
}

function lastWord({ outcome, requirement }: CheckResult, { name, groupId }: RuleAt): readonly DecidedFlow[] {
  if (!('by' in outcome) || outcome.by?.kind !== 'rule') return [];
  const { by } = outcome;
  if (by.isDefault || !sameId(by.groupId, groupId) || !sameId(by.name, name)) return [];
  return [{ requirement, does: outcome.is === 'allowed' ? 'allows' : 'blocks' }];
}
