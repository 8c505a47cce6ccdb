import { standingOf, type FlowAnswer } from '../core/judgement';
import { reach } from '../core/reach/reach';
import { reason, type Reason } from '../core/reason';
import type { FlowTemplate } from '../requirements/requirement';
import { fillFlow, type FillContext, type FilledFlow, type Remote } from './fill-flow';

/** Asks one flow of the judged subnet; undecided where there is nothing to reach. */
export function askFlow(template: FlowTemplate, context: FillContext): FlowAnswer {
  return askFilled(fillFlow(template, context), context) ?? doubt(reason('judge.noEndpoint'));
}

/** Asks a filled flow, all far sides at once, since all must pass; undefined where there is nothing to reach. */
export function askFilled(flow: FilledFlow, context: FillContext): FlowAnswer | undefined {
  if (flow.is === 'absent') return undefined;
  if (flow.is === 'unknown') return doubt(flow.because);
  const answer = askRemotes(flow.template, flow.remotes, context);
  // All that could be asked instead of what was not read: only its passing says anything.
  if (flow.unread && standingOf(answer.verdict) !== 'fine') return doubt(flow.unread);
  return { ...answer, assumptions: [...flow.assumptions, ...answer.assumptions] };
}

/** Asks far sides of a flow together. */
export function askRemotes(
  { direction, protocol, ports }: FlowTemplate,
  remotes: readonly Remote[],
  { model, place, tags, plan }: FillContext,
): FlowAnswer {
  return reach({
    model,
    subnetId: place.subnet.id,
    tags,
    publicIp: plan.publicIp,
    flow: { direction, protocol, ports, remotes: remotes.flatMap((remote) => remote.asked) },
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
