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

/** Of the workspace's private link and of names, in the order of the catalogue. */
export const privateNames: readonly Requirement[] = [
  {
    id: 'pe-network-policies-workspace',
    group: 'placement',
    profiles: inCurrentProfile(
      requirement(setting('endpoint-policies'), {
        from: '2023-07-26',
        level: 'recommended',
        severity: 'warning',
        appliesTo: privateLink,
      }),
    ),
    sources: ['private-link', 'private-endpoint-policies', 'private-endpoint-2020'],
    disagreement: true,
  },
  {
    id: 'dns-zones-linked',
    group: 'names',
    profiles: inBothProfiles(
      requirement(setting('workspace-zones'), { from: '2020-12-10', appliesTo: privateLink }),
    ),
    sources: ['private-link', 'custom-dns', 'troubleshoot-endpoint', 'private-endpoint-names'],
    disagreement: false,
  },
  {
    id: 'dns-dependency-zones',
    group: 'names',
    profiles: inBothProfiles(requirement(setting('service-zones'), { from: '2020-12-10' })),
    sources: ['private-endpoint-names', 'private-endpoint-2020'],
    disagreement: false,
  },
  {
    id: 'dns-custom-server-forwarders',
    group: 'names',
    profiles: inBothProfiles(
      requirement(setting('name-servers'), { from: '2020-12-10', severity: 'warning' }),
    ),
    sources: ['custom-dns', 'troubleshoot-endpoint', 'workspace-diagnostics', 'issue-77968'],
    disagreement: true,
  },
  {
    id: 'dns-custom-instance-record',
    group: 'names',
    profiles: inBothProfiles(
      requirement(setting('instance-record'), {
        from: '2020-12-10',
        appliesTo: plans({ workspace: 'private-link', kinds: ['instance'] }),
      }),
    ),
    sources: ['custom-dns', 'secure-training-2022', 'secure-training-2020'],
    disagreement: true,
  },
  {
    id: 'dns-batch-storage-classic',
    group: 'names',
    profiles: only2020(requirement(setting('batch-names'), { from: '2020-12-10', severity: 'info' })),
    sources: ['batch-network'],
    disagreement: false,
  },
  {
    id: 'browser-doh',
    group: 'names',
    profiles: inCurrentProfile(
      requirement(noteUnlessInternet('always'), {
        from: '2025-05-22',
        level: 'recommended',
        severity: 'info',
        appliesTo: plans({ workspace: 'private-link', network: 'any' }),
      }),
    ),
    sources: ['private-link', 'troubleshoot-endpoint'],
    disagreement: false,
  },
];
