import { getOrCreate } from '../core/get-or-create';
import type { CheckInput } from '../checks/check-subnet';
import { plainRegion } from '../checks/regions';
import { serviceLocations } from '../checks/service-regions';
import { regionsIn, tagParts } from '../checks/tag-texts';
import { parseAddressSet } from '../core/addresses/address-set';
import { isSubset, setsOverlap } from '../core/addresses/interval-algebra';
import { emptySet, type IntervalSet } from '../core/addresses/interval-set';
import { locationOfTagRegion } from '../core/azure-facts/region-codes';
import { valueOr } from '../core/known';
import { findSubnet } from '../core/network/find';
import type { NetworkModel } from '../core/network/model';
import type { PlanToCheck } from '../core/plan';
import type { WorkspaceServices } from '../core/services/services';
import { bindRegions, type BoundRegions } from '../core/tags/bind-regions';
import { regionalTag, type TagCatalog } from '../core/tags/tag-catalog';
import { isUnstated, regionOf } from '../core/unstated-region';

type RegionFacts = Pick<CheckInput, 'tags' | 'otherTags' | 'isInSomeRegions'>;

/**
 * Returns the service tags of a plan whose region isn't in the files, for every region that could make a difference. A
 * regional tag is always a subset of its service's tag, so one region that the files don't refer to represents all
 * others.
 */
export function tagsInRegions(model: NetworkModel, of: RegionsOf, tags: TagCatalog): RegionFacts {
  const own = regionsOf(model, of);
  const names = own.filter(isUnstated);
  if (names.length === 0) return { tags };
  const { regions, unnamed } = candidatesOf(model, own, tags);
  const key = JSON.stringify([names, regions, unnamed]);
  const all = getOrCreate(kept, tags, () => new Map<string, RegionFacts>());
  return getOrCreate(all, key, () => boundTo(tags, casesOf(names, { regions, unnamed })));
}

/** Cached, because check results are cached by tags, so the lists must be the same objects each time. */
const kept = new WeakMap<TagCatalog, Map<string, RegionFacts>>();

/** The owners of the regions: a plan, and its workspace's services if they are known. */
interface RegionsOf {
  readonly plan: PlanToCheck;
  readonly services: WorkspaceServices | undefined;
}

/** Maximum number of cases to check. */
const mostCases = 40;

/**
 * Number of cases to check if there are more than the maximum. No flow passes then, and a few cases show what fails in
 * all.
 */
const someCases = 8;

/** Returns the regions of a plan's network, workspace, and services, and the names of those that aren't stated. */
function regionsOf(model: NetworkModel, { plan, services }: RegionsOf): readonly string[] {
  const { subnetId, workspace } = plan;
  const network = subnetId === null ? undefined : findSubnet(model, subnetId)?.network;
  const locations = [network?.location, workspace.known ? workspace.value.location : undefined];
  const regions = [
    ...locations.map((one) => one && regionOf(one)),
    ...serviceLocations({ plan, facts: services ? { services } : {} }),
  ].filter((one) => one !== undefined);
  return [...new Set(regions)];
}

interface Cases {
  readonly all: readonly BoundRegions[];
  readonly isWhole: boolean;
}

/**
 * Returns the possible meanings of the names. A flow goes to the addresses of one region, and a rule matches them if
 * its own region is the same. So each region is assigned to each name, and to each group of names that may be the same.
 * The other names are elsewhere.
 */
function casesOf(names: readonly string[], { regions, unnamed }: Candidates): Cases {
  const all = new Map<string, BoundRegions>();
  const groups = groupsOf(names);
  for (const region of regions) {
    const elsewhere = unnamed.find((one) => one !== region) ?? region;
    for (const group of groups) {
      const bound = names.map((name) => [name, group.has(name) ? region : elsewhere] as const);
      all.set(JSON.stringify(bound), new Map(bound));
    }
  }
  const isWhole = all.size <= mostCases && groups.length === 2 ** names.length - 1;
  return { all: [...all.values()].slice(0, isWhole ? mostCases : someCases), isWhole };
}

