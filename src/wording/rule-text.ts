import type { DecidedFlow } from '../file-checks/rule-at';
import type { Say } from '../messages/say';
import { requirementShortName } from './requirement-text';

/** Returns the required flows that a rule decides, as a sentence. */
export function formatDecided(say: Say, decided: readonly DecidedFlow[]): string {
  if (decided.length === 0) return say('file.rule.decidesNone');
  const flows = decided.map(({ requirement, does }) =>
    say(`file.rule.${does}`, { name: requirementShortName(say, requirement) }),
  );
  return say('file.rule.decides', { n: decided.length, flows });
}
