import { assumptionsBehind } from '../checks/assumptions-behind';
import { causeLevel } from '../checks/causes';
import type { Cause } from '../core/cause';
import type { Finding } from '../core/finding';
import { statusOf, type CheckResult } from '../core/check-result';
import type { Say } from '../messages/say';
import { isSameForEverySubnet } from '../requirements/requirements';
import { markdownTable, markdownText } from '../plans/request/markdown-text';
import { blockedEarlierText, causePlace, causeTitle } from './cause-text';
import { formatDate, formatTime } from './dates';
import { formatReason } from './reason-text';
import { formatEffect } from './level-text';
import { requirementConsequence, requirementName, requirementSources } from './requirement-text';
import { formatPacket } from './subject-text';
import { formatNote, formatOutcome } from './outcome-text';

/** The results of a subnet or compute resource, with the data that they are based on. */
export interface ReadinessOf {
  readonly name: string;
  /** Purpose of the check, and location of the resource. */
  readonly lines: readonly string[];
  /** “3 to fix, 1 unknown” */
  readonly summary: string;
  /** Time in ISO format. */
  readonly readAt: string;
  /** ISO date of the service tags; empty if unknown. */
  readonly tagsDate: string;
  readonly results: readonly CheckResult[];
  /** Causes of the results that fail or aren't known, the worst first. */
  readonly causes: readonly Cause[];
  /** Findings of its NSGs and route tables, rule by rule. */
  readonly found: readonly Finding[];
}

/** Returns Markdown that is readable as plain text: causes with their packet and source, then every requirement. */
export function readinessReport(say: Say, all: readonly ReadinessOf[]): string {
  return `${all.map((one) => sectionText(say, one)).join('\n\n---\n\n')}\n`;
}

/** Returns the report's file name, which is never a path, whatever the resource's name. */
export function reportFile(say: Say, name: string): string {
  return say('report.file', { name }).replace(/[\\/:*?"<>|]/g, '-');
}

function sectionText(say: Say, one: ReadinessOf): string {
  const { name, lines, summary, readAt, tagsDate, results, causes, found } = one;
  const about = [
    ...lines,
    say('report.readAt', { date: formatDate(say, readAt), time: formatTime(say, readAt) }),
    ...(tagsDate === '' ? [] : [say('report.tags', { date: formatDate(say, tagsDate) })]),
  ];
  return [
    `# ${say('report.title', { name: markdownText(name) })}`,
    `**${markdownText(summary)}**`,
    about.map((line) => `- ${markdownText(line)}`).join('\n'),
    `## ${say('report.open')}`,
    openText(say, causes),
    ...foundText(say, found),
    `## ${say('report.all')}`,
    tableText(say, results),
    ...notesText(say, results),
    ...assumedText(say, results),
  ].join('\n\n');
}

function openText(say: Say, causes: readonly Cause[]): string {
  const open = causes.filter((one) => causeLevel(one) !== 'infos');
  return open.length === 0 ? say('report.none') : open.map((one) => causeText(say, one)).join('\n\n');
}

/** Returns the deciding component with its location, the packet and the impact of its worst flow, and all its flows. */
function causeText(say: Say, cause: Cause): string {
  const { results, packet } = cause;
  const [worst] = results;
  const place = causePlace(say, cause);
  const source = requirementSources(worst.requirement)[0];
  const details = [
    ...(packet === null ? [] : [say('report.packet', { packet: formatPacket(say, packet) })]),
    say('report.ifLeft', { consequence: requirementConsequence(say, worst.requirement, worst.kind) }),
    say('report.effect', { effect: formatEffect(say, worst) }),
    ...(source ? [say('report.source', { title: source.title })] : []),
  ];
  return [
    `### ${markdownText(causeTitle(say, cause))}`,
    ...(place === undefined ? [] : [markdownText(place)]),
    bullets(details),
    resultsTable(say, results),
    ...cause.blockedEarlier.map((one) => markdownText(blockedEarlierText(say, one))),
  ].join('\n\n');
}

function foundText(say: Say, found: readonly Finding[]): readonly string[] {
  if (found.length === 0) return [];
  const lines = found.map(({ place, check, text }) =>
    say('report.found.item', { group: place.resourceName, text: formatReason(say, text), id: check }),
  );
  return [`## ${say('report.found')}`, bullets(lines)];
}

function bullets(lines: readonly string[]): string {
  return lines.map((one) => `- ${markdownText(one)}`).join('\n');
}

function rowOf(say: Say, result: CheckResult): readonly string[] {
  const name = requirementName(say, result.requirement);
  return [name, formatOutcome(say, result, name).line, result.requirement];
}

function tableText(say: Say, results: readonly CheckResult[]): string {
  return resultsTable(
    say,
    results.filter((one) => !['note', 'hidden'].includes(statusOf(one.outcome))),
  );
}

function resultsTable(say: Say, results: readonly CheckResult[]): string {
  const rows = results.map((one) => rowOf(say, one).map(markdownText));
  const head = [say('report.requirement'), say('report.outcome'), say('report.id')];
  return markdownTable(head, rows).join('\n');
}

/** Returns the assumptions of the results, even if everything passes. */
function assumedText(say: Say, results: readonly CheckResult[]): readonly string[] {
  const all = assumptionsBehind(results).map((one) => formatReason(say, one));
  return all.length === 0 ? [] : [`## ${say('report.assumptions')}`, bullets(all)];
}

/** Returns questions for the network team. Those that are the same for every subnet are a single line. */
function notesText(say: Say, results: readonly CheckResult[]): readonly string[] {
  const notes = results.filter((one) => statusOf(one.outcome) === 'note');
  const toConfirm = notes.filter(({ requirement }) => !isSameForEverySubnet(requirement));
  const names = notes
    .filter(({ requirement }) => isSameForEverySubnet(requirement))
    .map(({ requirement }) => requirementName(say, requirement));
  const lines = toConfirm.map((one) =>
    say('report.note', { name: requirementName(say, one.requirement), ask: formatNote(say, one) }),
  );
  const list = new Intl.ListFormat(say.language, { type: 'conjunction' }).format(names);
  return [
    ...(lines.length === 0 ? [] : [`## ${say('report.notes')}`, bullets(lines)]),
    ...(names.length === 0 ? [] : [markdownText(say('report.goodToKnow', { names: list }))]),
  ];
}
