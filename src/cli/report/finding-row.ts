import { findFindingCheck } from '../../checks/findings/finding-catalog';
import { findingKey } from '../../core/finding';
import type { Say } from '../../messages/say';
import { findingAdvice } from '../../wording/finding-text';
import { formatReason } from '../../wording/reason-text';
import { mostRepairs } from '../../file-checks/work-budget';
import { isFailingFinding } from '../check';
import type { FoundProblem } from '../found-problems';
import type { CheckOptions } from '../options';
import { fixText } from './fix-text';
import type { ReportRow } from './report-row';

/** Returns the row of a finding in an NSG or route table. */
export function findingRow(say: Say, found: FoundProblem, options: CheckOptions): ReportRow {
  const { finding, fix, isTested, places } = found;
  const { check, severity, place, text, assumptions } = finding;
  const at = places.ofFinding(place);
  return {
    key: JSON.stringify([findingKey(finding), at]),
    at,
    level: severity,
    isFailing: isFailingFinding(found, options),
    id: check,
    message: text,
    results: [],
    isListed: false,
    subnets: [],
    computes: [],
    earlier: [],
    countedFlows: [],
    details: [
      ...assumptions.map((one) => say('report.assumed', { text: formatReason(say, one) })),
      ...fixText(say, fix?.changes ?? []),
      ...(fix?.notes ?? []).map((note) => formatReason(say, note)),
      ...(isTested ? [] : [say('terminal.fixNotTested', { n: mostRepairs })]),
    ],
    advice: fix || severity === 'info' ? [] : adviceOf(say, check),
    fixedIn: null,
    template: null,
    deployment: null,
  };
}

/**
 * Returns the advice for a finding that can't be fixed. If it can be, its fix is withheld for a reason that the advice
 * doesn't contain.
 */
function adviceOf(say: Say, check: string): readonly string[] {
  if (findFindingCheck(check)?.fixable === true) return [];
  return [say('terminal.advice', { advice: findingAdvice(say, check) })];
}
