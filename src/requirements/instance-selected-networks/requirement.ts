import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'services',
  profiles: inCurrentProfile(
    requirement(setting('address-list'), { from: '2025-08-08', appliesTo: plans({ kinds: ['instance'] }) }),
  ),
  sources: ['selected-networks', 'managed-network', 'private-link'],
  checked: '2026-11-28',
  disagreement: true,
};
