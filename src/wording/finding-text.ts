import { textOfMarkdown } from '../plans/request/markdown-text';
import { sayReason, type Say } from '../messages/say';

/** Returns the check's display name. */
export function findingName(say: Say, check: string): string {
  return sayReason(say, { key: `finding.${check}.name` });
}

/** Returns the fault in short form, for limited space. */
export function findingShortName(say: Say, check: string): string {
  return sayReason(say, { key: `finding.${check}.short` });
}

/** Returns the advice for a finding. */
export function findingAdvice(say: Say, check: string): string {
  return textOfMarkdown(sayReason(say, { key: `finding.${check}.ask` }));
}

/** Returns the impact if it isn't fixed, in a sentence. */
export function findingConsequence(say: Say, check: string): string {
  return sayReason(say, { key: `finding.${check}.consequence` });
}
