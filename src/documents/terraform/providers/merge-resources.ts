import { arrayValue, objectValue, textValue } from '../../evaluate/make-value';
import { idBelow } from '../../evaluate/scopes/resource-id';
import { concatenateTexts } from '../../evaluate/symbols';
import type { Value } from '../../evaluate/value';
import type { TerraformResource } from '../terraform-resource';
import { argument, asReference, changeItems, firstItem, toArmObject, withItems } from './argument-table';
import { azapiBody, mergedBody } from './azapi-body';
import { azapiType } from './azapi-shape';
import { storageRules } from './azurerm-services';
import { perhaps, setProperty, type ArmDraft, type ArmDrafts } from './draft';
import type { ResourceIds } from './resource-ids';

/** Resources of Terraform that only change another one of ARM. */
export interface Merging {
  readonly drafts: ArmDrafts;
  readonly ids: ResourceIds;
}

/** Where a list of a resource gets an item, by another resource. */
interface ListMember {
  readonly of: string;
  readonly item: string;
  readonly type: string;
  readonly path: string;
}

const listMembers: Readonly<Record<string, ListMember>> = {
  azurerm_nat_gateway_public_ip_association: {
    of: 'nat_gateway_id',
    item: 'public_ip_address_id',
    type: 'Microsoft.Network/natGateways',
    path: 'publicIpAddresses',
  },
  azurerm_nat_gateway_public_ip_prefix_association: {
    of: 'nat_gateway_id',
    item: 'public_ip_prefix_id',
    type: 'Microsoft.Network/natGateways',
    path: 'publicIpPrefixes',
  },
};

/** Merges resources without an ARM counterpart into the resource that they change. */
export function mergeInto(merging: Merging, resource: TerraformResource): void {
  const list = listMembers[resource.type];
  if (list) addToList(merging, resource, list);
  switch (resource.type) {
    case 'azurerm_virtual_network_dns_servers':
      return setDnsServers(merging, resource);
    case 'azurerm_storage_account_network_rules':
      return setStorageRules(merging, resource);
    case 'azapi_update_resource':
      return update(merging, resource);
    default:
  }
}

function targetOf(
  { drafts, ids }: Merging,
  resource: TerraformResource,
  { of, type }: { readonly of: string; readonly type: string },
): ArmDraft | undefined {
  const id = argument(resource.values, of);
  return id && drafts.findOrRefer(ids.resolve(id), type, resource);
}

function addToList(merging: Merging, resource: TerraformResource, list: ListMember): void {
  const target = targetOf(merging, resource, list);
  const id = argument(resource.values, list.item);
  if (!target || !id) return;
  const before = firstProperty(target, list.path);
  const item = asReference(merging.ids.resolve(id));
  const whole = withItems(before, [item]);
  setProperty(target, [list.path], perhaps(whole, resource));
}

function firstProperty({ body }: ArmDraft, name: string): Value | undefined {
  const properties = body.members.get('properties');
  return properties?.is === 'object' ? properties.members.get(name) : undefined;
}

function setDnsServers(merging: Merging, resource: TerraformResource): void {
  const of = { of: 'virtual_network_id', type: 'Microsoft.Network/virtualNetworks' };
  const target = targetOf(merging, resource, of);
  if (!target) return;
  const servers = argument(resource.values, 'dns_servers') ?? arrayValue([]);
  setProperty(target, ['dhcpOptions', 'dnsServers'], perhaps(merging.ids.resolve(servers), resource));
}

function setStorageRules(merging: Merging, resource: TerraformResource): void {
  const of = { of: 'storage_account_id', type: 'Microsoft.Storage/storageAccounts' };
  const target = targetOf(merging, resource, of);
  const rules = merging.ids.resolve(toArmObject(resource.values, storageRules));
  if (target) setProperty(target, ['networkAcls'], perhaps(rules, resource));
}

/** What azapi writes over a resource after its creation. */
function update({ drafts, ids }: Merging, resource: TerraformResource): void {
  const written = azapiType(resource);
  if (!written) return;
  const [type] = written;
  const given = argument(resource.values, 'resource_id');
  const parent = argument(resource.values, 'parent_id');
  const name = argument(resource.values, 'name');
  const id = given
    ? ids.resolve(given)
    : parent && name && childId(ids.resolve(parent), type, ids.resolve(name));
  const target = id && drafts.findOrRefer(id, type, resource);
  if (!target) return;
  const body = ids.resolve(azapiBody(resource));
  if (body.is !== 'object') return;
  const merged = mergedBody(target.body, body);
  target.body = resource.isDeployed.known
    ? merged
    : { ...target.body, rest: target.body.rest ?? resource.isDeployed.because };
}

function childId(parent: Value, type: string, name: Value): Value {
  const kinds = type.split('/');
  return kinds.length > 2
    ? concatenateTexts([parent, `/${kinds.at(-1) ?? ''}/`, name])
    : idBelow(parent, type, [name]);
}

/** The zone group of a private endpoint, which is a resource of its own in ARM. */
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
