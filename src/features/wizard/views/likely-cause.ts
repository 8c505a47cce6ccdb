import type { Creation, NextStep } from '../../../contract/wizard/creation';

/** A possible cause of a failure. */
export interface LikelyCause {
  readonly icon: Creation['likely'][number]['icon'];
  readonly cause: string;
  readonly evidence: string;
  readonly packet?: string | null;
  readonly step?: NextStep | null;
  /** True if Azure's response is about it. */
  readonly isNamedByAzure?: boolean;
  /** True if its title alone explains the failure. */
  readonly isReason?: boolean;
}

export function likelyCause(icon: LikelyCause['icon'], cause: string, evidence: string): LikelyCause {
  return { icon, cause, evidence };
}
