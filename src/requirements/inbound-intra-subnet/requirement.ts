import { requirement, inBothProfiles, flowTemplate, flows, plans } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  // An outbound deny rule breaks it as often as an inbound one. It is a single row next to the outbound flows.
  group: 'outbound',
  profiles: inBothProfiles(
    requirement(
      flows(
        flowTemplate('Outbound', 'Any *', { remote: { is: 'own-subnet' }, ruleName: 'Allow-Nodes' }),
        flowTemplate('Inbound', 'Any *', { remote: { is: 'own-subnet' }, ruleName: 'Allow-Nodes-In' }),
      ),
      {
        from: '2020-10-06',
        level: 'recommended',
        basis: 'observed',
        severity: 'warning',
        // Applies to jobs on several nodes: an instance is a single machine.
        appliesTo: plans({ kinds: ['cluster'], evenIfKindUnknown: true }),
      },
    ),
  ),
  sources: ['issue-63850', 'batch-network', 'security-groups-how'],
  checked: '2026-11-28',
};
