import { ask, bothEras, note, only2020, plans, setting, today } from './build';
import type { Requirement } from './requirement';

const privateLink = plans({ workspace: 'private-link' });
const everyNetwork = plans({ network: 'any' });

/** Of what a workspace keeps its data in, in the order of the catalogue. */
export const workspaceServices: readonly Requirement[] = [
  {
    id: 'multi-private-endpoints',
    group: 'services',
    profiles: today(ask(setting('several-endpoints'), { from: '2025-05-22', appliesTo: privateLink })),
    sources: ['private-link'],
    disagreement: false,
  },
  {
    id: 'private-link-public-access-features',
    group: 'services',
    profiles: today(
      ask(setting('public-door'), {
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
    profiles: today(
      ask(setting('address-list'), {
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
    profiles: today(
      ask(setting('address-list'), { from: '2025-08-08', appliesTo: plans({ kinds: ['instance'] }) }),
    ),
    sources: ['selected-networks', 'managed-network', 'private-link'],
    disagreement: true,
  },
  {
    id: 'control-plane-stays-public',
    group: 'services',
    profiles: today(
      ask(note('always'), {
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
    profiles: only2020(ask(setting('storage-network'), { from: '2020-12-10' })),
    sources: ['secure-training-2020', 'secure-training'],
    disagreement: false,
  },
  {
    id: 'storage-service-endpoint-same-subnet',
    group: 'services',
    profiles: bothEras(ask(setting('storage-rule'), { from: '2020-12-10' })),
    sources: ['secure-workspace', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'storage-private-endpoint-subresources',
    group: 'services',
    profiles: bothEras(ask(setting('storage-endpoints'), { from: '2020-12-10' })),
    sources: ['secure-workspace', 'managed-network', 'security-perimeter'],
    disagreement: false,
  },
  {
    id: 'storage-trusted-access',
    group: 'services',
    // It stops pages of the studio, never a compute.
    profiles: bothEras(
      ask(setting('storage-trust'), { from: '2020-12-10', severity: 'warning', appliesTo: everyNetwork }),
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
    profiles: today(
      ask(setting('perimeter-smb'), {
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
    profiles: today(
      ask(setting('shared-key'), {
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
    profiles: bothEras(ask(setting('key-vault'), { from: '2020-12-10' })),
    sources: ['secure-workspace', 'security-perimeter', 'issue-86496'],
    disagreement: true,
  },
  {
    id: 'acr-premium',
    group: 'services',
    profiles: bothEras(
      ask(setting('registry-sku'), {
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
    profiles: bothEras(
      ask(setting('registry-place'), { from: '2020-12-10', level: 'recommended', severity: 'warning' }),
    ),
    sources: ['secure-workspace', 'security-perimeter'],
    disagreement: false,
  },
  {
    id: 'acr-trusted-services',
    group: 'services',
    profiles: bothEras(ask(setting('registry-trust'), { from: '2020-12-10', appliesTo: everyNetwork })),
    sources: ['secure-workspace', 'managed-network'],
    disagreement: false,
  },
  {
    id: 'image-build-compute',
    group: 'services',
    // It "may be required", and only once an environment is built: the compute itself is created without it.
    profiles: bothEras(
      ask(setting('build-compute'), {
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
    profiles: today(
      ask(setting('monitoring'), {
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
    profiles: today(
      ask(setting('endpoint-mix'), {
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
