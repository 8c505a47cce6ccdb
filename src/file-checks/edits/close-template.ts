import type { AnalysisResult } from '../analyze-file';
import type { FileWorld } from '../known-files';
import { closingEdits, type ClosingEdits } from './deny-other-edits';
import { analyzedFixTest, applyEdits, withEditedTexts, type FixTestOptions } from './fix-test-context';

/** The result of denying other traffic in a template's subnets. */
export interface ClosedTemplate {
  /** New texts by file, only for files that changed. */
  readonly texts: ReadonlyMap<string, string>;
  /** The edits for each subnet, in order. */
  readonly applied: readonly ClosingEdits[];
  readonly before: AnalysisResult;
  /** The analysis of the changed texts. */
  readonly after: AnalysisResult;
}

/**
 * Denies other traffic in every subnet that only works because of default rules, one after the other, each on the text
 * after the previous one. Undefined if the root can't be read.
 */
export async function closeTemplate(
  root: string,
  world: FileWorld,
  options: FixTestOptions,
): Promise<ClosedTemplate | undefined> {
  const texts = new Map<string, string>();
  const applied: ClosingEdits[] = [];
  const visited = new Set<string>();
  let before: AnalysisResult | undefined;
  for (;;) {
    const fixTest = await analyzedFixTest(root, withEditedTexts(world, texts), options);
    if (!fixTest) return undefined;
    const { analysis } = fixTest;
    before ??= analysis;
    const subject = analysis.check.subjects.find(({ subnet }) => !visited.has(subnet.id));
    if (!subject) return { texts, applied, before, after: analysis };
    visited.add(subject.subnet.id);
    const closing = await closingEdits(fixTest, subject);
    if (!closing) continue;
    applyEdits(texts, fixTest, closing.edits);
    applied.push(closing);
  }
}
