import { instanceRecords } from '../../core/azure-facts/private-zones';
import { byCloud, requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'names',
  profiles: inBothProfiles(
    requirement(setting('instance-record'), {
      from: '2020-12-10',
      appliesTo: plans({ workspace: 'private-link', kinds: ['instance'] }),
    }),
  ),
  sources: ['custom-dns', 'secure-training-2022', 'secure-training-2020'],
  checked: '2026-11-28',
  disagreement: true,
  adviceHosts: byCloud((cloud) => instanceRecords('<instance>', '{region}', cloud)),
};
