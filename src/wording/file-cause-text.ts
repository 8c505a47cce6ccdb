import type { Cause } from '../core/cause';
import { displayPriority, type Decider, type DecidingRoute } from '../core/check-result';
import { isOfCause, type CauseProblem, type ReportedProblem } from '../file-checks/cause-problems';
import type { SubjectCheck } from '../file-checks/check-files';
import type { Say } from '../messages/say';
import { flowsOfCause, splitReason } from './cause-text';
import { afterColon } from './lower-after-colon';
import { formatProblem, resultSentence, withReadTime } from './problem-text';
import { formatReason } from './reason-text';
import { requirementName } from './requirement-text';
import { formatHop } from './subject-text';

/** A cause in files, with all subnets in which it decides. */
interface CauseOfSubnets {
  readonly cause: Cause;
  readonly subjects: readonly Pick<SubjectCheck, 'subnet' | 'compute'>[];
}

/**
 * Returns a problem in files in a sentence or two: the deciding component, the number of its flows, and the worst of
 * them.
 */
export function formatReported(say: Say, problem: ReportedProblem): string {
  return isOfCause(problem)
    ? withReadTime(say, formatCauseProblem(say, problem), problem)
    : formatProblem(say, problem);
}

function formatCauseProblem(say: Say, { cause, subjects, flows: [first] }: CauseProblem): string {
  const text = formatFileCause(say, { cause, subjects });
  const [worst] = cause.results;
  if (isOfSetting(cause)) {
    const n = subnetsOf(subjects).length - 1;
    const sentence = first.what.is === 'result' ? resultSentence(say, first.subnet, first.what.result) : text;
    return n > 0 ? say('file.cause.alsoIn', { text: sentence, n }) : sentence;
  }
  const flow = afterColon(say, requirementName(say, worst.requirement));
  const sentence = say(countOf(cause) > 1 ? 'file.cause.worst' : 'file.cause.only', { text, flow });
  const action = unknownAction(say, cause);
  return action === undefined ? sentence : `${sentence} ${action}`;
}

/** Returns the advice for a cause that can't be read. */
function unknownAction(say: Say, { by, because, kind }: Cause): string | undefined {
  const isUnknown = by === null && kind === 'not-readable' && because !== null;
  return isUnknown ? splitReason(formatReason(say, because)).action : undefined;
}

/**
 * Returns the deciding component, the number of its flows, and their subnets or compute resource, without a full stop:
 * “Rule 4096 'Deny-All' blocks 8 flows of 'snet-training'”.
 */
function formatFileCause(say: Say, { cause, subjects }: CauseOfSubnets): string {
  const { by, because, kind, results } = cause;
  const [first] = subjects;
  const subnet = first?.subnet.name ?? '';
  const n = countOf(cause);
  if (by && !isOfSetting(cause)) return decides(say, by, { kind, n, of: formatOf(say, subjects) });
  if (kind === 'not-readable' && because) {
    const of = formatOf(
      say,
      subjects.map((one) => ({ ...one, compute: null })),
    );
    const { why } = splitReason(afterColon(say, formatReason(say, because)));
    return say('file.cause.not-readable', { n, of, why });
  }
  return isOfSetting(cause)
    ? withoutStop(resultSentence(say, subnet, results[0]))
    : say('file.cause.no-outbound-access', { subnet, n });
}

/** Returns the number of flows that it decides, or of checks if it is a setting. */
function countOf(cause: Cause): number {
  return flowsOfCause(cause).size || cause.results.length;
}

/** True for a setting, which doesn't decide flows. */
function isOfSetting({ flows, status }: Cause): boolean {
  return flows === 0 && status === 'fails';
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}

function subnetsOf(subjects: CauseOfSubnets['subjects']): readonly string[] {
  return [...new Set(subjects.map(({ subnet }) => subnet.id.toLowerCase()))];
}

/** Returns “that 'cpu-train' needs”, “of 'snet-training'”, or “of 2 subnets”. */
function formatOf(say: Say, subjects: CauseOfSubnets['subjects']): string {
  const [first, ...others] = subjects;
  const n = subnetsOf(subjects).length;
  if (n > 1 || !first) return say('file.cause.ofSubnets', { n });
  return first.compute !== null && others.length === 0
    ? say('file.cause.ofCompute', { compute: first.compute })
    : say('file.cause.ofSubnet', { subnet: first.subnet.name });
}

interface Over {
  readonly kind: Cause['kind'];
  readonly n: number;
  readonly of: string;
}

function decides(say: Say, by: Decider, { kind, n, of }: Over): string {
  switch (by.kind) {
    case 'firewall-rule':
      return say('file.cause.firewall-blocks', { name: by.firewallName, n, of });
    case 'rule': {
      const values = { name: by.name, priority: displayPriority(by), holder: by.groupName, n, of };
      if (kind === 'admin-rule-blocks') return say('file.cause.admin-rule-blocks', values);
      return say(by.isDefault ? 'file.cause.nsg-default-blocks' : 'file.cause.nsg-rule-blocks', values);
    }
    case 'route':
      return routeDecides(say, by, { kind, n, of });
  }
}

function routeDecides(say: Say, by: DecidingRoute, { kind, n, of }: Over): string {
  if (kind === 'reply-route') return say('file.cause.reply-route', { hop: formatHop(say, by), n, of });
  if (kind === 'appliance-decides') {
    return by.nextHopAddress === null
      ? say('file.cause.on-premises-decides', { n, of })
      : say('file.cause.appliance-decides', { ip: by.nextHopAddress, n, of });
  }
  return by.tableName === null
    ? say('file.cause.route-drops.system', { prefix: by.destination, n, of })
    : say('file.cause.route-drops', { prefix: by.destination, table: by.tableName, n, of });
}
