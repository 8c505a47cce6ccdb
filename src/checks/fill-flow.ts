import { rangesOf } from '../core/addresses/interval-set';
import { formatIpv4 } from '../core/addresses/ipv4';
import { assignableAddresses } from '../core/azure-facts/subnet-addresses';
import { formatAddressSet } from '../core/addresses/address-set';
import { isEmpty } from '../core/addresses/interval-set';
import { withoutIpv6 } from '../core/addresses/ipv6';
import { findSubnet, nameOf } from '../core/network/find';
import type { NetworkModel, PrivateEndpoint, Subnet } from '../core/network/model';
import type { PlanToCheck } from '../core/plan';
import { requirePlace } from '../core/reach/subnet-place';
import { spacesOf } from '../core/reach/spaces';
import { reason, type Reason } from '../core/reason';
import { regionalTag, type TagCatalog } from '../core/tags/tag-catalog';
import { hdInsightRegions } from '../requirements/hdinsight-regions';
import type { FlowTemplate, RegionScope } from '../requirements/requirement';
import { endpointsInReach } from './endpoints-in-reach';
import { plainRegion } from './regions';
import { regionsFor } from './service-regions';
import type { SubnetInNetwork, PlanContext } from './setting-context';

/** A remote side, in the form for the evaluation and in the form for a new rule. */
export interface Remote {
  /** A service tag, or prefixes and addresses. */
  readonly queried: readonly string[];
  /** The same tag, or prefixes. */
  readonly written: readonly string[];
  /** Set if the remote side is a service tag: routes can name it. */
  readonly tag?: string;
}

/** A flow template with subnet, region, and endpoints filled in. */
export type FilledFlow =
  | {
      readonly is: 'filled';
      readonly template: FlowTemplate;
      /** The far sides of the flow, which must all be reachable. */
      readonly remotes: readonly Remote[];
      readonly assumptions: readonly Reason[];
      /** Set if there may be more remote sides than `remotes`. */
      readonly unread?: UnreadRemotes;
    }
  /** There is no destination to reach. */
  | { readonly is: 'absent'; readonly template: FlowTemplate }
  | { readonly is: 'unknown'; readonly template: FlowTemplate; readonly because: Reason };

/**
 * Remote sides that weren't read. All addresses that could contain them are evaluated, too, and only a pass is
 * conclusive.
 */
export interface UnreadRemotes {
  readonly because: Reason;
  readonly within: Remote;
}

export interface FillContext {
  readonly model: NetworkModel;
  readonly plan: PlanToCheck;
  readonly tags: TagCatalog;
  readonly place: SubnetInNetwork;
  /** Only the names of the workspace's own services are used. */
  readonly facts?: PlanContext['facts'];
}

/** Fills a template for a subnet and a plan. */
export function fillFlow(queried: FlowTemplate, context: FillContext): FilledFlow {
  const template = withSshPort(queried, context.plan);
  switch (template.remote.is) {
    case 'tag':
      return fillTag(template, template.remote, context);
    case 'own-subnet':
      return fillSubnets(template, [context.place.subnet]);
    case 'own-network':
      return filled(template, [ownNetwork(context)]);
    case 'target-subnets':
      return fillTargetSubnets(template, context);
    case 'private-endpoints':
      return fillEndpoints(template, template.remote.groups, context);
  }
}

function withSshPort(template: FlowTemplate, { sshPort }: PlanToCheck): FlowTemplate {
  return template.isSsh && sshPort !== undefined ? { ...template, ports: [String(sshPort)] } : template;
}

function filled(
  template: FlowTemplate,
  remotes: readonly Remote[],
  assumptions: readonly Reason[] = [],
): Extract<FilledFlow, { is: 'filled' }> {
  return { is: 'filled', template, remotes, assumptions };
}

function fillTag(
  template: FlowTemplate,
  { tag, scope }: Extract<FlowTemplate['remote'], { is: 'tag' }>,
  context: FillContext,
): FilledFlow {
  switch (scope) {
    case 'none':
      return filled(template, [tagRemote(tag)]);
    case 'hdinsight':
      return fillHdInsight(template, tag, context);
    default:
      return fillRegions(template, { tag, scope }, context);
  }
}

/** Fills an HDInsight tag. A region that isn't known, or that doesn't have its own tag, uses the global tag. */
function fillHdInsight(template: FlowTemplate, tag: string, { place, tags }: FillContext): FilledFlow {
  const { location } = place.network;
  if (!location.known) return filled(template, [tagRemote(tag)]);
  const names = hdInsightRegions(plainRegion(location.value)).map((region) => regionalTag(tags, tag, region));
  const regional = names.filter((name) => name !== undefined);
  return filled(template, regional.length < names.length ? [tagRemote(tag)] : regional.map(tagRemote));
}

