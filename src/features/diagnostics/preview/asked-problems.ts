import { causesOf } from '../../../checks/causes';
import type { Cause } from '../../../core/cause';
import { sameId } from '../../../core/network/find';
import type { PreviewRequest } from '../../../contract/changes-preview';
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
  { problems, examined, root }: Pick<AnalyzedFile, 'problems' | 'examined' | 'root'>,
  file: string,
  { ids, cause: key, problem }: PreviewRequest,
): AskedProblems {
  if (problem !== undefined) {
    return { problems: problems.filter((one) => problemKey(one) === problem), cause: undefined };
  }
  const open = problems.filter(({ severity }) => severity !== 'hint');
  if (key !== undefined) {
    const causes = causesIn(examined.check.subjects, key);
    const problemsOfIt = open.filter((one) => causes.some((each) => isOf(each, one)));
    return { problems: problemsOfIt, cause: causes[0]?.cause };
  }
  const here = file === root ? open : open.filter(({ place }) => place.file === file);
  return { problems: ids ? here.filter(({ id }) => ids.includes(id)) : here, cause: undefined };
}

interface SubnetCause {
  readonly subnetId: string;
  readonly cause: Cause;
}

/** A component decides over flows of several subnets. */
function causesIn(
  subjects: AnalyzedFile['examined']['check']['subjects'],
  key: string,
): readonly SubnetCause[] {
  return subjects.flatMap(({ subnet, results }) =>
    causesOf(results)
      .filter((one) => one.key === key)
      .map((cause) => ({ subnetId: subnet.id, cause })),
  );
}

function isOf({ subnetId, cause }: SubnetCause, problem: Problem): boolean {
  return (
    problem.what.is === 'result' &&
    sameId(problem.subnetId, subnetId) &&
    cause.results.some(({ requirement }) => requirement === problem.id)
  );
}
