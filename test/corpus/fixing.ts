import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stepsOf } from '../support/changes';
import { editorOf } from '../../src/documents/edits/file-editor';
import { withEdits, type TextEdit } from '../../src/documents/edits/text-edit';
import type { TestedEdits } from '../../src/file-checks/edits/fix-attempt';
import { attemptFixes, reasonWithoutFix } from '../../src/file-checks/edits/tested-edits';
import type { FixTestContext } from '../../src/file-checks/edits/written-fix';
import { analyzeFile, isDeployable } from '../../src/file-checks/analyze-file';
import { isUndecided, type Problem } from '../../src/file-checks/problem';
import { problemsOf } from '../../src/file-checks/problems-of';
import { messagesIn } from '../support/messages-in';
import { shortDescription } from '../../src/wording/short-description';
import { formatReason } from '../../src/wording/reason-text';
import { startBicep, type BicepCompiler } from '../support/bicep';
import { harmsOf } from '../support/fix-harm';
import type { CorpusFile } from './corpus-files';
import type { CorpusPart, PartResult } from './corpus-part';
import { testAnalysisOptions } from '../support/analysis-options';
import { diskWith, deployableFiles } from './deployable-files';

const say = messagesIn('en');

/** Seconds between two progress lines. */
const progressEvery = 30;

/**
 * Every finding with a fix is fixed: after the edit, the file parses, the compiler reports nothing new, and the finding
 * is gone. No other finding is added, and the edit changes nothing that its title doesn't name. Findings without a fix
 * are counted by reason.
 */
export const fixing: CorpusPart = {
  title: 'Fixing',
  async run(files, { folder, fixes, minutes }) {
    if (fixes !== true) return { lines: ['only with --fix'], passed: 0, failures: [] };
    const copy = mkdtempSync(join(tmpdir(), 'corpus-'));
    cpSync(folder, copy, { recursive: true });
    const bicep = startBicep();
    const compiled = new Set(files.filter(isCompiled).map(({ path }) => path));
    const tally = new FixTally();
    if (!bicep) tally.fail('The Bicep compiler', 'is missing, so no fix was compiled');
    const roots = fromAllOver(deployableFiles(files, folder));
    const end = Date.now() + minutes * 60_000;
    let done = 0;
    const progress = setInterval(() => {
      process.stderr.write(`  fixing: ${done} of ${roots.length} files done, ${tally.summary}\n`);
    }, progressEvery * 1000);
    try {
      for (const root of roots) {
        if (Date.now() > end) break;
        const compiler = bicep && new EditCompiler(bicep, { folder, copy, compiled });
        await fixRoot(root, compiler, tally);
        done += 1;
      }
    } finally {
      clearInterval(progress);
      bicep?.stop();
      rmSync(copy, { recursive: true });
    }
    return tally.result(folder, `${done} of ${roots.length} files read`);
  },
};

/** Sorts files so that any prefix of the list has files from all over it. */
function fromAllOver(all: readonly string[]): readonly string[] {
  const step = 619;
  const placed = all.map((file, at) => ({ file, at: (at * step) % all.length }));
  return placed.sort((a, b) => a.at - b.at).map(({ file }) => file);
}

/** Returns whether the compiler accepts a file. For unknown files, whether it doesn't need a registry. */
function isCompiled({ compiles, text }: CorpusFile): boolean {
  return compiles ?? !/'(?:br|ts)[:/]/.test(text);
}

async function fixRoot(root: string, compiler: EditCompiler | undefined, tally: FixTally): Promise<void> {
  const texts = new Map<string, string>();
  const world = diskWith(texts);
  const text = (await world.read(root)) ?? '';
  const analysis = isDeployable(root, text) ? await analyzeFile(root, world, testAnalysisOptions) : undefined;
  if (!analysis) return;
  const fixTest: FixTestContext = {
    root,
    analysis,
    world,
    options: testAnalysisOptions,
    files: {
      textOf: (file) => texts.get(file),
      editorOf,
      templateOf: (file) => analysis.templates.get(file),
      terraform: analysis.terraform,
      describe: (why) => shortDescription(say, why),
    },
  };
  for (const problem of problemsOf(analysis.check)) {
    if (problem.severity === 'hint' || isUndecided(problem.what) || problem.what.is === 'elsewhere') {
      continue;
    }
    await fixProblem(fixTest, problem, { texts, compiler, tally });
  }
}

interface Fixing {
  readonly texts: ReadonlyMap<string, string>;
  readonly compiler: EditCompiler | undefined;
  readonly tally: FixTally;
}

