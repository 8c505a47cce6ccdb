import { idSet, nameOf } from '../core/network/find';
import { reason } from '../core/reason';
import { identityOf } from '../documents/model/parts';
import type { TerraformConflict } from '../documents/terraform/providers/conflicts';
import type { FileCheck } from './check-files';
import type { FileOnlyCheckId } from './file-check-catalog';
import type { Problem } from './problem';

const id: FileOnlyCheckId = 'conflicting-terraform-resources';

/** Finds Terraform resources that undo each other's changes in a checked network, each pair once, at the later one. */
export function terraformConflicts({ conflicts, subjects }: FileCheck): readonly Problem[] {
  const parts = subjects.flatMap(({ network, subnet }) => {
    const used = [subnet.securityGroup, subnet.routeTable].flatMap((one) =>
      one.known ? (one.value ?? []) : [],
    );
    return [network.id, subnet.id, ...used];
  });
  const isChecked = idSet(parts);
  return conflicts.flatMap((one) => {
    const target = identityOf(one.subnet.id);
    return target !== null && isChecked(target) ? [toProblem(one, target)] : [];
  });
}

function toProblem({ resource, other, subnet }: TerraformConflict, target: string): Problem {
  return {
    id,
    severity: 'warning',
    place: resource.namePlace,
    subnet: '',
    subnetId: target,
    related: [{ place: other.namePlace, text: reason('file.conflict.other', { name: other.address }) }],
    what: {
      is: 'terraform-conflict',
      resource: resource.address,
      other: other.address,
      target: subnet.address ?? nameOf(target),
    },
  };
}
