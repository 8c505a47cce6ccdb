import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'services',
  cause: 'endpoint-missing',
  profiles: inCurrentProfile(
    requirement(setting('public-access'), {
      from: '2025-05-22',
      level: 'optional',
      severity: 'info',
      appliesTo: plans({ workspace: 'private-link', network: 'any' }),
    }),
  ),
  sources: ['private-link'],
  checked: '2026-11-28',
};