async function fixProblem(
  fixTest: FixTestContext,
  problem: Problem,
  { texts, compiler, tally }: Fixing,
): Promise<void> {
  const { root } = fixTest;
  const attempts = await attemptFixes(fixTest, problem);
  const because = reasonWithoutFix(attempts);
  if (attempts.length === 0) tally.none(root, problem.id, 'no fix is known');
  if (because) tally.none(root, problem.id, formatReason(say, because));
  for (const attempt of attempts) {
    if (attempt.is !== 'tested') continue;
    tally.tested(problem.id, kindOf(attempt));
    const worse = await compiler?.worseBy(attempt.edits, texts);
    const harms = await harmsOf(fixTest, problem, attempt);
    for (const wrong of [...(worse === undefined ? [] : [worse]), ...harms]) {
      tally.fail(root, `${problem.id}: ${wrong}`);
    }
  }
}

function kindOf({ fix, entries, edits }: TestedEdits): string {
  const whole = fix.title ? [fix.title.key.replace('file.title.', '')] : stepsOf(fix).map(stepKind);
  const kinds = new Set(entries.length > 0 ? [entryKind(entries)] : whole);
  const [first] = edits;
  return `${[...kinds].join(' + ')}, ${/\.bicep$/.test(first?.file ?? '') ? 'Bicep' : 'JSON'}`;
}

function entryKind(entries: TestedEdits['entries']): string {
  return `change ${entries.flatMap(({ members }) => members.map(({ member }) => member)).join(', ')}`;
}

function stepKind({ do: verb, what, property }: ReturnType<typeof stepsOf>[number]): string {
  return [verb, what, property].filter((one) => typeof one === 'string').join(' ');
}

/** The official compiler for edited files, in a copy of the corpus. */
class EditCompiler {
  constructor(
    private readonly bicep: BicepCompiler,
    private readonly at: {
      readonly folder: string;
      readonly copy: string;
      /** Files that it accepts without edits. */
      readonly compiled: ReadonlySet<string>;
    },
  ) {}

  /** Returns what the compiler reports for an edited file that it didn't report before. */
  async worseBy(edits: readonly TextEdit[], texts: ReadonlyMap<string, string>): Promise<string | undefined> {
    const { folder, copy, compiled } = this.at;
    for (const file of new Set(edits.map((one) => one.file))) {
      const text = texts.get(file);
      if (text === undefined || !compiled.has(file)) continue;
      const path = join(copy, relative(folder, file));
      const before = await this.overrides(path);
      writeFileSync(
        path,
        withEdits(
          text,
          edits.filter((one) => one.file === file),
        ),
      );
      const after = await this.overrides(path);
      writeFileSync(path, text);
      const fresh = after.filter((one) => !before.includes(one));
      if (fresh.length > 0) return `the compiler reports ${fresh.join('; ')}`;
    }
    return undefined;
  }

  private async overrides(path: string): Promise<readonly string[]> {
    const { diagnostics } = await this.bicep.compile(path);
    return diagnostics.map(({ level, code, message }) => `${level} ${code} ${message}`);
  }
}

class FixTally {
  private readonly kinds = new Map<string, number>();
  private readonly checks = new Map<string, { tested: number; without: Map<string, string[]> }>();
  private readonly failures: string[] = [];
  private count = 0;

  tested(id: string, kind: string): void {
    this.count += 1;
    this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
    this.of(id).tested += 1;
  }

  none(root: string, id: string, why: string): void {
    const { without } = this.of(id);
    without.set(why, [...(without.get(why) ?? []), root]);
  }

  fail(root: string, what: string): void {
    process.stderr.write(`  ✗ ${root}: ${what}\n`);
    this.failures.push(`${root}: ${what}`);
  }

  get summary(): string {
    return `${this.count} fixes, ${this.failures.length} failed`;
  }

  private of(id: string): { tested: number; without: Map<string, string[]> } {
    const found = this.checks.get(id) ?? { tested: 0, without: new Map<string, string[]>() };
    this.checks.set(id, found);
    return found;
  }

  result(folder: string, read: string): PartResult {
    const short = (root: string): string => root.replace(`${folder}/`, '');
    return {
      passed: this.count - this.failures.length,
      failures: this.failures.map(short),
      lines: [
        `${read}, ${String(this.count)} tested fixes, by kind:`,
        ...[...this.kinds].sort((a, b) => b[1] - a[1]).map(([kind, n]) => `  ${String(n)} ${kind}`),
        'By check, and what has no fix:',
        ...[...this.checks].flatMap(([id, { tested, without }]) => [
          `  ${id}: ${String(tested)}`,
          ...[...without].map(
            ([why, roots]) => `    ${String(roots.length)} ${why} (${short(roots[0] ?? '')})`,
          ),
        ]),
      ],
    };
  }
}
