import { requirement, inCurrentProfile, hostNamesOnly, plans, inEveryCloud } from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inCurrentProfile(
    requirement(hostNamesOnly({ elsewhere: true }), {
      from: '2026-03-19',
      level: 'optional',
      severity: 'info',
      appliesTo: plans({ kinds: ['instance'] }),
    }),
  ),
  sources: ['network-traffic'],
  checked: '2026-11-28',
  hosts: inEveryCloud('ghcr.io', 'pkg-containers.githubusercontent.com', 'cloud.r-project.org'),
};

export const cases: FlowCases = { allow: 'Tcp Internet 443', severity: 'info', kind: 'instance' };
