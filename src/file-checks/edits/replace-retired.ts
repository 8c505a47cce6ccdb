import { statusOf } from '../../core/check-result';
import type { Finding } from '../../core/finding';
import type { Fix } from '../../core/fix';
import { reason } from '../../core/reason';
import { subnetFix, type FileCheck, type SubjectCheck } from '../check-files';
import { candidateOf, type FixCandidate } from './fix-candidate';

/** What is asked today in place of classic Batch's way in. */
const today = 'outbound-batch-443';

interface Retired {
  readonly fix: Fix;
  readonly finding: Finding;
}

/** A retired opening goes, and the rule of today comes for it; undefined where that one is there already. */
export function replacedAllowRule(
  check: FileCheck,
  subject: SubjectCheck,
  { fix, finding }: Retired,
): FixCandidate | undefined {
  const asked = subject.judgements.find(({ requirement }) => requirement === today);
  const added =
    asked && statusOf(asked.verdict) === 'open' ? subnetFix(check, subject, [today])?.fix : undefined;
  if (!added) return undefined;
  const title = reason('file.title.replace', { name: finding.place.name });
  return candidateOf({
    changes: [...fix.changes, ...added.changes],
    effect: fix.closes.length > 0 ? 'closes' : added.effect,
    opens: added.opens,
    closes: [...fix.closes, ...added.closes],
    notes: [...fix.notes, ...added.notes],
    title,
  });
}
