import type { ResourceId } from '../../../core/network/model';
import { blockAt } from '../../../documents/hcl/find-hcl';
import type { HclBlock } from '../../../documents/hcl/hcl-syntax';
import type { DeclaredNetwork } from '../../../documents/model/declared-network';
import type { DeclaredResource } from '../../../documents/model/declared-resource';
import type { TerraformAnalysis } from '../../terraform-root';
import { madeResource } from '../../resource-of';
import type { EditedFiles } from '../edited-files';
import { notWritable, type FixEdits } from '../fix-edits';
import { notEditable } from './hcl-place';

/** A resource that the files create, and the block that declares it. */
export interface DeclaredBlock {
  readonly resource: DeclaredResource;
  readonly terraform: TerraformAnalysis;
  readonly block: HclBlock;
  /** The block of the resource that a subnet's block is in; the block itself otherwise. */
  readonly outer: HclBlock;
  /** `azurerm_subnet`; `subnet` inside of a network. */
  readonly type: string;
}

/** The block of a resource; undefined where the files don't create it, or no block does. */
export function declaredBlock(
  declared: DeclaredNetwork,
  id: ResourceId,
  { terraform }: EditedFiles,
): DeclaredBlock | undefined {
  const resource = madeResource(declared, id);
  if (!resource || !terraform) return undefined;
  const syntax = terraform.syntax.get(resource.place.file);
  const found = syntax && blockAt(syntax, resource.place);
  if (!found) return undefined;
  const { block, around } = found;
  const [outer = block] = around;
  const type = block.type === 'resource' ? resourceType(block) : block.type;
  return { resource, terraform, block, outer, type };
}

/** Why nothing is written into a resource: another provider's, or of a file that can't be edited. */
export function whyNotInBlock({ resource: { name, place }, type }: DeclaredBlock): FixEdits {
  return type.startsWith('azapi_') ? notWritable('file.fix.azapi', { name }) : notEditable(place.file);
}

/** The type that a block declares a resource of. */
export function resourceType({ labels: [type] }: HclBlock): string {
  return type?.text ?? '';
}
