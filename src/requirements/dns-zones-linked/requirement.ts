import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'names',
  profiles: inBothProfiles(
    requirement(setting('workspace-zones'), {
      from: '2020-12-10',
      appliesTo: plans({ workspace: 'private-link' }),
    }),
  ),
  sources: ['private-link', 'custom-dns', 'troubleshoot-endpoint', 'private-endpoint-names'],
  checked: '2026-11-28',
  serverless: 'documented',
};
