import type { ResourceId } from '../../core/network/model';

/** One of several ways to the same end. */
export interface FixAlternative {
  /** `broad`: one rule to the internet instead of one rule a service. */
  readonly rules: 'narrow' | 'broad';
  /** The NAT gateway to attach; null: a new one. Undefined where the fix needs none. */
  readonly gateway?: ResourceId | null;
}

/** Name and priority that a person gave a new rule. */
export interface NewRuleOptions {
  readonly name: string;
  readonly priority: number;
}

/** What a person decided about a fix; what is not said is as narrow and as cheap as can be. */
export interface FixOptions {
  readonly way?: FixAlternative;
  /** New rules serve every subnet of a shared group, and not only this one. */
  readonly includeOthers?: boolean;
  /** Rules that the new ones make ineffective stay: to remove them is a decision of its own. */
  readonly keepsOverruled?: boolean;
  /** What nobody asks for is closed, and what is named passes by a written rule. */
  readonly closesRest?: boolean;
  /** By the rule's key in its draft. */
  readonly entries?: ReadonlyMap<string, NewRuleOptions>;
}
