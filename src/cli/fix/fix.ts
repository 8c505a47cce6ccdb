import { problemRulesOf } from '../../team-settings/team-file';
import { optionsForFile, printSettingsFaults } from '../team-options';
import { reason, type Reason } from '../../core/reason';
import type { FixTestOptions } from '../../file-checks/edits/fix-test-context';
import type { Say } from '../../messages/say';
import { shortDescription } from '../../wording/short-description';
import { formatReason } from '../../wording/reason-text';
import { readReportInput } from '../source-reports/read-report-input';
import type { DeploymentSources } from '../source-reports/deployments';
import { templatesTogether, type TemplatesTogether } from '../source-reports/run-job';
import { isAmong } from '../choose-subnets';
import { completeOptions } from '../cloud-of-files';
import { UsageError, type CheckOptions, type FixCommandOptions } from '../options';
import { placedErrorText } from '../placed-error-text';
import { warnUnknownRegion } from '../require-options';
import { warnOldTags } from '../service-tags';
import { withSlashes } from '../read-sources';
import { UnreadableFile } from '../resources/read-resources';
import { selectedFiles } from '../selected-files';
import { withPlainNames } from '../templates';
import type { ExitCode, Terminal } from '../terminal';
import { chosenSubnets, type ChosenSubnets } from './chosen-subnets';
import type { ReportInput } from '../source-reports/report-input';
import type { ComputeInOtherFiles } from '../source-reports/source-report';
import { closingReport, fixReport, type FixReportContext } from './fix-report';
import { fixTemplate, isLeftAt, type FixedTemplate } from '../../file-checks/edits/fix-template';
import { templatesToFix, type ToFix } from './templates-to-fix';
import { closeTemplate } from '../../file-checks/edits/close-template';

/**
 * Writes every tested fix into the named templates, or with `--dry-run`, reports what it would write. Exits with 1 if a
 * problem at the severity of `--fail-on` remains, or wasn't checked. Exits with 3 if a file, or a part of it, can't be
 * read or written.
 * With `--deny-other-outbound`, it only denies other traffic.
 */
export async function fix(command: FixCommandOptions, outerTerminal: Terminal): Promise<ExitCode> {
  if (command.check.files.includes('-')) throw new UsageError(reason('terminal.stdin.fix', {}));
  const { options: check, terminal } = await selectedFiles(command.check, outerTerminal);
  const given = { ...command, check };
  const own = await completeOptions(terminal, check);
  const reportInput = await readReportInput(terminal, own);
  warnUnknownRegion(terminal, reportInput.options, reportInput.tags);
  warnOldTags(terminal, reportInput.tags);
  const toFix = await templatesToFix(terminal, reportInput);
  const settingsFaults = printSettingsFaults(
    terminal,
    toFix.settings.flatMap(({ faults }) => faults),
  );
  for (const one of [...toFix.faults, ...toFix.missing]) terminal.error(`${placedErrorText(one)}\n`);
  const failures: Reason[] = toFix.failures.map(({ because }) => because);
  let isLeft = false;
  for (const one of toFix.deployments) {
    try {
      isLeft = (await fixOne(terminal, one, { given, reportInput, toFix })) || isLeft;
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      failures.push(error.because);
    }
  }
  printUnfixed(terminal, toFix);
  for (const because of failures) terminal.error(`${formatReason(terminal.say, because)}\n`);
  if (failures.length + settingsFaults > 0) return 3;
  return codeOf(toFix, { isLeft, options: own });
}

/** Returns the exit code of a run that read and wrote each file, though maybe not each part of it. */
function codeOf(
  { faults, missing }: ToFix,
  { isLeft, options }: { readonly isLeft: boolean; readonly options: CheckOptions },
): ExitCode {
  if (isLeft || (missing.length > 0 && !options.allowUnknown)) return 1;
  return faults.length > 0 ? 3 : 0;
}

/** Prints the files that can't be edited, and folders without a file. */
function printUnfixed({ say, out, error }: Terminal, { exports, empty }: ToFix): void {
  for (const file of exports) out(`${formatReason(say, reason('terminal.fix.export', { file }))}\n`);
  for (const name of empty) error(`${say('terminal.noFiles', { name })}\n`);
}

