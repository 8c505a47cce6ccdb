import { analyzeFile, isDeployable, type AnalysisResult } from '../../src/file-checks/analyze-file';
import type { Problem } from '../../src/file-checks/problem';
import { problemsOf } from '../../src/file-checks/problems-of';
import type { CorpusPart, PartResult } from './corpus-part';
import { testAnalysisOptions } from '../support/analysis-options';
import { diskWith, deployableFiles } from './deployable-files';

/** Words of which a file about Azure ML, or a file that it references, contains at least one. */
const mentions = /AzureMachineLearning|BatchNodeManagement|MachineLearningServices\/workspaces/i;

/** Every Bicep file and template is checked. None crashes, and a file without Azure ML doesn't have results. */
export const checkingCorpusPart: CorpusPart = {
  title: 'Checking',
  async run(files, { folder }) {
    const tally = new Tally();
    for (const root of deployableFiles(files, folder)) await checkRoot(root, tally);
    return tally.result(folder);
  },
};

async function checkRoot(root: string, tally: Tally): Promise<void> {
  const texts = new Map<string, string>();
  const world = diskWith(texts);
  const text = (await world.read(root)) ?? '';
  if (!isDeployable(root, text)) return;
  const started = performance.now();
  try {
    const analyzed = await analyzeFile(root, world, testAnalysisOptions);
    tally.read(root, performance.now() - started);
    if (!analyzed) return tally.fail(root, 'wasn’t read');
    const problems = problemsOf(analyzed.check);
    const isAzureMl = [...texts.values()].some((one) => mentions.test(one));
    if (problems.length > 0 && !isAzureMl) {
      tally.fail(root, `has problems without Azure ML, ${problems.map(({ id }) => id).join()}`);
    }
    tally.notify(root, analyzed, problems);
  } catch (error) {
    tally.fail(root, `crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}

class Tally {
  private readonly times: { root: string; milliseconds: number }[] = [];
  private readonly failures: string[] = [];
  private readonly withProblems: string[] = [];
  private readonly unknowns = new Map<string, number>();

  read(root: string, milliseconds: number): void {
    this.times.push({ root, milliseconds });
  }

  fail(root: string, what: string): void {
    this.failures.push(`${root}: ${what}`);
  }

  notify(root: string, { check }: AnalysisResult, problems: readonly Problem[]): void {
    if (problems.length > 0) this.withProblems.push(root);
    for (const { results } of check.subjects) {
      for (const { outcome } of results) {
        if (outcome.is !== 'unknown') continue;
        this.unknowns.set(outcome.because.key, (this.unknowns.get(outcome.because.key) ?? 0) + 1);
      }
    }
  }

  result(folder: string): PartResult {
    const sorted = [...this.times].sort((a, b) => a.milliseconds - b.milliseconds);
    const at = (part: number): string =>
      `${sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]?.milliseconds.toFixed(1) ?? '–'} ms`;
    const worst = sorted.at(-1)?.root.slice(folder.length + 1) ?? '–';
    return {
      passed: this.times.length - this.failures.length,
      failures: this.failures.map((one) => one.replaceAll(`${folder}/`, '')),
      lines: [
        `${this.times.length} files and templates checked: median ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)} (${worst})`,
        `${this.withProblems.length} have problems:`,
        ...this.withProblems.map((one) => `  ${one.slice(folder.length + 1)}`),
        'Unknown results, by reason:',
        ...[...this.unknowns].sort((a, b) => b[1] - a[1]).map(([key, n]) => `  ${n} ${key}`),
      ],
    };
  }
}
