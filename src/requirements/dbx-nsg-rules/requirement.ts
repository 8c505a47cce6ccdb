import { requirement, inBothProfiles, flowTemplate, flows, plans, tag } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inBothProfiles(
    requirement(
      flows(
        flowTemplate('Outbound', 'TCP 3306', { remote: tag('Sql'), ruleName: 'Allow-Sql-3306' }),
        flowTemplate('Outbound', 'TCP 443', { remote: tag('Storage'), ruleName: 'Allow-Storage-443' }),
        flowTemplate('Outbound', 'TCP 9093', { remote: tag('EventHub'), ruleName: 'Allow-EventHub-9093' }),
      ),
      { from: '2020-08-10', appliesTo: plans({ kinds: ['databricks'] }) },
    ),
    { from: '2020-08-10' },
  ),
  sources: ['databricks-injection', 'databricks-injection-2020'],
  checked: '2026-11-24',
};
