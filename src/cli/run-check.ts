import { missingModuleMessages } from './report/missing-modules';
import { formatLeftOut } from '../wording/problem-text';
import { formatReason } from '../wording/reason-text';
import { requirementName } from '../wording/requirement-text';
import { requirementsDate } from '../requirements/requirements';
import { formatDate } from '../wording/dates';
import { countedKind, type ReportKind } from './source-reports/report-kinds';
import type { ReportInput } from './source-reports/report-input';
import type { ReportedItem, SourceReport } from './source-reports/source-report';
import { reportFiles, type FileReports } from './source-reports/report-files';
import { readReportInput } from './source-reports/read-report-input';
import type { WorkerPool, Failure } from './source-reports/worker-pool';
import { onThisThread } from './source-reports/run-job';
import { completeOptions } from './cloud-of-files';
import { eachFaultOnce, placedErrorText, type PlacedFault } from './placed-error-text';
import { isNothingChecked, summarizeRun, summaryTextLine, type RunSummary } from './run-summary';
import type { Say } from '../messages/say';
import type { CheckOptions, GivenOptions, ReportFormat } from './options';
import { baselineOfRun } from './baseline';
import { endWithBaseline } from './baseline-of-run';
import { requireNoInput, requireOutputsApart } from './output-files';
import { joinPrintable, printableText, type PrintableUtf8 } from './printable-text';
import { printSettingsFaults } from './team-options';
import { warnUnknownRegion } from './require-options';
import { warnOldTags } from './service-tags';
import { jsonReport } from './report/json-report';
import { junitReport } from './report/junit-report';
import { markdownReport } from './report/markdown-report';
import { gitLabReport } from './report/gitlab-report';
import { azurePipelinesReport, gitHubReport } from './report/pipeline-report';
import { reportEntries, rowEntry, type ReportEntry } from './report/report-entries';
import { mergeRows, type ReportRow } from './report/report-row';
import { sarifReport } from './report/sarif-report';
import type { Notice } from './report/sarif-notifications';
import { nothingFound, textReport } from './report/text-report';
import type { Screen, StyledLine } from './screen';
import { selectedFiles } from './selected-files';
import type { ExitCode, Terminal } from './terminal';

/** Checks the files that the command line names, and prints the report. */
export async function runCheck(named: GivenOptions, outerTerminal: Terminal): Promise<ExitCode> {
  const start = performance.now();
  const { options: given, terminal } = await selectedFiles(named, outerTerminal);
  requireOutputsApart(terminal, given);
  const reportInput = await readReportInput(terminal, await completeOptions(terminal, given));
  warnUnknownRegion(terminal, reportInput.options, reportInput.tags);
  warnOldTags(terminal, reportInput.tags);
  const found = await reportFiles(terminal, reportInput, (files) =>
    withProgress(terminal, reportInput.options, { pool: workersFor(terminal, reportInput, files), files }),
  );
  const { reports, failures, empty, settings } = found;
  const settingsFaults = printSettingsFaults(
    terminal,
    settings.flatMap((one) => one.faults),
  );
  const notices = new Set([
    ...reports.flatMap((one) => one.expired),
    ...empty.map((name) => terminal.say('terminal.noFiles', { name })),
    ...failures.map(({ because }) => formatReason(terminal.say, because)),
  ]);
  for (const text of notices) terminal.error(`${text}\n`);
  const faults = eachFaultOnce(reports.flatMap((one) => one.faults));
  const tooComplex = eachFaultOnce(reports.flatMap((one) => one.tooComplex));
  for (const fault of [...faults, ...tooComplex]) terminal.error(`${placedErrorText(fault)}\n`);
  const unread: UnreadParts = { failures, faults: [...faults, ...tooComplex] };
  const seconds = (performance.now() - start) / 1000;
  await report(terminal, reportInput, { ...found, unread, seconds });
  const [failure] = failures;
  const isWritten = await endWithBaseline(terminal, reportInput, {
    reports,
    isComplete: failure === undefined,
  });
  if (failure) return failure.code;
  if (!isWritten && reports.some(({ isOpen }) => isOpen)) return 1;
  return faults.length + settingsFaults > 0 ? 3 : 0;
}

/** The parts of the files that weren't read or evaluated. */
interface UnreadParts {
  readonly failures: readonly Failure[];
  readonly faults: readonly PlacedFault[];
}

