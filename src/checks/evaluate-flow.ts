import { statusOf, type FlowResult } from '../core/check-result';
import { isAllowed, reach, type ReachQuery } from '../core/reach/reach';
import { reason, type Reason } from '../core/reason';
import { calledNames, hostsAmong } from '../requirements/host-names';
import type { FlowTemplate } from '../requirements/requirement';
import { fillFlow, type FillContext, type FilledFlow, type Remote, type UnreadRemotes } from './fill-flow';
import { regionsFor } from './service-regions';
import { registryNames, unlessAnother } from './registry-names';
import { nicSecurityGroup, machineAddressOf, publicIpOf } from './target';

/** Asks one flow of the checked subnet; undecided where there is nothing to reach. */
export function evaluateFlow(template: FlowTemplate, context: FillContext): FlowResult {
  return evaluateFilledFlow(fillFlow(template, context), context) ?? whyUnknown(reason('judge.noEndpoint'));
}

/** Whether a flow to one known far side is allowed, without saying why. */
export function isFlowAllowed(template: FlowTemplate, context: FillContext): boolean {
  const flow = fillFlow(template, context);
  return flow.is === 'filled' && !flow.unread && isAllowed(questionFor(template, flow.remotes, context));
}

/** Asks a filled flow, all far sides at once, since all must pass; undefined where there is nothing to reach. */
export function evaluateFilledFlow(flow: FilledFlow, context: FillContext): FlowResult | undefined {
  if (flow.is === 'absent') return undefined;
  if (flow.is === 'unknown') return whyUnknown(flow.because);
  const answer = flow.unread ? askUnread(flow, flow.unread, context) : ask(flow, flow.remotes, context);
  return { ...answer, assumptions: [...flow.assumptions, ...answer.assumptions] };
}

type Filled = Extract<FilledFlow, { is: 'filled' }>;

/** What was read may fail for certain; all of it passes only together with whatever could hold the rest. */
function askUnread(flow: Filled, { because, within }: UnreadRemotes, context: FillContext): FlowResult {
  const read = flow.remotes.length > 0 ? ask(flow, flow.remotes, context) : undefined;
  if (read && statusOf(read.outcome) === 'open') return read;
  const all = ask(flow, [...flow.remotes, within], context);
  return statusOf(all.outcome) === 'fine' ? all : whyUnknown(because);
}

function ask(flow: Filled, remotes: readonly Remote[], context: FillContext): FlowResult {
  return evaluateRemotes(flow.template, remotes, context);
}

/** Asks far sides of a flow together. */
export function evaluateRemotes(
  template: FlowTemplate,
  remotes: readonly Remote[],
  context: FillContext,
): FlowResult {
  return unlessAnother(reach(questionFor(template, remotes, context)), template, context);
}

/** The question whether far sides of a flow are reached together. */
export function questionFor(
  template: FlowTemplate,
  remotes: readonly Remote[],
  context: FillContext,
): ReachQuery {
  const { model, place, tags, plan } = context;
  const { direction, protocol, ports } = template;
  const networkCardGroup = nicSecurityGroup(model, plan);
  const address = machineAddressOf(plan);
  const names = namesFor(template, context);
  const remotesAsked = remotes.flatMap((remote) => remote.asked);
  return {
    model,
    subnetId: place.subnet.id,
    tags,
    publicIp: publicIpOf(plan),
    ...(networkCardGroup && { networkCardGroup }),
    flow: {
      direction,
      protocol,
      ports,
      remotes: remotesAsked,
      ...(address && { locals: [address] }),
      ...(names.length > 0 && { names }),
      ...(template.remote.is === 'own-subnet' && { isBetweenNodes: true }),
    },
  };
}

/** Names of the workspace's own list; undefined where it wasn't read, and where it has none for the requirement. */
function workspaceNames(names: string, { plan, facts }: FillContext): readonly string[] | undefined {
  const own = hostsAmong(facts?.hosts ?? [], names, plan.cloud);
  return own.length > 0 ? own : undefined;
}

/** Names that only a firewall goes by; none where no firewall of the model could. */
function namesFor(template: FlowTemplate, context: FillContext): readonly string[] {
  return context.model.firewalls.length === 0 ? [] : hostsOf(template, context);
}

/** Names of the hosts that a flow goes to; none where Microsoft lists none. */
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
    outcome: { is: 'undecided', because },
    packet: null,
    blocked: [],
    allowed: [],
    trace: [],
    assumptions: [],
  };
}
