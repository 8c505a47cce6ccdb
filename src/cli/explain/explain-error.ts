import { valueOr } from '../../core/known';
import { nameOf, sameId } from '../../core/network/find';
import { formatReason } from '../../wording/reason-text';
import { rankCauses } from '../../wording/ranked-causes';
import { missingRules } from '../../wording/missing-rules';
import { reportFiles } from '../source-reports/report-files';
import { countedKind } from '../source-reports/report-kinds';
import type { ReportInput } from '../source-reports/report-input';
import { readReportInput } from '../source-reports/read-report-input';
import { onThisThread } from '../source-reports/run-job';
import type { SubnetCheck } from '../check';
import { completeOptions } from '../cloud-of-files';
import { summarizeRun, type RunSummary } from '../run-summary';
import type { GivenOptions } from '../options';
import { eachFaultOnce, placedErrorText } from '../placed-error-text';
import { warnUnknownRegion } from '../require-options';
import { warnOldTags } from '../service-tags';
import type { ExitCode, Terminal } from '../terminal';
import { errorJson, errorText } from './error-report';
import { reason } from '../../core/reason';
import { UnreadableFile } from '../resources/read-resources';

/**
 * Returns the message itself, or the text of the file with that name, or of standard input.
 * @throws `UnreadableFile`
 */
async function messageOf(
  { readFile, readInput }: Pick<Terminal, 'readFile' | 'readInput'>,
  error: string,
): Promise<string> {
  if (error === '-') return readable(error, await readInput());
  if (/[\r\n]/.test(error)) return error;
  try {
    return readable(error, (await readFile(error)).text);
  } catch (problem) {
    if (!(problem instanceof UnreadableFile)) throw problem;
    if (isNamedFile(error) || !isNoFile(problem)) throw problem;
    return error;
  }
}

/**
 * Maximum number of characters of a message in a file. It's longer than any Azure error, and short enough not to delay
 * the user.
 */
const longest = 1_000_000;

function readable(file: string, text: string): string {
  if (text.trim() === '') throw new UnreadableFile(reason('terminal.explain.empty', { file }));
  if (text.length > longest) throw new UnreadableFile(reason('terminal.explain.long', { file }));
  return text;
}

/** Returns whether a word can only be a file name. */
function isNamedFile(error: string): boolean {
  return /^\S+\.(?:txt|log|json|md|out|err)$/i.test(error) || /^(?:\.{0,2}\/|[A-Za-z]:\\)\S+$/.test(error);
}

function isNoFile({ because }: UnreadableFile): boolean {
  const code = because.values?.['code'];
  return code === 'ENOENT' || code === 'ENAMETOOLONG' || code === 'ENOTDIR' || code === 'EINVAL';
}

/** Explains an error from Azure, with the files' data on the subnet that it's about. */
export async function explainErrorOf(
  error: string,
  given: GivenOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const options = await completeOptions(terminal, given);
  const reportInput = await readReportInput(terminal, options);
  const message = await messageOf(terminal, error);
  const checked = options.files.length === 0 ? null : await checkedFiles(terminal, reportInput);
  const { shown, left } = concerned(message, checked?.checks ?? []);
  const report = { message, checks: byLikelihood(message, shown), left, summary: checked?.summary ?? null };
  terminal.out(
    options.format === 'json' ? errorJson(terminal.say, options, report) : errorText(terminal.say, report),
  );
  return checked?.failed ?? 0;
}

interface CheckedFiles {
  readonly checks: readonly SubnetCheck[];
  readonly summary: RunSummary;
  readonly failed: ExitCode;
}

/** Checks the files like `check` does. */
async function checkedFiles(terminal: Terminal, given: ReportInput): Promise<CheckedFiles> {
  const checks = new Map<string, SubnetCheck>();
  const reportInput: ReportInput = {
    ...given,
    onChecked: (all) => {
      for (const one of all) checks.set(JSON.stringify([one.subnet.id.toLowerCase(), one.compute]), one);
    },
  };
  warnUnknownRegion(terminal, reportInput.options, reportInput.tags);
  warnOldTags(terminal, reportInput.tags);
  const { reports, failures, files, compiled, withoutResources } = await reportFiles(
    terminal,
    reportInput,
    () => onThisThread(terminal, reportInput),
  );
  for (const { because } of failures) terminal.error(`${formatReason(terminal.say, because)}\n`);
  for (const fault of eachFaultOnce(reports.flatMap((one) => [...one.faults, ...one.tooComplex]))) {
    terminal.error(`${placedErrorText(fault)}\n`);
  }
  const failed = failures.flatMap(({ code, file }) => (code === 3 ? [file] : []));
  const summary = summarizeRun(
    reports.map(({ summary }) => summary),
    reports.flatMap((one) => one.reported[countedKind(given.options)]),
    { failed, readErrors: [], listed: files, compiled, withoutResources, disk: terminal },
  );
  return { checks: [...checks.values()], summary, failed: failures[0]?.code ?? 0 };
}

/** Returns the checks of the subnets or NSGs in the message, or all if it doesn't contain any of them. */
function concerned(
  message: string,
  checks: readonly SubnetCheck[],
): { readonly shown: readonly SubnetCheck[]; readonly left: number } {
  const text = message.toLowerCase();
  const group = missingRules(message)?.group ?? null;
  const named = checks.filter(
    ({ subnet }) =>
      text.includes(`/subnets/${subnet.name.toLowerCase()}`) ||
      (group !== null && sameId(nameOf(valueOr(subnet.securityGroup, null) ?? ''), group)),
  );
  return named.length === 0
    ? { shown: checks, left: 0 }
    : { shown: named, left: checks.length - named.length };
}

/** Sorts subnets, with the one that has the most likely cause first. */
function byLikelihood(message: string, checks: readonly SubnetCheck[]): readonly SubnetCheck[] {
  const ranks = ['most', 'possible', 'ruledOut'];
  const place = ({ results }: SubnetCheck): number => {
    const [first] = rankCauses(message, results);
    const isFound = first !== undefined && first.found.length > 0;
    return first ? ranks.indexOf(first.rank) * 2 + (isFound ? 0 : 1) : ranks.length * 2;
  };
  return [...checks].sort((a, b) => place(a) - place(b));
}
