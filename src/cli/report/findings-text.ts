import type { Say } from '../../messages/say';
import { findingName } from '../../wording/finding-words';
import { wordReason } from '../../wording/reason-words';
import type { Found } from '../found';
import { placeOfFinding } from '../resources/place-of';
import type { PrintedResource } from '../resources/read-resources';
import { stepWords } from './step-words';

/** What groups and tables have, in the order in which it was found; nothing where they have nothing. */
export function findingsText(
  say: Say,
  all: readonly Found[],
  printed: readonly PrintedResource[],
): readonly string[] {
  if (all.length === 0) return [];
  return [say('terminal.findings'), ...all.map((one) => itemOf(say, one, printed))];
}

function itemOf(say: Say, { finding, fix }: Found, printed: readonly PrintedResource[]): string {
  const { check, severity, place, text } = finding;
  const at = placeOfFinding(printed, place);
  const lines = [
    wordReason(say, text),
    at ? `${at.file}:${at.line}:${at.column}` : place.resourceName,
    ...(fix?.steps ?? []).map((step) => say('terminal.fix', { step: stepWords(say, step) })),
    ...(fix?.notes ?? []).map((note) => wordReason(say, note)),
  ];
  const label = say(`terminal.severity.${severity}`);
  const head = say('terminal.head', { label, name: findingName(say, check), id: check });
  return [head, ...lines.map((line) => `    ${line}`)].join('\n');
}
