import { assumptionsBehind } from '../checks/assumptions-behind';
import { countsAs } from '../checks/summary';
import type { Finding } from '../core/finding';
import { byEffect, statusOf, type CheckResult } from '../core/check-result';
import type { Say } from '../messages/say';
import { isSameForEverySubnet } from '../requirements/requirements';
import { markdownTable, markdownText } from '../plans/request/markdown-text';
import { formatDate, formatTime } from './dates';
import { formatReason } from './reason-text';
import { formatEffect } from './level-text';
import { requirementConsequence, requirementName, requirementSources } from './requirement-text';
import { formatPacket } from './subject-text';
import { formatNote, formatOutcome } from './outcome-text';

/** The results of one subnet or compute, with what they stand on. */
export interface ReadinessOf {
  readonly name: string;
  /** What it was checked for, and where it is. */
  readonly lines: readonly string[];
  /** “3 to fix, 1 unknown” */
  readonly summary: string;
  /** ISO time. */
  readonly readAt: string;
  /** ISO date of the service tags; empty where not known. */
  readonly tagsDate: string;
  readonly results: readonly CheckResult[];
  /** What its security groups and route tables have, rule by rule. */
  readonly found: readonly Finding[];
}

/** Markdown that reads well as plain text: what is open with its packet and source, then every requirement. */
export function readinessReport(say: Say, all: readonly ReadinessOf[]): string {
  return `${all.map((one) => sectionText(say, one)).join('\n\n---\n\n')}\n`;
}

/** The report's file name: never a path, whatever the resource is called. */
export function reportFile(say: Say, name: string): string {
  return say('report.file', { name }).replace(/[\\/:*?"<>|]/g, '-');
}

function sectionText(say: Say, one: ReadinessOf): string {
  const { name, lines, summary, readAt, tagsDate, results, found } = one;
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
    openText(say, results),
    ...foundText(say, found),
    `## ${say('report.all')}`,
    tableText(say, results),
    ...notesText(say, results),
    ...assumedText(say, results),
  ].join('\n\n');
}

const gravity = ['toFix', 'unknown', 'advised'] as const;

function openText(say: Say, results: readonly CheckResult[]): string {
  const open = gravity.flatMap((count) => byEffect(results).filter((one) => countsAs(one) === count));
  return open.length === 0 ? say('report.none') : open.map((one) => openItem(say, one)).join('\n\n');
}

function openItem(say: Say, result: CheckResult): string {
  const { requirement, packet } = result;
  const source = requirementSources(requirement)[0];
  const details = [
    ...(packet === null ? [] : [say('report.packet', { packet: formatPacket(say, packet) })]),
    say('report.ifLeft', { consequence: requirementConsequence(say, requirement, result.kind) }),
    say('report.effect', { effect: formatEffect(say, result) }),
    ...result.assumptions.map((one) => say('report.assumed', { text: formatReason(say, one) })),
    ...(source ? [say('report.source', { title: source.title })] : []),
  ];
  const heading = `### ${markdownText(requirementName(say, requirement))}`;
  return [heading, markdownText(outcomeText(say, result)), bullets(details)].join('\n\n');
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

function outcomeText(say: Say, result: CheckResult): string {
  return formatOutcome(say, result).line;
}

function tableText(say: Say, results: readonly CheckResult[]): string {
  const shown = results.filter((one) => !['note', 'hidden'].includes(statusOf(one.outcome)));
  const rows = shown.map((one) =>
    [requirementName(say, one.requirement), outcomeText(say, one), one.requirement].map(markdownText),
  );
  const head = [say('report.requirement'), say('report.verdict'), say('report.id')];
  return markdownTable(head, rows).join('\n');
}

/** What the results rest on, also where everything passes. */
function assumedText(say: Say, results: readonly CheckResult[]): readonly string[] {
  const all = assumptionsBehind(results).map((one) => formatReason(say, one));
  return all.length === 0 ? [] : [`## ${say('report.assumptions')}`, bullets(all)];
}

/** Questions for the network team; what is the same for every subnet is one line. */
function notesText(say: Say, results: readonly CheckResult[]): readonly string[] {
  const notes = results.filter((one) => statusOf(one.outcome) === 'note');
  const asked = notes.filter(({ requirement }) => !isSameForEverySubnet(requirement));
  const names = notes
    .filter(({ requirement }) => isSameForEverySubnet(requirement))
    .map(({ requirement }) => requirementName(say, requirement));
  const lines = asked.map((one) =>
    say('report.note', { name: requirementName(say, one.requirement), ask: formatNote(say, one) }),
  );
  const list = new Intl.ListFormat(say.language, { type: 'conjunction' }).format(names);
  return [
    ...(lines.length === 0 ? [] : [`## ${say('report.notes')}`, bullets(lines)]),
    ...(names.length === 0 ? [] : [markdownText(say('report.goodToKnow', { names: list }))]),
  ];
}
