import type { TerraformResource } from '../terraform-resource';
import type { ArmDraft } from './draft';

/** Terraform resources that undo each other's changes on every apply. */
export interface TerraformConflict {
  readonly kind: 'association' | 'items';
  /** The later one: where it's shown. */
  readonly resource: TerraformResource;
  readonly other: TerraformResource;
  /** What both want to change: a subnet, an NSG, a route table, or a network. */
  readonly subnet: ArmDraft;
}
