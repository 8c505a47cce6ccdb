import type { DecidingRule, FlowResult, FlowPart, FlowSubject, Severity } from '../core/check-result';
import { sameId } from '../core/network/find';
import { reason, type Reason } from '../core/reason';
import type { FlowTemplate, InProfile } from '../requirements/requirement';
import { evaluateFilledFlow } from './evaluate-flow';
import { endpointsInReach } from './endpoints-in-reach';
import { fillFlow, type FillContext, type FilledFlow, type Remote } from './fill-flow';
import { flowSeverity, type AnsweredFlow } from './flow-severity';
import { notApplicable, type SettingResult } from './setting-result';
import { decidingAnswer, mergeAnswers, withoutDoubles, type FlowsTogether } from './merge-flow-results';
import { isPrivatelyLinked } from './target';

/** Result of the flows of a requirement. */
export interface FlowsAnswer {
  readonly answer: FlowResult;
  readonly about: { readonly severity: Severity; readonly subject: FlowSubject };
}

type FlowsNeed = Extract<InProfile['what'], { is: 'flows' }>;

/** Checks flows that must all pass. Returns a setting's result if there is no destination to reach. */
export function checkRequiredFlows(
  inProfile: InProfile,
  need: FlowsNeed,
  context: FillContext,
): FlowsAnswer | SettingResult {
  const instead = linkInstead(need, context) ?? endpointInstead(need, context);
  if (instead) return instead;
  const answered = answeredFlows(need, context);
  const [first] = answered;
  if (!first) return notApplicable('check.noEndpoint');
  const answers = answered.map((one) => one.answer);
  const together = togetherOf(need);
  const merged = mergeAnswers(answers, together);
  const deciding = decidingAnswer(answers, together);
  const shown = answered.find((one) => one.answer === deciding) ?? first;
  return {
    answer: {
      ...merged,
      assumptions: withoutDoubles([
        ...merged.assumptions,
        ...answered.flatMap((one) => preflightNote(one, context)),
      ]),
    },
    about: {
      severity: flowSeverity(inProfile, answered, { ...context, caller: context }),
      subject: subjectOf(shown.flow),
    },
  };
}

interface FilledAnswer extends AnsweredFlow {
  readonly flow: FilledFlow;
}

/** Returns the flows with their results. If there are several, each part names its remote side. */
function answeredFlows(need: FlowsNeed, context: FillContext): readonly FilledAnswer[] {
  const all = need.flows.flatMap((template) => {
    const flow = fillFlow(template, context);
    const answer = evaluateFilledFlow(flow, context);
    return answer ? [{ flow, template, answer }] : [];
  });
  if (all.length < 2 || new Set(all.map(({ flow }) => subjectOf(flow).remote)).size < 2) return all;
  return all.map((one) => {
    const { remote } = subjectOf(one.flow);
    const named = (parts: readonly FlowPart[]): readonly FlowPart[] =>
      parts.map((part) => ({ ...part, to: remote }));
    const { answer } = one;
    return { ...one, answer: { ...answer, blocked: named(answer.blocked), allowed: named(answer.allowed) } };
  });
}

/** Traffic within the subnet leaves one node and enters another, so both directions count together. */
function togetherOf({ flows }: FlowsNeed): FlowsTogether {
  return flows.every(({ remote }) => remote.is === 'own-subnet') ? 'halves' : 'apart';
}

/**
 * Assumptions by type of endpoint. An endpoint shows which resource it is for, but not whether the workspace uses that
 * resource.
 */
const endpointAssumptions: Readonly<Record<string, Reason>> = {
  registry: reason('assumed.registryEndpoint'),
};

function linkInstead(need: FlowsNeed, { plan }: FillContext): SettingResult | undefined {
  return need.unlessLinked && isPrivatelyLinked(plan)
    ? notApplicable('check.databricks.privateLink')
    : undefined;
}

function endpointInstead(need: FlowsNeed, { model, place, plan }: FillContext): SettingResult | undefined {
  if (need.unlessEndpoint === undefined) return undefined;
  // A private endpoint of the workspace's registry isn't one of Azure Machine Learning's registries.
  if (need.unlessEndpoint === 'registry' && plan.serviceRegions?.['aml-registries']) return undefined;
  const [found] = endpointsInReach(model, place, [need.unlessEndpoint]).found;
  const assumed = endpointAssumptions[need.unlessEndpoint];
  return (
    found && {
      ...notApplicable('check.endpointInstead', { name: found.name }),
      assumptions: assumed ? [assumed] : [],
    }
  );
}

/** Returns the subject of a flow, such as `TCP 443 to Storage.WestEurope` in its short form. */
function subjectOf(flow: FilledFlow): FlowSubject {
  const { direction, protocol, ports } = flow.template;
  const remotes = flow.is === 'filled' ? remotesOf(flow).flatMap(writtenRemote) : [tagOf(flow.template)];
  return {
    direction,
    protocol,
    ports: ports.includes('*') ? 'any' : ports.join(', '),
    remote: remotes.join(', '),
  };
}

function remotesOf({ remotes, unread }: Extract<FilledFlow, { is: 'filled' }>): readonly Remote[] {
  return unread && remotes.length === 0 ? [unread.within] : remotes;
}

function writtenRemote(remote: Remote): readonly string[] {
  return remote.written;
}

function tagOf(template: FlowTemplate): string {
  return template.remote.is === 'tag' ? template.remote.tag : '';
}

/** Rule texts that the service accepted as an allow rule for TCP 445 in 2022 (AzureTRE issue 2780, 2022-10-25). */
const acceptedTexts = ['storage', 'internet', '*'];

/** Returns a note if packets pass, but by a rule that the service's text comparison may not recognize. */
function preflightNote({ template, answer }: AnsweredFlow, { model }: FillContext): readonly Reason[] {
  const { outcome } = answer;
  if (!template.preflightByText || outcome.is !== 'allowed') return [];
  if (outcome.by?.kind !== 'rule' || outcome.by.isDefault) return [];
  const seen = destinationsOf(outcome.by, model).some((text) =>
    acceptedTexts.includes(text.toLowerCase().split('.')[0] ?? ''),
  );
  return seen ? [] : [reason('check.assume.preflight', { rule: outcome.by.name })];
}

function destinationsOf(by: DecidingRule, model: FillContext['model']): readonly string[] {
  const group = model.securityGroups.find((one) => sameId(one.id, by.groupId));
  const rule = group?.rules.known ? group.rules.value.find((one) => one.name === by.name) : undefined;
  return rule?.destinations.known ? rule.destinations.value : [];
}
