import type { Disk } from '../read-sources';
import type { Failure } from './worker-pool';
import { groupBy } from '../../core/group-by';
import { compiledFrom, templateFolder, type ScannedTemplate } from './compiled-templates';
import { scanListed, scanNamed, type Scan, type ScannedFiles } from './scan-files';
import type { SourceReport } from './source-report';
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
  /** The scans of the templates in folders and patterns. */
  readonly scans: readonly ScannedTemplate[];
  /** Names of these templates. */
  readonly templates: readonly string[];
  /** Names of those without an Azure resource. */
  readonly withoutResources: readonly string[];
  /**
   * Names of templates in folders that a compiler wrote from a Bicep file in the folder. The Bicep file is checked
   * instead.
   */
  readonly compiled: readonly string[];
  readonly failures: readonly Failure[];
  /** Reports that exist already, by file name, each of a template by itself. */
  readonly reports: ReadonlyMap<string, SourceReport>;
}

/**
 * Groups templates that are deployed together. Templates that were named individually are grouped if they refer to each
 * other, or if one has locks and policies that cover the other. Templates next to each other in a folder or pattern are
 * grouped if they refer to each other. Of these, only templates with a subnet to check that aren't modules of other
 * files are roots.
 */
export async function deploymentsOf(
  disk: Pick<Disk, 'realPathOf'>,
  { single, listed }: Pick<NamedFiles, 'single' | 'listed'>,
  scan: Scan,
): Promise<Deployments> {
  const [ofSingle, ofListed] = await Promise.all([
    single.length < 2 ? nothing : scanNamed(single, scan),
    scanListed(disk, listed, scan),
  ]);
  const failed = new Set(ofSingle.failures.map(({ file }) => file));
  const apart = single.filter(
    (name) => !failed.has(name) && !ofSingle.scanned.some(({ file }) => file === name),
  );
  const together = withGovernance(deployedTogether(ofSingle.scanned), ofSingle.scanned);
  const named = [...together, ...apart.map((file) => [file])];
  const compiled = compiledFrom(ofListed.scanned);
  const roots = ofListed.scanned.filter(
    ({ file }) => !compiled.includes(file) && !ofListed.modules.has(disk.realPathOf(file)),
  );
  return {
    deployments: [
      ...named.flatMap((files) => deploymentOf(files, single)),
      ...[...groupBy(roots, ({ file }) => templateFolder(file)).values()].flatMap((inFolder) =>
        rootsOf(inFolder, single),
      ),
    ],
    scans: ofListed.scanned,
    templates: ofListed.scanned.map(({ file }) => file),
    withoutResources: ofListed.scanned.filter((one) => one.isEmpty).map(({ file }) => file),
    compiled,
    failures: [...ofSingle.failures, ...ofListed.failures],
    reports: new Map([...ofSingle.reports, ...ofListed.reports]),
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
function rootsOf(
  inFolder: readonly ScannedTemplate[],
  single: readonly string[],
): readonly DeploymentSources[] {
  const chosen = new Set(inFolder.filter((one) => one.isChosen).map(({ file }) => file));
  const withSubnets = inFolder.filter(({ names }) => names.length > 0);
  const otherTemplates = [...single, ...withSubnets.map(({ file }) => file)];
  return deployedTogether(inFolder)
    .filter((files) => files.some((one) => chosen.has(one)))
    .flatMap((files) => deploymentOf(files, otherTemplates));
}

const nothing: ScannedFiles = { scanned: [], failures: [], reports: new Map() };
