import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inBothProfiles(
    requirement(setting('platform-dns'), {
      from: '2019-10-22',
      severity: 'warning',
      appliesTo: plans({ kinds: ['hdinsight'] }),
    }),
    { from: '2019-10-22' },
  ),
  sources: ['hdinsight-addresses', 'security-groups'],
  checked: '2026-11-29',
};
