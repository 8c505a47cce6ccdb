import { requirement, inCurrentProfile, hostNamesOnly, inEveryCloud } from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inCurrentProfile(
    requirement(hostNamesOnly(), {
      from: '2024-01-31',
      level: 'situational',
      severity: 'warning',
    }),
  ),
  sources: ['data-exfiltration'],
  checked: '2026-11-28',
  serverless: 'documented',
  hosts: inEveryCloud('viennaglobal.azurecr.io'),
};

export const cases: FlowCases = { allow: 'Tcp Internet 443', severity: 'info' };
