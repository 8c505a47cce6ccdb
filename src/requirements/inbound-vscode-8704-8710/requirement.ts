import { requirement, inCurrentProfile, flowTemplate, flows, plans, tag } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'inbound',
  profiles: inCurrentProfile(
    requirement(
      flows(
        flowTemplate('Inbound', 'TCP 8704-8710', {
          remote: tag('VirtualNetwork'),
          ruleName: 'Allow-VSCode-8704-8710',
        }),
      ),
      {
        from: '2026-03-19',
        level: 'optional',
        severity: 'info',
        appliesTo: plans({ kinds: ['instance'] }),
      },
    ),
  ),
  sources: ['network-traffic'],
  checked: '2026-11-28',
};
