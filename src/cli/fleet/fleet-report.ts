import type { BaselineOfRun } from '../../contract/baseline';
import type { FleetReport, FleetRow } from '../../contract/fleet-report';
import type { Reason } from '../../core/reason';
import type { Say } from '../../messages/say';
import { markdownRow, markdownText } from '../../plans/request/markdown-text';
import { formatReason } from '../../wording/reason-text';
import type { ReportInput } from '../source-reports/report-input';
import { printableText } from '../printable-text';
import { reportHeadOf } from '../report/json-parts';
import { reportJsonText } from '../report/json-text';

/** The rows of a run, and the data that they're based on. */
export interface Fleet {
  readonly rows: readonly FleetRow[];
  /** Reasons why resources may be missing. Empty if the result is complete. */
  readonly incomplete: readonly Reason[];
  readonly baseline: BaselineOfRun | undefined;
}

/** Describes the data that Resource Graph doesn't have. No row is based on it. */
export function notReadIn(say: Say): string[] {
  return [
    say('fleet.notRead.dns'),
    say('fleet.notRead.routes'),
    say('fleet.notRead.roles'),
    say('fleet.notRead.services'),
    say('fleet.notRead.compute'),
  ];
}

/** Counts the subnets with each state. */
function countStates(rows: readonly FleetRow[]): FleetReport['summary']['states'] {
  const states = { 'not-ready': 0, unknown: 0, conditional: 0 };
  for (const { state } of rows) states[state] += 1;
  return states;
}

/** Summarizes how much a run checked. */
function summaryOf(rows: readonly FleetRow[]): FleetReport['summary'] {
  const network = ({ subscription, resourceGroup, network: name }: FleetRow): string =>
    [subscription, resourceGroup, name].join('/').toLowerCase();
  return {
    subscriptions: new Set(rows.map((one) => one.subscription.toLowerCase())).size,
    networks: new Set(rows.map(network)).size,
    subnets: rows.length,
    states: countStates(rows),
  };
}

/** Returns a summary such as `300 subnets in 20 networks: 12 not ready, 3 unknown`. */
export function fleetSummary(say: Say, rows: readonly FleetRow[]): string {
  const { subscriptions, networks, subnets, states } = summaryOf(rows);
  const parts = (Object.keys(states) as FleetRow['state'][]).flatMap((state) =>
    states[state] > 0 ? [say(`fleet.count.${state}`, { n: states[state] })] : [],
  );
  return say('fleet.summary', {
    subnets: say('fleet.subnets', { n: subnets }),
    networks: say('fleet.networks', { n: networks }),
    subscriptions: say('fleet.subscriptions', { n: subscriptions }),
    parts,
  });
}

/** Returns the JSON report, described by docs/fleet-report.schema.json. */
export function fleetJson(reportInput: ReportInput, { rows, incomplete, baseline }: Fleet): string {
  const { say } = reportInput;
  const report: FleetReport = {
    ...reportHeadOf(reportInput),
    isComplete: incomplete.length === 0,
    incomplete: incomplete.map((one) => formatReason(say, one)),
    notRead: notReadIn(say),
    summary: summaryOf(rows),
    subnets: [...rows],
    ...(baseline ? { baseline } : {}),
  };
  return `${reportJsonText(report)}\n`;
}

/** Names of the columns. They never change, and aren't localized. */
const columns = [
  'subscription',
  'resource_group',
  'network',
  'subnet',
  'computes',
  'for_azure_ml',
  'state',
  'only_if',
  'errors',
  'unknown',
  'warnings',
  'causes',
  'not_known',
  'not_read',
  'next_step',
  'change',
  'id',
] as const;

