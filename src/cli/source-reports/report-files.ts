import { requireNamed, chooseIn, onlySubject } from '../choose-subnets';
import { withJoinedCompute } from '../fix/compute-in-other-files';
import { checkedIn, isTemplate, type TemplateSource } from '../templates';
import { requireOneNetwork } from '../effective-files';
import { requireUsedValues } from '../require-options';
import { eachOnce, printedSource, type Disk } from '../read-sources';
import type { CheckSource } from '../source';
import type { ReportInput } from './report-input';
import { reportOfSource, type SourceReport, type ComputeInOtherFiles } from './source-report';
import type { WorkerPool, Failure, WorkerOutcome, TemplateScan } from './worker-pool';
import { deploymentsOf, type Deployments, type DeploymentSources } from './deployments';
import { templateIn } from './run-job';
import {
  mayUse,
  usedBy,
  withJoined,
  type ReportedFiles,
  type JoinedSource,
  type OtherSources,
} from './join-across-files';
import { namedFiles, namesOf } from './named-files';
import { settingsOfFiles, type SettingsOfFiles } from '../team-options';
import { withEstates, withoutExcluded } from './team-files';
import type { TeamEstate } from '../../team-settings/team-file';

/** The reports of files in the order in which they were named, whichever thread checked them. */
export interface FileReports {
  readonly reports: readonly SourceReport[];
  /** Files that weren't checked, with the reason. */
  readonly failures: readonly Failure[];
  /** Names of all files that were named or found. */
  readonly files: readonly string[];
  /** Names of templates that the compiler wrote from a Bicep file next to them, and that aren't checked again. */
  readonly compiled: readonly string[];
  /** Names of files in folders and patterns that don't contain an Azure resource. */
  readonly withoutResources: readonly string[];
  /** Folders without a file to check. */
  readonly empty: readonly string[];
  /** Names of files that were completely read and checked. */
  readonly checkedFiles: readonly string[];
  /** The teams' settings files, with their faults. */
  readonly settings: readonly SettingsOfFiles[];
}

/**
 * Checks everything that was named: each deployment separately with its modules, and all exports together.
 * @throws `UsageError`
 */
export async function reportFiles(
  disk: Disk,
  reportInput: ReportInput,
  workersFor: (files: number) => WorkerPool,
): Promise<FileReports> {
  const all = await namedFiles(disk, reportInput.options.files);
  const settings = await settingsOfFiles(disk, reportInput.options, namesOf(all));
  const named = await withoutExcluded(disk, all, reportInput.options);
  requireUsedValues(reportInput.options, [...named.single, ...named.listed]);
  const pool = workersFor(named.single.length + named.listed.length);
  try {
    const found = await deploymentsOf(disk, named, (job) => pool.do(job));
    const deployments = await withEstates(disk, found.deployments, {
      names: [...named.single, ...named.listed],
      options: reportInput.options,
    });
    const outcomes = await Promise.all(deployments.map((one) => reportDeployment(pool, one, found.reports)));
    const failures = [
      ...named.failures,
      ...found.failures,
      // No template of a failed deployment was checked.
      ...outcomes.flatMap(({ outcome, files }) =>
        outcome.is === 'failed' ? files.map((file) => ({ ...outcome, file })) : [],
      ),
    ];
    const reports = outcomes.flatMap(({ outcome, otherTemplates }): readonly ReportedFiles[] =>
      outcome.is === 'report' ? [{ report: outcome.report, otherTemplates }] : [],
    );
    const choices = [...found.scans, ...reports.map(({ report }) => report)];
    const printed = printedSource(reportInput.options, named.printed);
    const own = printed
      ? [...reports, { report: await reportPrinted(printed, choices, reportInput), otherTemplates: [] }]
      : reports;
    const joined = await withJoined(
      own,
      otherSources(disk, reportInput, { printed, scans: found.scans }),
      reportInput,
    );
    requireNamed([...found.scans, ...joined], reportInput.options.subnets);
    requireOneNetwork([...new Set(joined.flatMap(({ networks }) => networks))], reportInput.effective);
    const printedFiles = named.printed.map(({ file }) => file.name);
    return {
      reports: joined,
      failures,
      files: eachOnce(disk, [...named.single, ...found.templates, ...printedFiles]),
      checkedFiles: fullyCheckedFiles(joined, printedFiles),
      settings,
      compiled: found.compiled,
      withoutResources: found.withoutResources,
      empty: named.empty,
    };
  } finally {
    await pool.end();
  }
}

