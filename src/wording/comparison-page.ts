import type { SubnetComparison, OutcomeChange } from '../checks/compare-subnets';
import { displayPriority, type Decider } from '../core/check-result';
import { isSameEnd, type FlowChange, type FlowUnknown, type OpenEnd } from '../core/reach/compare';
import type { Reason } from '../core/reason';
import type { Say } from '../messages/say';
import { markdownTable, markdownText } from '../plans/request/markdown-text';
import { formatReason } from './reason-text';
import { requirementShortName } from './requirement-text';
import { formatPacket, formatParts } from './subject-text';
import { handedOnText, undecidedText, formatOutcome } from './outcome-text';

/** Two states of a subnet, and the name of each: a file, or Azure. */
export interface Compared {
  readonly subnet: string;
  readonly before: string;
  readonly after: string;
  /** Note about names that differ between the two, if any. */
  readonly note?: string | null;
  readonly comparison: SubnetComparison;
  /** Assumptions about the compute resource or the network. */
  readonly assumed: readonly Reason[];
}

/**
 * Returns Markdown that is readable as plain text: what opens and closes, each with a packet, then unknowns, then
 * results that differ.
 */
export function comparisonPage(say: Say, compared: Compared): string {
  const { subnet, before, after, comparison, assumed, note = null } = compared;
  const { opens, closes, unknown, outcomes } = comparison;
  const names = { subnet: markdownText(subnet), before: markdownText(before), after: markdownText(after) };
  const parts = [
    `# ${say('compare.title', names)}`,
    ...(note === null ? [] : [markdownText(note)]),
    say('compare.about', names),
    ...addressNote(say, comparison, names),
    `## ${say('compare.opens', { n: opens.length })}`,
    flowLines(say, opens, say('compare.nothingOpens')),
    `## ${say('compare.closes', { n: closes.length })}`,
    flowLines(say, closes, say('compare.nothingCloses')),
    ...(unknown.length > 0
      ? [`## ${say('compare.unknown', { n: unknown.length })}`, unknownLines(say, unknown, names)]
      : []),
    `## ${say('compare.outcomes', { n: outcomes.length })}`,
    outcomeTable(say, outcomes, names),
    ...(assumed.length > 0
      ? [
          `## ${say('compare.assumed')}`,
          assumed.map((one) => `- ${markdownText(formatReason(say, one))}`).join('\n'),
        ]
      : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

interface Names {
  readonly before: string;
  readonly after: string;
}

/**
 * Returns a note if the addresses differ, because a comparison of addresses in only one of the states wouldn't be
 * meaningful.
 */
function addressNote(
  say: Say,
  { addresses: { shared, before, after } }: SubnetComparison,
  names: Names,
): readonly string[] {
  if (shared === 'all' || shared === 'unknown') return [];
  const values = { ...names, was: before, is: after };
  return [`**${say(shared === 'some' ? 'compare.otherAddresses' : 'compare.noSharedAddress', values)}**`];
}

/** True if there is no difference. */
export function isWithoutDifference({
  opens,
  closes,
  unknown,
  outcomes,
  addresses,
}: SubnetComparison): boolean {
  const isOther = addresses.shared === 'some' || addresses.shared === 'none';
  const becomes = unknown.filter(({ before, after }) => !isSameEnd(before, after));
  return !isOther && opens.length + closes.length + becomes.length + outcomes.length === 0;
}

/** Maximum number of lines of a list, because users don't read longer ones. */
const mostLines = 40;

function flowLines(say: Say, changes: readonly FlowChange[], none: string): string {
  if (changes.length === 0) return none;
  // Certain changes come first, and changes of more addresses before the others.
  const sorted = [...changes].sort(
    (a, b) => Number(b.certain) - Number(a.certain) || rangesOf(b) - rangesOf(a),
  );
  return cutLines(say, sorted, (one) => flowLine(say, one));
}

/** Returns the unknowns: those that appear or disappear come before those that stay. */
function unknownLines(say: Say, all: readonly FlowUnknown[], names: Names): string {
  const stays = ({ before, after }: FlowUnknown): number => Number(isSameEnd(before, after));
  const sorted = [...all].sort((a, b) => stays(a) - stays(b) || rangesOf(b) - rangesOf(a));
  return cutLines(say, sorted, (one) => unknownLine(say, one, names));
}

function cutLines<T>(say: Say, all: readonly T[], word: (one: T) => string): string {
  const lines = all.slice(0, mostLines).map((one) => `- ${word(one)}`);
  const rest = all.length - lines.length;
  return [...lines, ...(rest > 0 ? [`- ${say('compare.more', { n: rest })}`] : [])].join('\n');
}

function rangesOf({ parts }: Pick<FlowChange, 'parts'>): number {
  return parts.reduce((sum, { ranges }) => sum + ranges, 0);
}

function flowLine(say: Say, change: FlowChange): string {
  const values = { ...flowValues(say, change), by: markdownText(deciderText(say, change.by)) };
  return say(change.certain ? 'compare.flow' : 'compare.flowPerhaps', values);
}

function unknownLine(say: Say, one: FlowUnknown, { before, after }: Names): string {
  const values = flowValues(say, one);
  const [was, is] = [endText(say, one.before), endText(say, one.after)];
  return was === is
    ? say('compare.unknownBoth', { ...values, end: is })
    : say('compare.unknownChange', { ...values, before, after, was, is });
}

function flowValues(say: Say, { direction, parts, packet }: Omit<FlowUnknown, 'before' | 'after'>) {
  return {
    way: say(direction === 'Outbound' ? 'compare.out' : 'compare.in'),
    what: markdownText(formatParts(say, parts)),
    n: Math.max(...parts.map(({ ranges }) => ranges)),
    packet: markdownText(formatPacket(say, packet)),
  };
}

/** Returns “Allowed”, “Goes to an appliance 10.0.1.4”, or “Unknown: …”, without a full stop. */
function endText(say: Say, end: OpenEnd): string {
  switch (end.is) {
    case 'passes':
      return say('outcome.allowed');
    case 'forwarded':
      return markdownText(handedOnText(say, end).line);
    case 'unknown':
      return markdownText(undecidedText(say, end.because).line.replace(/\.$/, ''));
  }
}

function deciderText(say: Say, by: Decider | null): string {
  if (by === null) return say('outcome.byNoGroup');
  switch (by.kind) {
    case 'route':
      return say('compare.byRoute', { destination: by.destination });
    case 'firewall-rule':
      return by.isDefault
        ? say('outcome.byNoFirewallRule', { firewall: by.firewallName })
        : say('outcome.byFirewall', { name: by.name, firewall: by.firewallName });
    case 'rule': {
      const key = by.level === 'network-manager' ? 'outcome.byAdminRule' : 'outcome.byRule';
      return say(key, { priority: displayPriority(by), name: by.name });
    }
  }
}

function outcomeTable(say: Say, outcomes: readonly OutcomeChange[], { before, after }: Names): string {
  if (outcomes.length === 0) return say('compare.sameOutcomes');
  const rows = outcomes.map((one) => [
    requirementShortName(say, one.after.requirement),
    outcomeText(say, one.before),
    outcomeText(say, one.after),
  ]);
  return markdownTable([say('compare.requirement'), before, after], rows).join('\n');
}

function outcomeText(say: Say, result: OutcomeChange['after']): string {
  const title = requirementShortName(say, result.requirement);
  return markdownText(formatOutcome(say, result, title).line);
}
