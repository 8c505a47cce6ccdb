import { adviceOf } from '../requirements/advice-values';
import { findRequirement } from '../requirements/requirements';
import { sources, type Source } from '../requirements/sources';
import { sayReason, type Say } from '../messages/say';

/** The requirement's name on screen. */
export function requirementName(say: Say, id: string): string {
  return sayReason(say, { key: `requirement.${id}.name` });
}

/** Its name where there is little room. */
export function requirementShortName(say: Say, id: string): string {
  const key = `requirement.${id}.short`;
  return say.has(key) ? say(key) : requirementName(say, id);
}

/** What the person will see if it is left as it is; one sentence. */
export function requirementConsequence(say: Say, id: string): string {
  return sayReason(say, { key: `requirement.${id}.consequence` });
}

/** What to do or to confirm, where nothing is known of the plan: with the hosts of the public cloud. */
export function requirementAsk(say: Say, id: string): string {
  return sayReason(say, adviceOf(id, 'public', '<region>'));
}

/** The pages that state the requirement, the one to show first. */
export function requirementSources(id: string): readonly Source[] {
  return (findRequirement(id)?.sources ?? []).map((key) => sources[key]);
}
