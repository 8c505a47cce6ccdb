import { requirement, inBothProfiles, flowTemplate, flows, plans } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inBothProfiles(
    requirement(
      flows(
        flowTemplate('Outbound', 'Any *', { remote: { is: 'target-subnets' }, ruleName: 'Allow-Workers' }),
        flowTemplate('Inbound', 'Any *', { remote: { is: 'target-subnets' }, ruleName: 'Allow-Workers-In' }),
      ),
      { from: '2020-08-10', appliesTo: plans({ kinds: ['databricks'] }) },
    ),
    {
      from: '2020-08-10',
    },
  ),
  sources: ['databricks-nsg-100', 'databricks-injection', 'databricks-injection-2020'],
  checked: '2026-11-29',
};
