import { groupBy } from '../../../core/group-by';
import { reason, type Reason } from '../../../core/reason';
import { unknown } from '../../../core/known';
import { isEqual } from '../../evaluate/equality';
import { arrayValue, textValue, unknownValue } from '../../evaluate/make-value';
import { concatenateTexts } from '../../evaluate/symbols';
import type { ObjectValue, Value } from '../../evaluate/value';
import { identityOf, namePart, partOf } from '../../model/parts';
import type { TerraformResource } from '../terraform-resource';
import type { TerraformConflict } from './conflicts';
import { argument, toArmObject, withMember } from './argument-table';
import { subnetArguments } from './azurerm-network';
import { setProperty, type ArmDraft, type ArmDrafts } from './draft';
import type { ResourceIds } from './resource-ids';

/** A list of a resource whose items can also be separate resources. */
interface OwnList {
  readonly argument: string;
  readonly property: string;
  /** ARM type of an item as a separate resource. */
  readonly item: string;
}

const groups = 'Microsoft.Network/networkSecurityGroups';
const tables = 'Microsoft.Network/routeTables';
const networks = 'Microsoft.Network/virtualNetworks';

const lists: Readonly<Record<string, OwnList>> = {
  [groups]: { argument: 'security_rule', property: 'securityRules', item: `${groups}/securityRules` },
  [tables]: { argument: 'route', property: 'routes', item: `${tables}/routes` },
  [networks]: { argument: 'subnet', property: 'subnets', item: `${networks}/subnets` },
};

/** Finds the parent's list for an item type. */
export function listOfItems(itemType: string): OwnList | undefined {
  return Object.values(lists).find(({ item }) => item === itemType);
}

/** Adds subnets in a network's list as resources, so that associations can find them. */
export function addInlineSubnets(drafts: ArmDrafts, ids: ResourceIds): void {
  const own = drafts.all.filter(({ type, isExisting }) => type === networks && !isExisting);
  for (const network of own) {
    const subnets = inlineSubnets(network);
    const open = subnets && whyOpen(subnets);
    if (open) setProperty(network, ['subnets'], unknownValue(open));
    for (const item of subnets?.is === 'array' ? subnets.items : []) {
      if (item.is === 'object') addSubnet(network, item, { drafts, ids });
    }
  }
}

/** Returns the subnet blocks of azurerm, or the subnet objects in the body of azapi. */
function inlineSubnets(network: ArmDraft): Value | undefined {
  return isOfAzurerm(network)
    ? network.source?.values.members.get('subnet')
    : partOf(network.body, 'properties', 'subnets');
}

function isOfAzurerm({ source }: ArmDraft): boolean {
  return source?.type.startsWith('azurerm_') === true;
}

/** Returns the reason why a network may have more subnets than it lists. */
function whyOpen(list: Value): Reason | null {
  if (list.is === 'unknown') return list.because;
  if (list.is !== 'array') return null;
  return list.rest ?? list.items.flatMap((one) => (one.is === 'unknown' ? [one.because] : []))[0] ?? null;
}

function addSubnet(
  network: ArmDraft,
  item: ObjectValue,
  { drafts, ids }: { readonly drafts: ArmDrafts; readonly ids: ResourceIds },
): void {
  const name = argument(item, 'name');
  if (!name) return;
  const id = concatenateTexts([network.id, '/subnets/', ids.resolve(name)]);
  if (isListedOnly(network, drafts.find(id))) return;
  const body = isOfAzurerm(network) ? ids.resolve(toArmObject(item, subnetArguments)) : item;
  if (body.is !== 'object') return;
  const place = item.from ?? network.place;
  const places = { place, namePlace: name.from ?? place };
  drafts.add({ ...network, ...places, id, type: `${networks}/subnets`, body, source: null, address: null });
}

/**
 * Returns whether a subnet is only in the network's list. Azure returns separate subnets with their network, and an azapi body
 * can list them as well.
 */
function isListedOnly(network: ArmDraft, found: ArmDraft | undefined): boolean {
  if (!found) return false;
  if (isOfAzurerm(network)) return network.source?.computed?.has('subnet') === true;
  return !found.isExisting;
}

/** Child types that change their parent's behavior, without a list in the parent. */
const otherChildren: ReadonlySet<string> = new Set([
  `${networks}/virtualNetworkPeerings`,
  'Microsoft.Network/azureFirewalls/networkRuleCollections',
  'Microsoft.Network/azureFirewalls/applicationRuleCollections',
  'Microsoft.Network/azureFirewalls/natRuleCollections',
  'Microsoft.Network/firewallPolicies/ruleCollectionGroups',
  'Microsoft.Network/privateDnsZones/virtualNetworkLinks',
  'Microsoft.Network/privateDnsZones/A',
  'Microsoft.Network/dnsForwardingRulesets/virtualNetworkLinks',
  'Microsoft.Network/networkManagers/networkGroups/staticMembers',
  'Microsoft.Network/networkManagers/securityAdminConfigurations/ruleCollections',
  'Microsoft.Network/networkManagers/securityAdminConfigurations/ruleCollections/rules',
  'Microsoft.MachineLearningServices/workspaces/outboundRules',
]);

/**
 * Adds a child whose parent isn't known to each possible parent, as one that possibly doesn't exist. A subnet isn't
 * copied, because it's checked separately, but each possible network may have more subnets.
 */
