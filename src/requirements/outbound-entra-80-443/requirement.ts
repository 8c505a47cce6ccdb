import {
  requirement,
  inBothProfiles,
  flowTemplate,
  flows,
  tag,
  alsoForMachines,
  attachedIn2020,
} from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inBothProfiles(
    requirement(
      flows(
        flowTemplate('Outbound', 'TCP 80,443', {
          remote: tag('AzureActiveDirectory'),
          ruleName: 'Allow-EntraID',
        }),
      ),
      {
        ...alsoForMachines,
        from: '2020-12-10',
        severityIf: [{ if: 'only-ports', ports: ['80'], severity: 'warning' }],
      },
    ),
    {
      ...attachedIn2020,
      what: flows(
        flowTemplate('Outbound', 'TCP 443', {
          remote: tag('AzureActiveDirectory'),
          ruleName: 'Allow-EntraID',
        }),
      ),
      severityIf: [],
    },
  ),
  sources: ['network-traffic', 'public-internet-access', 'secure-training-2020'],
  checked: '2026-11-28',
  serverless: 'documented',
  hosts: {
    public: ['login.microsoftonline.com'],
    usgov: ['login.microsoftonline.us'],
    china: ['login.chinacloudapi.cn'],
  },
};

export const cases: FlowCases = { allow: 'Tcp AzureActiveDirectory 80,443', severity: 'error' };
