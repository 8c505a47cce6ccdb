import type { TextEdit } from '../../documents/edits/text-edit';
import { problemKey } from '../problem-key';
import type { Problem } from '../problem';
import { problemsOf } from '../problems-of';
import { isHarmless } from './needs-preview';
import { analyzedFixTest, applyEdits, withEditedTexts } from './fix-test-context';
import { testedEdits } from './tested-edits';
import type { FixTestContext } from './written-fix';

/** Maximum number of rounds, more than any file needs. Each round makes one fix. */
const mostRounds = 50;

/**
 * Returns every tested fix in one file that doesn't allow or block anything, such as the removal of a rule that no
 * traffic reaches. They can be made when the file is saved, without asking. Each is tested on the text after the
 * previous one.
 * @param reported the only problems that are fixed
 */
export async function harmlessEdits(
  fixTest: FixTestContext,
  file: string,
  reported: readonly Problem[],
): Promise<readonly TextEdit[]> {
  const texts = new Map<string, string>();
  const left = new Set(reported.filter(({ place }) => place.file === file).map(problemKey));
  for (let round = 0, now: FixTestContext | undefined = fixTest; now && round < mostRounds; round += 1) {
    const edits = await nextHarmless(now, file, left);
    if (edits.length === 0) break;
    applyEdits(texts, now, edits);
    const { root, world, options, files } = fixTest;
    now = await analyzedFixTest(root, withEditedTexts(world, texts), { options, describe: files.describe });
  }
  const [before, after] = [fixTest.files.textOf(file), texts.get(file)];
  return before === undefined || after === undefined ? [] : [differenceOf(file, before, after)];
}

/**
 * Returns the edits that all roots which check a file agree on. If only one root considers an edit harmless, it may
 * change another root's traffic.
 */
export function agreedEdits(all: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  const [first = []] = all;
  return all.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : [];
}

/**
 * Returns the first fix that is harmless and only changes this file. Problems whose fix was tested are removed from `left`.
 */
async function nextHarmless(
  fixTest: FixTestContext,
  file: string,
  left: Set<string>,
): Promise<readonly TextEdit[]> {
  for (const problem of problemsOf(fixTest.analysis.check)) {
    if (problem.place.file !== file || !left.delete(problemKey(problem))) continue;
    const tested = await testedEdits(fixTest, problem);
    if (tested && isHarmless(tested) && tested.edits.every((one) => one.file === file)) return tested.edits;
  }
  return [];
}

/** Returns the difference between two texts as one edit. */
export function differenceOf(file: string, before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { file, start, end: before.length - end, text: after.slice(start, after.length - end) };
}
