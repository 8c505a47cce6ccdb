import { requirement, inCurrentProfile, hostNamesOnly, inEveryCloud } from '../build';
import type { FlowCases, Requirement } from '../requirement';

export const definition: Requirement = {
  id: 'outbound-signin-cdn',
  group: 'outbound',
  profiles: inCurrentProfile(
    requirement(hostNamesOnly('outbound-signin-cdn'), {
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
