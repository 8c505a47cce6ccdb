import type { ResourceId } from '../../core/network/model';
import { sameId } from '../../core/network/find';
import { allSubjects, type Subject } from '../../documents/subjects/subjects';
import type { Choose } from '../../file-checks/check-files';
import { chooseIn } from '../choose-subnets';
import { withEffective, type EffectiveFiles } from '../effective-files';
import type { ComputeInOtherFiles } from '../source-reports/source-report';
import { sourceOf, withJoinedCompute } from './compute-in-other-files';

/** The effect of the command line on the subnets to check. */
export interface ChosenSubnets {
  readonly choose: Choose;
  /** Returns the IDs of the subnets that `--subnet` names, or undefined if it doesn't name any. */
  named(): readonly ResourceId[] | undefined;
}

interface Given {
  /** Names in `--subnet`. */
  readonly subnets: readonly string[];
  readonly effective: EffectiveFiles;
  readonly elsewhere: readonly ComputeInOtherFiles[];
}

/**
 * Adds the subnets that the user named, and those of compute resources in other templates, to the subnets to check.
 * Also adds the effective settings of their network in Azure's files.
 */
export function chosenSubnets({ subnets, effective, elsewhere }: Given): ChosenSubnets {
  let ids: readonly ResourceId[] | undefined;
  return {
    named: () => ids,
    choose({ declared: own, subjects: intended }) {
      const declared = withJoinedCompute(own, elsewhere);
      const source = sourceOf(declared);
      const subjects = declared === own ? intended : withOthers(intended, allSubjects(declared), own);
      const named = subnets.length > 0 ? chooseIn(source, { subnets, allSubnets: false }).subjects : subjects;
      if (subnets.length > 0) ids = named.map(({ subnet }) => subnet.id);
      const { model } = withEffective(source, named, effective).inputs;
      const more = named.filter((one) => !subjects.some((each) => isSame(each, one)));
      return { declared: { ...declared, model }, subjects: [...subjects, ...more] };
    },
  };
}

/** Returns the subnets to check with the compute resources of other templates, and the subnets that only these use. */
function withOthers(
  intended: readonly Subject[],
  all: readonly Subject[],
  { computes }: { readonly computes: readonly { readonly id: ResourceId }[] },
): readonly Subject[] {
  const isOthers = (one: Subject): boolean =>
    one.computes.some(({ id }) => !computes.some((each) => sameId(each.id, id)));
  return all.filter((one) => intended.some((each) => isSame(each, one)) || isOthers(one));
}

function isSame(one: Subject, other: Subject): boolean {
  return sameId(one.subnet.id, other.subnet.id);
}
