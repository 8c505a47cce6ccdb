import { problemsOf } from '../../src/file-checks/problems-of';
import { analyzeFile } from '../../src/file-checks/analyze-file';
import type { CheckReport } from '../../src/contract/check-report';
import { ran } from '../unit/cli/ran';
import { testAnalysisOptions } from './analysis-options';
import type { Project } from './transformations/project';
import { renamedSuffix } from './transformations/rename-symbols';
import { movedPrefix } from './transformations/terraform';

/**
 * Returns the results of files in the terminal and the editor, one line for each result, finding, and count, with the
 * exit code. Lines contain no place, no text, and no number of files: the same deployment has the same lines however it
 * is written.
 */
export async function outcomeOf(project: Project): Promise<readonly string[]> {
  const lines = [...(await terminalLines(project)), ...(await editorLines(project))];
  return lines.map((one) => one.replaceAll(renamedSuffix, '').replaceAll(movedPrefix, '')).sort();
}

async function terminalLines({ roots, files, parameters }: Project): Promise<readonly string[]> {
  const params = parameters === undefined ? [] : ['--params', parameters];
  const line = ['check', ...roots, '--format', 'json', ...params];
  const { code, out } = await ran(line, files);
  const head = `exit code ${code}`;
  return out.startsWith('{') ? [head, ...reportLines(JSON.parse(out) as CheckReport)] : [head];
}

function reportLines({ subnets, findings, notChecked, summary }: CheckReport): readonly string[] {
  const { missingModules, computesElsewhere, subnetsChecked, errors, warnings, unknown } = summary;
  return [
    `summary ${JSON.stringify({ missing: missingModules.length, computesElsewhere, subnetsChecked, errors, warnings, unknown })}`,
    ...(notChecked ?? []).map((one) => `not checked ${one}`),
    ...subnets.flatMap(subnetLines),
    ...findings.map(({ id, severity, finding, at }) => `finding ${id} ${severity} ${finding} ${at.resource}`),
  ];
}

function subnetLines(subnet: CheckReport['subnets'][number]): readonly string[] {
  const head = `${subnet.id.toLowerCase()} ${JSON.stringify(subnet.compute)}`;
  return [
    `${head} ready ${subnet.ready}, only if ${subnet.onlyIf.length}, fix ${subnet.fixAll !== null}`,
    ...subnet.requirements.map(
      ({ id, severity, outcome: outcome, explicit, finding, ignored, fix }) =>
        `${head} ${id} ${JSON.stringify({ severity, outcome, explicit, finding, ignored, fix: fix !== null })}`,
    ),
  ];
}

/** For a single file: the editor reads no others with it. */
async function editorLines({
  roots: [root = '', ...others],
  files,
  parameters,
}: Project): Promise<readonly string[]> {
  if (others.length > 0) return [];
  const world = { isInside: () => true, read: (file: string) => Promise.resolve(files[file]) };
  const examined = await analyzeFile(root, world, {
    ...testAnalysisOptions,
    ...(parameters === undefined ? {} : { parameters }),
  });
  if (!examined) return ['editor: not read'];
  const problems = problemsOf(examined.check);
  return problems.map(({ id, severity, subnetId }) => `editor: ${severity} ${id} ${subnetId.toLowerCase()}`);
}

/** Returns the lines that only one of two outcomes has. */
export function outcomeDifference(before: readonly string[], after: readonly string[]): readonly string[] {
  // The editor reads a single file.
  const [isSingle, wasSingle] = [after, before].map((all) => all.some((one) => one.startsWith('editor')));
  const isEditor = (one: string): boolean => one.startsWith('editor');
  if (isSingle !== wasSingle) {
    return outcomeDifference(
      before.filter((one) => !isEditor(one)),
      after.filter((one) => !isEditor(one)),
    );
  }
  const without = (all: readonly string[], others: readonly string[]): readonly string[] => {
    const left = [...others];
    return all.filter((one) => {
      const at = left.indexOf(one);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  return [
    ...without(before, after).map((one) => `- ${one}`),
    ...without(after, before).map((one) => `+ ${one}`),
  ];
}
