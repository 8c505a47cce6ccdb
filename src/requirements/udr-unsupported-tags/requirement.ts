import { requirement, inBothProfiles, setting } from '../build';
import type { Requirement } from '../requirement';

export const definition: Requirement = {
  id: 'udr-unsupported-tags',
  group: 'routes',
  profiles: inBothProfiles(requirement(setting('route-tags'), { from: '2023-01-26', level: 'forbidden' })),
  sources: ['service-tags'],
  checked: '2026-11-28',
  effect: 'refused',
  serverless: 'documented',
};
