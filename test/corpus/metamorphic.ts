import { startBicep, type BicepCompiler } from '../support/bicep';
import { outcomeDifference, outcomeOf } from '../support/outcome';
import { transformations } from '../support/transformations';
import { compiledVariant } from '../support/transformations/compile-to-json';
import { projectOf } from '../support/transformations/projects';
import type { Project, Variant } from '../support/transformations/project';
import { deployedOf, deploymentDifference } from '../support/transformations/same-deployment';
import type { CorpusFile } from './corpus-files';
import type { CorpusPart } from './corpus-part';

/** Places of a file in which it is written otherwise, for each way; `--whole` tries all. */
const places = { ofAzureMl: 6, ofOthers: 2 };

/**
 * Each file, written otherwise, has the same results, findings, and exit code. Where they differ, the official compiler
 * decides whether it still deploys the same.
 */
export const metamorphic: CorpusPart = {
  title: 'Metamorphic',
  async run(files, { folder, isWhole }) {
    const bicep = startBicep();
    const tally = new Tally();
    try {
      for (const file of files.filter(({ name }) => name.endsWith('.bicep'))) {
        await compareFile(file, { folder, isWhole, bicep, tally });
      }
    } finally {
      bicep?.stop();
    }
    return tally.result();
  },
};

interface Comparing {
  readonly folder: string;
  readonly isWhole: boolean;
  readonly bicep: BicepCompiler | undefined;
  readonly tally: Tally;
}

async function compareFile(file: CorpusFile, { folder, isWhole, bicep, tally }: Comparing): Promise<void> {
  const before = await projectOf(folder, file.name);
  const outcome = await outcomeOf(before);
  const few = outcome.length > mostLinesOfOthers ? places.ofAzureMl : places.ofOthers;
  for (const [way, variants] of await variantsOf(file, before, bicep)) {
    for (const { at, project } of isWhole ? variants : someOf(variants, few)) {
      const differing = outcomeDifference(outcome, await outcomeOf(project));
      const same = differing.length === 0 || (await isSame(bicep, { before, after: project, way }));
      tally.add(way, { at, differing, isSame: same });
    }
  }
}

/** The exit code and the summary; whatever is checked has more lines. */
const mostLinesOfOthers = 2;

function someOf(variants: readonly Variant[], few: number): readonly Variant[] {
  const step = Math.max(1, variants.length / few);
  return variants.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

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

/** False where the compiler refuses what was written, or makes something else of it. */
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

interface Compared {
  readonly at: string;
  readonly differing: readonly string[];
  /** Whether it deploys the same, as far as anyone asked. */
  readonly isSame: boolean;
}

class Tally {
  private readonly ways = new Map<string, { same: number; other: number }>();
  private readonly failures: string[] = [];

  add(way: string, { at, differing, isSame }: Compared): void {
    const count = this.ways.get(way) ?? { same: 0, other: 0 };
    this.ways.set(way, count);
    if (!isSame) {
      count.other += 1;
      return;
    }
    count.same += 1;
    const [first = ''] = differing;
    if (differing.length > 0) {
      this.failures.push(`${way}, ${at}: ${differing.length} differ, such as ${first}`);
    }
  }

  result(): Awaited<ReturnType<CorpusPart['run']>> {
    const compared = [...this.ways.values()].reduce((sum, { same }) => sum + same, 0);
    return {
      passed: compared - this.failures.length,
      failures: this.failures,
      lines: [
        `${compared} compared:`,
        ...[...this.ways].map(
          ([way, { same, other }]) =>
            `  ${way}: ${same}${other > 0 ? `, and ${other} that deploy something else` : ''}`,
        ),
      ],
    };
  }
}
