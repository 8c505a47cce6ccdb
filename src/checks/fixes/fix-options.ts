import type { ResourceId } from '../../core/network/model';

/** One of several alternatives for the same fix. */
export interface FixAlternative {
  /** `broad`: a single rule to the internet instead of a rule per service. */
  readonly rules: 'narrow' | 'broad';
  /** NAT gateway to associate; null for a new one. Undefined if the fix doesn't need one. */
  readonly gateway?: ResourceId | null;
}

/** Name and priority that the user chose for a new rule. */
export interface NewRuleOptions {
  readonly name: string;
  readonly priority: number;
}

/** The user's choices for a fix. Defaults are as narrow and as cheap as possible. */
export interface FixOptions {
  readonly alternative?: FixAlternative;
  /** Whether new rules serve every subnet of a shared NSG instead of only this one. */
  readonly includeOthers?: boolean;
  /** Whether rules that the new ones override stay. Removing them is a separate decision. */
  readonly keepsShadowedRules?: boolean;
  /** Whether to deny other outbound traffic, with a written rule for each requested flow. */
  readonly deniesOtherOutbound?: boolean;
  /** Choices by the rule's key in its draft. */
  readonly entries?: ReadonlyMap<string, NewRuleOptions>;
}
