import { requirement, inBothProfiles, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'addresses',
  profiles: inBothProfiles(
    requirement(setting('disallowed-addresses'), { from: '2019-02-12', level: 'forbidden' }),
  ),
  sources: ['network-faq'],
  checked: '2026-11-28',
  effect: 'refused',
  serverless: 'documented',
};
