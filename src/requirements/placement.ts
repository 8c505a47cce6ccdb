import { attachedKinds } from '../core/compute-kinds';
import {
  alsoOf,
  requirement,
  inBothProfiles,
  noteUnlessInternet,
  only2020,
  plans,
  setting,
  inCurrentProfile,
} from './build';
import type { Requirement } from './requirement';

const cluster = plans({ kinds: ['cluster'] });
const instance = plans({ kinds: ['instance'] });
const everyNetwork = plans({ network: 'any' });

/** Where the subnet is and what it holds, in the order of the catalogue. */
export const placement: readonly Requirement[] = [
  {
    id: 'vnet-same-subscription',
    group: 'placement',
    profiles: inBothProfiles(requirement(setting('same-subscription'), { from: '2020-12-10' })),
    sources: ['secure-training', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'vnet-same-region-instance',
    group: 'placement',
    profiles: inBothProfiles(
      requirement(setting('same-region'), { from: '2020-12-10', appliesTo: instance }),
    ),
    sources: ['secure-training', 'create-cluster', 'private-link', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'vnet-same-region-cluster',
    group: 'placement',
    profiles: inBothProfiles(
      requirement(setting('same-region'), {
        from: '2023-04-14',
        level: 'recommended',
        severity: 'warning',
        appliesTo: cluster,
      }),
      { level: 'required', severity: 'error' },
    ),
    sources: [
      'secure-training',
      'create-cluster',
      'private-link',
      'secure-training-2022',
      'secure-training-2020',
    ],
    disagreement: true,
  },
  {
    id: 'cluster-cross-region-connectivity',
    group: 'placement',
    profiles: inCurrentProfile(
      requirement(setting('workspace-connection'), {
        from: '2025-06-12',
        appliesTo: plans({ kinds: ['cluster'], workspace: 'private-link' }),
      }),
    ),
    sources: ['secure-training'],
    disagreement: false,
  },
  {
    // Of clusters, `cluster-cross-region-connectivity` asks the same.
    id: 'computes-in-pe-vnet',
    group: 'placement',
    profiles: inBothProfiles(
      requirement(setting('workspace-connection'), {
        from: '2025-05-22',
        appliesTo: plans({ kinds: ['instance'], workspace: 'private-link' }),
      }),
    ),
    sources: ['private-link', 'secure-training'],
    disagreement: true,
  },
  {
    id: 'subnet-free-ips-cluster',
    group: 'addresses',
    profiles: inBothProfiles(
      requirement(setting('free-addresses'), { from: '2020-12-10', appliesTo: cluster }),
    ),
    sources: ['secure-training', 'batch-network', 'network-faq', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'subnet-free-ips-instance',
    group: 'addresses',
    profiles: inBothProfiles(
      requirement(setting('free-addresses'), { from: '2020-12-10', appliesTo: instance }),
    ),
    sources: ['secure-training', 'secure-training-2022', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'subnet-minimum-prefix',
    group: 'addresses',
    profiles: inBothProfiles(
      requirement(setting('subnet-size'), {
        from: '2020-12-10',
        level: 'recommended',
        basis: 'derived',
        severity: 'warning',
      }),
    ),
    sources: ['network-faq', 'secure-training'],
    disagreement: false,
  },
  {
    id: 'subnet-no-delegation',
    group: 'placement',
    profiles: inCurrentProfile(requirement(setting('delegation'), { from: '2022-08-29' })),
    sources: ['secure-training', 'secure-training-2022'],
    disagreement: false,
  },
  {
    id: 'subnet-reserved-name',
    group: 'placement',
    profiles: inBothProfiles(
      requirement(setting('reserved-name'), {
        from: '2023-05-27',
        level: 'forbidden',
        basis: 'derived',
        appliesTo: plans({ kinds: alsoOf('virtual-machine') }),
      }),
    ),
    sources: ['nat-resource', 'routing'],
    disagreement: false,
  },
  {
    id: 'subnet-not-shared-with-databricks',
    group: 'placement',
    profiles: inBothProfiles(
      requirement(setting('databricks-subnet'), {
        from: '2020-08-10',
        level: 'forbidden',
        appliesTo: plans({ kinds: alsoOf('virtual-machine') }),
      }),
    ),
    sources: ['databricks-injection-2020', 'databricks-injection'],
    disagreement: false,
  },
  {
    id: 'vnet-docker-bridge-overlap',
    group: 'addresses',
    profiles: inCurrentProfile(
      requirement(setting('container-overlap'), { from: '2024-07-08', level: 'forbidden' }),
    ),
    sources: ['private-link', 'secure-workspace'],
    disagreement: false,
  },
  {
    id: 'vnet-address-space-disallowed',
    group: 'addresses',
    profiles: inBothProfiles(
      requirement(setting('disallowed-addresses'), { from: '2019-02-12', level: 'forbidden' }),
    ),
    sources: ['network-faq'],
    disagreement: false,
  },
  {
    id: 'vnet-resource-manager-model',
    group: 'placement',
    profiles: inBothProfiles(
      requirement(setting('resource-manager'), {
        from: '2020-12-10',
        appliesTo: plans({ kinds: alsoOf('hdinsight') }),
      }),
    ),
    sources: ['batch-network', 'hdinsight-plan'],
    disagreement: false,
  },
  {
    id: 'compute-vnet-immutable',
    group: 'placement',
    profiles: inBothProfiles(
      requirement(setting('existing-compute'), { from: '2020-12-10', severity: 'warning' }),
    ),
    sources: ['secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'recreate-after-private-link-change',
    group: 'placement',
    profiles: inCurrentProfile(
      requirement(setting('existing-compute'), {
        from: '2025-05-22',
        severity: 'warning',
        appliesTo: plans({ workspace: 'private-link' }),
      }),
    ),
    sources: ['private-link'],
    disagreement: false,
  },
  {
    id: 'managed-vnet-exclusive',
    group: 'placement',
    profiles: inCurrentProfile(
      requirement(setting('managed-network'), {
        from: '2023-05-23',
        level: 'forbidden',
        appliesTo: plans({ network: 'any', kinds: alsoOf('virtual-machine') }),
      }),
    ),
    sources: ['managed-network', 'secure-training'],
    disagreement: false,
  },
  {
    id: 'managed-network-set-up',
    group: 'placement',
    profiles: inCurrentProfile(
      requirement(setting('managed-network-set-up'), {
        from: '2024-08-29',
        level: 'recommended',
        severity: 'warning',
        appliesTo: everyNetwork,
      }),
    ),
    sources: ['managed-network'],
    disagreement: false,
  },
  {
    id: 'managed-vnet-migration',
    group: 'placement',
    profiles: inCurrentProfile(
      requirement(setting('existing-compute'), { from: '2023-05-23', severity: 'warning' }),
    ),
    sources: ['managed-network'],
    disagreement: false,
  },
  {
    id: 'lighthouse-unsupported',
    group: 'placement',
    profiles: inCurrentProfile(
      requirement(noteUnlessInternet('always'), {
        from: '2024-07-26',
        level: 'forbidden',
        appliesTo: everyNetwork,
      }),
    ),
    sources: ['secure-training', 'secure-training-2024'],
    disagreement: false,
  },
  {
    id: 'storage-region-close-to-compute',
    group: 'placement',
    profiles: inCurrentProfile(
      requirement(setting('data-region'), {
        from: '2022-08-29',
        level: 'recommended',
        severity: 'info',
        appliesTo: everyNetwork,
      }),
    ),
    sources: ['secure-training', 'secure-training-2022'],
    disagreement: false,
  },
  {
    id: 'notebook-data-same-vnet-subnet',
    group: 'placement',
    profiles: only2020(
      requirement(noteUnlessInternet('always'), {
        from: '2020-12-10',
        severity: 'warning',
        appliesTo: instance,
      }),
    ),
    sources: ['secure-training-2020', 'secure-training-2022'],
    disagreement: false,
  },
  {
    id: 'compute-name-format',
    group: 'placement',
    profiles: inCurrentProfile(
      requirement(setting('compute-name'), {
        from: '2024-05-03',
        appliesTo: plans({ network: 'any', kinds: alsoOf(...attachedKinds) }),
      }),
    ),
    sources: ['create-cluster', 'create-instance', 'attach-targets'],
    disagreement: false,
  },
];

/** Of the workspace's private link group: the one that decides whether nodes may do without a public IP. */
export const workspaceLink: readonly Requirement[] = [
  {
    id: 'npip-requires-private-endpoint',
    group: 'placement',
    profiles: inCurrentProfile(
      requirement(setting('private-endpoint'), {
        from: '2023-01-20',
        appliesTo: plans({ publicIp: 'without' }),
      }),
    ),
    sources: ['secure-training', 'create-instance'],
    disagreement: false,
  },
];