/** Returns comma-separated values (RFC 4180) that spreadsheets don't interpret as formulas. */
export function fleetCsv(say: Say, { rows }: Fleet): string {
  const notRead = notReadIn(say);
  const lines = rows.map((row) => {
    const cells: Readonly<Record<(typeof columns)[number], readonly string[]>> = {
      subscription: [row.subscription],
      resource_group: [row.resourceGroup],
      network: [row.network],
      subnet: [row.subnet],
      computes: row.computes,
      for_azure_ml: [row.isForAzureMl === null ? 'unknown' : row.isForAzureMl ? 'yes' : 'no'],
      state: [row.state],
      only_if: row.onlyIf,
      errors: [String(row.counts.errors)],
      unknown: [String(row.counts.unknown)],
      warnings: [String(row.counts.warnings)],
      causes: failingTitles(row),
      not_known: row.unknown,
      not_read: notRead,
      next_step: [row.nextStep],
      change: [row.change ?? ''],
      id: [row.id],
    };
    return columns.map((name) => csvCell(cells[name].join('; '))).join(',');
  });
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

/** Returns the failing requirements. Unknown ones have a separate column. */
function failingTitles({ causes }: FleetRow): readonly string[] {
  return causes.filter((one) => one.status === 'fails' && one.severity !== 'info').map(({ title }) => title);
}

/**
 * Matches a cell that spreadsheets interpret as a formula. It starts with one of these characters, also after white
 * space and quotes (OWASP, CSV injection, 2026-11-30). Their full-width forms count too.
 */
const formula = /^[\s'"]*[=+\-@|%＝＋－＠]/;

/** Writes a cell on one line. */
export function csvCell(value: string): string {
  const line = printableText(value).replaceAll(/[\r\n\t]+/g, ' ');
  const text = formula.test(line) ? `'${line}` : line;
  return /[",;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A comment on a pull request can have at most 65,536 characters (GitHub, 2026-11-30). */
const mostCharacters = 60_000;

const changeRank = { new: 0, changed: 1, gone: 2, same: 3 } as const;
const stateRank = { 'not-ready': 0, unknown: 1, conditional: 2 } as const;

/** Returns the Markdown report: changes first, then the most severe problems, up to the maximum length. */
export function fleetMarkdown(say: Say, { rows, incomplete, baseline }: Fleet): string {
  const head = [
    `## ${say('fleet.title')}`,
    '',
    `**${markdownText(fleetSummary(say, rows))}**`,
    '',
    ...incomplete.flatMap((one) => [markdownText(formatReason(say, one)), '']),
    ...(baseline ? [markdownText(changesText(say, rows)), ''] : []),
  ];
  const tail = [markdownText(say('fleet.notReadList', { all: notReadIn(say) })), ''];
  const sorted = [...rows].sort(
    (a, b) =>
      changeRank[a.change ?? 'same'] - changeRank[b.change ?? 'same'] ||
      stateRank[a.state] - stateRank[b.state],
  );
  let room = mostCharacters - [...head, ...tail].join('\n').length;
  const lines: string[] = [];
  for (const one of sorted) {
    const line = markdownRow(cellsOf(say, one, baseline !== undefined));
    room -= line.length + 1;
    if (room < 0) break;
    lines.push(line);
  }
  const left = rows.length - lines.length;
  const titles = [
    say('fleet.column.network'),
    say('fleet.column.subnet'),
    say('fleet.column.group'),
    say('fleet.column.subscription'),
    say('fleet.column.state'),
    say('fleet.column.causes'),
    say('fleet.column.unknown'),
    say('fleet.column.next'),
    ...(baseline ? [say('fleet.column.change')] : []),
  ];
  return [
    ...head,
    ...[titles, titles.map(() => '---')].map(markdownRow),
    ...lines,
    '',
    ...(left > 0 ? [say('fleet.left', { n: left }), ''] : []),
    ...tail,
  ].join('\n');
}

/** Returns how many subnets changed since the baseline. */
export function changesText(say: Say, rows: readonly FleetRow[]): string {
  const count = (change: FleetRow['change']): number => rows.filter((one) => one.change === change).length;
  return say('fleet.changes', { added: count('new'), changed: count('changed'), gone: count('gone') });
}

function cellsOf(say: Say, row: FleetRow, hasBaseline: boolean): readonly string[] {
  const text = (all: readonly string[]): string => all.map(markdownText).join('<br>');
  const state = say(`fleet.state.${row.state}`);
  return [
    text([row.network]),
    text([row.subnet]),
    text([row.resourceGroup]),
    text([row.subscription]),
    text([row.onlyIf.length > 0 ? say('fleet.stateIf', { state, all: row.onlyIf }) : state]),
    text(failingTitles(row)),
    text(row.unknown),
    text([row.nextStep]),
    ...(hasBaseline
      ? [row.change === null || row.change === 'same' ? '' : say(`fleet.change.${row.change}`)]
      : []),
  ];
}
