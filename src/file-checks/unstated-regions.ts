import type { JudgeFacts } from '../checks/judge';
import { plainRegion } from '../checks/regions';
import { serviceLocations } from '../checks/service-regions';
import { regionsIn, tagParts } from '../checks/tag-texts';
import { parseAddressSet } from '../core/addresses/address-set';
import { overlaps } from '../core/addresses/interval-algebra';
import { nothing, type IntervalSet } from '../core/addresses/interval-set';
import { locationOfTagRegion } from '../core/azure-facts/region-codes';
import { valueOr } from '../core/known';
import { findSubnet } from '../core/network/find';
import type { NetworkModel } from '../core/network/model';
import type { JudgePlan } from '../core/plan';
import type { WorkspaceServices } from '../core/services/services';
import { bindRegions, type BoundRegions } from '../core/tags/bind-regions';
import { regionalTag, type TagCatalogue } from '../core/tags/tag-catalogue';
import { isUnstated, regionOf } from '../core/unstated-region';

type RegionFacts = Pick<JudgeFacts, 'tags' | 'otherTags'>;

/**
 * The service tags of a plan whose region the files don't state: those of every region that could make a difference. No
 * tag of a region reaches beyond its service’s, so one of a region that the files name nowhere stands for all others.
 */
export function tagsInRegions(model: NetworkModel, of: RegionsOf, tags: TagCatalogue): RegionFacts {
  const names = unstatedOf(model, of);
  if (names.length === 0) return { tags };
  const key = [names, candidatesOf(model, of, tags).slice(0, mostOf[names.length - 1] ?? leastOf)];
  const all = kept.get(tags) ?? new Map<string, RegionFacts>();
  kept.set(tags, all);
  const made = all.get(JSON.stringify(key)) ?? boundTo(names, key[1] ?? [], tags);
  all.set(JSON.stringify(key), made);
  return made;
}

/** What is judged with the same tags is kept, so the lists are the same objects each time. */
const kept = new WeakMap<TagCatalogue, Map<string, RegionFacts>>();

/** Whose regions they are: a plan's, and those of its workspace's services where they are known. */
interface RegionsOf {
  readonly plan: JudgePlan;
  readonly services: WorkspaceServices | undefined;
}

/** Regions that are tried for one name, for each of two, and so on: all combinations are checked. */
const mostOf = [8, 3, 3];
const leastOf = 2;

function unstatedOf(model: NetworkModel, { plan, services }: RegionsOf): readonly string[] {
  const { subnetId, workspace } = plan;
  const network = subnetId === null ? undefined : findSubnet(model, subnetId)?.network;
  const locations = [network?.location, workspace.known ? workspace.value.location : undefined];
  const names = [
    ...locations.map((one) => one && regionOf(one)),
    ...serviceLocations({ plan, facts: services ? { services } : {} }),
  ].filter((one) => one !== undefined);
  return [...new Set(names.filter(isUnstated))];
}

function boundTo(names: readonly string[], regions: readonly string[], tags: TagCatalogue): RegionFacts {
  const all = names.reduce<readonly BoundRegions[]>(
    (before, name) => regions.flatMap((region) => before.map((one) => new Map([...one, [name, region]]))),
    [new Map()],
  );
  const [first = new Map<string, string>(), ...others] = all;
  return {
    tags: bindRegions(tags, first),
    ...(others.length > 0 ? { otherTags: others.map((one) => bindRegions(tags, one)) } : {}),
  };
}

/** Two regions that the files don't name, those that they name, and some whose addresses they name. */
function candidatesOf(
  model: NetworkModel,
  { plan, services }: RegionsOf,
  tags: TagCatalogue,
): readonly string[] {
  const regions = regionsIn(tags);
  const texts = textsOf(model);
  const named = new Set(texts.flatMap((text) => tagParts(text).region ?? []).map(locationOfTagRegion));
  const locations = [
    ...model.virtualNetworks.map(({ location }) => regionOf(location)),
    ...serviceLocations({ plan, facts: services ? { services } : {} }),
  ].flatMap((one) => (one === undefined || isUnstated(one) ? [] : plainRegion(one)));
  const isNamed = (region: string): boolean => named.has(region) || locations.includes(region);
  const { set } = parseAddressSet(texts.filter((text) => /^\d/.test(text)));
  const touched = regions.filter((region) => overlaps(addressesOf(region, tags), set));
  const others = regions.filter((one) => !isNamed(one));
  return [...new Set([...others.slice(0, 1), ...regions.filter(isNamed), ...others.slice(1, 2), ...touched])];
}

function addressesOf(region: string, tags: TagCatalogue): IntervalSet {
  return tags.lookup(regionalTag(tags, 'AzureCloud', region) ?? '') ?? nothing;
}

/** What rules, routes, and firewalls name. */
function textsOf({ securityGroups, routeTables, firewalls }: NetworkModel): readonly string[] {
  const rules = securityGroups.flatMap((one) => valueOr(one.rules, []));
  const routes = routeTables.flatMap((one) => valueOr(one.routes, []));
  const ofFirewalls = JSON.stringify(firewalls).match(/[\w.*/-]+/g) ?? [];
  return [
    ...rules.flatMap(({ sources, destinations }) => [...valueOr(sources, []), ...valueOr(destinations, [])]),
    ...routes.map(({ destination }) => valueOr(destination, '')),
    ...ofFirewalls.flatMap((text) =>
      text.split('.').map((part) => (/^\d/.test(text) ? text : `Any.${part}`)),
    ),
  ];
}
