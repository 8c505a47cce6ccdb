import { closingEdits } from '../../file-checks/edits/deny-other-edits';
import type { FileWorld } from '../../file-checks/known-files';
import type { Say } from '../../messages/say';
import { formatClosing, type ClosingText } from '../../wording/deny-other-text';
import {
  analyzedProof,
  makeEdits,
  withEditedTexts,
  type ProofOptions,
} from '../../file-checks/edits/analyzed-proof';

/** What closing the rest of a template's subnets comes to. */
export interface ClosedTemplate {
  /** New texts, by file; only of files that changed. */
  readonly texts: ReadonlyMap<string, string>;
  /** A subnet each. */
  readonly closed: readonly ClosingText[];
}

/**
 * Closes the rest of every subnet that works only by default rules, one after the other, each on the text that the one
 * before left. Undefined where the root cannot be read.
 */
export async function writeDenyRest(
  root: string,
  world: FileWorld,
  { say, ...options }: ProofOptions & { readonly say: Say },
): Promise<ClosedTemplate | undefined> {
  const texts = new Map<string, string>();
  const closed: ClosingText[] = [];
  const tried = new Set<string>();
  for (;;) {
    const proof = await analyzedProof(root, withEditedTexts(world, texts), options);
    if (!proof) return undefined;
    const subject = proof.examined.check.subjects.find(({ subnet }) => !tried.has(subnet.id));
    if (!subject) return { texts, closed };
    tried.add(subject.subnet.id);
    const closing = await closingEdits(proof, subject);
    if (!closing) continue;
    makeEdits(texts, proof, closing.edits);
    closed.push(formatClosing(say, closing));
  }
}
