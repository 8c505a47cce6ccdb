import type { Creation, NextStep } from '../../../contract/wizard/creation';

/** What explains a failure, as far as it can be told. */
export interface LikelyCause {
  readonly icon: Creation['likely'][number]['icon'];
  readonly cause: string;
  readonly evidence: string;
  readonly packet?: string | null;
  readonly step?: NextStep | null;
  /** Azure's response is about it. */
  readonly isNamedByAzure?: boolean;
  /** Its title is a sentence that explains the failure by itself. */
  readonly isReason?: boolean;
}

export function likelyCause(icon: LikelyCause['icon'], cause: string, evidence: string): LikelyCause {
  return { icon, cause, evidence };
}
