import { wordLeftOut } from '../wording/problem-words';
import { wordReason } from '../wording/reason-words';
import type { Answer, Asked } from './answers/answer';
import { answerFiles } from './answers/answer-files';
import { askedOf } from './answers/asked-of';
import type { Crew } from './answers/crew';
import { doJob } from './answers/do-job';
import { withCloud } from './cloud-of-files';
import { summarizeRun } from './ledger';
import { checkOptions } from './options';
import { tellRegion } from './require-said';
import { jsonReport } from './report/json-report';
import { sarifReport } from './report/sarif-report';
import { textReport } from './report/text-report';
import type { ExitCode, Terminal } from './terminal';

/** Judges what the command line names, and prints the report. */
export async function runCheck(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const asked = await askedOf(terminal, await withCloud(terminal, checkOptions(args)));
  tellRegion(terminal, asked.options, asked.tags);
  const { answers, failures, files, compiled } = await answerFiles(terminal, asked, (files) =>
    crewFor(terminal, asked, files),
  );
  for (const { because } of failures) terminal.error(`${wordReason(terminal.say, because)}\n`);
  const faults = new Set(answers.flatMap((one) => one.faults));
  const tooComplex = new Set(answers.flatMap((one) => one.tooComplex));
  for (const fault of [...faults, ...tooComplex]) terminal.error(`${fault}\n`);
  const failed = failures.flatMap(({ code, file }) => (code === 3 ? [file] : []));
  terminal.out(reportText(terminal, asked, { answers, failed, files, compiled }));
  const [failure] = failures;
  if (failure) return failure.code;
  if (answers.some(({ isOpen }) => isOpen)) return 1;
  return faults.size > 0 ? 3 : 0;
}

/** So few files are judged sooner than a thread starts. */
const fewFiles = 8;

function crewFor(terminal: Terminal, asked: Asked, files: number): Crew {
  if (terminal.threads && files > fewFiles) return terminal.threads(asked);
  return { do: (job) => doJob(terminal, job, asked), end: () => Promise.resolve() };
}

interface Run {
  readonly answers: readonly Answer[];
  /** Names of files that couldn't be read. */
  readonly failed: readonly string[];
  readonly files: readonly string[];
  readonly compiled: readonly string[];
}

function reportText(terminal: Terminal, asked: Asked, { answers, failed, files, compiled }: Run): string {
  const { say, version } = terminal;
  const subnets = answers.flatMap((one) => one.subnets);
  const told = [
    ...new Map(answers.flatMap((one) => one.told).map((one) => [one.key, one] as const)).values(),
  ];
  const findings = told.map(({ text }) => text);
  const summary = summarizeRun(
    answers.map(({ ledger }) => ledger),
    told,
    { failed, listed: files, compiled, disk: terminal },
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
      return sarifReport(say, version, told);
    case 'text':
      return textReport(say, {
        subnets,
        findings,
        notChecked: leftOut.map((one) => wordLeftOut(say, one)),
        summary,
        isPartial: answers.some((one) => one.isPartial),
      });
  }
}
