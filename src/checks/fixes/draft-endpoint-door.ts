import { withoutIpv6 } from '../../core/addresses/ipv6';
import type { FixFlow, FixStep, NewRule } from '../../core/fix';
import type { Judgement } from '../../core/judgement';
import { findSubnet, sameId, securityGroupOf } from '../../core/network/find';
import type { PrivateEndpoint, Subnet } from '../../core/network/model';
import { reach } from '../../core/reach/reach';
import { reason } from '../../core/reason';
import { endpointsInReach } from '../endpoints-in-reach';
import { withPart, type Draft } from './draft';
import type { DraftContext } from './draft-context';
import { freeName, freePriority, takenPriorities } from './place-rule';

/**
 * The subnet of the workspace's private endpoint lets the computes in: by a rule where its own rules stop them; where a
 * route of theirs takes the place of the endpoint's, routes count no more at the endpoint.
 */
export function draftEndpointDoor(draft: Draft, context: DraftContext): Draft | undefined {
  const { model, plan, place } = context;
  if (!plan.workspace.known) return undefined;
  const { id } = plan.workspace.value;
  const { found } = endpointsInReach(model, place, ['amlworkspace']);
  const endpoint = found.find((one) => sameId(one.targetId, id));
  const home = endpoint && findSubnet(model, endpoint.subnetId)?.subnet;
  if (!endpoint || !home) return undefined;
  return draftDoorRule(draft, context, { endpoint, home }) ?? draftWithoutRoutes(draft, home);
}

interface Door {
  readonly endpoint: PrivateEndpoint;
  readonly home: Subnet;
}

/** Who stops calls from the computes at the endpoint; undefined where nobody does. */
function stoppedBy({ model, tags, place }: DraftContext, { endpoint, home }: Door) {
  const { addressPrefixes } = place.subnet;
  if (!addressPrefixes.known || !endpoint.addresses.known) return undefined;
  const remotes = withoutIpv6(addressPrefixes.value);
  const locals = endpoint.addresses.value;
  const flow = { direction: 'Inbound', protocol: 'TCP', ports: ['443'], remotes, locals } as const;
  const publicIp = { known: true, value: false } as const;
  const { verdict }: Pick<Judgement, 'verdict'> = reach({ model, subnetId: home.id, tags, publicIp, flow });
  const isStopped = verdict.is === 'blocked' || verdict.is === 'partly-blocked';
  return isStopped && verdict.by.kind === 'rule' && verdict.by.level === 'subnet'
    ? { by: verdict.by, remotes, locals }
    : undefined;
}

function draftDoorRule(draft: Draft, context: DraftContext, door: Door): Draft | undefined {
  const { endpoint, home } = door;
  const stopped = policiesCount(home, 'NetworkSecurityGroupEnabled') ? stoppedBy(context, door) : undefined;
  const group = securityGroupOf(context.model, home);
  if (!stopped || !group.known || !group.value?.rules.known) return undefined;
  const { rules, id } = group.value;
  const taken = takenPriorities(rules, 'Inbound');
  const below = stopped.by.isDefault ? afterAll : stopped.by.priority;
  const priority = taken && below !== null ? freePriority(taken, below) : undefined;
  if (priority === undefined) return undefined;
  const names = new Set(rules.value.map((one) => one.name.toLowerCase()));
  const rule: NewRule = {
    name: freeName(names, 'Allow-AzureML-Endpoint-443'),
    why: reason('services.rule.endpoint'),
    priority,
    direction: 'Inbound',
    access: 'Allow',
    protocol: 'Tcp',
    sources: stopped.remotes,
    destinations: stopped.locals,
    destinationPorts: ['443'],
  };
  const opened: FixFlow = {
    direction: 'Inbound',
    protocol: 'TCP',
    ports: '443',
    remote: endpoint.name,
    ranges: stopped.locals.length,
  };
  return withPart(draft, 'endpoint-door', {
    makes: [{ do: 'insert', what: 'rule', into: id, rule }],
    attaches: [],
    opens: [opened],
    closes: [],
    notes: [reason('services.note.endpointRule', { subnet: home.name, endpoint: endpoint.name })],
  });
}

const afterAll = 4097;

/** Routes count at an endpoint where its subnet says so: then the longer of two prefixes takes its place. */
function draftWithoutRoutes(draft: Draft, home: Subnet): Draft | undefined {
  if (!policiesCount(home, 'RouteTableEnabled')) return undefined;
  const policies = home.privateEndpointNetworkPolicies;
  const all = policies.known && policies.value.toLowerCase() === 'enabled';
  const step: FixStep = {
    do: 'set',
    at: home.id,
    property: 'privateEndpointNetworkPolicies',
    value: all ? 'NetworkSecurityGroupEnabled' : 'Disabled',
  };
  return withPart(draft, 'endpoint-policies', {
    makes: [],
    attaches: [step],
    opens: [],
    closes: [],
    notes: [reason('services.note.endpointRoutes', { subnet: home.name })],
    beside: true,
  });
}

function policiesCount({ privateEndpointNetworkPolicies: policies }: Subnet, mode: string): boolean {
  return policies.known && ['enabled', mode.toLowerCase()].includes(policies.value.toLowerCase());
}
