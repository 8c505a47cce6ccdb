import { adviceOf } from '../requirements/host-names';
import { findRequirement } from '../requirements/requirements';
import { sources, type SourcePage } from '../requirements/sources';
import type { CheckedKind } from '../core/compute-kinds';
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

/** What happens to a compute resource of `kind` if it is left as it is; of every kind where it isn't known. */
export function requirementConsequence(say: Say, id: string, kind: CheckedKind | null = null): string {
  const ofKind = `requirement.${id}.consequence.${kind ?? ''}`;
  return say.has(ofKind) ? say(ofKind) : sayReason(say, { key: `requirement.${id}.consequence` });
}

/** What to do or to confirm, where nothing is known of the plan: with the hosts of the public cloud. */
export function requirementAdvice(say: Say, id: string): string {
  return sayReason(say, adviceOf(id, 'public', '<region>'));
}

/** The pages that state the requirement, the one to show first. */
export function requirementSources(id: string): readonly SourcePage[] {
  return (findRequirement(id)?.sources ?? []).map((key) => sources[key]);
}
