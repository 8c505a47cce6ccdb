import { wordLeftOut } from '../wording/problem-words';
import { wordReason } from '../wording/reason-words';
import type { Answer, Asked } from './answers/answer';
import { answerFiles } from './answers/answer-files';
import { askedOf } from './answers/asked-of';
import type { Crew } from './answers/crew';
import { doJob } from './answers/do-job';
import { withCloud } from './cloud-of-files';
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
  const { answers, failures } = await answerFiles(terminal, asked, (files) =>
    crewFor(terminal, asked, files),
  );
  for (const { because } of failures) terminal.error(`${wordReason(terminal.say, because)}\n`);
  const faults = new Set(answers.flatMap((one) => one.faults));
  const tooComplex = new Set(answers.flatMap((one) => one.tooComplex));
  for (const fault of [...faults, ...tooComplex]) terminal.error(`${fault}\n`);
  terminal.out(reportText(terminal, asked, answers));
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

function reportText({ say, version }: Terminal, asked: Asked, answers: readonly Answer[]): string {
  const subnets = answers.flatMap((one) => one.subnets);
  const told = [
    ...new Map(answers.flatMap((one) => one.told).map((one) => [one.key, one] as const)).values(),
  ];
  const texts = told.map(({ text }) => text);
  const leftOut = answers.map((one) => one.leftOut).filter((one) => one.subnets.length > 0);
  switch (asked.options.format) {
    case 'json':
      return jsonReport(asked, {
        subnets,
        findings: texts,
        notChecked: leftOut.flatMap((one) => one.subnets),
      });
    case 'sarif':
      return sarifReport(say, version, told);
    case 'text':
      return textReport(say, {
        subnets,
        findings: texts,
        notChecked: leftOut.map((one) => wordLeftOut(say, one)),
      });
  }
}
