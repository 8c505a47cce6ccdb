import type { Disk } from '../read-sources';
import { templateFolder, type ScannedTemplate } from './compiled-templates';
import type { SourceReport } from './source-report';
import type { Failure, Job, WorkerOutcome } from './worker-pool';

/** The scans of files, and the reports of templates that were checked at once. */
export interface ScannedFiles {
  readonly scanned: readonly ScannedTemplate[];
  readonly failures: readonly Failure[];
  /** Reports by file name, each of the template by itself. */
  readonly reports: ReadonlyMap<string, SourceReport>;
}

/** Runs a job that scans a file. */
export type Scan = (job: Job) => Promise<WorkerOutcome>;

/** Scans files that were named individually. Each is a root. */
export function scanNamed(files: readonly string[], scan: Scan): Promise<ScannedFiles> {
  return scanned(
    files.map(async (file) => ({ file, outcome: await scan({ what: 'scan', file, mayReport: true }) })),
  );
}

/** The scans of files in folders, with the real paths of all files that they refer to. */
export interface ListedScans extends ScannedFiles {
  readonly modules: ReadonlySet<string>;
}

/**
 * Scans files in folders. A template that is probably a root is reported by the same job, so that it isn't evaluated
 * twice. Templates are usually above their modules, so the files of upper folders are scanned first.
 */
export async function scanListed(
  { realPathOf }: Pick<Disk, 'realPathOf'>,
  files: readonly string[],
  scan: Scan,
): Promise<ListedScans> {
  const modules = new Set<string>();
  const withBicep = new Set(files.filter(isBicep).map(templateFolder));
  const scanOne = async (file: string): Promise<WorkerOutcome> => {
    const outcome = await scan({
      what: 'scan',
      file,
      get mayReport() {
        // A template next to a Bicep file is usually compiled from it.
        return !modules.has(realPathOf(file)) && (isBicep(file) || !withBicep.has(templateFolder(file)));
      },
    });
    if (outcome.is === 'scan') outcome.scan.requested.forEach((one) => modules.add(realPathOf(one)));
    return outcome;
  };
  const jobs = new Map(fromAbove(files).map((file) => [file, scanOne(file)]));
  return {
    ...(await scanned(files.map(async (file) => ({ file, outcome: await jobs.get(file) })))),
    modules,
  };
}

interface FileOutcome {
  readonly file: string;
  readonly outcome: WorkerOutcome | undefined;
}

async function scanned(jobs: readonly Promise<FileOutcome>[]): Promise<ScannedFiles> {
  const all = await Promise.all(jobs);
  return {
    scanned: all.flatMap(({ file, outcome }) => (outcome?.is === 'scan' ? [{ file, ...outcome.scan }] : [])),
    failures: all.flatMap(({ outcome }) => (outcome?.is === 'failed' ? [outcome] : [])),
    reports: new Map(
      all.flatMap(({ file, outcome }) =>
        outcome?.is === 'scan' && outcome.report ? [[file, outcome.report] as const] : [],
      ),
    ),
  };
}

/** Sorts files by the depth of their folder. */
function fromAbove(files: readonly string[]): readonly string[] {
  const depthOf = (file: string): number => file.split('/').length;
  return [...files].sort((one, other) => depthOf(one) - depthOf(other));
}

function isBicep(file: string): boolean {
  return /\.bicep$/i.test(file);
}
