import { isOfCause, reportedKey, type CauseProblem } from '../../file-checks/cause-problems';
import { reasonWithoutFix } from '../../file-checks/edits/tested-edits';
import type { Problem } from '../../file-checks/problem';
import { readCausePage, readCheckPage } from '../../platform/check-page';
import type { TextViewer } from '../../platform/documents';
import { explainedCause, explainedProblem, type Explaining } from '../../wording/explained-problem';
import { formatFixTitle } from '../../wording/fix-title';
import type { DiagnosticsDeps } from './deps';
import type { AnalyzedFile } from './file-analyzer';
import { testedFixesOf } from './tested-fixes';

/**
 * Shows how a problem was decided, its fix, and the page of its check or kind. Resolves to false if it isn't reported.
 */
export async function explainProblem(
  { say, extensionUri }: DiagnosticsDeps,
  viewer: TextViewer,
  { analyzedFile, key }: { readonly analyzedFile: AnalyzedFile | undefined; readonly key: string },
): Promise<boolean> {
  const problem = analyzedFile?.reported.find((one) => reportedKey(one) === key);
  if (!analyzedFile || !problem) return false;
  if (isOfCause(problem)) {
    const page = await readCausePage(extensionUri, say, problem.id);
    const fixes = await fixesOfCause(say, analyzedFile, problem);
    await viewer.show(`causes/${problem.id}.md`, explainedCause(say, problem, { page, ...fixes }));
  } else {
    const page = await readCheckPage(extensionUri, say, problem.id);
    const fixes = await fixesOf(say, analyzedFile, problem);
    await viewer.show(`checks/${problem.id}.md`, explainedProblem(say, problem, { page, ...fixes }));
  }
  return true;
}

type Fixes = Omit<Explaining, 'page'>;

async function fixesOf(
  say: DiagnosticsDeps['say'],
  analyzedFile: AnalyzedFile,
  problem: Problem,
): Promise<Fixes> {
  const attempts = await testedFixesOf(say, analyzedFile).one(problem);
  const fixes = attempts.flatMap((one) => (one.is === 'tested' ? [formatFixTitle(say, one)] : []));
  return { fixes, noFix: reasonWithoutFix(attempts) };
}

/** Returns the changes of all fixes of a cause together, or why its worst flow can't be fixed. */
async function fixesOfCause(
  say: DiagnosticsDeps['say'],
  analyzedFile: AnalyzedFile,
  problem: CauseProblem,
): Promise<Fixes> {
  const [worst, ...others] = problem.flows;
  if (others.length === 0) return fixesOf(say, analyzedFile, worst);
  const changes = await testedFixesOf(say, analyzedFile).cause(problem);
  const fixTitles = changes?.applied.map((one) => formatFixTitle(say, one)) ?? [];
  return fixTitles.length > 0 ? { fixes: fixTitles, noFix: null } : fixesOf(say, analyzedFile, worst);
}
