import { attachedKinds } from '../core/compute-kinds';
import { alsoOf, requirement, inBothProfiles, plans, setting, inCurrentProfile } from './build';
import type { Requirement } from './requirement';

const withPublicIp = plans({ publicIp: 'with' });

/** Roles, locks, policies and quotas, in the order of the catalogue: what only Azure can say. */
export const governanceRequirements: readonly Requirement[] = [
  {
    id: 'rbac-vnet-join',
    group: 'permissions',
    profiles: inBothProfiles(requirement(setting('network-join'), { from: '2020-12-10' })),
    sources: ['network-rbac', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'rbac-subnet-join',
    group: 'permissions',
    profiles: inBothProfiles(requirement(setting('subnet-join'), { from: '2020-12-10' })),
    sources: ['network-rbac', 'secure-training-2020', 'secure-training-2022'],
    disagreement: true,
  },
  {
    id: 'rbac-compute-write',
    group: 'permissions',
    profiles: inBothProfiles(
      requirement(setting('compute-write'), {
        from: '2020-12-10',
        appliesTo: plans({ network: 'any', kinds: alsoOf(...attachedKinds) }),
      }),
    ),
    sources: ['assign-roles'],
    disagreement: false,
  },
  {
    id: 'lock-on-vnet-resource-group',
    group: 'quota',
    profiles: inBothProfiles(
      requirement(setting('network-lock'), { from: '2020-12-10', level: 'forbidden' }),
    ),
    sources: ['resource-lock', 'secure-training', 'create-cluster', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'lock-on-workspace-resource-group',
    group: 'quota',
    profiles: inCurrentProfile(
      requirement(setting('workspace-lock'), {
        from: '2024-05-03',
        level: 'forbidden',
        appliesTo: plans({ kinds: ['cluster'], network: 'any' }),
      }),
    ),
    sources: ['create-cluster', 'resource-lock'],
    disagreement: false,
  },
  {
    id: 'policy-forbids-network-resources',
    group: 'quota',
    profiles: inBothProfiles(
      requirement(setting('network-policy'), {
        from: '2020-12-10',
        level: 'forbidden',
        appliesTo: withPublicIp,
      }),
    ),
    sources: ['secure-training', 'secure-training-2022', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'quota-network-per-compute',
    group: 'quota',
    profiles: inBothProfiles(
      requirement(setting('network-quota'), { from: '2020-12-10', appliesTo: withPublicIp }),
    ),
    sources: ['secure-training', 'batch-network', 'limits', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'nsg-rule-limits',
    group: 'quota',
    profiles: inBothProfiles(requirement(setting('group-limits'), { from: '2022-12-05' })),
    sources: ['limits'],
    disagreement: false,
  },
  {
    id: 'nsg-rule-wellformed',
    group: 'quota',
    profiles: inBothProfiles(requirement(setting('group-rules'), { from: '2025-07-15' })),
    sources: ['security-groups', 'service-tags'],
    disagreement: false,
  },
];