export function addPerhapsChildren(drafts: ArmDrafts): void {
  for (const one of [...drafts.all]) {
    const parentType = one.type.split('/').slice(0, -1).join('/');
    const isItem = listOfItems(one.type) !== undefined;
    if (one.isExisting || one.source === null || !(isItem || otherChildren.has(one.type))) continue;
    const because = reason('unknown.terraform.target', { name: one.source.address });
    for (const parent of drafts.candidates(parentOf(one.id), parentType)) {
      if (parentType === networks && isItem) setProperty(parent, ['subnets'], unknownValue(because));
      else addPerhaps(drafts, parent, { ...one, isDeployed: unknown(because), source: null });
    }
  }
}

function addPerhaps(drafts: ArmDrafts, parent: ArmDraft, child: ArmDraft): void {
  const segment = child.type.split('/').at(-1) ?? '';
  const id = concatenateTexts([parent.id, `/${segment}/${partName(child)}`]);
  const before = drafts.find(id);
  if (!before || before.isExisting) drafts.add({ ...child, id });
  // If two have the same name, it isn't known which one exists.
  else before.isDeployed = child.isDeployed;
}

/**
 * Finds items that are both in a list and separate resources, of the same NSG, route table, or network. Each apply of
 * one removes the other. Items that are the same in both are certain. It isn't known whether the others exist.
 */
export function itemConflicts(drafts: ArmDrafts): readonly TerraformConflict[] {
  const items = itemsByParent(drafts);
  return drafts.all.flatMap((parent) => {
    const list = lists[parent.type];
    if (!list || !parent.source || parent.isExisting) return [];
    const own = items.get(`${list.item} ${identityOf(parent.id)?.toLowerCase() ?? ''}`) ?? [];
    return conflictsIn(parent, own, list);
  });
}

/** Groups separate items by their type and their parent's ID. */
function itemsByParent({ all }: ArmDrafts): ReadonlyMap<string, readonly ArmDraft[]> {
  const own = all.filter((one) => !one.isExisting && listOfItems(one.type) !== undefined);
  return groupBy(own, ({ id, type }) => {
    const parent = parentOf(id);
    return `${type} ${(parent && identityOf(parent))?.toLowerCase() ?? ''}`;
  });
}

function conflictsIn(
  parent: ArmDraft,
  apart: readonly ArmDraft[],
  list: OwnList,
): readonly TerraformConflict[] {
  leaveOpen(parent, apart, list);
  const { source } = parent;
  const own = apart.filter(isOfAzurerm);
  const resource = own[0]?.source;
  if (!resource || !source || !isWritten(source, list)) return [];
  markUnknown(parent, own, list);
  return [{ kind: 'items', resource, other: source, subnet: parent }];
}

/** True if the configuration sets the list. */
function isWritten({ type, values, computed }: TerraformResource, { argument: name }: OwnList): boolean {
  const isOwn = type.startsWith('azurerm_') && computed?.has(name) !== true;
  return isOwn && values.members.get(name)?.is === 'array';
}

/** Makes the list unknown if the number of items isn't known. */
function leaveOpen(parent: ArmDraft, apart: readonly ArmDraft[], { property }: OwnList): void {
  for (const one of apart) {
    if (one.isDeployed.known || !mayRepeat(one)) continue;
    setProperty(parent, [property], unknownValue(one.isDeployed.because));
    return;
  }
}

/**
 * True if a resource with an unknown `count` or `for_each` may exist several times. Names in a parent are unique, so a
 * name that doesn't depend on the instance exists at most once.
 */
function mayRepeat({ id }: ArmDraft): boolean {
  const name = identityOf(id)?.split('/').at(-1);
  return name === undefined || /\beach\.(?:key|value)\b|\bcount\.index\b|\[\*\]/.test(name);
}

/** Returns the ID of a child's parent, or undefined if nothing of it is known. */
export function parentOf(id: Value): Value | undefined {
  const identity = identityOf(id);
  if (identity === null) return undefined;
  const text = identity.split('/').slice(0, -2).join('/');
  return id.is === 'unknown' ? { ...id, symbol: text } : textValue(text);
}

function partName(one: ArmDraft): string {
  return identityOf(one.id)?.split('/').at(-1) ?? `‹${one.address ?? ''}›`;
}

function markUnknown(parent: ArmDraft, apart: readonly ArmDraft[], { property }: OwnList): void {
  const list = partOf(parent.body, 'properties', property);
  if (list?.is !== 'array') return;
  const names = { name: parent.address ?? '', other: apart[0]?.address ?? '' };
  const because = reason('unknown.terraform.conflict', names);
  for (const one of apart) {
    if (!list.items.some((item) => isSameItem(item, one))) one.isDeployed = unknown(because);
  }
  const marked = list.items.map((item) =>
    apart.some((one) => isSameItem(item, one)) ? item : unknownItem(item, because),
  );
  setProperty(parent, [property], { ...arrayValue(marked, list.from), rest: list.rest });
}

function isSameItem(item: Value, apart: ArmDraft): boolean {
  if (namePart(partOf(item, 'name')).toLowerCase() !== partName(apart).toLowerCase()) return false;
  const [own, its] = [partOf(apart.body, 'properties'), partOf(item, 'properties')];
  return own !== undefined && its !== undefined && isEqual(own, its);
}

/** Marks a rule or route that possibly doesn't exist, so that it doesn't decide anything. */
function unknownItem(item: Value, because: Reason): Value {
  if (item.is !== 'object') return item;
  const value = unknownValue(because);
  const without = withMember(item, ['properties', 'access'], value);
  return withMember(without, ['properties', 'nextHopType'], value);
}
