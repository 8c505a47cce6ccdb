import type { StoredChoices } from '../../contract/wizard/stored-choices';
import { findSubnet, sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import {
  associationsOf,
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

/** A fix that is being applied, as stored for a window that reloads meanwhile. */
export type StartedFix = NonNullable<StoredChoices['applying']>;
type Mark = StartedFix['resources'][number]['marks'][number];

/** The state of a fix's resources, if the window didn't see how applying it ended. */
export interface FoundFix {
  readonly changed: readonly ResourceId[];
  readonly unchanged: readonly ResourceId[];
  /** Resources that reads of networks don't include. */
  readonly unseen: readonly ResourceId[];
}

/** Describes the expected result of the changes by resource, so that a later read can be compared with it. */
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
  // Of service resources, reads of networks include only private endpoints.
  if (isServiceChange(change) && type !== 'endpoint') return [{ what: 'beside', name: type, isThere: true }];
  if (isOfResource(change)) return [{ what: 'resource', name: id, isThere }];
  return [
    ...associationsOf(change).map((one): Mark => ({ what: 'part', name: one.id, isThere: one.isAssociated })),
    ...settingsOf(change).map((one): Mark => ({
      what: one.property,
      name: settingText(one.after),
      isThere: true,
    })),
  ];
}

/** Compares the expected result with the current networks. */
export function findStarted(model: NetworkModel, { resources }: StartedFix): FoundFix {
  const found = resources.map(({ id, marks }) => ({ id, is: stateOf(model, id, marks) }));
  const those = (is: ReturnType<typeof stateOf>): readonly ResourceId[] =>
    found.filter((one) => one.is === is).map((one) => one.id);
  return { changed: those('changed'), unchanged: those('unchanged'), unseen: those('unseen') };
}

function stateOf(model: NetworkModel, id: ResourceId, marks: readonly Mark[]): keyof FoundFix {
  const held = marks.map((mark) => hasMark(model, id, mark));
  if (held.includes(null)) return 'unseen';
  return held.every((one, index) => one === marks[index]?.isThere) ? 'changed' : 'unchanged';
}

/** Checks whether a resource has what the mark describes; null if that isn't read. */
function hasMark(model: NetworkModel, id: ResourceId, { what, name }: Mark): boolean | null {
  switch (what) {
    case 'rule':
      return hasEntry(model.securityGroups.find((one) => sameId(one.id, id))?.rules, name);
    case 'route':
      return hasEntry(model.routeTables.find((one) => sameId(one.id, id))?.routes, name);
    case 'resource':
      return isListed(model, name);
    // Reads of networks don't include it.
    case 'beside':
      return null;
    default:
      return subnetHasMark(model, id, { what, name });
  }
}

/** Checks whether a rule or route exists. A missing resource doesn't have any. */
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

function subnetHasMark(
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
  // Another version of the product can have stored it.
  if (what !== 'part') return null;
  return subnetParts
    .map((part) => subnet[part])
    .some((one) => one.known && one.value !== null && sameId(one.value, name));
}

/** Checks whether a NAT gateway has a public address. The networks contain only the number of its addresses. */
function hasAddress(model: NetworkModel, id: ResourceId): boolean | null {
  const gateway = model.natGateways.find((one) => sameId(one.id, id));
  if (!gateway) return false;
  return gateway.publicAddresses.known ? gateway.publicAddresses.value > 0 : null;
}
