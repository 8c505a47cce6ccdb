import { statusOf, type FlowResult } from '../core/check-result';
import { isAllowed, reach, type ReachQuery } from '../core/reach/reach';
import { reason, type Reason } from '../core/reason';
import { calledNames, hostsAmong } from '../requirements/host-names';
import type { FlowTemplate } from '../requirements/requirement';
import { fillFlow, type FillContext, type FilledFlow, type Remote, type UnreadRemotes } from './fill-flow';
import { regionsFor } from './service-regions';
import { registryNames, unlessAnother } from './registry-names';
import { nicSecurityGroup, machineAddressOf, publicIpOf } from './target';

/** Evaluates a flow for the checked subnet. The result is undecided if there is no destination to reach. */
export function evaluateFlow(template: FlowTemplate, context: FillContext): FlowResult {
  return evaluateFilledFlow(fillFlow(template, context), context) ?? whyUnknown(reason('check.noEndpoint'));
}

/** Returns whether a flow to a known remote side is allowed, without an explanation. */
export function isFlowAllowed(template: FlowTemplate, context: FillContext): boolean {
  const flow = fillFlow(template, context);
  return flow.is === 'filled' && !flow.unread && isAllowed(questionFor(template, flow.remotes, context));
}

/**
 * Evaluates a filled flow for all remote sides together, because all must pass. Undefined if there is no destination to
 * reach.
 */
export function evaluateFilledFlow(flow: FilledFlow, context: FillContext): FlowResult | undefined {
  if (flow.is === 'absent') return undefined;
  if (flow.is === 'unknown') return whyUnknown(flow.because);
  const answer = flow.unread
    ? evaluateUnread(flow, flow.unread, context)
    : evaluateFilled(flow, flow.remotes, context);
  return { ...answer, assumptions: [...flow.assumptions, ...answer.assumptions] };
}

type Filled = Extract<FilledFlow, { is: 'filled' }>;

/**
 * Evaluates a flow with unread remote sides. The remote sides that were read can certainly fail. The flow passes only
 * together with all addresses that could contain the rest.
 */
function evaluateUnread(flow: Filled, { because, within }: UnreadRemotes, context: FillContext): FlowResult {
  const read = flow.remotes.length > 0 ? evaluateFilled(flow, flow.remotes, context) : undefined;
  if (read && statusOf(read.outcome) === 'open') return read;
  const all = evaluateFilled(flow, [...flow.remotes, within], context);
  return statusOf(all.outcome) === 'fine' ? all : whyUnknown(because);
}

function evaluateFilled(flow: Filled, remotes: readonly Remote[], context: FillContext): FlowResult {
  return evaluateRemotes(flow.template, remotes, context);
}

/** Evaluates remote sides of a flow together. */
export function evaluateRemotes(
  template: FlowTemplate,
  remotes: readonly Remote[],
  context: FillContext,
): FlowResult {
  return unlessAnother(reach(questionFor(template, remotes, context)), template, context);
}

/** Builds the query for whether remote sides of a flow are reachable together. */
export function questionFor(
  template: FlowTemplate,
  remotes: readonly Remote[],
  context: FillContext,
): ReachQuery {
  const { model, place, tags, plan, facts } = context;
  const { direction, protocol, ports } = template;
  const networkInterfaceGroup = nicSecurityGroup(model, plan);
  const address = machineAddressOf(plan);
  const names = namesFor(template, context);
  const queriedRemotes = remotes.flatMap((remote) => remote.queried);
  return {
    model,
    subnetId: place.subnet.id,
    tags,
    publicIp: publicIpOf(plan),
    ...(networkInterfaceGroup && { networkInterfaceGroup }),
    ...(facts?.outcomesOnly && { outcomeOnly: true }),
    flow: {
      direction,
      protocol,
      ports,
      remotes: queriedRemotes,
      ...(address && { locals: [address] }),
      ...(names.length > 0 && { names }),
      ...(template.remote.is === 'own-subnet' && { isBetweenNodes: true }),
    },
  };
}

/** Returns names from the workspace's own list; undefined if it wasn't read, or if it has none for the requirement. */
function workspaceNames(names: string, { plan, facts }: FillContext): readonly string[] | undefined {
  const own = hostsAmong(facts?.hosts ?? [], names, plan.cloud);
  return own.length > 0 ? own : undefined;
}

/** Returns names by which a firewall can decide; empty if the model doesn't have a firewall. */
function namesFor(template: FlowTemplate, context: FillContext): readonly string[] {
  return context.model.firewalls.length === 0 ? [] : hostsOf(template, context);
}

/** Returns the names of the hosts of a flow; empty if Microsoft lists none. */
export function hostsOf(template: FlowTemplate, context: FillContext): readonly string[] {
  const { names } = template;
  const { plan, tags } = context;
  if (names === undefined) return [];
  const own = registryNames(template, context) ?? workspaceNames(names, context);
  if (own) return own;
  const needed = regionsFor('subnet+workspace', context);
  const regions = needed.known ? needed.regions : [];
  return calledNames(
    names,
    plan.cloud,
    regions.map((region) => tags.regions?.get(region) ?? region),
  );
}

function whyUnknown(because: Reason): FlowResult {
  return {
    outcome: { is: 'unknown', because },
    packet: null,
    blocked: [],
    allowed: [],
    trace: [],
    assumptions: [],
  };
}
