import { requirement, inBothProfiles, noteUnlessInternet, plans } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inBothProfiles(
    requirement(noteUnlessInternet('always'), {
      from: '2020-12-10',
      appliesTo: plans({ kinds: ['instance'] }),
    }),
  ),
  sources: ['secure-training', 'network-traffic', 'secure-training-2020'],
  checked: '2026-11-28',
  // Hosts to which notebooks of an instance connect (how-to-access-azureml-behind-firewall, 2026-03-19).
  adviceHosts: {
    public: ['*.instances.azureml.net', '*.instances.azureml.ms'],
    usgov: ['*.instances.azureml.us', '*.instances.azureml.ms'],
    china: ['*.instances.azureml.cn', '*.instances.azureml.ms'],
  },
};
