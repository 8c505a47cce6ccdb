import { attachedKinds } from '../core/compute-kinds';
import {
  alsoOf,
  requirement,
  inBothProfiles,
  hostNamesOnly,
  only2020,
  plans,
  tagOfRegion,
  setting,
  inCurrentProfile,
} from './build';
import type { Requirement } from './requirement';

const withoutPublicIp = plans({ publicIp: 'without' });
const machinesWithoutPublicIp = plans({ publicIp: 'without', kinds: alsoOf('virtual-machine') });
const everyKind = plans({ kinds: alsoOf(...attachedKinds) });
const withPublicIp = plans({ publicIp: 'with' });

/** How traffic leaves and answers come back, in the order of the catalogue. */
export const routes: readonly Requirement[] = [
  {
    id: 'egress-explicit-for-npip',
    group: 'routes',
    profiles: inCurrentProfile(
      requirement(setting('way-out'), { from: '2023-01-20', appliesTo: withoutPublicIp }),
    ),
    sources: ['secure-training', 'network-traffic', 'default-outbound', 'batch-default-outbound'],
    disagreement: true,
  },
  {
    id: 'default-outbound-new-vnets',
    group: 'routes',
    profiles: inCurrentProfile(
      requirement(setting('default-access'), {
        from: '2026-03-31',
        level: 'recommended',
        severity: 'warning',
        appliesTo: machinesWithoutPublicIp,
      }),
    ),
    sources: ['default-outbound', 'private-subnets', 'batch-default-outbound', 'default-outbound-2023'],
    disagreement: false,
  },
  {
    id: 'route-internet-in-private-subnet',
    group: 'routes',
    profiles: inCurrentProfile(
      requirement(setting('direct-routes'), {
        from: '2025-12-03',
        level: 'forbidden',
        appliesTo: machinesWithoutPublicIp,
      }),
    ),
    sources: ['default-outbound'],
    disagreement: false,
  },
  {
    id: 'udr-forced-tunnel-batch',
    group: 'routes',
    profiles: inBothProfiles(
      requirement(setting('batch-replies'), {
        from: '2020-12-10',
        until: '2026-03-31',
        level: 'optional',
        severity: 'info',
        appliesTo: withPublicIp,
      }),
      { level: 'required', severity: 'error' },
    ),
    sources: ['batch-network', 'secure-training-2020'],
    disagreement: true,
  },
  {
    id: 'udr-forced-tunnel-aml',
    group: 'routes',
    profiles: inBothProfiles(
      requirement(setting('direct-replies'), { from: '2020-12-10', appliesTo: withPublicIp }),
      {
        appliesTo: plans({ publicIp: 'with', kinds: ['instance'] }),
      },
    ),
    sources: ['network-traffic', 'secure-training', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'udr-forced-tunnel-nat-option',
    group: 'routes',
    profiles: inBothProfiles(
      requirement(setting('nat-used'), { from: '2020-12-10', level: 'optional', severity: 'warning' }),
    ),
    sources: ['nat-overview', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'udr-storage-through-appliance',
    group: 'routes',
    profiles: only2020(
      requirement(
        hostNamesOnly('udr-storage-through-appliance', {
          remote: tagOfRegion('Storage'),
          behindAppliance: true,
        }),
        { from: '2020-12-10' },
      ),
    ),
    sources: ['secure-training-2020', 'batch-network'],
    disagreement: false,
  },
  {
    id: 'udr-no-blackhole',
    group: 'routes',
    profiles: inBothProfiles(
      requirement(setting('no-blackhole'), { from: '2023-05-27', basis: 'derived', appliesTo: everyKind }),
    ),
    sources: ['routing'],
    disagreement: false,
  },
  {
    id: 'udr-appliance-health',
    group: 'routes',
    profiles: inBothProfiles(
      requirement(setting('appliance-health'), { from: '2023-05-27', appliesTo: everyKind }),
    ),
    sources: ['routing'],
    disagreement: false,
  },
  {
    id: 'udr-service-tag-limits',
    group: 'routes',
    profiles: inBothProfiles(requirement(setting('route-limits'), { from: '2022-12-05' })),
    sources: ['routing', 'limits'],
    disagreement: false,
  },
  {
    id: 'udr-unsupported-tags',
    group: 'routes',
    profiles: inBothProfiles(requirement(setting('route-tags'), { from: '2023-01-26', level: 'forbidden' })),
    sources: ['service-tags'],
    disagreement: false,
  },
  {
    id: 'udr-bgp-default-route',
    group: 'routes',
    profiles: inBothProfiles(
      requirement(setting('hidden-default-route'), { from: '2023-05-27', basis: 'derived' }),
    ),
    sources: ['routing'],
    disagreement: false,
  },
  {
    id: 'nat-gateway-compat',
    group: 'routes',
    profiles: inCurrentProfile(
      requirement(setting('nat-gateway'), { from: '2023-07-10', appliesTo: withoutPublicIp }),
    ),
    sources: ['nat-resource'],
    disagreement: false,
  },
];
