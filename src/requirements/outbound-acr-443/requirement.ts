import {
  requirement,
  inBothProfiles,
  flowTemplate,
  tagOfRegion,
  alsoForMachines,
  attachedIn2020,
} from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inBothProfiles(
    requirement(
      {
        is: 'flows',
        flows: [
          flowTemplate('Outbound', 'TCP 443', {
            remote: tagOfRegion('AzureContainerRegistry', 'registry'),
            ruleName: 'Allow-Registry-443',
          }),
          // Image layers are downloaded from blob storage of the registry's region
          // (container-registry-firewall-access-rules, read 2026-11-28).
          flowTemplate('Outbound', 'TCP 443', {
            remote: tagOfRegion('Storage', 'registry-layers'),
            ruleName: 'Allow-RegistryLayers-443',
            names: 'outbound-storage-443',
          }),
        ],
        unlessEndpoint: 'registry',
      },
      {
        ...alsoForMachines,
        from: '2020-12-10',
        level: 'situational',
        basis: 'derived',
        // Jobs that only use images of Microsoft's registry run without it.
        severity: 'warning',
        severityIf: [{ if: 'registry-filled', severity: 'error', none: 'info' }],
      },
    ),
    { ...attachedIn2020, level: 'required', basis: 'documented', severity: 'error', severityIf: [] },
  ),
  sources: ['network-traffic', 'secure-training-2020', 'registry-firewall', 'registry-isolation'],
  checked: '2026-11-28',
  disagreement: true,
  // Any registry, including the workspace's (container-registry-firewall-access-rules, read 2026-11-28).
  hosts: { public: ['*.azurecr.io'], usgov: ['*.azurecr.us'], china: ['*.azurecr.cn'] },
};

export const cases: FlowCases = { allow: 'Tcp AzureContainerRegistry.WestEurope 443', severity: 'warning' };
