import { standingOf, type FlowAnswer } from '../core/judgement';
import { reach } from '../core/reach/reach';
import { reason, type Reason } from '../core/reason';
import type { FlowTemplate } from '../requirements/requirement';
import { fillFlow, type FillContext, type FilledFlow, type Remote, type UnreadRemotes } from './fill-flow';
import { cardGroupOf, machineAddressOf, publicIpOf } from './target';

/** Asks one flow of the judged subnet; undecided where there is nothing to reach. */
export function askFlow(template: FlowTemplate, context: FillContext): FlowAnswer {
  return askFilled(fillFlow(template, context), context) ?? doubt(reason('judge.noEndpoint'));
}

/** Asks a filled flow, all far sides at once, since all must pass; undefined where there is nothing to reach. */
export function askFilled(flow: FilledFlow, context: FillContext): FlowAnswer | undefined {
  if (flow.is === 'absent') return undefined;
  if (flow.is === 'unknown') return doubt(flow.because);
  const answer = flow.unread ? askUnread(flow, flow.unread, context) : ask(flow, flow.remotes, context);
  return { ...answer, assumptions: [...flow.assumptions, ...answer.assumptions] };
}

type Filled = Extract<FilledFlow, { is: 'filled' }>;

/** What was read may fail for certain; all of it passes only together with whatever could hold the rest. */
function askUnread(flow: Filled, { because, within }: UnreadRemotes, context: FillContext): FlowAnswer {
  const read = flow.remotes.length > 0 ? ask(flow, flow.remotes, context) : undefined;
  if (read && standingOf(read.verdict) === 'open') return read;
  const all = ask(flow, [...flow.remotes, within], context);
  return standingOf(all.verdict) === 'fine' ? all : doubt(because);
}

function ask(flow: Filled, remotes: readonly Remote[], context: FillContext): FlowAnswer {
  return askRemotes(flow.template, remotes, context);
}

/** Asks far sides of a flow together. */
export function askRemotes(
  { direction, protocol, ports }: FlowTemplate,
  remotes: readonly Remote[],
  { model, place, tags, plan }: FillContext,
): FlowAnswer {
  const networkCardGroup = cardGroupOf(model, plan);
  const address = machineAddressOf(plan);
  const remotesAsked = remotes.flatMap((remote) => remote.asked);
  return reach({
    model,
    subnetId: place.subnet.id,
    tags,
    publicIp: publicIpOf(plan),
    ...(networkCardGroup && { networkCardGroup }),
    flow: { direction, protocol, ports, remotes: remotesAsked, ...(address && { locals: [address] }) },
  });
}

function doubt(because: Reason): FlowAnswer {
  return {
    verdict: { is: 'undecided', because },
    packet: null,
    blocked: [],
    allowed: [],
    trace: [],
    assumptions: [],
  };
}
