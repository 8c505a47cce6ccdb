import { printSettingsFaults } from '../team-options';
import { compareSubnets } from '../../checks/compare-subnets';
import { sameId } from '../../core/network/find';
import { withoutEnd } from '../../core/cut-text';
import { reason } from '../../core/reason';
import { plansOf } from '../../documents/subjects/subject-plans';
import { allSubjects, shortName, type Subject } from '../../documents/subjects/subjects';
import { inRegion, overridesFor } from '../../file-checks/check-files';
import { factsOf } from '../../file-checks/facts-of';
import type { Say } from '../../messages/say';
import { comparisonPage, isWithoutDifference } from '../../wording/comparison-page';
import type { ReportInput } from '../source-reports/report-input';
import { faultsOf, missingIn } from '../source-reports/source-report';
import { readReportInput } from '../source-reports/read-report-input';
import { templateIn } from '../source-reports/run-job';
import { cutOf } from '../check';
import { chooseIn, onlySubject } from '../choose-subnets';
import { withEffective } from '../effective-files';
import { eachFaultOnce, placedErrorText } from '../placed-error-text';
import { completeOptions } from '../cloud-of-files';
import { UsageError, type GivenOptions } from '../options';
import { parametersText, type ParameterSource } from '../parameter-choice';
import { warnOldTags } from '../service-tags';
import { requireUsedValues, warnUnknownRegion } from '../require-options';
import { printedSource } from '../read-sources';
import { readResources, UnreadableFile } from '../resources/read-resources';
import type { CheckSource } from '../source';
import { isTemplate } from '../templates';
import { selectedFiles } from '../selected-files';
import type { ExitCode, Terminal } from '../terminal';
import { comparisonJson, type ComparedPair } from './comparison-json';

/** A file, and its subnets to compare. */
interface Side {
  readonly file: string;
  readonly source: CheckSource;
  readonly subjects: readonly Subject[];
}

/** The comparison of two files. */
interface ComparedStates {
  readonly reportInput: ReportInput;
  readonly files: readonly [before: string, after: string];
  readonly parameterFiles: readonly ParameterSource[];
  readonly all: readonly ComparedPair[];
  /** Parts that can't be read or evaluated, as text. */
  readonly unread: readonly string[];
  /** True if a part of a state isn't evaluated, and may differ. */
  readonly isUnknown: boolean;
}

/**
 * Prints the flows that open and close from one file's network to another's. Fails with exit code 1 if there are
 * differences.
 */
export async function runCompare(given: GivenOptions, terminal: Terminal): Promise<ExitCode> {
  const { all, unread, isUnknown, ...compared } = await comparedStates(given, terminal);
  const { reportInput, files, parameterFiles } = compared;
  terminal.out(
    reportInput.options.format === 'json'
      ? comparisonJson(reportInput, { files, parameterFiles }, all)
      : comparedText(terminal.say, all, parameterFiles),
  );
  for (const text of unread) terminal.error(`${text}\n`);
  if (isUnknown || !all.every(({ comparison }) => isWithoutDifference(comparison))) return 1;
  return unread.length > 0 ? 3 : 0;
}

/**
 * Compares the networks of two files.
 * @throws `UsageError` and `UnreadableFile`
 */
export async function comparedStates(given: GivenOptions, outerTerminal: Terminal): Promise<ComparedStates> {
  const { options: selected, terminal } = await selectedFiles(given, outerTerminal);
  const options = await completeOptions(terminal, selected);
  printSettingsFaults(terminal, options.teamFaults);
  const [first, second, ...more] = options.files;
  if (first === undefined || second === undefined || more.length > 0) {
    throw new UsageError(reason('terminal.compareTwo'));
  }
  const reportInput = await readReportInput(terminal, options);
  warnUnknownRegion(terminal, options, reportInput.tags);
  warnOldTags(terminal, reportInput.tags);
  requireUsedValues(options, await Promise.all([first, second].map((one) => fileOfFolder(terminal, one))));
  const [before, after] = [
    await sideOf(terminal, first, reportInput),
    await sideOf(terminal, second, reportInput),
  ];
  const faults = [before, after].map(({ source }) => faultsOf(source, terminal.say));
  const tooComplex = faults.flatMap((one) => one.tooComplex);
  const missing = [before, after].flatMap(({ source }) => missingIn(source, terminal.say));
  const placed = eachFaultOnce([...faults.flatMap((one) => one.faults), ...tooComplex, ...missing]);
  return {
    reportInput,
    files: [first, second],
    parameterFiles: [before, after].flatMap(({ source }) => (isTemplate(source) ? [source.parameters] : [])),
    all: pairsOf(before, after).flatMap(([was, is]) =>
      comparedIn({ before, after }, { was, is }, reportInput),
    ),
    unread: placed.map(placedErrorText),
    isUnknown: tooComplex.length > 0 || [before, after].some(({ source }) => cutOf(source) !== null),
  };
}

