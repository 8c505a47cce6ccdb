import { displayText } from '../../core/text/display-text';
import type { MessageKey } from '../../messages/en/catalog';
import type { Say } from '../../messages/say';
import { isNothingChecked, summaryLines, type RunSummary } from '../run-summary';
import { styled, type Screen, type StyledText, type TextStyle, type StyledLine } from '../screen';
import { placeText } from './place-text';
import {
  formatRowMessage,
  isCauseRow,
  rowFlows,
  mergeRows,
  type ReportRow,
  type RowLevel,
} from './report-row';
import { hintLines, type HintContext } from './text-hints';

/** The content of a report. */
export interface ReportTexts {
  readonly rows: readonly ReportRow[];
  /** The state of each subnet. Shown with all flows. */
  readonly subnets: readonly string[];
  /** The subnets that weren't checked, with the reasons. */
  readonly notChecked: readonly string[];
  /** Suppressions in files. */
  readonly ignored: readonly string[];
  readonly assumed: readonly string[];
  /** Assumptions about Azure. Shown with all flows. */
  readonly basis: readonly string[];
  /** Names of requirements that apply to every subnet in the same way. Shown with all flows. */
  readonly everywhere: readonly string[];
  /** Names of the files that were read. Only shown in the verbose report. */
  readonly read: readonly string[];
  readonly summary: RunSummary;
  /** Why the files may contain relevant resources that weren't found, or null if they certainly don't. */
  readonly hidden: 'modules' | 'work' | null;
  readonly foot: string;
}

/** The layout of a report. */
export interface ReportLayout extends Omit<HintContext, 'given'> {
  readonly screen: Screen;
  /** True to show info results too. */
  readonly showsInfos: boolean;
  /** Heading of rows that no file has. */
  readonly unplaced?: string;
  /** `quiet` only shows the results. `verbose` also shows what was read, and the state of each subnet. */
  readonly amount: 'quiet' | 'normal' | 'verbose';
}

/** Returns the text report: the results by file, then what was read, and what to do next. */
export function textReport(
  say: Say,
  layout: ReportLayout & HintContext,
  texts: ReportTexts,
): readonly StyledLine[] {
  const { amount } = layout;
  const isWhole = layout.showsFlows || amount === 'verbose';
  const rows = mergeRows(texts.rows);
  const blocks = [
    ...rowBlocks(say, layout, rows),
    ...(rows.length === 0 && texts.subnets.length === 0 && texts.notChecked.length === 0
      ? [[plain(say(nothingFound(texts.summary, texts.hidden)))]]
      : []),
    ...paragraphs(isWhole ? texts.subnets : []),
    ...paragraphs(texts.notChecked),
    ...(amount === 'quiet' ? [] : aboutRun(say, texts, isWhole)),
    ...(amount === 'verbose' ? listOf(say('terminal.readFiles'), [...new Set(texts.read)].sort()) : []),
    ...(amount === 'quiet'
      ? summaryLines(say, texts.summary).slice(-1)
      : [
          ...summaryLines(say, texts.summary),
          ...hintLines(say, layout, { rows, summary: texts.summary }),
          [[styled('dim', texts.foot)]],
        ]),
  ];
  return blocks.flatMap((block, at) => (at === 0 ? block : [[], ...block]));
}

/** Returns suppressions and assumptions. */
function aboutRun(say: Say, texts: ReportTexts, isWhole: boolean): readonly Block[] {
  return [
    ...paragraphs(texts.ignored),
    ...listOf(say('terminal.assumed'), texts.assumed),
    ...(isWhole ? listOf(say('terminal.basis'), texts.basis) : []),
    ...(isWhole && texts.everywhere.length > 0
      ? paragraphs([say('report.goodToKnow', { names: texts.everywhere })])
      : []),
  ];
}

/** Returns the text for an empty report. Unread parts may contain a subnet. */
export function nothingFound(summary: RunSummary, hidden: ReportTexts['hidden']): MessageKey {
  if (hidden === 'work') return 'terminal.nothingEvaluated';
  if (hidden === 'modules') return 'terminal.nothingKnown';
  if (isNothingChecked(summary)) return 'terminal.noResources';
  return summary.notReadable.length > 0 ? 'terminal.nothingRead' : 'terminal.nothingMeant';
}

type Block = readonly StyledLine[];

function plain(text: string): StyledLine {
  return [styled('plain', text)];
}

function paragraphs(texts: readonly string[]): readonly Block[] {
  return texts.map((text) => text.split('\n').map(plain));
}

function listOf(title: string, texts: readonly string[]): readonly Block[] {
  const all = [...new Set(texts)];
  return all.length === 0
    ? []
    : [[plain(title), ...all.map((text): StyledLine => [styled('dim', `    ${text}`)])]];
}

/** Compute resources whose subnet is elsewhere are a hint, and are counted separately. */
const elsewhere = 'subnet-not-in-files';

/** Returns the rows by file, each with what belongs to it. */
export function rowBlocks(say: Say, layout: ReportLayout, rows: readonly ReportRow[]): readonly Block[] {
  const { unplaced = say('terminal.notInAFile') } = layout;
  const shown = rows.filter(({ id, level }) => id !== elsewhere && (layout.showsInfos || level !== 'info'));
  const files = [...new Set(shown.map(({ at }) => at?.file ?? ''))];
  const columns = columnsOf(say, layout.screen, shown);
  return files.map((file) => {
    const its = shown.filter(({ at }) => (at?.file ?? '') === file);
    return [
      headOf(say, file === '' ? unplaced : displayText(file), its),
      ...its.flatMap((row) => rowLines(say, { ...layout, columns }, row)),
    ];
  });
}

