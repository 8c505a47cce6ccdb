import type { StoredChoices } from '../../contract/wizard/stored-choices';
import { findSubnet, sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import {
  attachmentsOf,
  changedResources,
  changesOf,
  entryName,
  isEntryChange,
  isOfResource,
  isServiceChange,
  isSubnetSetting,
  settingText,
  settingsOf,
  subnetParts,
  type ResourceChange,
} from '../../core/resource-change';

/** A fix that is being applied, as it is kept for a window that is reloaded meanwhile. */
export type StartedFix = NonNullable<StoredChoices['applying']>;
type Mark = StartedFix['resources'][number]['marks'][number];

/** What became of the resources of a fix whose end nobody saw. */
export interface FoundFix {
  readonly changed: readonly ResourceId[];
  readonly unchanged: readonly ResourceId[];
  /** The networks as they are read do not show these. */
  readonly unseen: readonly ResourceId[];
}

/** What the changes are to bring about, resource by resource, in words that a later reading is held against. */
export function startedFix(subnetId: ResourceId, changes: readonly ResourceChange[]): StartedFix {
  const resources = changedResources(changes).map((id) => ({
    id,
    marks: changesOf(changes, id).flatMap(marksOf),
  }));
  return { subnetId, resources };
}

function marksOf(change: ResourceChange): readonly Mark[] {
  const { type, id } = change;
  const isThere = change.after !== null;
  if (isEntryChange(change)) {
    return [{ what: change.type, name: entryName(change), isThere }];
  }
  // Of what stands beside the network its readings show private endpoints alone.
  if (isServiceChange(change) && type !== 'endpoint') return [{ what: 'beside', name: type, isThere: true }];
  if (isOfResource(change)) return [{ what: 'resource', name: id, isThere }];
  return [
    ...attachmentsOf(change).map((one): Mark => ({ what: 'part', name: one.id, isThere: one.isAttached })),
    ...settingsOf(change).map((one): Mark => ({
      what: one.property,
      name: settingText(one.after),
      isThere: true,
    })),
  ];
}

/** Holds what was asked for against the networks as they are read now. */
export function findStarted(model: NetworkModel, { resources }: StartedFix): FoundFix {
  const found = resources.map(({ id, marks }) => ({ id, is: stateOf(model, id, marks) }));
  const those = (is: ReturnType<typeof stateOf>): readonly ResourceId[] =>
    found.filter((one) => one.is === is).map((one) => one.id);
  return { changed: those('changed'), unchanged: those('unchanged'), unseen: those('unseen') };
}

function stateOf(model: NetworkModel, id: ResourceId, marks: readonly Mark[]): keyof FoundFix {
  const held = marks.map((mark) => holds(model, id, mark));
  if (held.includes(null)) return 'unseen';
  return held.every((one, index) => one === marks[index]?.isThere) ? 'changed' : 'unchanged';
}

/** Whether the resource has what the mark names; null where that is not read. */
function holds(model: NetworkModel, id: ResourceId, { what, name }: Mark): boolean | null {
  switch (what) {
    case 'rule':
      return hasEntry(model.securityGroups.find((one) => sameId(one.id, id))?.rules, name);
    case 'route':
      return hasEntry(model.routeTables.find((one) => sameId(one.id, id))?.routes, name);
    case 'resource':
      return isListed(model, name);
    // No reading of the networks shows it.
    case 'beside':
      return null;
    default:
      return subnetHolds(model, id, { what, name });
  }
}

/** What is not there at all has no rule and no route. */
function hasEntry(
  entries:
    | NetworkModel['securityGroups'][number]['rules']
    | NetworkModel['routeTables'][number]['routes']
    | undefined,
  name: string,
): boolean | null {
  if (entries === undefined) return false;
  return entries.known ? entries.value.some((one) => sameId(one.name, name)) : null;
}

function isListed(model: NetworkModel, id: string): boolean | null {
  const { securityGroups, routeTables, natGateways, privateEndpoints } = model;
  if (/\/publicIPAddresses\//i.test(id)) return null;
  if (/\/privateEndpoints\//i.test(id)) {
    return privateEndpoints.known ? privateEndpoints.value.some((one) => sameId(one.id, id)) : null;
  }
  return [...securityGroups, ...routeTables, ...natGateways].some((one) => sameId(one.id, id));
}

function subnetHolds(
  model: NetworkModel,
  id: ResourceId,
  { what, name }: Pick<Mark, 'what' | 'name'>,
): boolean | null {
  const subnet = findSubnet(model, id)?.subnet;
  if (!subnet) return hasAddress(model, id);
  if (isSubnetSetting(what)) {
    const setting = subnet[what];
    return setting.known ? settingText(setting.value) === name : null;
  }
  // Another version of the product may have kept it.
  if (what !== 'part') return null;
  return subnetParts
    .map((part) => subnet[part])
    .some((one) => one.known && one.value !== null && sameId(one.value, name));
}

/** A gateway names its address: of which one it is the networks tell the number alone. */
function hasAddress(model: NetworkModel, id: ResourceId): boolean | null {
  const gateway = model.natGateways.find((one) => sameId(one.id, id));
  if (!gateway) return false;
  return gateway.publicAddresses.known ? gateway.publicAddresses.value > 0 : null;
}
