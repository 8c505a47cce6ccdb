import { reason } from '../../core/reason';
import type { FileCheck } from '../check-files';
import type { NamedSubnet, Problem } from '../problem';
import { problemKey } from '../problem-key';
import { problemsOf } from '../problems-of';
import type { FixAttempt } from './fix-attempt';
import type { WrittenChange } from './fix-candidate';
import { computeIn, joinEdits, reportedBefore } from './join-subnet';
import { subnetReferences } from './subnet-reference';
import { joinInTerraform } from './terraform/join-in-terraform';
import { testWrittenFix } from './test-written-fix';
import { readAgain, type FixTestContext, type WrittenFix } from './written-fix';

/**
 * Tries to put a compute resource into a subnet, with the first reference that is read back as that subnet. Only then
 * is the subnet checked with the compute resource.
 */
export async function attemptJoin(
  fixTest: FixTestContext,
  problem: Problem,
  { compute, intended }: { readonly compute: string; readonly intended: NamedSubnet },
): Promise<FixAttempt> {
  const { check } = fixTest.analysis;
  const { file } = problem.place;
  const title = reason('file.title.joinSubnet', { compute, subnet: intended.name });
  const fix = { changes: [], effect: 'none', opens: [], closes: [], notes: [], moves: true, title } as const;
  if (fixTest.analysis.terraform) return attemptJoinInTerraform(fixTest, problem, { intended, fix, compute });
  for (const reference of subnetReferences(check.declared, { id: intended.id, file }, fixTest.files)) {
    const edits = joinEdits(check.declared, { computeId: problem.subnetId, reference }, fixTest.files);
    if (edits.is === 'not-here') return edits;
    const written = await readAgain(fixTest, edits.edits);
    if (written.is !== 'written') return testWrittenFix(fixTest, { fix, written }, [problem]);
    if (!computeIn(written.after.check, problem.subnetId, intended.id)) continue;
    return joined(fixTest, { fix, written, problem, compute, intended });
  }
  return { is: 'not-here', because: reason('file.fix.subnetUnnamed', { file, name: intended.name }) };
}

interface Joined {
  readonly fix: WrittenChange;
  readonly written: Extract<WrittenFix, { is: 'written' }>;
  readonly problem: Problem;
  readonly compute: string;
  readonly intended: NamedSubnet;
}

/**
 * Tests the join. The subnet is now checked with the compute resource. Any requirement that it doesn't meet is the
 * reason not to move the resource there.
 */
function joined(fixTest: FixTestContext, { fix, written, problem, compute, intended }: Joined): FixAttempt {
  const known = reportedBefore(fixTest.analysis.check, intended.id);
  const others = written.others.filter((key) => !known.has(key));
  const attempt = testWrittenFix(fixTest, { fix, written: { ...written, others } }, [problem]);
  if (attempt.is !== 'untested' || attempt.others.length === 0) return attempt;
  const ids = idsOf(written.after.check, attempt.others);
  const values = { name: compute, subnet: intended.name, n: ids.length, ids };
  return { ...attempt, because: reason('file.fix.notReady', values) };
}

async function attemptJoinInTerraform(
  fixTest: FixTestContext,
  problem: Problem,
  { intended, fix, compute }: Pick<Joined, 'intended' | 'fix' | 'compute'>,
): Promise<FixAttempt> {
  const ids = { computeId: problem.subnetId, subnetId: intended.id };
  const edits = joinInTerraform(fixTest.analysis.check.declared, ids, fixTest.files);
  if (edits.is === 'not-here') return edits;
  const written = await readAgain(fixTest, edits.edits);
  if (written.is !== 'written') return testWrittenFix(fixTest, { fix, written }, [problem]);
  return joined(fixTest, { fix, written, problem, compute, intended });
}

/** Returns the check IDs of problems with these keys, as used in comments and pages. */
function idsOf(check: FileCheck, keys: readonly string[]): readonly string[] {
  const named = problemsOf(check).filter((one) => keys.includes(problemKey(one)));
  return [...new Set(named.map(({ id }) => id))];
}
