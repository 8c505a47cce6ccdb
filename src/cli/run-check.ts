import { formatLeftOut } from '../wording/problem-text';
import { formatReason } from '../wording/reason-text';
import { requirementName } from '../wording/requirement-text';
import { requirementsDate } from '../requirements/requirements';
import { formatDate } from '../wording/dates';
import type { ReportedItem, ReportInput, SourceReport } from './answers/source-report';
import { answerFiles } from './answers/report-files';
import { readReportInput } from './answers/report-input';
import type { WorkerPool, Failure } from './answers/worker-pool';
import { doJob } from './answers/run-job';
import { completeOptions } from './cloud-of-files';
import { eachFaultOnce, placedErrorText, type PlacedFault } from './placed-error-text';
import { summarizeRun, type RunSummary } from './ledger';
import type { Say } from '../messages/say';
import type { GivenOptions } from './options';
import { endWithBaseline } from './baseline-of-run';
import { printSettingsFaults } from './team-options';
import { warnUnknownRegion } from './require-options';
import { warnOldTags } from './service-tags';
import { jsonReport } from './report/json-report';
import { sarifReport } from './report/sarif-report';
import type { Notice } from './report/sarif-notifications';
import { textReport } from './report/text-report';
import type { ExitCode, Terminal } from './terminal';

/** Checks what the command line names, and prints the report. */
export async function runCheck(given: GivenOptions, terminal: Terminal): Promise<ExitCode> {
  const start = performance.now();
  const asked = await readReportInput(terminal, await completeOptions(terminal, given));
  warnUnknownRegion(terminal, asked.options, asked.tags);
  warnOldTags(terminal, asked.tags);
  const { answers, failures, files, compiled } = await answerFiles(terminal, asked, (files) =>
    crewFor(terminal, asked, files),
  );
  const settingsFaults = printSettingsFaults(terminal, asked.options);
  const notices = failures.map(({ because }) => formatReason(terminal.say, because));
  const expired = new Set(answers.flatMap((one) => one.expired));
  for (const text of [...expired, ...notices]) terminal.error(`${text}\n`);
  const faults = eachFaultOnce(answers.flatMap((one) => one.faults));
  const tooComplex = eachFaultOnce(answers.flatMap((one) => one.tooComplex));
  for (const fault of [...faults, ...tooComplex]) terminal.error(`${placedErrorText(fault)}\n`);
  const unread: UnreadParts = { failures, faults: [...faults, ...tooComplex] };
  const seconds = (performance.now() - start) / 1000;
  printReport(terminal, asked, { answers, unread, files, compiled, seconds });
  const [failure] = failures;
  const isWritten = await endWithBaseline(terminal, asked, { answers, isWhole: failure === undefined });
  if (failure) return failure.code;
  if (!isWritten && answers.some(({ isOpen }) => isOpen)) return 1;
  return faults.length + settingsFaults > 0 ? 3 : 0;
}

/** What of the files wasn't read or evaluated. */
interface UnreadParts {
  readonly failures: readonly Failure[];
  readonly faults: readonly PlacedFault[];
}

/** So few files are checked sooner than a thread starts. */
const fewFiles = 8;

function crewFor(terminal: Terminal, asked: ReportInput, files: number): WorkerPool {
  if (terminal.threads && files > fewFiles) return terminal.threads(asked);
  return { do: (job) => doJob(terminal, job, asked), end: () => Promise.resolve() };
}

interface Run {
  readonly answers: readonly SourceReport[];
  readonly unread: UnreadParts;
  readonly files: readonly string[];
  readonly compiled: readonly string[];
  readonly seconds: number;
}

function readErrorsOf(say: Say, { failures, faults }: UnreadParts): RunSummary['readErrors'] {
  return [
    ...failures.map(({ file, because }) => ({
      file,
      line: null,
      column: null,
      because: formatReason(say, because),
    })),
    ...faults.map(({ place, because }) => ({ ...place, because })),
  ];
}

/** What wasn't read, for code scanning: it has no result of its own. */
function notificationsOf({ readErrors, missingModules }: RunSummary): readonly Notice[] {
  return [
    ...readErrors.map(({ because, ...place }) => ({ level: 'error' as const, ...place, text: because })),
    ...missingModules.map(({ place, because }) => ({ level: 'warning' as const, ...place, text: because })),
  ];
}

function hiddenIn(answers: readonly SourceReport[]): 'modules' | 'work' | null {
  if (answers.some(({ ledger }) => ledger.unchecked.isAll)) return 'work';
  return answers.some((one) => one.isPartial) ? 'modules' : null;
}

function printReport(terminal: Terminal, asked: ReportInput, run: Run): void {
  const { answers, unread, files, compiled } = run;
  const { say, version } = terminal;
  const subnets = answers.flatMap((one) => one.subnets);
  const items = [
    ...new Map(answers.flatMap((one) => one.told).map((one) => [one.key, one] as const)).values(),
  ];
  const failed = unread.failures.flatMap(({ code, file }) => (code === 3 ? [file] : []));
  const summary = summarizeRun(
    answers.map(({ ledger }) => ledger),
    items,
    { failed, readErrors: readErrorsOf(say, unread), listed: files, compiled, disk: terminal },
  );
  const leftOut = answers.map((one) => one.leftOut).filter((one) => one.subnets.length > 0);
  switch (asked.options.format) {
    case 'json':
      return terminal.out(
        jsonReport(asked, {
          subnets,
          findings: items.map(({ text }) => text),
          notChecked: leftOut.flatMap((one) => one.subnets),
          summary,
        }),
      );
    case 'sarif':
      return terminal.out(
        sarifReport(say, version, { results: items, notifications: notificationsOf(summary) }),
      );
    case 'markdown':
    case 'text':
      return showText(terminal, asked, { ...run, items, summary });
  }
}

interface TextRun extends Run {
  readonly items: readonly ReportedItem[];
  readonly summary: RunSummary;
}

function showText({ say, screen, show }: Terminal, { options, tags }: ReportInput, run: TextRun): void {
  const { answers, items, summary, seconds } = run;
  const its = options.noColor ? { ...screen, colors: false } : screen;
  const all = <T>(of: (one: SourceReport) => readonly T[]): readonly T[] => [...new Set(answers.flatMap(of))];
  const lines = textReport(
    say,
    {
      screen: its,
      files: options.files,
      showsFlows: options.flows,
      showsInfos: options.flows || options.failOn === 'info',
    },
    {
      rows: [...answers.flatMap(({ ledger }) => ledger.rows), ...items.flatMap(({ row }) => row ?? [])],
      subnets: answers.flatMap((one) => one.subnets),
      notChecked: answers.map((one) => one.leftOut).flatMap((one) => leftOutText(say, one)),
      ignored: all((one) => one.ignored),
      assumed: all((one) => one.assumed),
      basis: all((one) => one.basis),
      everywhere: all((one) => one.everywhere).map((id) => requirementName(say, id)),
      summary,
      hidden: hiddenIn(answers),
      foot: footText(say, summary, { tags, seconds: screen.columns === null ? null : seconds }),
    },
  );
  show(lines, its);
}

function leftOutText(say: Say, one: SourceReport['leftOut']): readonly string[] {
  return one.subnets.length > 0 ? [formatLeftOut(say, one)] : [];
}

interface Foot {
  readonly tags: ReportInput['tags'];
  /** Null where the output is kept, in which each run should be the same. */
  readonly seconds: number | null;
}

/** What was read, by which requirements and service tags. */
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
