import type { Finding } from '../core/finding';
import { statusOf, type CheckResult, type Severity } from '../core/check-result';
import type { ResourceId } from '../core/network/model';
import type { Reason } from '../core/reason';
import type { Divergence } from '../documents/order/template-order';
import type { SourceRange } from '../documents/source/source-range';
import type { Cut } from './work-budget';

/** `hint`: a flow that only works because of Azure's default rules. */
export type ProblemSeverity = Severity | 'hint';

/** Another place of a problem: another rule or route, or where the deciding component is used. */
export interface RelatedPlace {
  readonly place: SourceRange;
  readonly text: Reason;
}

/** The content of a problem. */
export type ProblemContent =
  | { readonly is: 'result'; readonly result: CheckResult }
  /** A fault of a single rule or route. */
  | { readonly is: 'finding'; readonly finding: Finding }
  /** The subnet of a compute resource, if no file declares it. */
  | {
      readonly is: 'elsewhere';
      readonly compute: string;
      readonly computeId: ResourceId;
      /** The subnet's ID, with its unknown parts between ‹ and ›. Null if it is completely unknown. */
      readonly id: ResourceId | null;
      /** Reason why the ID isn't known. */
      readonly because: Reason | null;
      /** Reason why Azure couldn't return it, or null if Azure wasn't queried. */
      readonly unread: Reason | null;
    }
  /** Subnets that weren't checked, by display name. */
  | {
      readonly is: 'left-out';
      readonly subnets: readonly string[];
      readonly checked: number;
      /** Whether the files need more checks than the budget of one run, or the analysis is incomplete. */
      readonly because: 'budget' | Cut;
    }
  /** A role with the misprinted action. */
  | {
      readonly is: 'misspelled-action';
      readonly role: string;
      readonly action: string;
      readonly right: string;
    }
  /** A prefix or DNS server that isn't a valid address, or that Azure refuses in its network. */
  | {
      readonly is: 'invalid-value';
      readonly value: string;
      readonly property: string;
      /** The network or subnet with this value. */
      readonly name: string;
      /** Why Azure refuses it. Absent for a value that isn't an address, on which nothing can depend. */
      readonly because?: Reason;
    }
  /** A rule of Azure Firewall that Azure rejects, or that doesn't match anything. */
  | {
      readonly is: 'firewall-rule';
      readonly text: Reason;
      /** The firewall, or the rule collection group, with this rule. */
      readonly firewall: string;
    }
  /** A compute resource without a public IP address that Azure may create before its workspace's private endpoint. */
  | {
      readonly is: 'deployment-order';
      readonly compute: string;
      readonly workspace: string;
      /** The private endpoint, or the module that may contain it. */
      readonly waitsFor: string;
      /** Reason why it isn't known, or null if it certainly doesn't wait. */
      readonly because: Reason | null;
      /** The place for the missing dependency; null if it can't be added. */
      readonly parting: Divergence | null;
    }
  /** A private endpoint in a delegated subnet. */
  | {
      readonly is: 'delegated-endpoint';
      readonly endpoint: string;
      readonly subnet: string;
      /** The service that the subnet is delegated to. */
      readonly service: string;
    }
  /** An NSG that no subnet uses, and the subnets without one. */
  | { readonly is: 'unassociated-group'; readonly group: string; readonly subnets: readonly string[] }
  /** Two Terraform resources that set the same property, by address. */
  | {
      readonly is: 'terraform-conflict';
      readonly resource: string;
      readonly other: string;
      readonly target: string;
    }
  /** A policy in the files that denies a resource of the files. */
  | {
      readonly is: 'policy-denial';
      readonly policy: string;
      readonly resource: string;
      readonly isCompute: boolean;
      /** Reason why it isn't known, or null if it certainly denies. */
      readonly because: Reason | null;
    }
  /** A compute resource without a subnet, although subnets for it are declared. */
  | { readonly is: 'outside-network'; readonly compute: string; readonly fitting: readonly NamedSubnet[] };

/** A subnet with its display name and its network. */
export interface NamedSubnet {
  readonly id: ResourceId;
  readonly name: string;
}

/** A problem to report for a file: a permanent ID, a place, and the underlying result. */
export interface Problem {
  /** ID of the requirement or finding. */
  readonly id: string;
  readonly severity: ProblemSeverity;
  /** For a requirement, the deciding component. */
  readonly place: SourceRange;
  /** Other places whose comments apply to it: the deciding rule or route, and the list without a required rule. */
  readonly alsoAt?: readonly SourceRange[];
  /** Display name of the subnet. Empty for a problem that isn't about a subnet. */
  readonly subnet: string;
  /** ID of the subnet, or of the resource for a problem that isn't about a subnet. */
  readonly subnetId: string;
  readonly related: readonly RelatedPlace[];
  readonly what: ProblemContent;
  /** ISO time at which the subnet, or `readService`, was read from Azure. Missing if it's in the files. */
  readonly readAt?: string;
  /** The service that was read. */
  readonly readService?: string;
}

/** A requirement with an unknown result. */
type UndecidedContent = Extract<ProblemContent, { is: 'result' }> & {
  readonly result: { readonly outcome: { readonly is: 'unknown' } };
};

export function isUndecided(what: ProblemContent): what is UndecidedContent {
  return what.is === 'result' && what.result.outcome.is === 'unknown';
}

/** True for a result that isn't known, or wasn't checked. A severity doesn't make it known. */
export function isUnknownContent(what: ProblemContent): boolean {
  switch (what.is) {
    case 'result':
      return statusOf(what.result.outcome) === 'unknown';
    case 'elsewhere':
    case 'left-out':
      return true;
    case 'deployment-order':
    case 'policy-denial':
      return what.because !== null;
    default:
      return false;
  }
}

/**
 * True if the user has to decide which of several subnets to use, or whether an overridden rule was intended. The other
 * rule may be the wrong one.
 */
export function isChoice({ what }: Pick<Problem, 'what'>): boolean {
  return what.is === 'outside-network' ? what.fitting.length > 1 : isOfShadowedRule(what);
}

/** True for a rule that is never used, because earlier rules decide differently. */
export function isOfShadowedRule(what: ProblemContent): boolean {
  return what.is === 'finding' && what.finding.check === 'contradicted-security-rule';
}

/** Returns one problem for each place: the last one. */
export function oncePerPlace(problems: readonly Problem[]): readonly Problem[] {
  const keyOf = ({ place }: Problem): string => `${place.file} ${String(place.start)}`;
  return [...new Map(problems.map((one) => [keyOf(one), one])).values()];
}
