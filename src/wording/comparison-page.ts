import type { SubnetComparison, VerdictChange } from '../checks/compare-subnets';
import type { Decider } from '../core/judgement';
import type { FlowChange } from '../core/reach/compare';
import type { Reason } from '../core/reason';
import type { Say } from '../messages/say';
import { markdownTable, markdownText } from '../plans/request/markdown-text';
import { wordReason } from './reason-words';
import { requirementShortName } from './requirement-words';
import { wordPacket, wordParts } from './subject-words';
import { wordVerdict } from './verdict-words';

/** Two states of one subnet, and how each is called: a file, or Azure. */
export interface Compared {
  readonly subnet: string;
  readonly before: string;
  readonly after: string;
  readonly comparison: SubnetComparison;
  /** What was taken for granted of the compute or the network. */
  readonly assumed: readonly Reason[];
}

/** Markdown that reads well as plain text: what opens and closes, each with a packet, then verdicts that differ. */
export function comparisonPage(say: Say, compared: Compared): string {
  const { subnet, before, after, comparison, assumed } = compared;
  const { opens, closes, verdicts } = comparison;
  const names = { subnet: markdownText(subnet), before: markdownText(before), after: markdownText(after) };
  const parts = [
    `# ${say('compare.title', names)}`,
    say('compare.about', names),
    ...addressNote(say, comparison, names),
    `## ${say('compare.opens', { n: opens.length })}`,
    flowLines(say, opens, 'compare.nothingOpens'),
    `## ${say('compare.closes', { n: closes.length })}`,
    flowLines(say, closes, 'compare.nothingCloses'),
    `## ${say('compare.verdicts', { n: verdicts.length })}`,
    verdictTable(say, verdicts, names),
    ...(assumed.length > 0
      ? [
          `## ${say('compare.assumed')}`,
          assumed.map((one) => `- ${markdownText(wordReason(say, one))}`).join('\n'),
        ]
      : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

interface Names {
  readonly before: string;
  readonly after: string;
}

/** A comparison of addresses that only one of both has would say nothing. */
function addressNote(
  say: Say,
  { addresses: { shared, before, after } }: SubnetComparison,
  names: Names,
): readonly string[] {
  if (shared === 'all' || shared === 'unknown') return [];
  const values = { ...names, was: before.join(', '), is: after.join(', ') };
  return [`**${say(shared === 'some' ? 'compare.otherAddresses' : 'compare.noSharedAddress', values)}**`];
}

/** True where nothing is different. */
export function isSame({ opens, closes, verdicts, addresses }: SubnetComparison): boolean {
  const isOther = addresses.shared === 'some' || addresses.shared === 'none';
  return !isOther && opens.length + closes.length + verdicts.length === 0;
}

/** A list longer than this is not read. */
const mostLines = 40;

function flowLines(
  say: Say,
  changes: readonly FlowChange[],
  none: 'compare.nothingOpens' | 'compare.nothingCloses',
): string {
  if (changes.length === 0) return say(none);
  // What is certain first, what concerns most addresses before the rest.
  const sorted = [...changes].sort(
    (a, b) => Number(b.certain) - Number(a.certain) || rangesOf(b) - rangesOf(a),
  );
  const lines = sorted.slice(0, mostLines).map((one) => `- ${flowLine(say, one)}`);
  const rest = sorted.length - lines.length;
  return [...lines, ...(rest > 0 ? [`- ${say('compare.more', { n: rest })}`] : [])].join('\n');
}

function rangesOf({ parts }: FlowChange): number {
  return parts.reduce((sum, { ranges }) => sum + ranges, 0);
}

function flowLine(say: Say, change: FlowChange): string {
  const { direction, parts, by, certain, packet } = change;
  const values = {
    way: say(direction === 'Outbound' ? 'compare.out' : 'compare.in'),
    what: markdownText(wordParts(say, parts)),
    n: Math.max(...parts.map(({ ranges }) => ranges)),
    by: markdownText(deciderText(say, by)),
    packet: markdownText(wordPacket(say, packet)),
  };
  return say(certain ? 'compare.flow' : 'compare.flowPerhaps', values);
}

function deciderText(say: Say, by: Decider | null): string {
  if (by === null) return say('verdict.byNoGroup');
  switch (by.kind) {
    case 'route':
      return say('compare.byRoute', { destination: by.destination });
    case 'firewall-rule':
      return say('verdict.byFirewall', { name: by.name, firewall: by.firewallName });
    case 'rule': {
      const key = by.level === 'network-manager' ? 'verdict.byAdminRule' : 'verdict.byRule';
      return say(key, { priority: by.priority, name: by.name });
    }
  }
}

function verdictTable(say: Say, verdicts: readonly VerdictChange[], { before, after }: Names): string {
  if (verdicts.length === 0) return say('compare.sameVerdicts');
  const rows = verdicts.map((one) => [
    requirementShortName(say, one.after.requirement),
    verdictText(say, one.before),
    verdictText(say, one.after),
  ]);
  return markdownTable([say('compare.requirement'), before, after], rows).join('\n');
}

function verdictText(say: Say, judgement: VerdictChange['after']): string {
  const { word, rest } = wordVerdict(say, judgement);
  return markdownText([word, rest].filter(Boolean).join(' '));
}
