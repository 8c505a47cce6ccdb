import { requirement, inBothProfiles, flowTemplate, plans, tag } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inBothProfiles(
    requirement(
      {
        is: 'flows',
        flows: [
          flowTemplate('Outbound', 'TCP 443,3306,8443-8451', {
            remote: tag('AzureDatabricks'),
            ruleName: 'Allow-Databricks',
          }),
        ],
        unlessLinked: true,
      },
      {
        from: '2020-08-10',
        appliesTo: plans({ kinds: ['databricks'] }),
        // Only newer templates include them.
        severityIf: [{ if: 'only-ports', ports: ['3306', '8443-8451'], severity: 'warning' }],
      },
    ),
    {
      from: '2020-08-10',
      what: {
        is: 'flows',
        flows: [
          flowTemplate('Outbound', 'TCP 443', {
            remote: tag('AzureDatabricks'),
            ruleName: 'Allow-Databricks',
          }),
        ],
        unlessLinked: true,
      },
      severityIf: [],
    },
  ),
  sources: ['databricks-injection', 'databricks-injection-2020'],
  checked: '2026-11-24',
};