/** In a shorter run, progress isn't readable. */
const millisecondsUntilProgress = 1000;
const millisecondsBetween = 100;

/** Shows how many files are checked, in a long run. */
function withProgress(
  { say, progress }: Terminal,
  { quiet }: CheckOptions,
  { pool, files }: { readonly pool: WorkerPool; readonly files: number },
): WorkerPool {
  if (quiet) return pool;
  const done = new Set<string>();
  let next = performance.now() + millisecondsUntilProgress;
  let isShown = false;
  return {
    async do(job) {
      const outcome = await pool.do(job);
      done.add(job.file);
      if (performance.now() >= next) {
        next = performance.now() + millisecondsBetween;
        isShown = true;
        progress(say('terminal.progress', { done: Math.min(done.size, files), n: files }));
      }
      return outcome;
    },
    async end() {
      if (isShown) progress(null);
      await pool.end();
    },
  };
}

/** This few files are checked sooner than a thread starts. */
const fewFiles = 8;

function workersFor(terminal: Terminal, reportInput: ReportInput, files: number): WorkerPool {
  if (terminal.threads && files > fewFiles) return terminal.threads(reportInput);
  return onThisThread(terminal, reportInput);
}

interface Run extends Omit<FileReports, 'failures' | 'empty'> {
  readonly unread: UnreadParts;
  readonly seconds: number;
}

function readErrorsOf(say: Say, { unread: { failures, faults }, settings }: Run): RunSummary['readErrors'] {
  return [
    ...settings
      .flatMap((one) => one.faults)
      .map(({ place, because }) => ({ ...place, because: formatReason(say, because) })),
    ...failures.map(({ file, because }) => ({
      file,
      line: null,
      column: null,
      because: formatReason(say, because),
    })),
    ...faults.map(({ place, because }) => ({ ...place, because })),
  ];
}

/**
 * Returns notifications for code scanning about parts that weren't read or checked, and so don't have a result. A
 * notice that fails the run is an error.
 */
function notificationsOf(say: Say, { options }: ReportInput, outcome: Outcome): readonly Notice[] {
  const { summary, reports, notChecked, hidden } = outcome;
  const unknown = options.allowUnknown ? ('warning' as const) : ('error' as const);
  const modules = hidden === 'modules' ? unknown : ('warning' as const);
  const nowhere = { file: null, line: null, column: null };
  const entries = reports
    .filter((one) => one.isOpen && itemsOf([one], 'sarif').length === 0)
    .flatMap(({ summary }) => summary.rows.map((row) => rowEntry(say, row)));
  const all = [
    ...summary.readErrors.map(({ because, ...place }) => ({
      level: 'error' as const,
      ...place,
      text: because,
    })),
    ...missingModuleMessages(say, summary.missingModules).map(({ place, because }) => ({
      level: modules,
      ...place,
      text: because,
    })),
    ...summary.uncheckedComputes.map(({ place, because }) => ({
      level: 'warning' as const,
      ...place,
      text: because,
    })),
    ...notChecked.map((text) => ({ level: unknown, ...nowhere, text })),
    ...(isNothingFound(outcome) && isNothingChecked(summary)
      ? [{ level: 'note' as const, ...nowhere, text: say('terminal.noResources') }]
      : []),
    ...entries
      .filter((one) => one.isFailing)
      .map(({ file, line, column, message }) => ({
        level: 'error' as const,
        file,
        line,
        column,
        text: message,
      })),
  ];
  const isSilent = all.every(({ level }) => level !== 'error') && itemsOf(reports, 'sarif').length === 0;
  if (!isSilent || !reports.some(({ isOpen }) => isOpen)) return all;
  return [...all, { level: 'error', ...nowhere, text: summaryTextLine(say, summary) }];
}

function hiddenIn(reports: readonly SourceReport[]): 'modules' | 'work' | null {
  if (reports.some(({ summary }) => summary.unchecked.isAll)) return 'work';
  return reports.some((one) => one.isPartial) ? 'modules' : null;
}

/** The outcome of a run, for every format. */
interface Outcome extends Run {
  readonly summary: RunSummary;
  readonly hidden: 'modules' | 'work' | null;
  /** The subnets that weren't checked, with the reasons. */
  readonly notChecked: readonly string[];
}

/** Returns items without duplicates of several reports. */
function itemsOf(reports: readonly SourceReport[], kind: ReportKind): readonly ReportedItem[] {
  const all = reports.flatMap((one) => one.reported[kind]);
  return [...new Map(all.map((one) => [one.key, one] as const)).values()];
}