function tagRemote(tag: string): Remote {
  return { queried: [tag], written: [tag], tag };
}

/** Fills the regional tags. A region without its own tag uses the global tag. */
function fillRegions(
  template: FlowTemplate,
  { tag, scope }: { readonly tag: string; readonly scope: RegionScope },
  context: FillContext,
): FilledFlow {
  const needed = regionsFor(scope, context);
  if (!needed.known) return { is: 'unknown', template, because: needed.because };
  if (needed.regions.length === 0) return { is: 'absent', template };
  const { tags } = context;
  const names = needed.regions.map((region) => regionalTag(tags, tag, region) ?? tag);
  return filled(template, [...new Set(names)].map(tagRemote), needed.assumptions);
}

/**
 * Returns the network's own address space. A rule names the tag if it has the same addresses. A user-defined route of
 * 0.0.0.0/0 extends the tag to every address (service tags overview, 2023-01-26), so such a rule would allow the
 * internet.
 */
function ownNetwork({ model, place, tags }: FillContext): Remote {
  const tag = tagRemote('VirtualNetwork');
  const { network, subnet } = place;
  const { own, virtualNetwork, onlyRouted } = spacesOf(requirePlace(model, subnet.id, tags));
  if (!network.addressPrefixes.known || isEmpty(own)) return tag;
  const prefixes = formatAddressSet(own);
  const isWider = !isEmpty(onlyRouted) || virtualNetwork.possible.length > 0;
  return isWider ? { queried: prefixes, written: prefixes } : { ...tag, queried: prefixes };
}

function fillTargetSubnets(template: FlowTemplate, { model, place, plan }: FillContext): FilledFlow {
  if (!plan.target) return fillSubnets(template, [place.subnet]);
  const { subnets } = plan.target;
  if (!subnets.known) return { is: 'unknown', template, because: subnets.because };
  const found = subnets.value.map((id) => findSubnet(model, id)?.subnet);
  const missing = subnets.value.find((_, at) => found[at] === undefined);
  return missing === undefined
    ? fillSubnets(
        template,
        found.filter((one) => one !== undefined),
      )
    : { is: 'unknown', template, because: reason('check.subnetNotFound', { name: nameOf(missing) }) };
}

function fillSubnets(template: FlowTemplate, subnets: readonly Subnet[]): FilledFlow {
  const prefixes: string[] = [];
  for (const { addressPrefixes } of subnets) {
    if (!addressPrefixes.known) return { is: 'unknown', template, because: addressPrefixes.because };
    prefixes.push(...withoutIpv6(addressPrefixes.value));
  }
  return filled(template, [{ queried: prefixes, written: prefixes }]);
}

function fillEndpoints(
  template: FlowTemplate,
  groups: readonly string[],
  { model, place }: FillContext,
): FilledFlow {
  const { found, unread } = endpointsInReach(model, place, groups);
  if (found.length === 0 && !unread) return { is: 'absent', template };
  const sides = found.map((one) => endpointSide(one, model));
  const [nowhere] = found.filter((_, at) => sides[at]?.queried.length === 0);
  if (nowhere) {
    return { is: 'unknown', template, because: reason('unknown.endpointSubnet', { name: nowhere.name }) };
  }
  const queried = distinct(sides.flatMap((side) => side.queried));
  const written = distinct(sides.flatMap((side) => side.written));
  const flow = filled(template, found.length === 0 ? [] : [{ queried, written }]);
  return unread ? { ...flow, unread: { because: unread, within: tagRemote('VirtualNetwork') } } : flow;
}

/**
 * Returns the location of an endpoint. Its addresses are evaluated, or its whole subnet if they aren't known. A rule
 * names the subnet, so that the endpoint stays reachable if its address changes.
 */
function endpointSide(
  endpoint: PrivateEndpoint,
  model: NetworkModel,
): { readonly queried: readonly string[]; readonly written: readonly string[] } {
  const prefixes = findSubnet(model, endpoint.subnetId)?.subnet.addressPrefixes;
  const subnet = prefixes?.known ? withoutIpv6(prefixes.value) : [];
  const addresses = endpoint.addresses.known ? withoutIpv6(endpoint.addresses.value) : [];
  const queried = addresses.length > 0 ? addresses : rangesIn(subnet);
  return { queried, written: subnet.length > 0 ? subnet : queried };
}

/** Returns addresses that an endpoint can have, so that an example packet goes to one of them. */
function rangesIn(prefixes: readonly string[]): readonly string[] {
  return prefixes.flatMap((prefix) => {
    const ranges = rangesOf(assignableAddresses([prefix]));
    return ranges.length === 0
      ? prefix
      : ranges.map(({ first, last }) => `${formatIpv4(first)}-${formatIpv4(last)}`);
  });
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
