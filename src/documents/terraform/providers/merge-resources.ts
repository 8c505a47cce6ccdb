import { reason, type Reason } from '../../../core/reason';
import { arrayValue, objectValue, textValue, unknownValue } from '../../evaluate/make-value';
import { idBelow } from '../../evaluate/scopes/resource-id';
import { concatenateTexts } from '../../evaluate/symbols';
import type { ObjectValue, Value } from '../../evaluate/value';
import { partOf } from '../../model/parts';
import type { TerraformResource } from '../terraform-resource';
import { argument, asReference, changeItems, firstItem, toArmObject, withItems } from './argument-table';
import { azapiBody, mergedBody, withDifferences } from './azapi-body';
import { azapiType } from './azapi-shape';
import { storageRules } from './azurerm-services';
import type { PropertyChanges } from './conflicts';
import { perhaps, setProperty, type ArmDraft, type ArmDrafts } from './draft';
import type { ResourceIds } from './resource-ids';
import { listOfItems, parentOf } from './separate-items';

/** The context for merging Terraform resources that only change another ARM resource. */
export interface Merging {
  readonly drafts: ArmDrafts;
  readonly ids: ResourceIds;
  readonly changes: PropertyChanges;
}

/** The list of a NAT gateway that another resource adds an item to. */
interface ListMember {
  readonly item: string;
  readonly path: string;
}

const listMembers: Readonly<Record<string, ListMember>> = {
  azurerm_nat_gateway_public_ip_association: {
    item: 'public_ip_address_id',
    path: 'publicIpAddresses',
  },
  azurerm_nat_gateway_public_ip_prefix_association: {
    item: 'public_ip_prefix_id',
    path: 'publicIpPrefixes',
  },
};

/** Merges resources without an ARM counterpart into the resource that they change, except updates of azapi. */
export function mergeInto(merging: Merging, resource: TerraformResource): void {
  const list = listMembers[resource.type];
  if (list) addToList(merging, resource, list);
  switch (resource.type) {
    case 'azurerm_virtual_network_dns_servers':
      return setDnsServers(merging, resource);
    case 'azurerm_storage_account_network_rules':
      return setStorageRules(merging, resource);
    default:
  }
}

interface Target {
  readonly of: string;
  readonly type: string;
  /** Path of the property that changes. */
  readonly path: readonly string[];
  /** Returns its new value. */
  readonly changed: (target: ArmDraft) => Value;
}

/** Changes a property of the target. If the target isn't known, changes it in all possible targets. */
function change(
  { drafts, ids, changes }: Merging,
  resource: TerraformResource,
  { of, type, path, changed }: Target,
): void {
  const written = argument(resource.values, of);
  const id = written && ids.resolve(written);
  const target = id && drafts.findOrRefer(id, type, resource);
  if (target) {
    setProperty(target, path, perhaps(changed(target), resource));
    changes.note(target, path[0] ?? '', resource);
  }
  for (const one of drafts.candidates(id, type)) setProperty(one, path, unknownValue(noTarget(resource)));
}

function noTarget({ address }: TerraformResource): Reason {
  return reason('unknown.terraform.target', { name: address });
}

function addToList(merging: Merging, resource: TerraformResource, { path, item }: ListMember): void {
  const id = argument(resource.values, item);
  const added = id ? asReference(merging.ids.resolve(id)) : unknownValue(noTarget(resource));
  const changed = (target: ArmDraft): Value => withItems(partOf(target.body, 'properties', path), [added]);
  change(merging, resource, {
    of: 'nat_gateway_id',
    type: 'Microsoft.Network/natGateways',
    path: [path],
    changed,
  });
}

function setDnsServers(merging: Merging, resource: TerraformResource): void {
  const servers = argument(resource.values, 'dns_servers') ?? arrayValue([]);
  change(merging, resource, {
    of: 'virtual_network_id',
    type: 'Microsoft.Network/virtualNetworks',
    path: ['dhcpOptions', 'dnsServers'],
    changed: () => merging.ids.resolve(servers),
  });
}

function setStorageRules(merging: Merging, resource: TerraformResource): void {
  const rules = toArmObject(resource.values, storageRules);
  change(merging, resource, {
    of: 'storage_account_id',
    type: 'Microsoft.Storage/storageAccounts',
    path: ['networkAcls'],
    changed: () => merging.ids.resolve(rules),
  });
}

/** Merges an azapi update of a resource after its creation, whatever the order in the files. */
export function mergeUpdate(merging: Merging, resource: TerraformResource): void {
  if (resource.type !== 'azapi_update_resource') return;
  const body = merging.ids.resolve(azapiBody(resource));
  const given = argument(resource.values, 'resource_id');
  const type = azapiType(resource)?.[0] ?? merging.drafts.find(given && merging.ids.resolve(given))?.type;
  if (body.is === 'object' && type !== undefined) update(merging, resource, { type, body });
}

function update(
  { drafts, ids, changes }: Merging,
  resource: TerraformResource,
  { type, body }: { readonly type: string; readonly body: ObjectValue },
): void {
  const id = updatedId(ids, type, resource);
  const target = id && drafts.findOrRefer(id, type, resource);
  if (target) {
    const merged = changes.merged(target, body, resource);
    const { isDeployed } = resource;
    target.body = isDeployed.known ? merged : withDifferences(target.body, merged, isDeployed.because);
    openListOf(drafts, target, noTarget(resource));
  }
  for (const one of drafts.candidates(id, type)) {
    one.body = withDifferences(one.body, mergedBody(one.body, body), noTarget(resource));
  }
}

function updatedId(ids: ResourceIds, type: string, { values }: TerraformResource): Value | undefined {
  const given = argument(values, 'resource_id');
  if (given) return ids.resolve(given);
  const parent = argument(values, 'parent_id');
  const name = argument(values, 'name');
  return parent && name && childId(ids.resolve(parent), type, ids.resolve(name));
}

/** An updated resource that isn't declared separately may be an item in its parent's list. */
function openListOf(drafts: ArmDrafts, target: ArmDraft, because: Reason): void {
  const list = listOfItems(target.type);
  const parent = list && target.isExisting ? drafts.find(parentOf(target.id)) : undefined;
  if (list && parent && !parent.isExisting) setProperty(parent, [list.property], unknownValue(because));
}

function childId(parent: Value, type: string, name: Value): Value {
  const kinds = type.split('/');
  return kinds.length > 2
    ? concatenateTexts([parent, `/${kinds.at(-1) ?? ''}/`, name])
    : idBelow(parent, type, [name]);
}

/** Returns the zone group of a private endpoint, which is a separate resource in ARM. */
export function declaredZoneGroup(endpoint: ArmDraft, ids: ResourceIds): ArmDraft | undefined {
  const group = firstItem(endpoint.source?.values.members.get('private_dns_zone_group'));
  if (!group || group.is === 'null') return undefined;
  const zones = group.is === 'object' ? argument(group, 'private_dns_zone_ids') : group;
  if (!zones) return undefined;
  const name = (group.is === 'object' && argument(group, 'name')) || textValue('default');
  const place = group.from ?? endpoint.place;
  const configs = changeItems(zones, (id) =>
    objectValue({ properties: objectValue({ privateDnsZoneId: ids.resolve(id) }) }, id.from),
  );
  return {
    ...endpoint,
    id: concatenateTexts([endpoint.id, '/privateDnsZoneGroups/', ids.resolve(name)]),
    type: 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups',
    body: objectValue({ properties: objectValue({ privateDnsZoneConfigs: configs }) }, group.from),
    place,
    namePlace: place,
    source: null,
  };
}
