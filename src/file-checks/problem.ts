import type { Finding } from '../core/finding';
import { statusOf, type CheckResult, type Severity } from '../core/check-result';
import type { ResourceId } from '../core/network/model';
import type { Reason } from '../core/reason';
import type { Parting } from '../documents/order/template-order';
import type { SourceRange } from '../documents/source/source-range';
import type { Cut } from './work-budget';

/** `hint`: what works by Azure's default rules alone. */
export type ProblemSeverity = Severity | 'hint';

/** Another place that a problem is about: another rule or route, or where what decides is used. */
export interface RelatedPlace {
  readonly place: SourceRange;
  readonly text: Reason;
}

/** What a problem says. */
export type ProblemContent =
  | { readonly is: 'result'; readonly result: CheckResult }
  /** What is wrong with one rule or route by itself. */
  | { readonly is: 'finding'; readonly finding: Finding }
  /** The subnet of a compute resource, which no file declares. */
  | {
      readonly is: 'elsewhere';
      readonly compute: string;
      readonly computeId: ResourceId;
      /** The subnet's ID; its unknown parts stand between ‹ and ›. Null where nothing of it is known. */
      readonly id: ResourceId | null;
      /** Why the ID isn't known. */
      readonly because: Reason | null;
      /** Why Azure couldn't tell it; null where nobody asked. */
      readonly unread: Reason | null;
    }
  /** Subnets that were not checked, as they are shown. */
  | {
      readonly is: 'left-out';
      readonly subnets: readonly string[];
      readonly checked: number;
      /** The files need more checks than the budget of one run, or aren't known whole. */
      readonly because: 'budget' | Cut;
    }
  /** A role that names an action as it was misprinted. */
  | {
      readonly is: 'misspelt-action';
      readonly role: string;
      readonly action: string;
      readonly right: string;
    }
  /** A prefix or DNS server that is no address: what depends on it is unknown. */
  | {
      readonly is: 'invalid-value';
      readonly value: string;
      readonly property: string;
      /** The network or subnet that has it. */
      readonly name: string;
    }
  /** A rule of Azure Firewall that Azure refuses, or that matches nothing. */
  | {
      readonly is: 'firewall-rule';
      readonly text: Reason;
      /** The firewall, or the group of rule collections, that has it. */
      readonly firewall: string;
    }
  /** A compute without public IP that Azure may create before its workspace's private endpoint. */
  | {
      readonly is: 'deployment-order';
      readonly compute: string;
      readonly workspace: string;
      /** The endpoint, or the module that perhaps holds it. */
      readonly waitsFor: string;
      /** Why it can't be told; null where it certainly doesn't wait. */
      readonly because: Reason | null;
      /** What has to be waited for where both ways part; null where nothing would do. */
      readonly parting: Parting | null;
    }
  /** A private endpoint in a delegated subnet. */
  | {
      readonly is: 'delegated-endpoint';
      readonly endpoint: string;
      readonly subnet: string;
      /** The service that the subnet is delegated to. */
      readonly service: string;
    }
  /** Two resources of Terraform that set the same, by their addresses. */
  | {
      readonly is: 'terraform-conflict';
      readonly resource: string;
      readonly other: string;
      readonly target: string;
    }
  /** A policy of the files that denies a resource of the files. */
  | {
      readonly is: 'policy-denial';
      readonly policy: string;
      readonly resource: string;
      readonly isCompute: boolean;
      /** Why it can't be told; null where it certainly denies. */
      readonly because: Reason | null;
    }
  /** A compute that names no subnet, where some were declared for it. */
  | { readonly is: 'outside-network'; readonly compute: string; readonly fitting: readonly NamedSubnet[] };

/** A subnet as it is shown, with its network. */
export interface NamedSubnet {
  readonly id: ResourceId;
  readonly name: string;
}

/** One thing to tell about a file: an id that never changes, a place, and what it stands on. */
export interface Problem {
  /** Id of the requirement or finding. */
  readonly id: string;
  readonly severity: ProblemSeverity;
  /** Of a requirement, what decides. */
  readonly place: SourceRange;
  /** Other places whose comments speak of it: the rule or route of what decides, and the list that lacks a rule. */
  readonly alsoAt?: readonly SourceRange[];
  /** The subnet as it is shown; empty of what is about none. */
  readonly subnet: string;
  /** Of what is about no subnet, the resource. */
  readonly subnetId: string;
  readonly related: readonly RelatedPlace[];
  readonly what: ProblemContent;
  /** ISO time at which the subnet, or `readService`, was read from Azure; missing where the files have it. */
  readonly readAt?: string;
  /** The service that was read. */
  readonly readService?: string;
}

/** A requirement that isn't known. */
type UndecidedContent = Extract<ProblemContent, { is: 'result' }> & {
  readonly result: { readonly outcome: { readonly is: 'undecided' } };
};

export function isUndecided(what: ProblemContent): what is UndecidedContent {
  return what.is === 'result' && what.result.outcome.is === 'undecided';
}

/** True of what isn't known, or wasn't checked: no severity makes it known. */
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
 * True where a person has to say what is meant: which of several subnets, or whether a rule that another overrules was
 * wanted; it may be the other that is wrong.
 */
export function isChoice({ what }: Pick<Problem, 'what'>): boolean {
  return what.is === 'outside-network' ? what.fitting.length > 1 : isOfOverruled(what);
}

/** A rule that is never used, since rules before it decide otherwise. */
export function isOfOverruled(what: ProblemContent): boolean {
  return what.is === 'finding' && what.finding.check === 'contradicted-security-rule';
}
