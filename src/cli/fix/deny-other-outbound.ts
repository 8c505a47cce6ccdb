import { closingEdits } from '../../file-checks/edits/deny-other-edits';
import type { FileWorld } from '../../file-checks/known-files';
import type { Say } from '../../messages/say';
import { formatClosing, type ClosingText } from '../../wording/deny-other-text';
import {
  analyzedFixTest,
  applyEdits,
  withEditedTexts,
  type FixTestOptions,
} from '../../file-checks/edits/fix-test-context';

/** The result of denying other traffic in a template's subnets. */
export interface ClosedTemplate {
  /** New texts by file, only for files that changed. */
  readonly texts: ReadonlyMap<string, string>;
  /** One entry for each subnet. */
  readonly closed: readonly ClosingText[];
}

/**
 * Denies other traffic in every subnet that only works because of default rules, one after the other, each on the text
 * after the previous one. Undefined if the root can't be read.
 */
export async function writeDenyRest(
  root: string,
  world: FileWorld,
  { say, ...options }: FixTestOptions & { readonly say: Say },
): Promise<ClosedTemplate | undefined> {
  const texts = new Map<string, string>();
  const closed: ClosingText[] = [];
  const tried = new Set<string>();
  for (;;) {
    const fixTest = await analyzedFixTest(root, withEditedTexts(world, texts), options);
    if (!fixTest) return undefined;
    const subject = fixTest.analysis.check.subjects.find(({ subnet }) => !tried.has(subnet.id));
    if (!subject) return { texts, closed };
    tried.add(subject.subnet.id);
    const closing = await closingEdits(fixTest, subject);
    if (!closing) continue;
    applyEdits(texts, fixTest, closing.edits);
    closed.push(formatClosing(say, closing));
  }
}
