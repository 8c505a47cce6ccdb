import {
  requirement,
  inBothProfiles,
  noteUnlessInternet,
  only2020,
  plans,
  setting,
  inCurrentProfile,
} from './build';
import type { Requirement } from './requirement';

const privateLink = plans({ workspace: 'private-link' });
const everyNetwork = plans({ network: 'any' });

/** Of what a workspace keeps its data in, in the order of the catalogue. */
export const workspaceServices: readonly Requirement[] = [
  {
    id: 'multi-private-endpoints',
    group: 'services',
    profiles: inCurrentProfile(
      requirement(setting('several-endpoints'), { from: '2025-05-22', appliesTo: privateLink }),
    ),
    sources: ['private-link'],
    disagreement: false,
  },
  {
    id: 'private-link-public-access-features',
    group: 'services',
    profiles: inCurrentProfile(
      requirement(setting('public-door'), {
        from: '2025-05-22',
        level: 'optional',
        severity: 'info',
        appliesTo: plans({ workspace: 'private-link', network: 'any' }),
      }),
    ),
    sources: ['private-link'],
    disagreement: false,
  },
  {
    id: 'serverless-npip-ip-allowlist',
    group: 'services',
    profiles: inCurrentProfile(
      requirement(setting('address-list'), {
        from: '2025-06-12',
        appliesTo: plans({ kinds: ['serverless'], publicIp: 'without' }),
      }),
    ),
    sources: ['secure-training'],
    disagreement: false,
  },
  {
    id: 'instance-selected-networks',
    group: 'services',
    profiles: inCurrentProfile(
      requirement(setting('address-list'), { from: '2025-08-08', appliesTo: plans({ kinds: ['instance'] }) }),
    ),
    sources: ['selected-networks', 'managed-network', 'private-link'],
    disagreement: true,
  },
  {
    id: 'control-plane-stays-public',
    group: 'services',
    profiles: inCurrentProfile(
      requirement(noteUnlessInternet('always'), {
        from: '2025-05-22',
        level: 'optional',
        severity: 'info',
        appliesTo: plans({ workspace: 'private-link', network: 'any' }),
      }),
    ),
    sources: ['private-link'],
    disagreement: false,
  },
  {
    id: 'storage-same-vnet-2020',
    group: 'services',
    profiles: only2020(requirement(setting('storage-network'), { from: '2020-12-10' })),
    sources: ['secure-training-2020', 'secure-training'],
    disagreement: false,
  },
  {
    id: 'storage-service-endpoint-same-subnet',
    group: 'services',
    profiles: inBothProfiles(requirement(setting('storage-rule'), { from: '2020-12-10' })),
    sources: ['secure-workspace', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'storage-private-endpoint-subresources',
    group: 'services',
    profiles: inBothProfiles(requirement(setting('storage-endpoints'), { from: '2020-12-10' })),
    sources: ['secure-workspace', 'managed-network', 'security-perimeter'],
    disagreement: false,
  },
  {
    id: 'storage-trusted-access',
    group: 'services',
    // It stops pages of the studio, never a compute.
    profiles: inBothProfiles(
      requirement(setting('storage-trust'), {
        from: '2020-12-10',
        severity: 'warning',
        appliesTo: everyNetwork,
      }),
    ),
    sources: [
      'secure-workspace',
      'traffic-flow',
      'managed-network',
      'storage-perimeter',
      'secure-training-2022',
      'issue-105880',
    ],
    disagreement: true,
  },
  {
    id: 'storage-perimeter-smb',
    group: 'services',
    profiles: inCurrentProfile(
      requirement(setting('perimeter-smb'), {
        from: '2025-07-27',
        level: 'situational',
        severity: 'warning',
        appliesTo: plans({ kinds: ['instance'] }),
      }),
    ),
    sources: ['storage-perimeter', 'security-perimeter'],
    disagreement: true,
  },
  {
    id: 'storage-shared-key-enabled',
    group: 'services',
    profiles: inCurrentProfile(
      requirement(setting('shared-key'), {
        from: '2024-08-21',
        appliesTo: plans({ kinds: ['instance'], network: 'any' }),
      }),
    ),
    sources: ['create-instance'],
    disagreement: false,
  },
  {
    id: 'keyvault-network',
    group: 'services',
    profiles: inBothProfiles(requirement(setting('key-vault'), { from: '2020-12-10' })),
    sources: ['secure-workspace', 'security-perimeter', 'issue-86496'],
    disagreement: true,
  },
  {
    id: 'acr-premium',
    group: 'services',
    profiles: inBothProfiles(
      requirement(setting('registry-sku'), {
        from: '2020-12-10',
        appliesTo: plans({ workspace: 'private-link', network: 'any' }),
      }),
    ),
    sources: ['secure-workspace'],
    disagreement: false,
  },
  {
    id: 'acr-network-placement',
    group: 'services',
    profiles: inBothProfiles(
      requirement(setting('registry-place'), {
        from: '2020-12-10',
        level: 'recommended',
        severity: 'warning',
      }),
    ),
    sources: ['secure-workspace', 'security-perimeter'],
    disagreement: false,
  },
  {
    id: 'acr-trusted-services',
    group: 'services',
    profiles: inBothProfiles(
      requirement(setting('registry-trust'), { from: '2020-12-10', appliesTo: everyNetwork }),
    ),
    sources: ['secure-workspace', 'managed-network'],
    disagreement: false,
  },
  {
    id: 'image-build-compute',
    group: 'services',
    // It "may be required", and only once an environment is built: the compute itself is created without it.
    profiles: inBothProfiles(
      requirement(setting('build-compute'), {
        from: '2020-12-10',
        level: 'situational',
        severity: 'warning',
        appliesTo: plans({ kinds: ['cluster'] }),
      }),
    ),
    sources: ['secure-workspace', 'private-link', 'issue-123350'],
    disagreement: false,
  },
  {
    id: 'monitor-ampls-open-mode',
    group: 'services',
    profiles: inCurrentProfile(
      requirement(setting('monitoring'), {
        from: '2024-07-08',
        level: 'situational',
        severity: 'warning',
        appliesTo: everyNetwork,
      }),
    ),
    sources: ['secure-workspace'],
    disagreement: false,
  },
  {
    id: 'endpoint-mix',
    group: 'services',
    profiles: inCurrentProfile(
      requirement(setting('endpoint-mix'), {
        from: '2024-08-29',
        level: 'forbidden',
        severity: 'warning',
        appliesTo: everyNetwork,
      }),
    ),
    sources: ['managed-network'],
    disagreement: false,
  },
];
