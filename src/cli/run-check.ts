import { formatLeftOut } from '../wording/problem-text';
import { formatReason } from '../wording/reason-text';
import { requirementName } from '../wording/requirement-text';
import type { SourceReport, ReportInput } from './answers/source-report';
import { answerFiles } from './answers/report-files';
import { readReportInput } from './answers/report-input';
import type { WorkerPool, Failure } from './answers/worker-pool';
import { doJob } from './answers/run-job';
import { withCloud } from './cloud-of-files';
import { eachFaultOnce, placedErrorText, type PlacedFault } from './placed-error-text';
import { summarizeRun, type RunSummary } from './ledger';
import type { Say } from '../messages/say';
import type { GivenOptions } from './options';
import { warnUnknownRegion } from './require-options';
import { warnOldTags } from './service-tags';
import { jsonReport } from './report/json-report';
import { sarifReport } from './report/sarif-report';
import type { Notice } from './report/sarif-notifications';
import { textReport } from './report/text-report';
import type { ExitCode, Terminal } from './terminal';

/** Checks what the command line names, and prints the report. */
export async function runCheck(given: GivenOptions, terminal: Terminal): Promise<ExitCode> {
  const asked = await readReportInput(terminal, await withCloud(terminal, given));
  warnUnknownRegion(terminal, asked.options, asked.tags);
  warnOldTags(terminal, asked.tags);
  const { answers, failures, files, compiled } = await answerFiles(terminal, asked, (files) =>
    crewFor(terminal, asked, files),
  );
  for (const { because } of failures) terminal.error(`${formatReason(terminal.say, because)}\n`);
  const faults = eachFaultOnce(answers.flatMap((one) => one.faults));
  const tooComplex = eachFaultOnce(answers.flatMap((one) => one.tooComplex));
  for (const fault of [...faults, ...tooComplex]) terminal.error(`${placedErrorText(fault)}\n`);
  const unread: UnreadParts = { failures, faults: [...faults, ...tooComplex] };
  terminal.out(reportText(terminal, asked, { answers, unread, files, compiled }));
  const [failure] = failures;
  if (failure) return failure.code;
  if (answers.some(({ isOpen }) => isOpen)) return 1;
  return faults.length > 0 ? 3 : 0;
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

function reportText(
  terminal: Terminal,
  asked: ReportInput,
  { answers, unread, files, compiled }: Run,
): string {
  const { say, version } = terminal;
  const subnets = answers.flatMap((one) => one.subnets);
  const told = [
    ...new Map(answers.flatMap((one) => one.told).map((one) => [one.key, one] as const)).values(),
  ];
  const findings = told.map(({ text }) => text);
  const failed = unread.failures.flatMap(({ code, file }) => (code === 3 ? [file] : []));
  const summary = summarizeRun(
    answers.map(({ ledger }) => ledger),
    told,
    { failed, readErrors: readErrorsOf(say, unread), listed: files, compiled, disk: terminal },
  );
  const leftOut = answers.map((one) => one.leftOut).filter((one) => one.subnets.length > 0);
  switch (asked.options.format) {
    case 'json':
      return jsonReport(asked, {
        subnets,
        findings,
        notChecked: leftOut.flatMap((one) => one.subnets),
        summary,
      });
    case 'sarif':
      return sarifReport(say, version, {
        results: told,
        notifications: notificationsOf(summary),
      });
    case 'markdown':
    case 'text':
      return textReport(say, {
        subnets,
        findings,
        notChecked: leftOut.map((one) => formatLeftOut(say, one)),
        everywhere: [...new Set(answers.flatMap((one) => one.everywhere))].map((id) =>
          requirementName(say, id),
        ),
        summary,
        hidden: hiddenIn(answers),
      });
  }
}
