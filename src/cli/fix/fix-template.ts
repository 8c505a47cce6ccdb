import { provenEdits, provenEditsOfAll, type ProvenEdits } from '../../file-checks/edits/proven-edits';
import type { Proof } from '../../file-checks/edits/written-fix';
import type { FileWorld } from '../../file-checks/known-files';
import type { Problem } from '../../file-checks/problem';
import { problemsOf } from '../../file-checks/problems-of';
import { withoutSuppressed } from '../../file-checks/suppressed';
import type { Say } from '../../messages/say';
import { wordFixTitle } from '../../wording/fix-title';
import {
  examinedProof,
  makeEdits,
  withTexts,
  type ProofOptions,
} from '../../file-checks/edits/examined-proof';

/** What became of a template and its modules. */
export interface FixedTemplate {
  /** New texts, by file; only of files that changed. */
  readonly texts: ReadonlyMap<string, string>;
  /** What was done, in order. */
  readonly done: readonly string[];
  /** What is left, in no order. */
  readonly left: readonly Problem[];
}

/** More than any file needs; each round makes one proven fix. */
const mostRounds = 100;

/** Makes every fix that is proven, one after the other, each on the text that the one before left. */
export async function fixTemplate(
  root: string,
  world: FileWorld,
  { say, ...options }: ProofOptions & { readonly say: Say },
): Promise<FixedTemplate | undefined> {
  const texts = new Map<string, string>();
  const done: string[] = [];
  const tried = new Set<string>();
  for (let round = 0; ; round += 1) {
    const proof = await examinedProof(root, withTexts(world, texts), options);
    if (!proof) return undefined;
    const next = round < mostRounds ? await nextFix(proof, tried) : undefined;
    if (!next) return { texts, done, left: told(proof) };
    makeEdits(texts, proof, next.edits);
    done.push(wordFixTitle(say, next));
  }
}

/** The next fix that was not tried in vain: of all that is open in a subnet together, else of one problem. */
async function nextFix(proof: Proof, tried: Set<string>): Promise<ProvenEdits | undefined> {
  for (const subject of proof.examined.check.subjects) {
    const key = `all ${subject.subnet.id}`;
    if (tried.has(key)) continue;
    tried.add(key);
    const all = await provenEditsOfAll(proof, subject);
    if (all) return all;
  }
  for (const problem of told(proof)) {
    const key = [problem.id, problem.subnetId, problem.place.file, nameIn(problem)].join(' ');
    if (tried.has(key)) continue;
    tried.add(key);
    const one = await provenEdits(proof, problem);
    if (one) return one;
  }
  return undefined;
}

function nameIn({ what }: Problem): string {
  return what.is === 'finding' ? what.finding.place.name : '';
}

/** What counts: hints work as they are. */
function told({ examined, files }: Proof): readonly Problem[] {
  const all = withoutSuppressed(problemsOf(examined.check), (file) => files.textOf(file));
  return all.filter(({ severity }) => severity !== 'hint');
}