/**
 * Returns groups of names that may be the same region, starting with all of them, up to the maximum number of cases.
 */
function groupsOf(names: readonly string[]): readonly ReadonlySet<string>[] {
  const count = Math.min(2 ** names.length - 1, mostCases);
  return Array.from(
    { length: count },
    (_, left) => new Set(names.filter((__, at) => ((left >> at) & 1) === 0)),
  );
}

function boundTo(tags: TagCatalog, { all, isWhole }: Cases): RegionFacts {
  const [first = new Map<string, string>(), ...others] = all;
  return {
    tags: bindRegions(tags, first),
    ...(others.length > 0 ? { otherTags: others.map((one) => bindRegions(tags, one)) } : {}),
    ...(isWhole ? {} : { isInSomeRegions: true }),
  };
}

interface Candidates {
  readonly regions: readonly string[];
  /** Two regions that the files don't refer to. */
  readonly unnamed: readonly string[];
}

/**
 * Returns a region that the files don't refer to, those that they do, and those that addresses in the files distinguish
 * from others. If that's only one, a second one shows which addresses differ between regions.
 */
function candidatesOf(model: NetworkModel, own: readonly string[], tags: TagCatalog): Candidates {
  const { regions, named, touched } = namedRegions(model, tags);
  const locations = own.filter((one) => !isUnstated(one)).map(plainRegion);
  const isNamed = (region: string): boolean => named.has(region) || locations.includes(region);
  const unnamed = regions.filter((one) => !isNamed(one)).slice(0, 2);
  const distinct = new Set([...unnamed.slice(0, 1), ...regions.filter(isNamed), ...touched]);
  return { regions: distinct.size > 1 ? [...distinct] : [...new Set([...distinct, ...unnamed])], unnamed };
}

interface NamedRegions {
  readonly regions: readonly string[];
  readonly named: ReadonlySet<string>;
  readonly touched: readonly string[];
}

/** Cached by model, because models are immutable and used for each subnet. */
const namedKept = new WeakMap<NetworkModel, WeakMap<TagCatalog, NamedRegions>>();

function namedRegions(model: NetworkModel, tags: TagCatalog): NamedRegions {
  const ofModel = getOrCreate(namedKept, model, () => new WeakMap<TagCatalog, NamedRegions>());
  const before = ofModel.get(tags);
  if (before) return before;
  const regions = regionsIn(tags);
  const texts = [...new Set(textsOf(model))];
  const result = {
    regions,
    named: new Set(texts.flatMap((text) => tagParts(text).region ?? []).map(locationOfTagRegion)),
    touched: reportedApart(
      regions,
      texts.filter((text) => /^\d/.test(text)),
      tags,
    ),
  };
  ofModel.set(tags, result);
  return result;
}

/**
 * Returns one of the regions that each prefix contains completely or not at all, and each region that a prefix contains
 * in part.
 */
function reportedApart(
  regions: readonly string[],
  prefixes: readonly string[],
  tags: TagCatalog,
): readonly string[] {
  const sets = prefixes.map((one) => parseAddressSet([one]).set);
  const byRelation = new Map<string, string>();
  for (const region of regions) {
    const addresses = addressesOf(region, tags);
    const relation = sets.map((set) => {
      if (!setsOverlap(addresses, set)) return '-';
      return isSubset(addresses, set) ? '+' : region;
    });
    const key = relation.join();
    if (!byRelation.has(key)) byRelation.set(key, region);
  }
  return [...byRelation.values()];
}

function addressesOf(region: string, tags: TagCatalog): IntervalSet {
  return tags.lookup(regionalTag(tags, 'AzureCloud', region) ?? '') ?? emptySet;
}

/** Returns the tags and addresses in rules, routes, and firewalls. */
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
