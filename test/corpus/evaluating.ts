import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBicep, type BicepCompiler } from '../support/bicep';
import { evaluatedTemplate, printedResources } from '../support/evaluated-template';
import { snapshotDifferences, takeSnapshot, type Members } from '../support/snapshots';
import type { CorpusFile } from './corpus-files';
import type { CorpusPart } from './corpus-part';
import { percentileLines } from './times';

/** Returns whether resources of this type are compared: networks, workspaces, and compute resources of Azure ML. */
function isAsked(type: string): boolean {
  return /^microsoft\.(network\/|machinelearningservices\/workspaces(\/computes)?$)/i.test(type);
}

interface Seen {
  readonly times: { name: string; milliseconds: number }[];
  /** Number of files with an unknown value, by reason. */
  readonly reasons: Map<string, number>;
  readonly failures: string[];
  compared: number;
  resources: number;
  passed: number;
}

/**
 * Each file that the compiler accepts is evaluated like Azure's own deployment code does, and so is its compiled
 * template.
 */
export const evaluating: CorpusPart = {
  title: 'Evaluating',
  async run(files) {
    const bicep = startBicep();
    if (bicep === undefined) return { lines: ['The compiler is not here.'], passed: 0, failures: [] };
    const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
    const seen: Seen = { times: [], reasons: new Map(), failures: [], compared: 0, resources: 0, passed: 0 };
    try {
      for (const file of files.filter(({ compiles }) => compiles === true)) {
        await compare(bicep, file, { seen, compiledPath: join(folder, 'main.json') });
      }
    } finally {
      bicep.stop();
      rmSync(folder, { recursive: true });
    }
    return { lines: linesOf(seen), passed: seen.passed, failures: seen.failures };
  },
};

async function compare(
  bicep: BicepCompiler,
  file: CorpusFile,
  { seen, compiledPath }: { readonly seen: Seen; readonly compiledPath: string },
): Promise<void> {
  const { contents } = await bicep.compile(file.path);
  if (contents === undefined) return;
  writeFileSync(compiledPath, contents);
  const snapshot = await takeSnapshot(bicep, file.path, JSON.parse(contents) as Members);
  // Without a snapshot, because generated values don't fit, the file must at least be read without a crash.
  const parameters = snapshot?.parameters ?? {};
  try {
    const started = performance.now();
    const fromSource = evaluatedTemplate(file.path, parameters);
    seen.times.push({ name: file.name, milliseconds: performance.now() - started });
    const printed = printedResources(fromSource);
    noteReasons(seen, printed);
    if (snapshot === undefined) return;
    const compiled = printedResources(evaluatedTemplate(compiledPath, parameters));
    seen.compared += 1;
    seen.resources += snapshot.resources.filter(({ type }) => isAsked(String(type))).length;
    const wrong = [
      ...snapshotDifferences(snapshot.resources, printed, isAsked),
      ...snapshotDifferences(snapshot.resources, compiled, isAsked).map((one) => `compiled: ${one}`),
    ];
    if (wrong.length === 0) seen.passed += 1;
    else seen.failures.push(`${file.name}: ${wrong.slice(0, 3).join('; ')}`);
  } catch (error) {
    const reported = error instanceof Error ? (error.stack ?? error.message) : String(error);
    seen.failures.push(`${file.name} crashed: ${reported}`);
  }
}

function noteReasons({ reasons }: Seen, printed: readonly Members[]): void {
  const found = JSON.stringify(printed).matchAll(/"\$unknown":"([^"]+)"/g);
  for (const key of new Set([...found].map(([, one]) => one ?? ''))) {
    reasons.set(key, (reasons.get(key) ?? 0) + 1);
  }
}

function linesOf({ times, reasons, compared, resources }: Seen): string[] {
  const why = [...reasons].sort(([, a], [, b]) => b - a).map(([key, count]) => `${key} in ${count}`);
  return [
    `${compared} files with a snapshot; ${resources} resources of networks and Azure ML compared`,
    `unknown values: ${why.join(', ')}`,
    ...percentileLines(times),
  ];
}
