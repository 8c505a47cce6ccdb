import { withoutIpv6 } from '../../core/addresses/ipv6';
import type { FixFlow } from '../../core/fix';
import type { CheckResult } from '../../core/check-result';
import { findSubnet, securityGroupOf } from '../../core/network/find';
import type { SecurityGroup, Subnet } from '../../core/network/model';
import { reach } from '../../core/reach/reach';
import { reason } from '../../core/reason';
import { subnetWith, type NewRule, type RuleChange } from '../../core/resource-change';
import { calledEndpoints, type CalledEndpoint } from '../called-endpoints';
import { withPart, type Draft } from './draft';
import type { DraftContext } from './draft-context';
import { freeName, freePriority, usedPriorities } from './place-rule';

/**
 * Drafts access from compute resources to private endpoints. It adds rules if NSG rules of the endpoint's subnet block
 * them. If one of their routes overrides the endpoint's route, it turns off routes for the endpoint.
 */
export function draftEndpointAccess(draft: Draft, context: DraftContext): Draft | undefined {
  const { model, plan, place, services } = context;
  if (!plan.workspace.known) return undefined;
  const { found } = calledEndpoints({ model, place, workspaceId: plan.workspace.value.id, services });
  const endpointsToReach = found.flatMap(({ endpoint, ports }) => {
    const home = findSubnet(model, endpoint.subnetId)?.subnet;
    return home ? [{ endpoint, ports, home }] : [];
  });
  return draftEndpointRules(draft, context, endpointsToReach) ?? draftWithoutRoutes(draft, endpointsToReach);
}

interface EndpointToReach extends CalledEndpoint {
  readonly home: Subnet;
}

interface Stopped {
  readonly endpointToReach: EndpointToReach;
  readonly port: string;
  /** Priority of the rule that blocks. Default rules come last. */
  readonly below: number;
  readonly locals: readonly string[];
}

/** Finds the ports on which rules of the endpoint's subnet block calls from compute resources. */
function stoppedAt(
  { model, tags }: DraftContext,
  endpointToReach: EndpointToReach,
  remotes: readonly string[],
): Stopped[] {
  const { endpoint, home, ports } = endpointToReach;
  if (!endpoint.addresses.known || !policiesCount(home, 'NetworkSecurityGroupEnabled')) return [];
  const locals = endpoint.addresses.value;
  const publicIp = { known: true, value: false } as const;
  return ports.flatMap((port) => {
    const flow = { direction: 'Inbound', protocol: 'TCP', ports: [port], remotes, locals } as const;
    const { outcome }: Pick<CheckResult, 'outcome'> = reach({
      model,
      subnetId: home.id,
      tags,
      publicIp,
      flow,
    });
    const isStopped = outcome.is === 'blocked' || outcome.is === 'partly-blocked';
    if (!isStopped || outcome.by.kind !== 'rule' || outcome.by.level !== 'subnet') return [];
    const below = outcome.by.isDefault ? afterAll : outcome.by.priority;
    return below === null ? [] : [{ endpointToReach, port, below, locals }];
  });
}

/** Drafts a rule for each port, in the NSG of the first blocked endpoint. */
function draftEndpointRules(
  draft: Draft,
  context: DraftContext,
  endpointsToReach: readonly EndpointToReach[],
): Draft | undefined {
  const { addressPrefixes } = context.place.subnet;
  if (!addressPrefixes.known) return undefined;
  const remotes = withoutIpv6(addressPrefixes.value);
  const all = endpointsToReach.flatMap((endpointToReach) => stoppedAt(context, endpointToReach, remotes));
  const home = all[0]?.endpointToReach.home;
  const group = home && securityGroupOf(context.model, home);
  if (!home || !group?.known || !group.value) return undefined;
  const here = all.filter(({ endpointToReach }) => endpointToReach.home === home);
  const rules = rulesFor(here, group.value, remotes);
  if (!rules) return undefined;
  const { id } = group.value;
  const endpoint = namesOf(here);
  return withPart(draft, 'endpoint-access', {
    changes: rules.map((after): RuleChange => ({ type: 'rule', id, before: null, after })),
    opens: rules.map((rule): FixFlow => openedBy(rule, here)),
    notes: [reason('services.note.endpointRule', { subnet: home.name, endpoint })],
  });
}

function namesOf(stopped: readonly Stopped[]): readonly string[] {
  return [...new Set(stopped.map(({ endpointToReach }) => endpointToReach.endpoint.name))];
}

function openedBy({ destinations, destinationPorts }: NewRule, here: readonly Stopped[]): FixFlow {
  const ports = destinationPorts.join();
  const remote = namesOf(here.filter((one) => one.port === ports)).join(', ');
  return { direction: 'Inbound', protocol: 'TCP', ports, remote, ranges: destinations.length };
}

/** Builds the rules; undefined if a priority isn't known, or if none is free. */
function rulesFor(
  here: readonly Stopped[],
  { rules }: SecurityGroup,
  sources: readonly string[],
): readonly NewRule[] | undefined {
  const before = usedPriorities(rules, 'Inbound');
  if (!before || !rules.known) return undefined;
  const used = new Set(before);
  const names = new Set(rules.value.map((one) => one.name.toLowerCase()));
  const created: NewRule[] = [];
  for (const port of new Set(here.map((one) => one.port))) {
    const stopped = here.filter((one) => one.port === port);
    const priority = freePriority(used, Math.min(...stopped.map(({ below }) => below)));
    if (priority === undefined) return undefined;
    used.add(priority);
    const destinations = [...new Set(stopped.flatMap(({ locals }) => locals))];
    created.push(endpointRule({ port, priority, names }, sources, destinations));
  }
  return created;
}

interface RulePlace {
  readonly port: string;
  readonly priority: number;
  readonly names: ReadonlySet<string>;
}

function endpointRule(
  { port, priority, names }: RulePlace,
  sources: readonly string[],
  destinations: readonly string[],
): NewRule {
  return {
    name: freeName(names, `Allow-AzureML-Endpoint-${port}`),
    why: reason('services.rule.endpoint'),
    priority,
    direction: 'Inbound',
    access: 'Allow',
    protocol: 'Tcp',
    sources,
    destinations,
    destinationPorts: [port],
  };
}

const afterAll = 4097;

/**
 * Turns off routes for endpoints. If the endpoint's subnet applies route tables to endpoints, a route with a longer
 * prefix overrides the endpoint's route.
 */
function draftWithoutRoutes(draft: Draft, endpointsToReach: readonly EndpointToReach[]): Draft | undefined {
  const home = endpointsToReach.find((one) => policiesCount(one.home, 'RouteTableEnabled'))?.home;
  if (!home) return undefined;
  const policies = home.privateEndpointNetworkPolicies;
  const all = policies.known && policies.value.toLowerCase() === 'enabled';
  const privateEndpointNetworkPolicies = all ? 'NetworkSecurityGroupEnabled' : 'Disabled';
  return withPart(draft, 'endpoint-policies', {
    changes: [subnetWith(home, { privateEndpointNetworkPolicies })],
    notes: [reason('services.note.endpointRoutes', { subnet: home.name })],
    changesNoFlow: true,
  });
}

function policiesCount({ privateEndpointNetworkPolicies: policies }: Subnet, mode: string): boolean {
  return policies.known && ['enabled', mode.toLowerCase()].includes(policies.value.toLowerCase());
}
