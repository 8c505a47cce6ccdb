import { requirement, inCurrentProfile, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  cause: 'service-firewall',
  profiles: inCurrentProfile(
    // A policy that blocks Azure ML's own storage or the workspace's is an error; the setting's check sets that.
    requirement(setting('endpoint-policy'), { from: '2024-01-31', level: 'optional', severity: 'info' }),
  ),
  sources: ['data-exfiltration', 'endpoint-policies'],
  checked: '2026-11-28',
  disagreement: true,
  serverless: 'documented',
};
