import type { Problem, ProblemContent } from '../file-checks/problem';
import {
  displayPriority,
  type Decider,
  type FlowPart,
  type FlowSubject,
  type CheckResult,
} from '../core/check-result';
import type { Say } from '../messages/say';
import { formatTime } from './dates';
import { formatReason } from './reason-text';
import { requirementName } from './requirement-text';
import { formatHop, formatParts, formatSubject } from './subject-text';
import { isEverything } from './outcome-text';
import { formatList } from '../messages/format-list';

/** Returns a sentence or two: what happens, the deciding component, and when Azure was read if no file has it. */
export function formatProblem(say: Say, problem: Problem): string {
  return withReadTime(say, sentences(say, problem), problem);
}

/** Returns a text with the time when Azure was read. */
export function withReadTime(
  say: Say,
  text: string,
  { readAt, readService: name }: Pick<Problem, 'readAt' | 'readService'>,
): string {
  if (readAt === undefined) return text;
  const time = formatTime(say, readAt);
  return name === undefined
    ? say('file.existing.readAt', { text, time })
    : say('file.existing.serviceReadAt', { text, name, time });
}

function sentences(say: Say, problem: Problem): string {
  const { what, subnet } = problem;
  switch (what.is) {
    case 'result':
      return resultSentence(say, subnet, what.result);
    case 'finding':
      return formatReason(say, what.finding.text);
    case 'elsewhere':
      return elsewhere(say, what);
    case 'left-out':
      return formatLeftOut(say, what);
    default:
      return ofFilesAlone(say, what);
  }
}

/** Returns texts of problems that only files can have. */
function ofFilesAlone(
  say: Say,
  what: Exclude<ProblemContent, { is: 'result' | 'finding' | 'elsewhere' | 'left-out' }>,
): string {
  switch (what.is) {
    case 'misspelled-action':
      return say('file.misspelledAction', { action: what.action, role: what.role, right: what.right });
    case 'invalid-value':
      return invalidValue(say, what);
    case 'firewall-rule':
      return formatReason(say, what.text);
    case 'delegated-endpoint':
      return delegatedEndpoint(say, what);
    case 'unassociated-group':
      return say('file.unassociatedGroup', { group: what.group, subnets: what.subnets });
    case 'terraform-conflict':
      return say('file.conflict', { resource: what.resource, other: what.other, target: what.target });
    case 'deployment-order':
      return deploymentOrder(say, what);
    case 'policy-denial':
      return policyDenial(say, what);
    case 'outside-network':
      return outsideNetwork(say, what);
  }
}

/** Returns the text for a subnet that isn't known: the known parts of its ID, and the reason. */
function elsewhere(
  say: Say,
  { compute, id, because, unread }: Extract<ProblemContent, { is: 'elsewhere' }>,
): string {
  if (id === null) {
    return say('file.elsewhere.noId', {
      compute,
      because: because === null ? '' : formatReason(say, because),
    });
  }
  const values = { compute, id: knownPart(id) };
  return unread === null
    ? say('file.elsewhere', values)
    : say('file.elsewhere.unread', { ...values, because: formatReason(say, unread) });
}

/** Returns an ID without the unknown subscription and resource group, and without the provider. */
function knownPart(id: string): string {
  // A value that Azure returns for a resource, in which slashes of the ID are written as ∕. For a module, it's an
  // output.
  const [, of = '', output, member] = /^reference\((∕.*?)(?:, '([^']*)')?\)(?:\.([^()]*))?$/.exec(id) ?? [];
  if (of !== '') {
    const [resource = ''] = of.replaceAll('∕', '/').split(',');
    return `${knownPart(resource)}.${output === undefined ? (member ?? '') : `outputs.${output}`}`;
  }
  const segments = id.split('/').slice(1);
  const provider = segments.findIndex((one) => one.toLowerCase() === 'providers');
  if (provider < 0) return id;
  const scope = segments.slice(0, provider);
  const known = scope.flatMap((type, at) =>
    at % 2 === 0 && scope[at + 1]?.includes('‹') === false ? [`${type}/${scope[at + 1] ?? ''}`] : [],
  );
  return [...known, ...segments.slice(provider + 2)].join('/');
}
/** Maximum number of names in a sentence. */
export const mostNamed = 20;

/** Returns the text for subnets that weren't checked, with advice. */
export function formatLeftOut(say: Say, { subnets, checked, because }: UncheckedSubnets): string {
  if (because === 'file') return say('file.leftOutCut', { n: subnets.length });
  if (because === 'work') return say('file.leftOutWork', { n: subnets.length });
  const [first = ''] = subnets;
  return say(subnets.length > mostNamed ? 'file.leftOutAmong' : 'file.leftOut', {
    n: subnets.length,
    of: subnets.length + checked,
    names: formatList(say, subnets.slice(0, mostNamed)),
    option: `--subnet ${first}`,
  });
}

export type UncheckedSubnets = Omit<Extract<Problem['what'], { is: 'left-out' }>, 'is'>;

function deploymentOrder(
  say: Say,
  { because, compute, waitsFor, workspace }: Extract<Problem['what'], { is: 'deployment-order' }>,
): string {
  const values = { compute, waitsFor, workspace };
  if (because === null) return say('file.order.tooEarly', values);
  return say('file.order.unknown', { ...values, because: formatReason(say, because) });
}

