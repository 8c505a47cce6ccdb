import { reason, type Reason } from '../../../core/reason';
import { unknownValue } from '../../evaluate/make-value';
import type { Value } from '../../evaluate/value';
import { identityOf } from '../../model/parts';
import type { TerraformResource } from '../terraform-resource';
import { argument, asReference } from './argument-table';
import type { TerraformConflict } from './conflicts';
import { perhaps, setProperty, type ArmDraft, type ArmDrafts } from './draft';
import type { ResourceIds } from './resource-ids';

interface Association {
  readonly of: string;
  readonly property: 'networkSecurityGroup' | 'routeTable' | 'natGateway';
}

/** Resources that give a subnet its NSG, route table, or NAT gateway: without one, these do nothing. */
const associations: Readonly<Record<string, Association>> = {
  azurerm_subnet_network_security_group_association: {
    of: 'network_security_group_id',
    property: 'networkSecurityGroup',
  },
  azurerm_subnet_route_table_association: { of: 'route_table_id', property: 'routeTable' },
  azurerm_subnet_nat_gateway_association: { of: 'nat_gateway_id', property: 'natGateway' },
};

const subnets = 'Microsoft.Network/virtualNetworks/subnets';

/** Associations of subnets, applied in order. Of two of the same kind, the last one might be the one that remains. */
export class SubnetAssociations {
  readonly conflicts: TerraformConflict[] = [];
  /** Associations by the subnet's ID and their kind. */
  private readonly set = new Map<string, TerraformResource>();
  /** Associations whose subnet isn't known, by their property. */
  private readonly open = new Map<string, TerraformResource[]>();

  constructor(
    private readonly drafts: ArmDrafts,
    private readonly ids: ResourceIds,
  ) {}

  /** True of an association of a subnet. */
  add(resource: TerraformResource): boolean {
    const kind = associations[resource.type];
    if (!kind || resource.mode === 'data') return kind !== undefined;
    const subnet = argument(resource.values, 'subnet_id');
    const id = subnet && this.ids.resolve(subnet);
    const draft = id && isSubnetId(id) ? this.drafts.findOrRefer(id, subnets, resource) : undefined;
    if (draft) this.associate(draft, resource, kind);
    else this.open.set(kind.property, [...(this.open.get(kind.property) ?? []), resource]);
    return true;
  }

  /** A subnet of these files without an association of its own perhaps has one whose subnet isn't known. */
  finish(): void {
    for (const [property, resources] of this.open) {
      for (const resource of resources) this.leaveOpen(resource, property);
    }
  }

  private leaveOpen(resource: TerraformResource, property: string): void {
    for (const draft of this.candidates(resource)) {
      const key = keyOf(draft, property);
      if (!this.set.has(key)) setProperty(draft, [property], unknownValue(whyOpen(resource)));
    }
  }

  private associate(draft: ArmDraft, resource: TerraformResource, { of, property }: Association): void {
    const key = keyOf(draft, property);
    const before = this.set.get(key);
    const written = argument(resource.values, of);
    const value = written ? asReference(this.ids.resolve(written)) : unknownValue(whyOpen(resource));
    if (before && before !== resource) {
      this.conflicts.push({ kind: 'association', resource, other: before, subnet: draft });
      setProperty(draft, [property], unknownValue(conflictReason(resource, before), null, value.from));
      return;
    }
    this.set.set(key, resource);
    setProperty(draft, [property], perhaps(value, resource));
  }

  /** Subnets of the resource that a reference begins with, else all that the files create. */
  private candidates({ values }: TerraformResource): readonly ArmDraft[] {
    const all = this.drafts.all.filter(({ type, isExisting }) => type === subnets && !isExisting);
    const subnet = argument(values, 'subnet_id');
    const symbol = (subnet?.is === 'unknown' ? subnet.symbol : null)?.replaceAll(/[‹›]/g, '') ?? '';
    const named = all.filter(({ address }) => address !== null && symbol.startsWith(stemOf(address)));
    return named.length > 0 ? named : all;
  }
}

/** `azurerm_subnet.this` of `azurerm_subnet.this["a"]`. */
function stemOf(address: string): string {
  return address.replace(/\[[^[\]]*\]$/, '');
}

function isSubnetId(id: Value): boolean {
  return /\/subnets\/[^/]+$/i.test(identityOf(id) ?? '');
}

function keyOf({ id, address }: ArmDraft, property: string): string {
  return `${property} ${identityOf(id)?.toLowerCase() ?? address ?? ''}`;
}

function whyOpen({ address }: TerraformResource): Reason {
  return reason('unknown.terraform.association', { name: address });
}

function conflictReason({ address }: TerraformResource, other: TerraformResource): Reason {
  return reason('unknown.terraform.conflict', { name: address, other: other.address });
}