function comparedText(
  say: Say,
  all: readonly ComparedPair[],
  parameterFiles: readonly ParameterSource[],
): string {
  const pages = all.map((one) => comparisonPage(say, one)).join('\n');
  const parameters = parametersText(say, parameterFiles);
  return parameters === '' ? pages : `${pages}\n${parameters}\n`;
}

async function sideOf(terminal: Terminal, named: string, reportInput: ReportInput): Promise<Side> {
  const file = await fileOfFolder(terminal, named);
  const source =
    (await templateIn(terminal, file, reportInput)) ??
    printedSource(reportInput.options, readResources(await terminal.readFile(file)));
  if (!source) throw new UsageError(reason('terminal.noSubnet', { command: 'az network vnet show' }));
  const chosen = chooseIn(source, { ...reportInput.options, allSubnets: true }).subjects;
  if (chosen.length === 0) requireRead(terminal, file, source);
  const subjects = chosen.length > 0 ? chosen : [onlySubject(source)];
  return { file, source: withEffective(source, subjects, reportInput.effective), subjects };
}

/**
 * Requires that a state without a subnet was completely read. Prints what wasn't.
 * @throws `UnreadableFile` if the subnet may be in a part that wasn't read
 */
function requireRead({ say, error }: Terminal, file: string, source: CheckSource): void {
  const faults = [...faultsOf(source, say).faults, ...missingIn(source, say)];
  if (faults.length === 0 || allSubjects(source.inputs).length > 0) return;
  for (const fault of eachFaultOnce(faults)) error(`${placedErrorText(fault)}\n`);
  throw new UnreadableFile(reason('terminal.compareUnread', { file }));
}

/** Returns the first file of a Terraform folder, which represents the whole folder, or otherwise the file itself. */
async function fileOfFolder({ namesIn }: Pick<Terminal, 'namesIn'>, name: string): Promise<string> {
  const folder = `${withoutEnd(name, '\\/')}/`;
  const files = ((await namesIn(folder)) ?? []).filter((one) => /\.tf(?:\.json)?$/.test(one)).sort();
  return files[0] === undefined ? name : `${folder}${files[0]}`;
}

/** Pairs subnets with the same name, or the only one of each file. */
function pairsOf(before: Side, after: Side): readonly (readonly [was: Subject, is: Subject])[] {
  const [was, ...others] = before.subjects;
  const [is, ...more] = after.subjects;
  if (was && is && others.length + more.length === 0) return [[was, is]];
  const pairs = after.subjects.flatMap((one) => {
    const other = before.subjects.find((each) => sameId(shortName(each), shortName(one)));
    return other ? [[other, one] as const] : [];
  });
  if (pairs.length > 0) return pairs;
  const names = before.subjects.map(shortName);
  throw new UsageError(
    reason('terminal.compareNone', { before: before.file, after: after.file, names, option: '--subnet' }),
  );
}

/** Both files are checked for the plan of the later one. */
function comparedIn(
  { before, after }: { readonly before: Side; readonly after: Side },
  { was, is }: { readonly was: Subject; readonly is: Subject },
  { options, tags }: ReportInput,
): readonly ComparedPair[] {
  const { inputs, directed } = after.source;
  const modelOf = ({ source }: Side) => inRegion(source.inputs.model, options.region);
  return plansOf({ inputs, chosen: is, options: overridesFor(is, options, directed) }).map(
    ({ plan, assumed }) => {
      const facts = factsOf(plan, { tags }, inputs);
      const then = { model: modelOf(before), subnetId: was.subnet.id };
      return {
        subnet: shortName(is),
        before: before.file,
        after: after.file,
        comparison: compareSubnets(then, { model: modelOf(after), plan, facts }),
        assumed,
        was,
        is,
        plan,
        places: { before: before.source.places, after: after.source.places },
      };
    },
  );
}
