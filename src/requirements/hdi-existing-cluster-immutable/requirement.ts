import { requirement, inBothProfiles, noteUnlessInternet, plans } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inBothProfiles(
    requirement(noteUnlessInternet('always'), {
      from: '2020-04-21',
      level: 'forbidden',
      appliesTo: plans({ kinds: ['hdinsight'], network: 'any' }),
    }),
    { from: '2020-04-21' },
  ),
  sources: ['hdinsight-plan'],
  checked: '2026-11-29',
  effect: 'refused',
};
