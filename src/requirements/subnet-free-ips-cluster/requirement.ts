import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'addresses',
  profiles: inBothProfiles(
    requirement(setting('free-addresses'), { from: '2020-12-10', appliesTo: plans({ kinds: ['cluster'] }) }),
  ),
  sources: ['secure-training', 'batch-network', 'network-faq', 'secure-training-2020'],
  checked: '2026-11-28',
  serverless: 'documented',
};