function outcomeOf(terminal: Terminal, { options }: ReportInput, run: Run): Outcome {
  const { reports, unread, files, compiled, withoutResources } = run;
  const { say } = terminal;
  const failed = unread.failures.flatMap(({ code, file }) => (code === 3 ? [file] : []));
  const summary = summarizeRun(
    reports.map(({ summary }) => summary),
    itemsOf(reports, countedKind(options)),
    { failed, readErrors: readErrorsOf(say, run), listed: files, compiled, withoutResources, disk: terminal },
  );
  const notChecked = reports.map((one) => one.leftOut).flatMap((one) => leftOutText(say, one));
  return { ...run, summary, hidden: hiddenIn(reports), notChecked };
}

/**
 * Prints the report, and writes it into the files that the command line names.
 * @throws `UsageError` and `UnreadableFile`
 */
async function report(terminal: Terminal, reportInput: ReportInput, run: Run): Promise<void> {
  const outcome = outcomeOf(terminal, reportInput, run);
  const { format, outputs } = reportInput.options;
  requireNoInput(terminal, reportInput.options, inputsOf(reportInput.options, outcome));
  const formats = [format, ...outputs.map((one) => one.format)];
  const pages = formats.includes('sarif') ? await terminal.pages() : {};
  const texts = outputs.map(
    (one) => [one.file, textAs(one.format, terminal, { reportInput, outcome, pages })] as const,
  );
  if (texts.length > 0) await terminal.writeFiles(new Map(texts));
  if (format === 'text') return showText(terminal, reportInput, outcome);
  if (format === 'json') {
    const decoder = new TextDecoder();
    for (const part of jsonOf(reportInput, outcome)) {
      if (terminal.printable) terminal.printable(part);
      else terminal.out(decoder.decode(part));
    }
    return;
  }
  const text = textAs(format, terminal, { reportInput, outcome, pages });
  if (format === 'github' || format === 'azure-pipelines') return terminal.command(text);
  terminal.out(text);
}

/** Returns the names of all files that the run reads, or writes in addition to its reports. */
function inputsOf(options: CheckOptions, { reports, files, unread, settings }: Outcome): readonly string[] {
  const { params, serviceTags, effectiveRoutes, adminRules, baseline, writeBaseline, terraform } = options;
  const named = [params, serviceTags, effectiveRoutes, adminRules, baseline, writeBaseline];
  return [
    ...named.filter((one) => one !== undefined),
    ...(terraform?.files ?? []),
    ...settings.map(({ file }) => file),
    ...files,
    ...unread.failures.map(({ file }) => file),
    ...reports.flatMap(({ summary }) => summary.files),
  ];
}

interface CheckedRun {
  readonly reportInput: ReportInput;
  readonly outcome: Outcome;
  /** Empty if no format needs them. */
  readonly pages: Readonly<Record<string, string>>;
}

/** Returns a report as text for a file. */
function textAs(
  format: ReportFormat,
  terminal: Terminal,
  { reportInput, outcome, pages }: CheckedRun,
): string {
  const { say, version, repository } = terminal;
  const { options } = reportInput;
  const { reports, summary } = outcome;
  switch (format) {
    case 'text': {
      const lines = linesOf(say, reportInput, { ...outcome, screen: fileScreen });
      return printableText(lines.map((line) => `${line.map(({ text }) => text).join('')}\n`).join(''));
    }
    case 'json':
      return new TextDecoder().decode(joinPrintable([...jsonOf(reportInput, outcome)]));
    case 'sarif':
      return sarifReport(
        { say, pages, repository },
        {
          version,
          results: itemsOf(reports, 'sarif'),
          notifications: notificationsOf(say, reportInput, outcome),
        },
      );
    case 'junit':
      return junitReport(say, {
        entries: entriesOf(say, options, outcome),
        summary,
        files: outcome.files,
        checkedFiles: outcome.checkedFiles,
      });
    case 'github':
      return gitHubReport(entriesOf(say, options, outcome), summaryTextLine(say, summary));
    case 'azure-pipelines':
      return azurePipelinesReport(entriesOf(say, options, outcome), summaryTextLine(say, summary));
    case 'gitlab':
      return gitLabReport(entriesOf(say, options, outcome));
    case 'markdown':
      return markdownReport(say, {
        entries: entriesOf(say, options, outcome),
        summary: summaryTextLine(say, summary),
        nothing: isNothingFound(outcome) ? say(nothingFound(summary, outcome.hidden)) : null,
        foot: footText(say, summary, { tags: reportInput.tags, seconds: null }),
      });
  }
}

