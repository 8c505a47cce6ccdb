import type { ResourceId } from '../../core/network/model';
import { reason } from '../../core/reason';
import type { ReportInput } from '../source-reports/report-input';
import { hasMissingModules } from '../source-reports/summarize-source';
import { faultsOf, missingIn, type ComputeInOtherFiles } from '../source-reports/source-report';
import type { Failure } from '../source-reports/worker-pool';
import { deploymentsOf, type DeploymentSources } from '../source-reports/deployments';
import { onThisThread, templateIn } from '../source-reports/run-job';
import { namedFiles, namesOf } from '../source-reports/named-files';
import { withoutExcluded } from '../source-reports/team-files';
import { chooseIn, requireNamed } from '../choose-subnets';
import { UsageError } from '../options';
import { requireUsedValues } from '../require-options';
import { settingsOfFiles, type SettingsOfFiles } from '../team-options';
import { eachFaultOnce, type PlacedFault } from '../placed-error-text';
import { printedSource, type Disk } from '../read-sources';
import type { TemplateSource } from '../templates';
import { computeInOtherTemplates } from './compute-in-other-files';

/** The templates that the command line names, as `check` resolves them. */
export interface ToFix {
  readonly deployments: readonly DeploymentSources[];
  /** Files with resources as Azure prints them, which can't be edited. */
  readonly exports: readonly string[];
  /** Folders without a file. */
  readonly empty: readonly string[];
  /** The teams' settings files, with their faults. */
  readonly settings: readonly SettingsOfFiles[];
  /** Files that couldn't be read. */
  readonly failures: readonly Failure[];
  /** Parts of the files that couldn't be read. */
  readonly faults: readonly PlacedFault[];
  /** Modules that couldn't be read and may contain a compute resource or its network. */
  readonly missing: readonly PlacedFault[];
  /** Compute resources of other templates that use subnets of a deployment, by the deployment's first template. */
  readonly computes: ReadonlyMap<string, readonly ComputeInOtherFiles[]>;
  /** IDs, in lowercase, of compute resources whose subnet another file declares. */
  readonly placed: ReadonlySet<ResourceId>;
  /** Returns the names of other deployments that use a file, by the first template of each. */
  usersOf(file: string, deployment: DeploymentSources): readonly string[];
}

/**
 * Finds the templates that the command line names, grouped by deployment.
 * @throws `UsageError` if no template is named, or if `--subnet` names a subnet that none has
 */
export async function templatesToFix(disk: Disk, reportInput: ReportInput): Promise<ToFix> {
  const all = await namedFiles(disk, reportInput.options.files);
  const settings = await settingsOfFiles(disk, reportInput.options, namesOf(all));
  const named = await withoutExcluded(disk, all, reportInput.options);
  requireUsedValues(reportInput.options, [...named.single, ...named.listed]);
  const { single, listed, printed, empty } = named;
  const exports = [...new Set(printed.map(({ file }) => file.name))];
  if (exports.length > 0 && single.length === 0 && listed.length === 0 && named.failures.length === 0) {
    throw new UsageError(reason('terminal.fix.noTemplate', { file: exports[0] ?? '' }));
  }
  const found = await deploymentsOf(disk, named, (job) => onThisThread(disk, reportInput).do(job));
  const failures = [...named.failures, ...found.failures];
  const sources = await sourcesOf(disk, found.deployments, reportInput);
  const own = printedSource(reportInput.options, printed);
  requireNamed(
    [...sources.values(), ...(own ? [own] : [])].map((one) => chooseIn(one, reportInput.options)),
    reportInput.options.subnets,
  );
  const { computes, placed } = computeInOtherTemplates(found.deployments, sources, own);
  const usersOf: ToFix['usersOf'] = (file, { files: [own] }) =>
    [...sources].flatMap(([root, { fixTest }]) =>
      root !== own && fixTest.analysis.templates.has(file) ? [root] : [],
    );
  const { say } = reportInput;
  const read = [...sources.values()];
  return {
    deployments: found.deployments,
    ...{ exports, empty, settings, failures },
    faults: eachFaultOnce(read.flatMap((one) => faultsOf(one, say).faults)),
    missing: eachFaultOnce(read.flatMap((one) => (hasMissingModules(one) ? missingIn(one, say) : []))),
    ...{ computes, placed, usersOf },
  };
}

/** Reads the deployments that can be read, without a check, by their first template. */
async function sourcesOf(
  disk: Disk,
  deployments: readonly DeploymentSources[],
  reportInput: ReportInput,
): Promise<ReadonlyMap<string, TemplateSource>> {
  const read = await Promise.all(
    deployments.map(async ({ files: [file, ...together] }) => {
      const source = await templateIn(disk, file, { ...reportInput, isChecked: false, together }).catch(
        () => undefined,
      );
      return [file, source] as const;
    }),
  );
  return new Map(read.flatMap(([file, source]) => (source ? [[file, source] as const] : [])));
}
