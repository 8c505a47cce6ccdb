import type { Basis, Severity } from '../../core/check-result';
import type { Profile } from '../../core/plan';
import type { SourceKey } from '../../requirements/sources';

/** A check for a fault of a rule or route by itself, whichever subnet uses it. */
export interface FindingCheck {
  readonly id: string;
  readonly of: 'security-group' | 'route-table' | 'both';
  /** Highest severity of its findings. */
  readonly severity: Severity;
  readonly basis: Basis;
  /** Profiles in which the check applies. */
  readonly profiles: readonly Profile[];
  /** A requirement whose result reports only the first of these; findings report each. */
  readonly refines: string | null;
  /** Whether a fix is offered if it passes its test. */
  readonly fixable: boolean;
  /** Sources in the order in which they are shown. */
  readonly sources: readonly SourceKey[];
}

const both: readonly Profile[] = ['current', '2020-12'];

/** Checks for NSGs and route tables, the most severe first. */
export const findingChecks = [
  {
    id: 'priority-out-of-range',
    of: 'security-group',
    severity: 'error',
    basis: 'documented',
    profiles: both,
    refines: 'nsg-rule-wellformed',
    fixable: false,
    sources: ['security-groups'],
  },
  {
    id: 'duplicate-priority',
    of: 'security-group',
    severity: 'error',
    basis: 'documented',
    profiles: both,
    refines: 'nsg-rule-wellformed',
    fixable: false,
    sources: ['security-groups'],
  },
  {
    id: 'tag-in-address-list',
    of: 'security-group',
    severity: 'error',
    basis: 'documented',
    profiles: both,
    refines: 'nsg-rule-wellformed',
    fixable: true,
    sources: ['security-groups', 'service-tags'],
  },
  {
    id: 'invalid-rule-value',
    of: 'security-group',
    severity: 'error',
    basis: 'observed',
    profiles: both,
    refines: 'nsg-rule-wellformed',
    fixable: false,
    sources: ['security-groups', 'issue-powershell-9253', 'issue-powershell-4557', 'issue-azurerm-12534'],
  },
  {
    id: 'misspelled-service-tag',
    of: 'both',
    severity: 'warning',
    basis: 'documented',
    profiles: both,
    refines: 'nsg-rule-wellformed',
    fixable: true,
    sources: ['service-tags'],
  },
  {
    id: 'invalid-route-value',
    of: 'route-table',
    severity: 'error',
    basis: 'documented',
    profiles: both,
    refines: null,
    fixable: false,
    sources: ['route-rest', 'routing'],
  },
  {
    id: 'duplicate-route',
    of: 'route-table',
    severity: 'error',
    basis: 'derived',
    profiles: both,
    refines: null,
    fixable: true,
    sources: ['routing'],
  },
  {
    id: 'contradicted-security-rule',
    of: 'security-group',
    severity: 'warning',
    basis: 'documented',
    profiles: both,
    refines: null,
    fixable: true,
    sources: ['security-groups'],
  },
  {
    id: 'auto-nsg-do-not-edit',
    of: 'security-group',
    severity: 'warning',
    basis: 'documented',
    profiles: both,
    refines: null,
    fixable: false,
    sources: ['batch-network', 'resource-lock', 'secure-training-2020'],
  },
  {
    id: 'wrong-region-tag',
    of: 'security-group',
    severity: 'warning',
    basis: 'documented',
    profiles: both,
    refines: null,
    fixable: true,
    sources: ['secure-training', 'public-internet-access', 'data-exfiltration', 'traffic-flow'],
  },
  {
    id: 'shadowed-security-rule',
    of: 'security-group',
    severity: 'info',
    basis: 'documented',
    profiles: both,
    refines: null,
    fixable: true,
    sources: ['security-groups'],
  },
  {
    id: 'retired-batch-opening',
    of: 'security-group',
    severity: 'info',
    basis: 'documented',
    profiles: ['current'],
    refines: 'inbound-batch-29876-29877',
    fixable: true,
    sources: ['batch-simplified', 'secure-training', 'network-traffic'],
  },
  {
    id: 'inbound-npip-preview-internal',
    of: 'security-group',
    severity: 'info',
    basis: 'documented',
    profiles: ['current'],
    refines: null,
    fixable: true,
    sources: ['secure-training-2022'],
  },
  {
    id: 'wide-security-rule',
    of: 'security-group',
    severity: 'info',
    basis: 'derived',
    profiles: both,
    refines: null,
    fixable: false,
    sources: ['network-traffic', 'secure-training', 'public-internet-access'],
  },
] as const satisfies readonly FindingCheck[];

export type FindingCheckId = (typeof findingChecks)[number]['id'];

/** Finds the check `id`; undefined if there is no such check. */
export function findFindingCheck(id: string): FindingCheck | undefined {
  return findingChecks.find((one) => one.id === id);
}

/** Returns the requirements whose result reports only the first rule, where findings report each. */
export function refinedIn(findings: readonly { readonly check: string }[]): ReadonlySet<string> {
  return new Set(findings.flatMap(({ check }) => findFindingCheck(check)?.refines ?? []));
}
