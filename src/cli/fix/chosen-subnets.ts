import type { ResourceId } from '../../core/network/model';
import type { Choose } from '../../file-checks/check-files';
import { chooseIn } from '../choose-subnets';
import { withEffective, type EffectiveFiles } from '../effective-files';
import type { CheckInputs } from '../resources/to-inputs';
import type { Source } from '../source';

/** What `--subnet`, `--effective-routes`, and `--admin-rules` change of what is checked. */
export interface ChosenSubnets {
  readonly choose: Choose;
  /** IDs of the subnets that `--subnet` names; undefined where it names none. */
  named(): readonly ResourceId[] | undefined;
}

/** Checks the subnets that the user named too, with what the files of Azure report of their network. */
export function chosenSubnets(subnets: readonly string[], effective: EffectiveFiles): ChosenSubnets {
  let ids: readonly ResourceId[] | undefined;
  return {
    named: () => ids,
    choose({ declared, subjects }) {
      const source = sourceOf({ ...declared, bare: [], noPeeringsSaid: [] });
      const own = subnets.length > 0 ? chooseIn(source, subnets).subjects : subjects;
      if (subnets.length > 0) ids = own.map(({ subnet }) => subnet.id);
      const { model } = withEffective(source, own, effective).inputs;
      const more = own.filter((one) => !subjects.some(({ subnet }) => subnet === one.subnet));
      return { declared: { ...declared, model }, subjects: [...subjects, ...more] };
    },
  };
}

function sourceOf(inputs: CheckInputs): Source {
  return {
    inputs,
    places: { ofDecider: () => null, ofFinding: () => null },
    isTemplate: false,
    directed: [],
  };
}
