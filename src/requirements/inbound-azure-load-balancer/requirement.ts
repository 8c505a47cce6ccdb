import { requirement, inBothProfiles, flowTemplate, flows, plans, tag } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'inbound',
  profiles: inBothProfiles(
    requirement(
      flows(
        flowTemplate('Inbound', 'TCP 44224', {
          remote: tag('AzureLoadBalancer'),
          ruleName: 'Allow-HealthProbe',
        }),
      ),
      {
        from: '2019-05-15',
        level: 'recommended',
        basis: 'derived',
        severity: 'warning',
        appliesTo: plans({ publicIp: 'with' }),
      },
    ),
    // Only the instance had a probed port.
    { appliesTo: plans({ publicIp: 'with', kinds: ['instance'] }) },
  ),
  sources: ['security-groups', 'service-tags', 'address-168'],
  checked: '2026-11-28',
  effect: 'documented',
};
