import type { ResourceId } from '../../../core/network/model';
import { attributeOf } from '../../../documents/hcl/hcl-syntax';
import { editEntries, entriesOfBody } from '../../../documents/hcl/hcl-edits';
import type { DeclaredNetwork } from '../../../documents/model/declared-network';
import type { EditedFiles } from '../edited-files';
import { notWritable, type FixEdits } from '../fix-edits';
import { addressTail, modulePrefix } from './address';
import { declaredBlock } from './declared-block';
import { editHcl } from './hcl-place';

const computes: readonly string[] = [
  'azurerm_machine_learning_compute_cluster',
  'azurerm_machine_learning_compute_instance',
];

/** Writes the ID of a subnet into a compute resource of the same module. */
export function joinInTerraform(
  declared: DeclaredNetwork,
  { computeId, subnetId }: { readonly computeId: ResourceId; readonly subnetId: ResourceId },
  files: EditedFiles,
): FixEdits {
  const compute = declaredBlock(declared, computeId, files);
  if (!compute || !computes.includes(compute.type) || attributeOf(compute.block.body, 'subnet_resource_id')) {
    return notWritable('file.fix.computeComputed', { name: compute?.resource.name ?? '' });
  }
  const { block, terraform } = compute;
  const [own, other] = [terraform.addressOf(computeId), terraform.addressOf(subnetId)];
  const isSame = own !== undefined && other !== undefined && modulePrefix(own) === modulePrefix(other);
  const name = subnetId.slice(subnetId.lastIndexOf('/') + 1);
  if (!isSame) return notWritable('file.fix.otherModule', { name });
  const added = [{ name: 'subnet_resource_id', value: `${addressTail(other)}.id` }];
  return editHcl(block.place.file, files, (source) =>
    editEntries(source, entriesOfBody(block.body), { added }),
  );
}
