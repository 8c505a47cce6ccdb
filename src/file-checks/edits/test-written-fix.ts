import { isUnknownByTag } from '../../checks/findings/fix-of-finding';
import { entryChanges } from '../../checks/fixes/entry-changes';
import type { Outcome } from '../../core/check-result';
import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { reason } from '../../core/reason';
import { associationsOf, type ResourceChange } from '../../core/resource-change';
import { isIdentifiedByName } from '../../requirements/requirements';
import type { AnalysisResult } from '../analyze-file';
import type { FileCheck, SubjectCheck } from '../check-files';
import type { Problem } from '../problem';
import { countedKey, isSameElsewhere, problemKey } from '../problem-key';
import { problemsOf } from '../problems-of';
import { affectedSubnets } from './affected-subnets';
import { isAsIntended } from './as-intended';
import type { FixAttempt } from './fix-attempt';
import type { WrittenChange } from './fix-candidate';
import { hostProblems } from './host-problems';
import { changesOthers } from './other-resources';
import { whyUnsupported } from './property-versions';
import { shadowedBy } from './shadowed-by';
import { changesOtherArguments, whyIgnored } from './terraform/other-arguments';
import type { FixTestContext, WrittenFix } from './written-fix';

/** Returns the subject of a problem. */
export function subjectOf({ subjects }: FileCheck, { subnetId }: Problem): SubjectCheck | undefined {
  return subjects.find(({ subnet }) => subnet.id === subnetId);
}

/**
 * Tests a fix that was written and read again: the problems are gone, no others are reported, and nothing else changed.
 * @param fixed the problems that the fix is for
 */
export function testWrittenFix(
  fixTest: FixTestContext,
  { fix, written }: { readonly fix: WrittenChange; readonly written: WrittenFix },
  fixed: readonly Problem[],
): FixAttempt {
  const { check } = fixTest.analysis;
  if (written.is === 'not-here') return written;
  if (written.is === 'unreadable') return { is: 'untested', others: [] };
  const expected = [
    unknownRequirements(check),
    shadowedBy(written.after.check, fix.changes),
    ...(fix.effect === 'closes' ? [hostProblems(written.after.check)] : []),
  ];
  const others = written.others.filter((key) => !expected.some((keys) => keys.has(key)));
  const now = new Set(problemsOf(written.after.check).map(problemKey));
  const isFixed = fixed.every((one) => !now.has(problemKey(one)));
  if (!isFixed || others.length > 0) return { is: 'untested', others };
  const after = written.after.check.declared.model;
  const intended = [...fixedWith(check, fixed, now).flatMap(placesOf), ...setBy(fix)];
  const named = [...fix.changes.flatMap(idsIn), ...fixed.map(({ subnetId }) => subnetId), ...intended];
  const isIntended = isAsIntended({ before: check.declared.model, changes: fix.changes, after, intended });
  if (!isIntended || changesUnnamed(fixTest.analysis, written.after, named)) {
    return { is: 'untested', others, because: reason('file.fix.otherwise') };
  }
  const unsupported = whyNotKept(fixTest.analysis, written.after);
  if (unsupported) return { is: 'not-here', because: unsupported };
  const before = check.declared.model;
  const { entries } = entryChanges(before, fix.changes);
  const [subject] = fixed.flatMap((one) => subjectOf(check, one) ?? []);
  const affects = (subject ? affectedSubnets(subject, { before, after }) : []).map((one) =>
    intended.some((id) => sameId(id, one.id)) ? { ...one, isFixed: true as const } : one,
  );
  return { is: 'tested', fix, entries, affects, edits: written.edits };
}

/** Returns the reason why Azure or Terraform wouldn't accept edits. */
function whyNotKept(before: AnalysisResult, after: AnalysisResult) {
  const unsupported = whyUnsupported(before.check.declared.resources, after.check.declared.resources);
  return unsupported ?? whyIgnored(before, after);
}

function changesUnnamed(before: AnalysisResult, after: AnalysisResult, named: readonly string[]): boolean {
  return (
    changesOthers(before.check.declared.resources, after.check.declared.resources, named) ||
    changesOtherArguments(before, after, named)
  );
}

function setBy({ setsIn }: WrittenChange): readonly ResourceId[] {
  return setsIn === undefined ? [] : [setsIn];
}

/** Returns the IDs in a change: of the resource that it changes, and of those that it creates or associates. */
function idsIn(change: ResourceChange): readonly ResourceId[] {
  return [change.id, ...associationsOf(change).map(({ id }) => id)];
}

/**
 * Returns the fixed problems, and the same ones in other subnets and NSGs that the same lines create, if they're also
 * gone.
 */
function fixedWith(
  check: FileCheck,
  fixed: readonly Problem[],
  now: ReadonlySet<string>,
): readonly Problem[] {
  const isFixed = (one: Problem): boolean => !now.has(problemKey(one));
  return problemsOf(check).filter((one) => isFixed(one) && fixed.some((each) => isSameElsewhere(each, one)));
}

/** Returns the IDs of the subnet, and of the NSG or route table with the rule or route. */
function placesOf({ subnetId, what }: Problem): readonly ResourceId[] {
  return what.is === 'finding' ? [subnetId, what.finding.place.resource] : [subnetId];
}

/**
 * Returns the keys of results that a misspelled tag left unknown, including hosts by name. They're known after the tag
 * is corrected.
 */
function unknownRequirements({ subjects }: FileCheck): ReadonlySet<string> {
  const keys = subjects.flatMap(({ subnet, results }) =>
    results
      .filter(({ requirement, outcome }) => isUnknownByTag(outcome) || isOpenHost(requirement, outcome))
      .flatMap(({ requirement: id }) =>
        (['hint', 'info'] as const).map((severity) =>
          countedKey({ id, subnetId: subnet.id, severity, name: '' }),
        ),
      ),
  );
  return new Set(keys);
}

/** Returns whether access to hosts has to be confirmed. */
function isOpenHost(requirement: string, outcome: Outcome): boolean {
  return outcome.is === 'note' && isIdentifiedByName(requirement);
}