/** Returns a line such as “infra/network.bicep  1 subnet, 1 cluster”. */
function headOf(say: Say, name: string, rows: readonly ReportRow[]): StyledLine {
  const subnets = new Set(rows.flatMap((row) => row.subnets));
  const computes = new Map(
    rows.flatMap((row) => row.computes).map((one) => [`${one.kind} ${one.name}`, one.kind] as const),
  );
  const kinds = [...computes.values()];
  const counted = (kind: 'cluster' | 'instance' | 'serverless'): readonly string[] => {
    const n = kinds.filter((one) => one === kind).length;
    return n > 0 ? [say(`terminal.count.${kind}`, { n })] : [];
  };
  const parts = [
    ...(subnets.size > 0 ? [say('terminal.count.subnet', { n: subnets.size })] : []),
    ...counted('cluster'),
    ...counted('instance'),
    ...counted('serverless'),
  ];
  return [
    styled('bold', name),
    ...(parts.length > 0
      ? [styled('dim', `  ${new Intl.ListFormat(say.language, { type: 'unit' }).format(parts)}`)]
      : []),
  ];
}

/** Column widths, or null if nothing is aligned. */
interface Columns {
  readonly place: number;
  readonly level: number;
  readonly message: number;
}

/** Minimum width of a terminal for a column with IDs. */
const wideColumns = 140;

function columnsOf(say: Say, { columns }: Screen, rows: readonly ReportRow[]): Columns | null {
  if (columns === null || columns < wideColumns) return null;
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length));
  const place = widest(rows.map(placeOf));
  const level = widest(rows.map(({ level }) => say(`terminal.level.${level}`)));
  // A message that fills the line doesn't move the IDs of the others out of it.
  const room = columns - place - level - widest(rows.map(({ id }) => id)) - 4 * gap.length;
  const fitting = rows.map((row) => formatRowMessage(say, row)).filter(({ length }) => length <= room);
  return { place, level, message: widest(fitting) };
}

/** Between the columns, and before the first one. */
const gap = '  ';

interface RowLayout extends ReportLayout {
  readonly columns: Columns | null;
}

const styles: Readonly<Record<RowLevel, TextStyle>> = {
  error: 'red',
  unknown: 'yellow',
  warning: 'yellow',
  info: 'plain',
};

function placeOf({ at }: ReportRow): string {
  return at ? placeText(at) : '-';
}

function rowLines(say: Say, layout: RowLayout, row: ReportRow): readonly StyledLine[] {
  const { columns } = layout;
  const parts = [styled('link', placeOf(row)), styled(styles[row.level], say(`terminal.level.${row.level}`))];
  const padded = [columns?.place, columns?.level].flatMap((width, at) => {
    const part = parts[at];
    return part ? [part, styled('plain', gapAfter(part, width))] : [];
  });
  const message = styled('plain', formatRowMessage(say, row));
  return [
    [
      styled('plain', gap),
      ...padded,
      message,
      styled('plain', gapAfter(message, columns?.message)),
      styled('dim', row.id),
    ],
    ...below(say, layout, row).map((line): StyledLine => [...barOf(layout), ...line]),
  ];
}

function gapAfter({ text }: StyledText, width: number | undefined): string {
  return `${' '.repeat(Math.max(0, (width ?? 0) - text.length))}${gap}`;
}

/** Returns the bar before the lines of a row. */
function barOf({ columns }: RowLayout): readonly StyledText[] {
  return columns === null
    ? [styled('dim', '    │ ')]
    : [styled('dim', `${' '.repeat(columns.place + 4)}│${' '.repeat(columns.level + 1)}`)];
}

/** Number of flows that are shown by default. */
const shownFlows = 2;

/** Returns the most severe flows, or all of them with the cause's details, and what to do if there is no fix. */
function below(say: Say, layout: RowLayout, row: ReportRow): readonly StyledLine[] {
  const { results, isListed, earlier, details } = row;
  const todo = adviceLines(say, layout, row);
  if (layout.showsFlows) {
    const named = isCauseRow(row) ? results : [];
    return [
      ...named.map(({ text, id }) => [styled('plain', text), styled('dim', `  ${id}`)]),
      ...earlier.map(plain),
      ...details.map((text) => [styled('dim', text)]),
      ...todo,
    ];
  }
  const texts = [...earlier.map(plain), ...todo];
  if (!isListed) return texts;
  const flows = rowFlows(row);
  const rest = flows.length - shownFlows;
  return [
    ...flows.slice(0, shownFlows).map(({ text }) => plain(text)),
    ...(rest > 0 ? [moreLine(say, rest)] : []),
    ...texts,
  ];
}

function moreLine(say: Say, n: number): StyledLine {
  return [
    styled('plain', say('terminal.moreFlows', { n })),
    styled('dim', `   ${say('terminal.listsFlows', { option: '--flows' })}`),
  ];
}

/**
 * Returns the advice for a problem without a fix: the first advice, or all with all flows. Flows that may pass need a
 * confirmation first.
 */
function adviceLines(say: Say, { showsFlows }: RowLayout, row: ReportRow): readonly StyledLine[] {
  const lines = row.advice.map(plain);
  if (showsFlows) return lines;
  if (row.level === 'unknown' && rowFlows(row).length > 0) return [];
  const rest = lines.length - shownFlows;
  return [...lines.slice(0, shownFlows), ...(rest > 0 ? [moreLine(say, rest)] : [])];
}
