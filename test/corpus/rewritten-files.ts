import { startBicep, type BicepCompiler } from '../support/bicep';
import { outcomeDifference, outcomeOf } from '../support/outcome';
import { transformations } from '../support/transformations';
import { compiledVariant } from '../support/transformations/compile-to-json';
import { loadProject } from '../support/transformations/projects';
import type { Project, Variant } from '../support/transformations/project';
import { deployedOf, deploymentDifference } from '../support/transformations/same-deployment';
import type { CorpusFile } from './corpus-files';
import type { TaskOptions } from './corpus-thread';
import { pickSample } from './sample-of';

/** Number of places at which a file is rewritten in each way. `--whole` tries all. */
const places = { ofAzureMl: 4, ofOthers: 1 };

/** A file that was rewritten at one place. */
export interface WrittenOtherwise {
  readonly way: string;
  readonly at: string;
  readonly differing: readonly string[];
  /** Whether it deploys the same, if that was checked. */
  readonly isSame: boolean;
}

/** Compiler of a thread, which compiles all its files. */
let compiler: { readonly bicep: BicepCompiler | undefined } | undefined;

/** Stops the compiler, which would keep the thread alive. */
export function stopCompiler(): void {
  compiler?.bicep?.stop();
}

/** Rewrites a file in each way, and compares the results, findings, and exit codes. */
export async function writtenOtherwise(
  file: CorpusFile,
  { folder, isWhole }: TaskOptions,
): Promise<readonly WrittenOtherwise[]> {
  const { bicep } = (compiler ??= { bicep: startBicep() });
  const before = await loadProject(folder, file.name);
  const outcome = await outcomeOf(before);
  const few = outcome.length > mostLinesOfOthers ? places.ofAzureMl : places.ofOthers;
  const all: WrittenOtherwise[] = [];
  for (const [way, variants] of await variantsOf(file, before, bicep)) {
    for (const { at, project } of isWhole ? variants : pickSample(variants, few)) {
      const differing = outcomeDifference(outcome, await outcomeOf(project));
      const same = differing.length === 0 || (await isSame(bicep, { before, after: project, way }));
      all.push({ way, at, differing, isSame: same });
    }
  }
  return all;
}

/** The exit code and the summary. Any checked file has more lines. */
const mostLinesOfOthers = 2;

const compiling = 'compile to ARM JSON';

async function variantsOf(
  { path, compiles }: CorpusFile,
  project: Project,
  bicep: BicepCompiler | undefined,
): Promise<readonly (readonly [way: string, variants: readonly Variant[]])[]> {
  const compiled = compiles === true ? await bicep?.compile(path) : undefined;
  const written = Object.entries(transformations).map(
    ([way, transform]) => [way, transform(project)] as const,
  );
  return compiled?.contents === undefined
    ? written
    : [...written, [compiling, compiledVariant(project, compiled.contents)]];
}

/** Returns false if the compiler rejects the rewritten file, or compiles it to something else. */
async function isSame(
  bicep: BicepCompiler | undefined,
  { before, after, way }: { readonly before: Project; readonly after: Project; readonly way: string },
): Promise<boolean> {
  const fromRegistry = Object.values(before.files).some((text) => /'(?:br|ts)[:/]/.test(text));
  if (!bicep || fromRegistry || way === compiling) return true;
  const [one, other] = [await deployedOf(bicep, before), await deployedOf(bicep, after)];
  if (one.is === 'refused') return true;
  return other.is === 'deployed' && deploymentDifference(one.resources, other.resources) === undefined;
}
