import { firstProven, provenEditsOfAll, type ProvenEdits } from '../../file-checks/edits/proven-edits';
import type { Proof } from '../../file-checks/edits/written-fix';
import type { FileWorld } from '../../file-checks/known-files';
import type { Reason } from '../../core/reason';
import type { Problem } from '../../file-checks/problem';
import { problemKey } from '../../file-checks/problem-key';
import { problemsOf } from '../../file-checks/problems-of';
import { withoutSuppressed } from '../../file-checks/suppressed';
import type { Say } from '../../messages/say';
import { wordFixChanges } from '../../wording/fix-title';
import { wordReason } from '../../wording/reason-words';
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
  /** What was changed, in order. */
  readonly done: readonly string[];
  /** What it says beside that, such as what costs something. */
  readonly notes: readonly string[];
  /** What is left, in no order. */
  readonly left: readonly LeftProblem[];
}

interface LeftProblem {
  readonly problem: Problem;
  /** Why a fix that is known could not be written; null where none is known. */
  readonly because: string | null;
}

/** More than any file needs; each round makes one proven fix. */
const mostRounds = 100;

/** Makes every fix that is proven, one after the other, each on the text that the one before left. */
export async function fixTemplate(
  root: string,
  world: FileWorld,
  { say, mendsHints, ...options }: FixOptions,
): Promise<FixedTemplate | undefined> {
  const texts = new Map<string, string>();
  const made: ProvenEdits[] = [];
  const search: Search = { mendsHints, tried: new Set(), refused: new Map() };
  for (let round = 0; ; round += 1) {
    const proof = await examinedProof(root, withTexts(world, texts), options);
    if (!proof) return undefined;
    const next = round < mostRounds ? await nextFix(proof, search) : undefined;
    if (next) {
      makeEdits(texts, proof, next.edits);
      made.push(next);
      continue;
    }
    const left = told(proof).map((problem) => {
      const because = search.refused.get(problemKey(problem));
      return { problem, because: because ? wordReason(say, because) : null };
    });
    const notes = made.flatMap(({ fix }) => fix.notes.map((note) => wordReason(say, note)));
    return { texts, done: made.flatMap((one) => wordFixChanges(say, one)), notes: [...new Set(notes)], left };
  }
}

interface FixOptions extends ProofOptions {
  readonly say: Say;
  /** Requirements that are only hints are mended too: what that makes may open or cost something that nobody needs. */
  readonly mendsHints: boolean;
}

interface Search extends Pick<FixOptions, 'mendsHints'> {
  readonly tried: Set<string>;
  /** Why a problem's fix could not be written, by the problem's key. */
  readonly refused: Map<string, Reason>;
}

/**
 * The next fix that was not tried in vain: words that are wrong and rules that are dead first, since what they leave open
 * may need no new rule then; all that is open in a subnet together; then what is left, one by one.
 */
async function nextFix(proof: Proof, search: Search): Promise<ProvenEdits | undefined> {
  const problems = told(proof);
  const findings = problems.filter(({ what }) => what.is === 'finding');
  return (
    (await firstOf(proof, findings, { search, phase: 'words' })) ??
    (await nextOfAll(proof, search)) ??
    (await firstOf(proof, problems, { search, phase: 'rest' }))
  );
}

async function nextOfAll(proof: Proof, { tried }: Search): Promise<ProvenEdits | undefined> {
  for (const subject of proof.examined.check.subjects) {
    const key = `all ${subject.subnet.id}`;
    if (tried.has(key)) continue;
    tried.add(key);
    const all = await provenEditsOfAll(proof, subject, told(proof));
    if (all) return all;
  }
  return undefined;
}

async function firstOf(
  proof: Proof,
  problems: readonly Problem[],
  { search, phase }: { readonly search: Search; readonly phase: string },
): Promise<ProvenEdits | undefined> {
  const { mendsHints, tried, refused } = search;
  for (const problem of problems) {
    const key = `${phase} ${problem.place.file} ${problemKey(problem)}`;
    const isHint = problem.what.is === 'judgement' && problem.severity === 'info';
    if (tried.has(key) || (isHint && !mendsHints)) continue;
    tried.add(key);
    const { proven, because } = await firstProven(proof, problem);
    if (proven) return proven;
    if (because) refused.set(problemKey(problem), because);
  }
  return undefined;
}

/** What counts: hints work as they are. */
function told({ examined, files }: Proof): readonly Problem[] {
  const all = withoutSuppressed(problemsOf(examined.check), (file) => files.textOf(file));
  return all.filter(({ severity }) => severity !== 'hint');
}