function jsonOf(reportInput: ReportInput, { reports, summary }: Outcome): Iterable<PrintableUtf8> {
  return jsonReport(reportInput, {
    subnets: reports.flatMap((one) => one.subnets.json),
    findings: itemsOf(reports, 'json').map(({ text }) => text),
    baseline: reportInput.baseline && baselineOfRun(reportInput.baseline, reports),
    notChecked: reports.flatMap((one) => one.leftOut.subnets),
    summary,
  });
}

/** A file doesn't have colors or columns. */
const fileScreen: Screen = { columns: null, colors: false, unicode: true };

function rowsOf({ reports }: Outcome): readonly ReportRow[] {
  return mergeRows([
    ...reports.flatMap(({ summary }) => summary.rows),
    ...itemsOf(reports, 'rows').flatMap(({ row }) => row ?? []),
  ]);
}

function entriesOf(say: Say, options: CheckOptions, outcome: Outcome): readonly ReportEntry[] {
  const { notChecked, summary, hidden } = outcome;
  const rows = rowsOf(outcome).filter(({ level }) => level !== 'info' || showsInfos(options));
  return reportEntries(say, { rows, notChecked, summary, isPartial: hidden === 'modules' }, options);
}

function showsInfos({ flows, verbose, failOn }: CheckOptions): boolean {
  return flows || verbose || failOn === 'info';
}

function isNothingFound(outcome: Outcome): boolean {
  const { reports, notChecked } = outcome;
  return (
    rowsOf(outcome).length === 0 &&
    reports.every((one) => one.subnets.rows.length === 0) &&
    notChecked.length === 0
  );
}

interface Shown extends Outcome {
  readonly screen: Screen;
}

function linesOf(say: Say, { options, tags }: ReportInput, run: Shown): readonly StyledLine[] {
  const { reports, summary, seconds, screen } = run;
  const all = <T>(of: (one: SourceReport) => readonly T[]): readonly T[] => [...new Set(reports.flatMap(of))];
  return textReport(
    say,
    {
      screen,
      files: options.files,
      isInput: options.stdinName !== undefined,
      showsFlows: options.flows,
      given: options.given,
      showsInfos: showsInfos(options),
      amount: options.quiet ? 'quiet' : options.verbose ? 'verbose' : 'normal',
    },
    {
      rows: rowsOf(run),
      subnets: reports.flatMap((one) => one.subnets.rows),
      notChecked: run.notChecked,
      ignored: all((one) => one.ignored),
      assumed: all((one) => one.assumed),
      basis: all((one) => one.basis),
      everywhere: all((one) => one.everywhere).map((id) => requirementName(say, id)),
      read: all((one) => one.summary.files).concat(run.files),
      summary,
      hidden: run.hidden,
      foot: footText(say, summary, { tags, seconds: screen.columns === null ? null : seconds }),
    },
  );
}

function showText({ say, screen, show }: Terminal, reportInput: ReportInput, outcome: Outcome): void {
  const its = reportInput.options.noColor ? { ...screen, colors: false } : screen;
  show(linesOf(say, reportInput, { ...outcome, screen: its }), its);
}

function leftOutText(say: Say, one: SourceReport['leftOut']): readonly string[] {
  return one.subnets.length > 0 ? [formatLeftOut(say, one)] : [];
}

interface Foot {
  readonly tags: ReportInput['tags'];
  /** Null for saved output, which should be the same for each run. */
  readonly seconds: number | null;
}

/** Returns the last line of a report: the numbers of files and subnets, the requirements, and the service tags. */
function footText(say: Say, { filesRead, subnetsChecked }: RunSummary, { tags, seconds }: Foot): string {
  const values = {
    files: say('terminal.foot.files', { n: filesRead }),
    subnets: say('terminal.foot.subnets', { n: subnetsChecked }),
    requirements: formatDate(say, requirementsDate),
    tags: formatDate(say, tags.date),
  };
  if (seconds === null) return say('terminal.foot', values);
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const text = new Intl.NumberFormat(say.language, digits).format(seconds);
  return say('terminal.foot.timed', { ...values, seconds: text });
}
