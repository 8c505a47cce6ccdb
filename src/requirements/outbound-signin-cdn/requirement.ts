import { requirement, inCurrentProfile, hostNamesOnly, inEveryCloud } from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inCurrentProfile(
    requirement(hostNamesOnly(), {
      from: '2023-03-03',
      level: 'recommended',
      basis: 'observed',
      severity: 'info',
    }),
  ),
  sources: ['issue-106137'],
  checked: '2026-11-28',
  hosts: inEveryCloud('aadcdn.msftauth.net'),
};

export const cases: FlowCases = { allow: 'Tcp Internet 443', severity: 'info' };