/** Returns the files of complete reports that no other report covers only in part. */
function fullyCheckedFiles(reports: readonly SourceReport[], printed: readonly string[]): readonly string[] {
  const filesOf = ({ fileInBaseline, summary }: SourceReport): readonly string[] =>
    fileInBaseline === null ? printed : summary.files;
  const partial = reports.filter((one) => !isWhole(one));
  // A check across files doesn't have its own file names.
  if (partial.some((one) => filesOf(one).length === 0)) return [];
  const isPartial = new Set(partial.flatMap(filesOf));
  return reports.flatMap(filesOf).filter((file) => !isPartial.has(file));
}

function isWhole({ isPartial, leftOut, tooComplex, summary: { unchecked } }: SourceReport): boolean {
  return (
    !isPartial && leftOut.subnets.length + tooComplex.length + unchecked.ids.length === 0 && !unchecked.isAll
  );
}

interface DeploymentOutcome extends Pick<DeploymentSources, 'files' | 'otherTemplates'> {
  readonly outcome: WorkerOutcome;
}

async function reportDeployment(
  pool: WorkerPool,
  { files, otherTemplates, estate }: DeploymentSources & { readonly estate?: TeamEstate },
  reports: ReadonlyMap<string, SourceReport>,
): Promise<DeploymentOutcome> {
  const [file, ...together] = files;
  const report = together.length === 0 && !estate ? reports.get(file) : undefined;
  const outcome: WorkerOutcome = report
    ? { is: 'report', report }
    : await pool.do({ what: 'report', file, together, ...(estate && { estate }) });
  return { outcome, files, otherTemplates };
}

/**
 * Provides templates by name, and all exports, for resources that one source uses and another declares. Each is read
 * once, and only if its scan has a subnet that fits.
 */
function otherSources(
  disk: Disk,
  reportInput: ReportInput,
  { printed, scans }: { readonly printed: CheckSource | undefined; readonly scans: Deployments['scans'] },
): OtherSources {
  const subnetsOf = new Map(scans.map(({ file, subnetIds }) => [file, subnetIds]));
  const read = new Map<string, Promise<CheckSource | undefined>>();
  const sourceOf = (file: string): Promise<CheckSource | undefined> => {
    const found =
      read.get(file) ?? templateIn(disk, file, { ...reportInput, isChecked: false }).catch(() => undefined);
    read.set(file, found);
    return found;
  };
  return {
    async named(names, computes) {
      const fitting = names.filter((file) => {
        const subnets = subnetsOf.get(file);
        return !subnets || computes.some((one) => mayUse(one, subnets));
      });
      const templates = await Promise.all(fitting.map(sourceOf));
      return [...templates.filter((one) => one !== undefined), ...(printed ? [printed] : [])];
    },
    joined: (one, guests) => checkedTogether(disk, one, guests),
  };
}

/** Checks a template only in the subnets of other templates' compute resources. */
async function checkedTogether(
  disk: Disk,
  { origin, computes }: JoinedSource,
  guests: ComputeInOtherFiles,
): Promise<TemplateSource | undefined> {
  if (!isTemplate(origin)) return undefined;
  const own = new Set(computes.map(({ id }) => id));
  const its = { ...guests, computes: guests.computes.filter(({ id }) => own.has(id)) };
  const checked = await checkedIn(origin, ({ declared }) => {
    const joined = withJoinedCompute(declared, [its]);
    return { declared: joined, subjects: usedBy(joined, computes) };
  });
  if (!checked) return undefined;
  // Problems of a compute resource are shown in its own file.
  const others = new Map(
    await Promise.all(
      [...new Set(its.computes.map(({ place }) => place.file))].map(
        async (file) =>
          [
            file,
            await disk.readFile(file).then(
              ({ text }) => text,
              () => undefined,
            ),
          ] as const,
      ),
    ),
  );
  const textOf = (file: string): string | undefined => checked.textOf(file) ?? others.get(file);
  return { ...checked, textOf, isJoined: true };
}

/** Checks exports. They were created to be checked, so if the subnet isn't specified, their only one is checked. */
async function reportPrinted(
  source: NonNullable<ReturnType<typeof printedSource>>,
  others: readonly (TemplateScan | SourceReport)[],
  reportInput: ReportInput,
): Promise<SourceReport> {
  const { subnets } = reportInput.options;
  const choice = chooseIn(source, reportInput.options);
  const all = [...others, choice];
  const isStated = subnets.length > 0 && all.some(({ names }) => names.length > 0);
  const isSelected =
    choice.subjects.length > 0 || others.some((one) => 'networks' in one && one.networks.length > 0);
  const subjects = isStated || isSelected ? choice.subjects : [onlySubject(source)];
  return reportOfSource(source, { ...choice, subjects }, reportInput);
}
