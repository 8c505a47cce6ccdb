import { reason, type Reason } from '../../../core/reason';
import { unknownValue } from '../../evaluate/make-value';
import type { Value } from '../../evaluate/value';
import { identityOf } from '../../model/parts';
import type { TerraformResource } from '../terraform-resource';
import { argument, asReference } from './argument-table';
import { conflictReason, type PropertyChanges } from './conflicts';
import { perhaps, setProperty, type ArmDraft, type ArmDrafts } from './draft';
import type { ResourceIds } from './resource-ids';

interface Association {
  readonly of: string;
  readonly property: 'networkSecurityGroup' | 'routeTable' | 'natGateway';
}

/**
 * Resources that associate a subnet with its NSG, route table, or NAT gateway, which don't have an effect otherwise.
 */
const associations: Readonly<Record<string, Association>> = {
  azurerm_subnet_network_security_group_association: {
    of: 'network_security_group_id',
    property: 'networkSecurityGroup',
  },
  azurerm_subnet_route_table_association: { of: 'route_table_id', property: 'routeTable' },
  azurerm_subnet_nat_gateway_association: { of: 'nat_gateway_id', property: 'natGateway' },
};

const subnets = 'Microsoft.Network/virtualNetworks/subnets';

/** Associations of subnets, applied in order. If there are two of the same kind, either may remain. */
export class SubnetAssociations {
  /** Subnets that associations may belong to. */
  private readonly open: (readonly [ArmDraft, TerraformResource, Association])[] = [];

  constructor(
    private readonly drafts: ArmDrafts,
    private readonly ids: ResourceIds,
    private readonly changes: PropertyChanges,
  ) {}

  /** Adds an association of a subnet. Returns true if the resource is one. */
  add(resource: TerraformResource): boolean {
    const kind = associations[resource.type];
    if (!kind || resource.mode === 'data') return kind !== undefined;
    const subnet = argument(resource.values, 'subnet_id');
    const id = subnet && this.ids.resolve(subnet);
    const draft = id && isSubnetId(id) ? this.drafts.findOrRefer(id, subnets, resource) : undefined;
    if (draft) this.associate(draft, resource, kind);
    for (const perhaps of this.drafts.candidates(id, subnets)) this.open.push([perhaps, resource, kind]);
    return true;
  }

  /** Completes the associations. A subnet without a known association may have one whose subnet isn't known. */
  finish(): void {
    for (const [draft, resource, { property }] of this.open) {
      const own = this.changes.by(draft, property);
      if (!own) setProperty(draft, [property], unknownValue(whyOpen(resource)));
    }
  }

  private associate(draft: ArmDraft, resource: TerraformResource, { of, property }: Association): void {
    const before = this.changes.by(draft, property);
    const written = argument(resource.values, of);
    const value = written ? asReference(this.ids.resolve(written)) : unknownValue(whyOpen(resource));
    const whyPerhaps = [before, resource].find((one) => one?.isDeployed.known === false)?.isDeployed;
    if (before && whyPerhaps?.known === false) {
      // Two associations with opposite conditions count as one.
      setProperty(draft, [property], unknownValue(whyPerhaps.because, null, value.from));
      return;
    }
    if (before) {
      this.changes.conflicts.push({ kind: 'association', resource, other: before, subnet: draft });
      setProperty(draft, [property], unknownValue(conflictReason(resource, before), null, value.from));
      return;
    }
    this.changes.note(draft, property, resource);
    setProperty(draft, [property], perhaps(value, resource));
  }
}

function isSubnetId(id: Value): boolean {
  return /\/subnets\/[^/]+$/i.test(identityOf(id) ?? '');
}

function whyOpen({ address }: TerraformResource): Reason {
  return reason('unknown.terraform.association', { name: address });
}
