import {
  requirement,
  inBothProfiles,
  flowTemplate,
  flows,
  plans,
  tag,
  alsoForMachines,
  nodesAndMachines,
  attachedIn2020,
} from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inBothProfiles(
    requirement(
      flows(
        flowTemplate('Outbound', 'TCP 443', {
          remote: tag('AzureFrontDoor.FirstParty'),
          ruleName: 'Allow-FrontDoor-FirstParty-443',
        }),
      ),
      {
        ...alsoForMachines,
        from: '2020-12-10',
        appliesTo: plans({ ...nodesAndMachines, clouds: ['public'] }),
      },
    ),
    {
      appliesTo: plans({ ...attachedIn2020.appliesTo, clouds: ['public'] }),
      level: 'situational',
      severity: 'info',
    },
  ),
  sources: [
    'public-internet-access',
    'network-traffic',
    'managed-network',
    'service-tags',
    'secure-training-2020',
  ],
  checked: '2026-11-28',
  serverless: 'documented',
  // Layers of Microsoft's images are served by Front Door.
  hosts: { public: ['mcr.microsoft.com', '*.data.mcr.microsoft.com'] },
};

export const cases: FlowCases = { allow: 'Tcp AzureFrontDoor.FirstParty 443', severity: 'error' };