interface Given {
  readonly given: FixCommandOptions;
  readonly reportInput: ReportInput;
  readonly toFix: ToFix;
}

/**
 * Fixes one deployment, in which an earlier one may already have changed a file, such as a module. Returns true if
 * problems remain.
 */
async function fixOne(
  terminal: Terminal,
  deployment: DeploymentSources,
  { given, reportInput, toFix }: Given,
): Promise<boolean> {
  const { files } = deployment;
  const options = await optionsForFile(terminal, files[0], reportInput.options);
  for (const name of files) requireNoLinkOut(terminal, name, options.root);
  const { say } = terminal;
  const { isDry, allowed } = given;
  const found = await templatesTogether(terminal, files, options);
  const { proofOptions, named } = fixTestOf(say, found, {
    reportInput: { ...reportInput, options },
    elsewhere: toFix.computes.get(files[0]) ?? [],
  });
  const root = withSlashes(found.name);
  const shown = [found.name, ...found.others.map((one) => one.root)].join(', ');
  const reportContext = (texts: ReadonlyMap<string, string>): FixReportContext => ({
    isDry,
    parameters: found.parameters ? [found.parameters] : [],
    shared: [...texts.keys()].flatMap((file) => {
      const users = toFix.usersOf(file, deployment);
      return users.length > 0 ? [{ file, users }] : [];
    }),
  });
  if (given.closes) {
    const closed = await closeTemplate(root, found.world, proofOptions);
    if (!closed) return false;
    if (!isDry) await writeAll(terminal, closed.texts, options);
    terminal.out(closingReport(say, shown, { closed, ...reportContext(closed.texts) }));
    return false;
  }
  const fixOptions = { fixesHints: options.failOn === 'info', allowed, subnets: named, placed: toFix.placed };
  const fixed = await fixTemplate(root, found.world, { ...proofOptions, ...fixOptions });
  if (!fixed) return false;
  given.onFixed?.(fixed);
  if (!isDry) await writeAll(terminal, fixed.texts, options);
  terminal.out(fixReport(say, shown, { fixed, ...reportContext(fixed.texts) }));
  return hasLeft(fixed, options);
}

/** True if a problem that counts remains, or subnets weren't checked. */
function hasLeft({ isCut, left }: FixedTemplate, options: CheckOptions): boolean {
  const { failOn, allowUnknown } = options;
  return (isCut && !allowUnknown) || (failOn !== 'none' && left.some((one) => isLeftAt(one, failOn)));
}

interface FixTesting {
  readonly reportInput: ReportInput;
  /** Compute resources of other templates. */
  readonly elsewhere: readonly ComputeInOtherFiles[];
}

function fixTestOf(
  say: Say,
  { options: own, others }: TemplatesTogether,
  { reportInput: { options, tags, effective, today }, elsewhere }: FixTesting,
): { readonly proofOptions: FixTestOptions; readonly named: ChosenSubnets['named'] } {
  const { choose, named } = chosenSubnets({ subnets: options.subnets, effective, elsewhere });
  const parameters = own.params === undefined ? {} : { parameters: withSlashes(own.params) };
  const first = options.subnets.length === 0 ? {} : { isFirst: isAmong(options.subnets) };
  return {
    named,
    proofOptions: {
      options: {
        overrides: options,
        facts: { tags },
        choose,
        together: others,
        ...(own.terraform === undefined ? {} : { variables: withPlainNames(own.terraform) }),
        rules: problemRulesOf(options.team, today),
        ...first,
        ...parameters,
      },
      describe: (why) => shortDescription(say, why),
    },
  };
}

async function writeAll(
  terminal: Terminal,
  texts: ReadonlyMap<string, string>,
  { root }: Pick<CheckOptions, 'root'>,
): Promise<void> {
  for (const file of texts.keys()) requireNoLinkOut(terminal, file, root);
  await terminal.writeFiles(texts);
}

/**
 * Requires that a file isn't written through a link.
 * @throws `UnreadableFile` if the write would be outside the file's project
 */
function requireNoLinkOut({ leadsOut }: Terminal, name: string, root: string | undefined): void {
  const way = leadsOut(name, root);
  if (way) throw new UnreadableFile(reason('terminal.linkOut.write', { ...way }));
}
