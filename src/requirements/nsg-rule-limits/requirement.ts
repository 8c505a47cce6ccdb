import { requirement, inBothProfiles, setting } from '../build';
import type { Requirement } from '../requirement';

export const definition: Requirement = {
  id: 'nsg-rule-limits',
  group: 'quota',
  profiles: inBothProfiles(requirement(setting('group-limits'), { from: '2022-12-05' })),
  sources: ['limits'],
  checked: '2026-11-28',
  effect: 'refused',
  serverless: 'documented',
};
