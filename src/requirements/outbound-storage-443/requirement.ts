import {
  requirement,
  inBothProfiles,
  flowTemplate,
  flows,
  tagOfRegion,
  byCloud,
  storageHostPatterns,
  alsoForMachines,
  attachedIn2020,
} from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inBothProfiles(
    requirement(
      flows(
        flowTemplate('Outbound', 'TCP 443', {
          remote: tagOfRegion('Storage', 'storage'),
          ruleName: 'Allow-Storage-443',
        }),
      ),
      { ...alsoForMachines, from: '2020-12-10' },
    ),
    attachedIn2020,
  ),
  sources: [
    'secure-training',
    'network-traffic',
    'public-internet-access',
    'data-exfiltration',
    'secure-training-2020',
  ],
  checked: '2026-11-28',
  disagreement: true,
  serverless: 'documented',
  hosts: byCloud(storageHostPatterns),
};

export const cases: FlowCases = { allow: 'Tcp Storage.WestEurope 443', severity: 'error' };
