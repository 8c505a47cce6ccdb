import { privateZonesOf, instanceNamesOf } from '../../core/azure-facts/private-zones';
import { byCloud, requirement, inBothProfiles, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'names',
  profiles: inBothProfiles(requirement(setting('name-servers'), { from: '2020-12-10', severity: 'warning' })),
  sources: ['custom-dns', 'troubleshoot-endpoint', 'workspace-diagnostics', 'issue-77968'],
  checked: '2026-11-28',
  disagreement: true,
  serverless: 'documented',
  adviceHosts: byCloud((cloud) => [
    ...privateZonesOf(cloud, 'amlworkspace').map((zone) => zone.replace('privatelink.', '')),
    ...instanceNamesOf(cloud),
    'aznbcontent.net',
    // Hosts of model endpoints (how-to-custom-dns, 2026-03-26).
    { public: 'inference.ml.azure.com', usgov: 'inference.ml.azure.us', china: 'inference.ml.azure.cn' }[
      cloud
    ],
  ]),
};
