import { adviceOf } from '../requirements/host-names';
import { findRequirement } from '../requirements/requirements';
import { sources, type SourcePage } from '../requirements/sources';
import type { CheckedKind } from '../core/compute-kinds';
import { sayReason, type Say } from '../messages/say';

/** Returns the requirement's display name. */
export function requirementName(say: Say, id: string): string {
  return sayReason(say, { key: `requirement.${id}.name` });
}

/** Returns its name for limited space. */
export function requirementShortName(say: Say, id: string): string {
  const key = `requirement.${id}.short`;
  return say.has(key) ? say(key) : requirementName(say, id);
}

/** Returns the impact on a compute resource of `kind` if it isn't fixed; for every kind if it isn't known. */
export function requirementConsequence(say: Say, id: string, kind: CheckedKind | null = null): string {
  const ofKind = `requirement.${id}.consequence.${kind ?? ''}`;
  return say.has(ofKind) ? say(ofKind) : sayReason(say, { key: `requirement.${id}.consequence` });
}

/** Returns the advice for a requirement without a plan, with the hosts of the public cloud. */
export function requirementAdvice(say: Say, id: string): string {
  return sayReason(say, adviceOf(id, 'public', '<region>'));
}

/** Returns the pages that state the requirement, in display order. */
export function requirementSources(id: string): readonly SourcePage[] {
  return (findRequirement(id)?.sources ?? []).map((key) => sources[key]);
}