function invalidValue(
  say: Say,
  { because, value, property, name }: Extract<Problem['what'], { is: 'invalid-value' }>,
): string {
  return because ? formatReason(say, because) : say('file.invalidValue', { value, property, name });
}

function delegatedEndpoint(
  say: Say,
  { endpoint, subnet, service }: Extract<Problem['what'], { is: 'delegated-endpoint' }>,
): string {
  return say('file.delegatedEndpoint', { endpoint, subnet, service });
}

function policyDenial(
  say: Say,
  { policy, resource, because }: Extract<Problem['what'], { is: 'policy-denial' }>,
): string {
  return because === null
    ? say('file.policy.denies', { policy, resource })
    : say('file.policy.perhaps', { policy, resource, because: formatReason(say, because) });
}

function outsideNetwork(
  say: Say,
  { compute, fitting }: Extract<Problem['what'], { is: 'outside-network' }>,
): string {
  const subnets = fitting.map(({ name }) => name);
  const [only = ''] = subnets;
  return subnets.length === 1
    ? say('file.outsideNetwork', { compute, subnet: only })
    : say('file.outsideNetworks', { compute, subnets });
}

/** Returns a requirement of a subnet as a sentence. */
export function resultSentence(say: Say, subnet: string, result: CheckResult): string {
  const { outcome, subject, requirement } = result;
  if (outcome.is === 'no-outbound-access') {
    return say('file.noOutboundAccess', { subnet, because: formatReason(say, outcome.because) });
  }
  if (outcome.is === 'unknown') {
    const because = formatReason(say, outcome.because);
    return say('file.undecided', { subnet, because, n: 1, names: [requirementName(say, requirement)] });
  }
  if (outcome.is === 'failed') {
    return say('file.notMet', {
      subnet,
      name: requirementName(say, requirement),
      text: formatReason(say, outcome.text),
    });
  }
  return subject ? flowSentence(say, subnet, { result, subject }) : requirementName(say, requirement);
}

interface FlowReported {
  readonly result: CheckResult;
  readonly subject: FlowSubject;
}

type DirectionKey = 'inbound' | 'outbound' | 'nodes';

/** Returns the direction. A subnet that can't reach itself is described by its nodes. */
function directionKeyOf({ requirement }: CheckResult, { direction }: FlowSubject): DirectionKey {
  if (requirement === 'inbound-intra-subnet') return 'nodes';
  return direction === 'Inbound' ? 'inbound' : 'outbound';
}

function flowSentence(say: Say, subnet: string, { result, subject }: FlowReported): string {
  const { outcome } = result;
  const values = { subnet, remote: subject.remote, part: formatSubject(say, subject) };
  const directionKey = directionKeyOf(result, subject);
  switch (outcome.is) {
    case 'blocked':
      return say(`file.${directionKey}.blocked`, { ...values, by: decided(say, outcome.by) });
    case 'partly-blocked':
      return partlySentence(say, directionKey, {
        result,
        values: { ...values, by: decided(say, outcome.by) },
      });
    case 'reply-lost':
      return say('file.replyLost', {
        ...values,
        hop: formatHop(say, outcome.by),
        route: outcome.by.name || outcome.by.destination,
      });
    case 'forwarded':
      return say('file.forwarded', { ...values, hop: formatHop(say, outcome.by) });
    case 'allowed':
      return say(`file.${directionKey}.default`, {
        ...values,
        priority: outcome.by?.kind === 'rule' ? displayPriority(outcome.by) : '',
      });
    default:
      return requirementName(say, result.requirement);
  }
}

interface PartlyReported {
  readonly result: CheckResult;
  readonly values: Readonly<Record<'subnet' | 'remote' | 'part' | 'by', string>>;
}

/** Returns “reaches it on 443 but not on 445”, or “reaches only a part of it” if no port is completely open. */
function partlySentence(
  say: Say,
  directionKey: DirectionKey,
  { result: { allowed, blocked }, values }: PartlyReported,
): string {
  const nameOf = ({ protocol, ports }: FlowPart): string => `${protocol} ${ports}`;
  const shutNames = new Set(blocked.map(nameOf));
  const open = allowed.filter((one) => !isEverything(one) && !shutNames.has(nameOf(one)));
  const shut = blocked.filter((one) => !isEverything(one));
  if (open.length === 0 || shut.length === 0) return say(`file.${directionKey}.part`, values);
  return say(`file.${directionKey}.partly`, {
    ...values,
    open: formatParts(say, open),
    shut: formatParts(say, shut),
  });
}

/** Returns “rule 4096 'Deny-All' blocks it”, “no rule allows it”, or “route '10.0.0.0/8' drops it”. */
function decided(say: Say, by: Decider): string {
  switch (by.kind) {
    case 'route':
      return say('file.byRoute', { route: by.destination });
    case 'firewall-rule':
      return by.isDefault
        ? say('file.byNoFirewallRule', { firewall: by.firewallName })
        : say('file.byFirewall', { name: by.name, firewall: by.firewallName });
    case 'rule':
      return by.isDefault
        ? say('file.byNoRule', { priority: displayPriority(by) })
        : say('file.byRule', { priority: displayPriority(by), name: by.name });
  }
}
