import type { FindingCheck } from '../checks/findings/finding-catalog';

/** A check that only applies to files, whatever traffic their networks allow. */
export interface FileOnlyCheck extends Omit<FindingCheck, 'of'> {
  readonly of: 'compute' | 'role' | 'network';
}

/** Checks of files, in addition to those of their subnets. */
export const fileOnlyChecks = [
  {
    id: 'compute-outside-network',
    of: 'compute',
    severity: 'warning',
    basis: 'derived',
    profiles: ['current', '2020-12'],
    refines: null,
    fixable: true,
    sources: ['secure-training'],
  },
  {
    id: 'invalid-network-value',
    of: 'network',
    severity: 'error',
    basis: 'documented',
    profiles: ['current', '2020-12'],
    refines: null,
    fixable: false,
    sources: ['subnet-rest'],
  },
  {
    id: 'invalid-firewall-rule',
    of: 'network',
    severity: 'error',
    basis: 'observed',
    profiles: ['current', '2020-12'],
    refines: null,
    fixable: false,
    sources: ['issue-landing-zone-80', 'issue-cli-18932', 'issue-tre-3448', 'issue-tre-4151'],
  },
  {
    id: 'misspelled-join-action',
    of: 'role',
    severity: 'error',
    basis: 'documented',
    profiles: ['current', '2020-12'],
    refines: null,
    fixable: true,
    sources: ['network-rbac', 'secure-training-2020', 'secure-training-2022'],
  },
  {
    id: 'compute-before-private-endpoint',
    of: 'compute',
    severity: 'error',
    basis: 'observed',
    profiles: ['current'],
    refines: null,
    fixable: true,
    sources: ['endpoint-order', 'create-cluster', 'create-instance', 'deployment-order'],
  },
  {
    id: 'policy-denies-resource',
    of: 'compute',
    severity: 'error',
    basis: 'documented',
    profiles: ['current', '2020-12'],
    refines: null,
    fixable: false,
    sources: ['policy-rule'],
  },
  {
    id: 'endpoint-in-delegated-subnet',
    of: 'network',
    severity: 'warning',
    basis: 'observed',
    profiles: ['current', '2020-12'],
    refines: null,
    fixable: false,
    sources: ['issue-47048'],
  },
  {
    id: 'unassociated-security-group',
    of: 'network',
    severity: 'warning',
    basis: 'documented',
    profiles: ['current', '2020-12'],
    refines: null,
    fixable: false,
    sources: ['security-groups', 'azurerm-nsg-association'],
  },
  {
    id: 'conflicting-terraform-resources',
    of: 'network',
    severity: 'warning',
    basis: 'documented',
    profiles: ['current', '2020-12'],
    refines: null,
    fixable: false,
    sources: ['azurerm-security-rules', 'azurerm-nsg-association'],
  },
  {
    id: 'subnet-not-in-files',
    of: 'compute',
    severity: 'info',
    basis: 'derived',
    profiles: ['current', '2020-12'],
    refines: null,
    fixable: false,
    sources: ['secure-training'],
  },
] as const satisfies readonly FileOnlyCheck[];

export type FileOnlyCheckId = (typeof fileOnlyChecks)[number]['id'];

/** Returns the check with this ID, or undefined if there is none. */
export function findFileOnlyCheck(id: string): FileOnlyCheck | undefined {
  return fileOnlyChecks.find((one) => one.id === id);
}
