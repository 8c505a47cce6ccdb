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
  /** Two associations of one kind, an item in a list and as a resource, or an update of what another resource sets. */
  readonly kind: 'association' | 'items' | 'update';
  /** The later one: where it's shown. */
  readonly resource: TerraformResource;
  readonly other: TerraformResource;
  /** What both want to change: a subnet, an NSG, a route table, or a network. */
  readonly subnet: ArmDraft;
}

/** Which resources set properties of other ones. What two of them set differently isn't known. */
export class PropertyChanges {
  readonly conflicts: TerraformConflict[] = [];
  private readonly changes = new Map<ArmDraft, Map<string, TerraformResource>>();

  /** The resource that sets a property; undefined where none does. */
  by(draft: ArmDraft, property: string): TerraformResource | undefined {
    return this.changes.get(draft)?.get(property);
  }

  note(draft: ArmDraft, property: string, resource: TerraformResource): void {
    const own = this.changes.get(draft) ?? new Map<string, TerraformResource>();
    this.changes.set(draft, own.set(property, resource));
  }

  /** The body with an update: Terraform applies it before or after what others set. */
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

/** Why what two resources set isn't known. */
export function conflictReason({ address }: TerraformResource, other: TerraformResource): Reason {
  return reason('unknown.terraform.conflict', { name: address, other: other.address });
}
