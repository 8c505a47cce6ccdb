import type { EvaluatedResource } from '../../evaluate/evaluated-resource';
import { objectValue, textValue } from '../../evaluate/make-value';
import type { ObjectValue, Value } from '../../evaluate/value';
import { partOf } from '../../model/parts';
import type { TerraformResource } from '../terraform-resource';
import { toArmObject, withItems, withMember, type ProviderDefaults } from './argument-table';
import { azapiBody } from './azapi-body';
import { azapiShape, azapiType, isUntyped } from './azapi-shape';
import { azurermTable } from './azurerm-tables';
import { PropertyChanges, type TerraformConflict } from './conflicts';
import { ArmDrafts, perhaps, setProperty, toEvaluatedResource, type ArmDraft } from './draft';
import { mergeInto, mergeUpdate, declaredZoneGroup } from './merge-resources';
import { ResourceIds } from './resource-ids';
import { addInlineSubnets, addPerhapsChildren, itemConflicts } from './separate-items';
import { SubnetAssociations } from './subnet-associations';

/** Terraform resources as ARM resources. */
export interface TerraformNetwork {
  readonly resources: readonly EvaluatedResource[];
  /** Resources that undo each other's changes. */
  readonly conflicts: readonly TerraformConflict[];
  /** Terraform's addresses of the resources, by ID in lowercase. */
  readonly addresses: ReadonlyMap<string, string>;
  /** azapi resources of unknown type. It isn't known what they create or change. */
  readonly untyped: readonly TerraformResource[];
  /** True if there are more unknown targets than the limit allows to search. */
  readonly leavesOut: boolean;
}

/** The API version that azurerm 4.x and 5.x use for networks. Earlier versions send fewer arguments. */
const azurermVersion = '2025-01-01';

/**
 * Converts a configuration's resources to their state in Azure, with the provider's defaults. Resources that only
 * connect others are merged into these, and references are converted to IDs.
 * @param defaults those of the version of azurerm that the configuration allows
 */
export function toEvaluatedResources(
  all: readonly TerraformResource[],
  defaults: ProviderDefaults = 'current',
): TerraformNetwork {
  const present = all.filter(({ isDeployed }) => !isDeployed.known || isDeployed.value);
  const ids = new ResourceIds(present);
  const drafts = new ArmDrafts();
  for (const one of present) addDraft(one, defaults, { drafts, ids });
  addInlineSubnets(drafts, ids);
  addZoneGroups(drafts, ids);
  const changes = new PropertyChanges();
  const associations = new SubnetAssociations(drafts, ids, changes);
  for (const one of present) if (!associations.add(one)) mergeInto({ drafts, ids, changes }, one);
  associations.finish();
  for (const one of present) mergeUpdate({ drafts, ids, changes }, one);
  addPerhapsChildren(drafts);
  const conflicts = [...changes.conflicts, ...itemConflicts(drafts)];
  for (const one of drafts.all) setLocation(one, drafts);
  const complete = drafts.all.filter((one) => !joinsFirewall(one, drafts));
  return {
    resources: complete.map(toEvaluatedResource),
    conflicts,
    addresses: addressesOf(drafts),
    untyped: present.filter(isUntyped),
    leavesOut: drafts.leavesOut,
  };
}

function addZoneGroups(drafts: ArmDrafts, ids: ResourceIds): void {
  for (const endpoint of [...drafts.all]) {
    const group = endpoint.source?.type === 'azurerm_private_endpoint' && declaredZoneGroup(endpoint, ids);
    if (group) drafts.add(group);
  }
}

function addressesOf({ all }: ArmDrafts): ReadonlyMap<string, string> {
  return new Map(
    all.flatMap(({ id, address, isExisting }) => {
      const key = identity(id);
      return key === null || address === null || isExisting ? [] : [[key, address] as const];
    }),
  );
}

function addDraft(
  resource: TerraformResource,
  defaults: ProviderDefaults,
  { drafts, ids }: { readonly drafts: ArmDrafts; readonly ids: ResourceIds },
): void {
  const body = bodyOf(resource, defaults);
  if (!body) return;
  const resolved = ids.resolve(body.body);
  if (resolved.is !== 'object') return;
  const { isDeployed, place, namePlace, modules, address, mode } = resource;
  drafts.add({
    id: ids.idOf(resource),
    type: body.type,
    apiVersion: body.version,
    isExisting: mode === 'data',
    body: resolved,
    isDeployed,
    place,
    namePlace,
    modules,
    address,
    source: resource,
  });
}

interface ArmBody {
  readonly type: string;
  readonly version: string;
  readonly body: ObjectValue;
}

function bodyOf(resource: TerraformResource, defaults: ProviderDefaults): ArmBody | undefined {
  const table = azurermTable(resource);
  if (table) {
    const { type, fixed = {}, finish = (body) => body } = table;
    const body = toArmObject(
      resource.values,
      table.arguments,
      resource.mode === 'managed' ? defaults : 'none',
    );
    const complete = Object.entries(fixed).reduce(
      (merged, [path, value]) => withMember(merged, path.split('.'), textValue(value)),
      body,
    );
    return { type, version: azurermVersion, body: finish(complete) };
  }
  const written = azapiShape(resource) && azapiType(resource);
  if (!written) return undefined;
  const [type, version] = written;
  return { type, version, body: resource.mode === 'data' ? objectValue({}) : azapiBody(resource) };
}

const computes = 'Microsoft.MachineLearningServices/workspaces/computes';

/** An azurerm compute instance has the region of its workspace. */
function setLocation(draft: ArmDraft, drafts: ArmDrafts): void {
  if (draft.type !== computes || draft.isExisting || partOf(draft.body, 'location')) return;
  const workspace = drafts.all.find(({ id, isExisting }) => !isExisting && isParent(id, draft.id));
  const location = workspace && partOf(workspace.body, 'location');
  if (location) draft.body = withMember(draft.body, ['location'], { ...location, from: null });
}

function isParent(parent: Value, child: Value): boolean {
  const [base, own] = [identity(parent), identity(child)];
  return base !== null && own !== null && own.split('/').slice(0, -2).join('/') === base;
}

function identity(value: Value): string | null {
  if (value.is === 'text') return value.value.toLowerCase();
  return value.is === 'unknown' ? (value.symbol?.toLowerCase() ?? null) : null;
}

const firewalls = 'Microsoft.Network/azureFirewalls';

/** True for a rule collection of a firewall without a policy, which is inside the firewall in ARM. */
function joinsFirewall(draft: ArmDraft, drafts: ArmDrafts): boolean {
  if (!draft.type.startsWith(`${firewalls}/`)) return false;
  const list = draft.type.slice(firewalls.length + 1);
  const firewall = drafts.all.find(({ id, type }) => type === firewalls && isParent(id, draft.id));
  if (!firewall) return true;
  const before = partOf(firewall.body, 'properties', list);
  const complete = withItems(before, [{ ...draft.body, from: draft.place }]);
  setProperty(firewall, [list], perhaps(complete, draft));
  return true;
}
