import type { Disk } from '../read-sources';
import type { Failure, WorkerOutcome, Survey } from './worker-pool';
import { compiledFrom, type Surveyed } from './compiled-templates';
import { deployedTogether, withGovernance } from './declared-ids';
import type { NamedFiles } from './named-files';

/** Templates that are deployed together. */
export interface DeploymentSources {
  /** Names of the templates. The first one represents them all. */
  readonly files: readonly [root: string, ...together: readonly string[]];
  /** Names of other templates that may declare subnets that one of them uses. */
  readonly otherTemplates: readonly string[];
}

/** The deployments of the templates that were named and found. */
export interface Deployments {
  readonly deployments: readonly DeploymentSources[];
  readonly surveys: readonly Survey[];
  /** Names of the templates in folders and patterns. */
  readonly templates: readonly string[];
  /** Names of those without an Azure resource. */
  readonly withoutResources: readonly string[];
  /**
   * Names of templates in folders that a compiler wrote from a Bicep file in the folder. The Bicep file is checked
   * instead.
   */
  readonly compiled: readonly string[];
  readonly failures: readonly Failure[];
}

/**
 * Groups templates that are deployed together. Templates that were named individually are grouped if they refer to each
 * other, or if one has locks and policies that cover the other. Templates next to each other in a folder or pattern are
 * grouped if they refer to each other. Of these, only templates with a subnet to check that aren't modules of other
 * files are roots.
 */
export async function deploymentsOf(
  { realPathOf }: Pick<Disk, 'realPathOf'>,
  { single, listed }: Pick<NamedFiles, 'single' | 'listed'>,
  survey: (file: string) => Promise<WorkerOutcome>,
): Promise<Deployments> {
  const [ofSingle, ofListed] = await Promise.all([
    single.length < 2 ? nothing : surveysOf(single, survey),
    surveysOf(listed, survey),
  ]);
  const failed = new Set(ofSingle.failures.map(({ file }) => file));
  const apart = single.filter(
    (name) => !failed.has(name) && !ofSingle.surveyed.some(({ file }) => file === name),
  );
  const together = withGovernance(deployedTogether(ofSingle.surveyed), ofSingle.surveyed);
  const named = [...together, ...apart.map((file) => [file])];
  const compiled = compiledFrom(ofListed.surveyed);
  const modules = new Set(ofListed.surveyed.flatMap((one) => one.requested.map(realPathOf)));
  const roots = ofListed.surveyed.filter(
    ({ file }) => !compiled.includes(file) && !modules.has(realPathOf(file)),
  );
  return {
    deployments: [
      ...named.flatMap((files) => deploymentOf(files, single)),
      ...byFolder(roots).flatMap((inFolder) => rootsOf(inFolder, single)),
    ],
    surveys: ofListed.surveyed,
    templates: ofListed.surveyed.map(({ file }) => file),
    withoutResources: ofListed.surveyed.filter((one) => one.isEmpty).map(({ file }) => file),
    compiled,
    failures: [...ofSingle.failures, ...ofListed.failures],
  };
}

function deploymentOf(
  files: readonly string[],
  otherTemplates: readonly string[],
): readonly DeploymentSources[] {
  const [root, ...together] = files;
  return root === undefined ? [] : [{ files: [root, ...together], otherTemplates }];
}

/** Returns the deployments of one folder: only those with a subnet to check, with the templates that they refer to. */
function rootsOf(inFolder: readonly Surveyed[], single: readonly string[]): readonly DeploymentSources[] {
  const chosen = new Set(inFolder.filter((one) => one.isChosen).map(({ file }) => file));
  const withSubnets = inFolder.filter(({ names }) => names.length > 0);
  const otherTemplates = [...single, ...withSubnets.map(({ file }) => file)];
  return deployedTogether(inFolder)
    .filter((files) => files.some((one) => chosen.has(one)))
    .flatMap((files) => deploymentOf(files, otherTemplates));
}

function byFolder(all: readonly Surveyed[]): readonly (readonly Surveyed[])[] {
  const folders = new Map<string, Surveyed[]>();
  for (const one of all) {
    const folder = one.file.slice(0, one.file.lastIndexOf('/') + 1);
    folders.set(folder, [...(folders.get(folder) ?? []), one]);
  }
  return [...folders.values()];
}

interface SurveyedFiles {
  readonly surveyed: readonly Surveyed[];
  readonly failures: readonly Failure[];
}

const nothing: SurveyedFiles = { surveyed: [], failures: [] };

async function surveysOf(
  files: readonly string[],
  survey: (file: string) => Promise<WorkerOutcome>,
): Promise<SurveyedFiles> {
  const all = await Promise.all(files.map(async (file) => ({ file, outcome: await survey(file) })));
  return {
    surveyed: all.flatMap(({ file, outcome }) =>
      outcome.is === 'survey' ? [{ file, ...outcome.survey }] : [],
    ),
    failures: all.flatMap(({ outcome }) => (outcome.is === 'failed' ? [outcome] : [])),
  };
}
