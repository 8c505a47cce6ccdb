import { requirement, inBothProfiles, flowTemplate, flows, plans, tag } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'inbound',
  profiles: inBothProfiles(
    requirement(
      flows(
        flowTemplate('Inbound', 'TCP 22,5557', {
          remote: tag('AzureDatabricks'),
          ruleName: 'Allow-Databricks-22-5557',
        }),
      ),
      { from: '2020-08-10', appliesTo: plans({ kinds: ['databricks'], publicIp: 'with' }) },
    ),
    { from: '2020-08-10' },
  ),
  sources: ['databricks-injection-2020', 'databricks-injection'],
  checked: '2026-11-24',
};
