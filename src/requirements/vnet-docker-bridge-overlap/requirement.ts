import { requirement, inCurrentProfile, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'addresses',
  profiles: inCurrentProfile(
    requirement(setting('container-overlap'), { from: '2024-07-08', level: 'forbidden' }),
  ),
  sources: ['private-link', 'secure-workspace'],
  checked: '2026-11-28',
  serverless: 'documented',
};
