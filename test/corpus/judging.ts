import { globSync } from 'node:fs';
import { editorOf } from '../../src/documents/edits/file-editor';
import { provenEdits, type Proof } from '../../src/file-checks/edits/proven-edits';
import { examine, isDeployable, type Examined } from '../../src/file-checks/examine';
import type { Problem } from '../../src/file-checks/problem';
import { problemsOf } from '../../src/file-checks/problems-of';
import { speaker } from '../../src/messages/speaker';
import { shortDescription } from '../../src/wording/short-description';
import type { CorpusPart, PartResult } from './corpus-part';
import { diskWith, judgedAs } from './judged-root';

/** Words without which nothing of Azure ML is in a file or what it names. */
const speaks = /AzureMachineLearning|BatchNodeManagement|MachineLearningServices\/workspaces/i;

/** Every Bicep file and template is judged: none crashes, and none that has nothing to do with Azure ML says a word. */
export const judging: CorpusPart = {
  title: 'Judging',
  async run(files, { folder, fixes }) {
    const templates = globSync('**/*.json', { cwd: folder }).map((name) => `${folder}/${name}`);
    const roots = [
      ...files.filter(({ name }) => name.endsWith('.bicep')).map(({ path }) => path),
      ...templates,
    ];
    const tally = new Tally();
    for (const root of roots) await judgeRoot(root, tally, fixes === true);
    return tally.result(folder);
  },
};

async function judgeRoot(root: string, tally: Tally, fixes: boolean): Promise<void> {
  const texts = new Map<string, string>();
  const world = diskWith(texts);
  const text = (await world.read(root)) ?? '';
  if (!isDeployable(root, text)) return;
  const started = performance.now();
  try {
    const examined = await examine(root, world, judgedAs);
    tally.read(root, performance.now() - started);
    if (!examined) return tally.fail(root, 'was not read');
    const problems = problemsOf(examined.check);
    const isAzureMl = [...texts.values()].some((one) => speaks.test(one));
    if (problems.length > 0 && !isAzureMl) tally.fail(root, `speaks, ${problems.map(({ id }) => id).join()}`);
    tally.tell(root, examined, problems);
    if (fixes) {
      await fixAll(
        { root, examined, world, options: judgedAs, files: editedFiles(examined, texts) },
        problems,
        tally,
      );
    }
  } catch (error) {
    tally.fail(root, `crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}

async function fixAll(proof: Proof, problems: readonly Problem[], tally: Tally): Promise<void> {
  for (const problem of problems) {
    if (problem.severity === 'hint' || problem.what.is === 'undecided' || problem.what.is === 'elsewhere') {
      continue;
    }
    tally.fixed(problem.id, (await provenEdits(proof, problem)) !== undefined);
  }
}

function editedFiles({ templates }: Examined, texts: ReadonlyMap<string, string>): Proof['files'] {
  const say = speaker('en');
  return {
    textOf: (file) => texts.get(file),
    editorOf,
    templateOf: (file) => templates.get(file),
    describe: (why) => shortDescription(say, why),
  };
}

class Tally {
  private readonly times: { root: string; milliseconds: number }[] = [];
  private readonly failures: string[] = [];
  private readonly speaking: string[] = [];
  private readonly unknowns = new Map<string, number>();
  private readonly fixes = new Map<string, { proven: number; none: number }>();

  read(root: string, milliseconds: number): void {
    this.times.push({ root, milliseconds });
  }

  fail(root: string, what: string): void {
    this.failures.push(`${root}: ${what}`);
  }

  tell(root: string, { check }: Examined, problems: readonly Problem[]): void {
    if (problems.length > 0) this.speaking.push(root);
    for (const { judgements } of check.subjects) {
      for (const { verdict } of judgements) {
        if (verdict.is !== 'undecided') continue;
        this.unknowns.set(verdict.because.key, (this.unknowns.get(verdict.because.key) ?? 0) + 1);
      }
    }
  }

  fixed(id: string, isProven: boolean): void {
    const counts = this.fixes.get(id) ?? { proven: 0, none: 0 };
    if (isProven) counts.proven += 1;
    else counts.none += 1;
    this.fixes.set(id, counts);
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
        `${this.times.length} files and templates judged: median ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)} (${worst})`,
        `${this.speaking.length} say something:`,
        ...this.speaking.map((one) => `  ${one.slice(folder.length + 1)}`),
        'Not decided, by reason:',
        ...[...this.unknowns].sort((a, b) => b[1] - a[1]).map(([key, n]) => `  ${n} ${key}`),
        ...(this.fixes.size > 0 ? ['Fixes, by check: proven, none'] : []),
        ...[...this.fixes].map(([id, { proven, none }]) => `  ${id}: ${proven}, ${none}`),
      ],
    };
  }
}
