import { textOfMarkdown } from '../plans/request/markdown-text';
import { sayReason, type Say } from '../messages/say';

/** The check's name on screen. */
export function findingName(say: Say, check: string): string {
  return sayReason(say, { key: `finding.${check}.name` });
}

/** What is wrong, where there is little room. */
export function findingShortName(say: Say, check: string): string {
  return sayReason(say, { key: `finding.${check}.short` });
}

/** What to do about it. */
export function findingAsk(say: Say, check: string): string {
  return textOfMarkdown(sayReason(say, { key: `finding.${check}.ask` }));
}

/** What somebody will see if it is left as it is; one sentence. */
export function findingConsequence(say: Say, check: string): string {
  return sayReason(say, { key: `finding.${check}.consequence` });
}
