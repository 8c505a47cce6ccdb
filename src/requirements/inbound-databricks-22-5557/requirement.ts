import { requirement, inBothProfiles, flowTemplate, flows, plans, tag } from '../build';
import type { Requirement } from '../requirement';

export const definition: Requirement = {
  id: 'inbound-databricks-22-5557',
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
