import type { Creation } from '../contract/wizard/creation';
import type { Component } from '../core/cause';
import type { CheckResult } from '../core/check-result';
import type { Say } from '../messages/say';

/** A possible cause of a failure. */
export interface LikelyCause {
  readonly icon: Creation['likely'][number]['icon'];
  readonly cause: string;
  readonly evidence: string;
  readonly packet?: string | null;
  /** The part of the plan to change, or who has to act, if it isn't the network. */
  readonly remedy?: 'name' | 'role' | 'quota' | 'size' | 'owner';
  /** The component that decides. */
  readonly component?: Component;
  /** Results of the subnet that are this cause. */
  readonly results?: readonly CheckResult[];
  /** IDs of the requirements whose results state the same, if it isn't based on results. */
  readonly sameAs?: readonly string[];
  /** Requirement of the flow that the failure is about. */
  readonly flow?: string;
  /** True if Azure's response is about it. */
  readonly isNamedByAzure?: boolean;
  /** True if it was the cause, and a fix was applied after the failure. */
  readonly isFixed?: boolean;
  /** True if its title alone explains the failure. */
  readonly isReason?: boolean;
}

/** Causes of a failure. */
export interface RankedLikely<T extends LikelyCause = LikelyCause> {
  /** The cause that explains the failure; undefined if none is certain. */
  readonly most: T | undefined;
  /** All causes, the most likely first. */
  readonly all: readonly T[];
}

export function likelyCause(icon: LikelyCause['icon'], cause: string, evidence: string): LikelyCause {
  return { icon, cause, evidence };
}

/** Formats how likely a cause is. */
export function likelyRank(say: Say, one: LikelyCause, { most }: RankedLikely): string {
  if (one === most) return say('create.likely.most');
  if (one.isFixed === true) return say('create.likely.fixedRank');
  return say(isRuledOut(one) ? 'create.likely.ruledOut' : 'create.likely.possible');
}

/** True for a check that passes and was never the cause. */
export function isRuledOut({ icon, isFixed = false }: LikelyCause): boolean {
  return icon === 'pass' && !isFixed;
}
