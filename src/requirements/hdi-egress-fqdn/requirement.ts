import { requirement, inBothProfiles, noteUnlessInternet, plans } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inBothProfiles(
    requirement(noteUnlessInternet('unless-internet'), {
      from: '2020-04-17',
      severity: 'warning',
      appliesTo: plans({ kinds: ['hdinsight'] }),
    }),
    { from: '2020-04-17' },
  ),
  sources: ['hdinsight-restrict'],
  checked: '2026-11-29',
  adviceHosts: {
    public: ['login.windows.net', 'login.microsoftonline.com'],
    usgov: ['login.microsoftonline.us'],
    china: ['login.chinacloudapi.cn'],
  },
};
