import { requirement, inCurrentProfile, flowTemplate, flows, tag } from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inCurrentProfile(
    // The compute resource itself doesn't depend on it: it is for looking up users, and code may call it.
    requirement(
      flows(
        flowTemplate('Outbound', 'TCP 443', {
          remote: tag('AzureActiveDirectory'),
          ruleName: 'Allow-EntraID',
        }),
      ),
      { from: '2025-06-12', level: 'situational', severity: 'warning' },
    ),
  ),
  sources: ['network-traffic', 'secure-training', 'azure-ad-graph'],
  checked: '2026-11-28',
  effect: 'documented',
  disagreement: true,
  // National clouds have separate hosts (graph/deployments); graph.windows.net was Azure AD Graph, which was retired.
  hosts: {
    public: ['graph.microsoft.com'],
    usgov: ['graph.microsoft.us'],
    china: ['microsoftgraph.chinacloudapi.cn'],
  },
};

export const cases: FlowCases = { allow: 'Tcp AzureActiveDirectory 443', severity: 'warning' };
