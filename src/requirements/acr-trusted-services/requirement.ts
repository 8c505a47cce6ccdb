import { requirement, inBothProfiles, plans, setting } from '../build';
import type { Requirement } from '../requirement';

export const definition: Requirement = {
  id: 'acr-trusted-services',
  group: 'services',
  profiles: inBothProfiles(
    requirement(setting('registry-trust'), { from: '2020-12-10', appliesTo: plans({ network: 'any' }) }),
  ),
  sources: ['secure-workspace', 'managed-network'],
  checked: '2026-11-28',
};
