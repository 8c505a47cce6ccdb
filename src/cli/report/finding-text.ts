import { findFindingCheck } from '../../checks/findings/finding-catalog';
import { displayText } from '../../core/text/display-text';
import type { Say } from '../../messages/say';
import { findingAsk, findingName } from '../../wording/finding-text';
import { formatReason } from '../../wording/reason-text';
import { mostRepairs } from '../../file-checks/work-budget';
import type { FoundProblem } from '../found-problems';
import { placeText } from './place-text';
import { fixText } from './fix-text';

/** What is told of one thing that groups and tables have. */
export function findingText(say: Say, { finding, fix, isTested, places }: FoundProblem): string {
  const { check, severity, place, text, assumptions } = finding;
  const at = places.ofFinding(place);
  const lines = [
    formatReason(say, text),
    at ? placeText(at) : displayText(place.resourceName),
    ...assumptions.map((one) => say('report.assumed', { text: formatReason(say, one) })),
    ...fixText(say, fix?.changes ?? []),
    ...(fix || severity === 'info' ? [] : adviceOf(say, check)),
    ...(fix?.notes ?? []).map((note) => formatReason(say, note)),
    ...(isTested ? [] : [say('terminal.fixNotTested', { n: mostRepairs })]),
  ];
  const label = say(`terminal.severity.${severity}`);
  const head = say('terminal.head', { label, name: findingName(say, check), id: check });
  return [head, ...lines.map((line) => `    ${line}`)].join('\n');
}

/** Of what no fix is written for; where one is, it is withheld for a reason that the advice doesn't know. */
function adviceOf(say: Say, check: string): readonly string[] {
  if (findFindingCheck(check)?.fixable === true) return [];
  return [say('terminal.advice', { advice: findingAsk(say, check) })];
}
