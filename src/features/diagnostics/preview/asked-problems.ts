import type { Cause } from '../../../core/cause';
import type { PreviewRequest } from '../../../contract/changes-preview';
import { isOfCause, reportedKey } from '../../../file-checks/cause-problems';
import type { Problem } from '../../../file-checks/problem';
import { problemKey } from '../../../file-checks/problem-key';
import type { AnalyzedFile } from '../file-analyzer';

/** What a preview of a file is about. */
export interface AskedProblems {
  readonly problems: readonly Problem[];
  /** The cause, where it's about one. */
  readonly cause: Cause | undefined;
}

/**
 * The problems that are asked to be fixed, as they are reported now: one, those of a cause or of some checks, else all of the
 * file. Hints ask for nothing unless one is named.
 */
export function askedProblems(
  { problems, reported, root }: Pick<AnalyzedFile, 'problems' | 'reported' | 'root'>,
  file: string,
  { ids, cause: key, problem }: PreviewRequest,
): AskedProblems {
  if (problem !== undefined) {
    return { problems: problems.filter((one) => problemKey(one) === problem), cause: undefined };
  }
  if (key !== undefined) {
    const found = reported.filter(isOfCause).find((one) => reportedKey(one) === key);
    return { problems: found?.flows ?? [], cause: found?.cause };
  }
  const open = problems.filter(({ severity }) => severity !== 'hint');
  const here = file === root ? open : open.filter(({ place }) => place.file === file);
  return { problems: ids ? here.filter(({ id }) => ids.includes(id)) : here, cause: undefined };
}
