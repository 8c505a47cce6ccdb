import { assumptionsBehind } from '../../checks/assumptions-behind';
import { countsAs } from '../../checks/summary';
import { byEffect, statusOf, type CheckResult } from '../../core/check-result';
import { isPlanKind } from '../../core/compute-kinds';
import type { TestedEdits } from '../../file-checks/edits/tested-edits';
import { shortName } from '../../documents/subjects/subjects';
import type { Reason } from '../../core/reason';
import type { MessageKey } from '../../messages/en/catalog';
import type { Say } from '../../messages/say';
import { changeLines } from '../../wording/change-text';
import { formatReason } from '../../wording/reason-text';
import { formatEffect } from '../../wording/level-text';
import { requirementConsequence, requirementName } from '../../wording/requirement-text';
import { formatPacket } from '../../wording/subject-text';
import { formatNote, formatOutcome } from '../../wording/outcome-text';
import type { SubnetCheck } from '../check';
import { isReported, summaryText, type RunSummary } from '../ledger';
import { shownDecider } from './deciders';
import { placeText } from './place-text';
import { asTogether, fixText, writtenText } from './fix-text';

type Shown = 'toFix' | 'unknown' | 'advised' | 'info';

/** What a report is of, each worded. */
interface ReportTexts {
  readonly subnets: readonly string[];
  readonly findings: readonly string[];
  /** Which subnets were not checked, and why. */
  readonly notChecked: readonly string[];
  /** Names of what applies to every subnet alike. */
  readonly everywhere: readonly string[];
  readonly summary: RunSummary;
  /** Why the files could hold what the report is about where it isn't found; null where they certainly don't. */
  readonly hidden: 'modules' | 'work' | null;
}

/**
 * The report a person reads: of each subnet what is open or unknown and what was assumed, then what groups and tables
 * have, then what the run read and found.
 */
export function textReport(
  say: Say,
  { subnets, findings, notChecked, everywhere, summary, hidden }: ReportTexts,
): string {
  const found = findings.length === 0 ? [] : [say('terminal.findings'), ...findings];
  const once = everywhere.length === 0 ? [] : [say('report.goodToKnow', { names: everywhere })];
  const all = [...subnets, ...once, ...found, ...notChecked];
  const shown = all.length === 0 ? [say(nothingFound(summary, hidden))] : all;
  return `${[...shown, summaryText(say, summary)].join('\n\n')}\n`;
}

/** What isn't read isn't known to hold no subnet. */
function nothingFound({ notReadable }: RunSummary, hidden: ReportTexts['hidden']): MessageKey {
  if (hidden === 'work') return 'terminal.nothingEvaluated';
  if (hidden === 'modules') return 'terminal.nothingKnown';
  return notReadable.length > 0 ? 'terminal.nothingRead' : 'terminal.nothingMeant';
}

