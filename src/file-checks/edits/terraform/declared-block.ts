import type { ResourceId } from '../../../core/network/model';
import { blockAt } from '../../../documents/hcl/find-hcl';
import type { HclBlock } from '../../../documents/hcl/hcl-syntax';
import type { DeclaredNetwork } from '../../../documents/model/declared-network';
import type { DeclaredResource } from '../../../documents/model/declared-resource';
import type { TerraformAnalysis } from '../../terraform-root';
import { createdResource } from '../../resource-of';
import type { EditedFiles } from '../edited-files';
import { notWritable, type FixEdits } from '../fix-edits';
import { notEditable } from './hcl-place';

/** A resource that the files create, and the block that declares it. */
export interface DeclaredBlock {
  readonly resource: DeclaredResource;
  readonly terraform: TerraformAnalysis;
  readonly block: HclBlock;
  /** For a subnet block in a network, the network's block. Otherwise, the block itself. */
  readonly outer: HclBlock;
  /** `azurerm_subnet`, or `subnet` for a block in a network. */
  readonly type: string;
}

/** Finds the block of a resource. Undefined if the files don't create it, or no block does. */
export function declaredBlock(
  declared: DeclaredNetwork,
  id: ResourceId,
  { terraform }: EditedFiles,
): DeclaredBlock | undefined {
  const resource = createdResource(declared, id);
  if (!resource || !terraform) return undefined;
  const syntax = terraform.syntax.get(resource.place.file);
  const found = syntax && blockAt(syntax, resource.place);
  if (!found) return undefined;
  const { block, around } = found;
  const [outer = block] = around;
  const type = block.type === 'resource' ? resourceType(block) : block.type;
  return { resource, terraform, block, outer, type };
}

/** Returns the reason why a resource can't be edited: it belongs to another provider, or its file isn't editable. */
export function whyNotInBlock({ resource: { name, place }, type }: DeclaredBlock): FixEdits {
  return type.startsWith('azapi_') ? notWritable('file.fix.azapi', { name }) : notEditable(place.file);
}

/** Returns the type of the resource that a block declares. */
export function resourceType({ labels: [type] }: HclBlock): string {
  return type?.text ?? '';
}
