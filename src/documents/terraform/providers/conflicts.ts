import { getOrCreate } from '../../../core/get-or-create';
import { reason, type Reason } from '../../../core/reason';
import { unknownValue } from '../../evaluate/make-value';
import type { ObjectValue } from '../../evaluate/value';
import { partOf } from '../../model/parts';
import type { TerraformResource } from '../terraform-resource';
import { withMember } from './argument-table';
import { isAlike, mergedBody } from './azapi-body';
import type { ArmDraft } from './draft';

/** Terraform resources that undo each other's changes on every apply. */
export interface TerraformConflict {
  /**
   * Two associations of one kind, an item both in a list and as a resource, or an update of what another resource sets.
   */
  readonly kind: 'association' | 'items' | 'update';
  /** The later resource, where the conflict is reported. */
  readonly resource: TerraformResource;
  readonly other: TerraformResource;
  /** The resource that both change: a subnet, an NSG, a route table, or a network. */
  readonly subnet: ArmDraft;
}

/**
 * The resources that set properties of other resources. If two of them set a property to different values, its value
 * isn't known.
 */
export class PropertyChanges {
  readonly conflicts: TerraformConflict[] = [];
  private readonly changes = new Map<ArmDraft, Map<string, TerraformResource>>();

  /** Returns the resource that sets a property, or undefined if there is none. */
  by(draft: ArmDraft, property: string): TerraformResource | undefined {
    return this.changes.get(draft)?.get(property);
  }

  note(draft: ArmDraft, property: string, resource: TerraformResource): void {
    getOrCreate(this.changes, draft, () => new Map<string, TerraformResource>()).set(property, resource);
  }

  /** Merges an update into the body. Terraform may apply it before or after the changes of other resources. */
  merged(draft: ArmDraft, update: ObjectValue, resource: TerraformResource): ObjectValue {
    let body = mergedBody(draft.body, update);
    for (const [property, other] of this.changes.get(draft) ?? []) {
      const [before, after] = [draft.body, body].map((one) => partOf(one, 'properties', property));
      if (before === after || (before && after && isAlike(before, after))) continue;
      this.conflicts.push({ kind: 'update', resource, other, subnet: draft });
      body = withMember(body, ['properties', property], unknownValue(conflictReason(resource, other)));
    }
    return body;
  }
}

/** Returns the reason why a value that two resources set isn't known. */
export function conflictReason({ address }: TerraformResource, other: TerraformResource): Reason {
  return reason('unknown.terraform.conflict', { name: address, other: other.address });
}