/** What the report says of one subnet. */
export function subnetText(say: Say, check: SubnetCheck): string {
  const counted = (count: Shown): readonly CheckResult[] =>
    byEffect(check.results).filter((one) => isReported(check, one) && countsAs(one) === count);
  // What only informs counts for nothing, and is shown all the same.
  const informing = (status: 'open' | 'unknown'): readonly CheckResult[] =>
    byEffect(check.results).filter(
      (one) => isReported(check, one) && one.severity === 'info' && statusOf(one.outcome) === status,
    );
  const items = (count: 'toFix' | 'advised'): readonly string[] =>
    counted(count).map((one) => itemOf(say, check, { one, count }));
  return [
    titleOf(say, check),
    summaryOf(say, check),
    ...items('toFix'),
    ...unknownsOf(say, counted('unknown'), 'unknown'),
    ...items('advised'),
    ...informing('open').map((one) => itemOf(say, check, { one, count: 'info' })),
    ...unknownsOf(say, informing('unknown'), 'info'),
    ignoredOf(say, check),
    restOf(say, check),
    notesOf(say, check),
    fixAllOf(say, check),
    assumedOf(say, check),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function ignoredOf(say: Say, { ignored }: SubnetCheck): string {
  return ignored.size === 0 ? '' : say('terminal.ignored', { n: ignored.size, ids: [...ignored].sort() });
}

/** What is not known for one reason stands together: one file that lacks may leave twenty requirements open. */
function unknownsOf(say: Say, results: readonly CheckResult[], label: 'unknown' | 'info'): readonly string[] {
  const byReason = new Map<string, CheckResult[]>();
  for (const one of results) {
    const why = formatOutcome(say, one).line;
    byReason.set(why, [...(byReason.get(why) ?? []), one]);
  }
  return [...byReason].map(([why, all]) =>
    [...all.map((one) => headOf(say, one, label)), `    ${why}`].join('\n'),
  );
}

function titleOf(say: Say, check: SubnetCheck): string {
  const values = { subnet: shortName(check), compute: check.compute ?? '' };
  const { kind } = check.plan;
  if (kind.known && !isPlanKind(kind.value)) {
    return say(check.compute === null ? 'terminal.titleServerless' : 'terminal.titleServerlessOf', values);
  }
  return say(check.compute === null ? 'terminal.title' : 'terminal.titleFor', values);
}

function summaryOf(say: Say, check: SubnetCheck): string {
  const { toFix, unknown, advised } = check.summary;
  const parts = [
    ...(toFix > 0 ? [say('terminal.toFix', { n: toFix })] : []),
    ...(unknown > 0 ? [say('terminal.unknown', { n: unknown })] : []),
    ...(advised > 0 ? [say('terminal.advised', { n: advised })] : []),
  ];
  const word = wordOf(say, check);
  return parts.length === 0 ? word : say('terminal.summary', { word, parts });
}

function wordOf(say: Say, { summary, onlyIf }: SubnetCheck): string {
  const { toFix, ready, dnsUnchecked } = summary;
  if (toFix > 0) return say('terminal.notReady');
  if (onlyIf === null) {
    return say('terminal.readyNever', { options: '--public-ip, --compute, --workspace' });
  }
  if (!ready) return say('terminal.cannotTell');
  const word = readyWord(say, onlyIf);
  return dnsUnchecked ? say('terminal.dnsNotChecked', { word }) : word;
}

function readyWord(say: Say, onlyIf: readonly Reason[]): string {
  if (onlyIf.length === 0) return say('terminal.ready');
  const all = onlyIf.map((one) => formatReason(say, one));
  return say('terminal.readyAssuming', { what: new Intl.ListFormat(say.language).format(all) });
}

interface Item {
  readonly one: CheckResult;
  readonly count: 'toFix' | 'advised' | 'info';
}

function itemOf(say: Say, { fixes, fixAll, written, places }: SubnetCheck, { one, count }: Item): string {
  const by = shownDecider(one.outcome);
  const place = by && places.ofDecider(by);
  const fix = fixes.get(one.requirement);
  const lines = [
    formatOutcome(say, one).line,
    ...one.assumptions.filter(isCause).map((each) => formatReason(say, each)),
    ...(place ? [placeText(place)] : []),
    ...(one.packet ? [formatPacket(say, one.packet)] : []),
    requirementConsequence(say, one.requirement, one.kind),
    formatEffect(say, one),
    ...(fix
      ? fixText(say, asTogether(fix, fixAll))
      : writtenOrAdvice(say, written?.get(one.requirement), { one, count })),
  ];
  return [headOf(say, one, count), ...lines.map((line) => `    ${line}`)].join('\n');
}

/** Why a firewall blocks what one of its rules seems to allow: part of the result, and nothing assumed. */
function isCause({ key }: Reason): boolean {
  return key === 'assumed.firewallWildcard';
}

/** Where nothing can be written, what to do instead; what only informs asks for nothing. */
function writtenOrAdvice(
  say: Say,
  written: TestedEdits | undefined,
  { one, count }: Item,
): readonly string[] {
  if (written || count === 'info') return writtenText(say, written);
  return [say('terminal.advice', { advice: formatReason(say, one.advice) })];
}

function headOf(say: Say, { requirement }: CheckResult, count: Shown): string {
  const label = say(`terminal.label.${count}`);
  return say('terminal.head', { label, name: requirementName(say, requirement), id: requirement });
}

function fixAllOf(say: Say, { fixAll }: SubnetCheck): string {
  if (fixAll === null || fixAll.requirements.length < 2) return '';
  const lines = fixAll.changes.flatMap((one) => changeLines(say, one)).map((line) => `    ${line}`);
  return [say('terminal.fixAll'), ...lines].join('\n');
}

function restOf(say: Say, { summary }: SubnetCheck): string {
  return say('terminal.rest', {
    met: summary.met,
    byDefault: summary.onlyByDefault,
    notes: summary.notes,
    notNeeded: summary.notNeeded,
  });
}

/** What no file shows, each with what to confirm. */
function notesOf(say: Say, { results }: SubnetCheck): string {
  const notes = results.filter((one) => countsAs(one) === 'notes');
  return listOf(
    say('terminal.notes'),
    notes.map((one) =>
      say('terminal.note', {
        name: requirementName(say, one.requirement),
        id: one.requirement,
        what: formatNote(say, one),
      }),
    ),
  );
}

/** What the files left open, then what all results rest on, each once: also where everything passes. */
function assumedOf(say: Say, { assumed, results }: SubnetCheck): string {
  const basis = assumptionsBehind(results)
    .filter((one) => !isCause(one))
    .map((one) => formatReason(say, one));
  return [
    listOf(
      say('terminal.assumed'),
      assumed.map((one) => formatReason(say, one)),
    ),
    listOf(say('terminal.basis'), [...new Set(basis)]),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function listOf(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines.map((line) => `    ${line}`)].join('\n');
}
