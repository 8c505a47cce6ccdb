import { reasonWithoutFix } from '../../file-checks/edits/tested-edits';
import { problemKey } from '../../file-checks/problem-key';
import { readCheckPage } from '../../platform/check-page';
import type { TextViewer } from '../../platform/documents';
import { explainedProblem } from '../../wording/explained-problem';
import { formatFixTitle } from '../../wording/fix-title';
import type { DiagnosticsDeps } from './deps';
import type { AnalyzedFile } from './file-analyzer';
import { testedFixesOf } from './tested-fixes';

/** Shows how a problem was decided, what mends it, and the page of its check. False where it is not told any more. */
export async function explainProblem(
  { say, extensionUri }: DiagnosticsDeps,
  viewer: TextViewer,
  { analyzedFile, key }: { readonly analyzedFile: AnalyzedFile | undefined; readonly key: string },
): Promise<boolean> {
  const problem = analyzedFile?.problems.find((one) => problemKey(one) === key);
  if (!analyzedFile || !problem) return false;
  const page = await readCheckPage(extensionUri, say, problem.id);
  const attempts = await testedFixesOf(say, analyzedFile).one(problem);
  const fixes = attempts.flatMap((one) => (one.is === 'proven' ? [formatFixTitle(say, one)] : []));
  const noFix = reasonWithoutFix(attempts);
  await viewer.show(`${problem.id}.md`, explainedProblem(say, problem, { fixes, noFix, page }));
  return true;
}
