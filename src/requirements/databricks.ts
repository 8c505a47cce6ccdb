import {
  requirement,
  inBothProfiles,
  flowTemplate,
  flows,
  noteUnlessInternet,
  plans,
  setting,
  tag,
  inCurrentProfile,
} from './build';
import type { Requirement } from './requirement';

const workers = plans({ kinds: ['databricks'] });
const anywhere = plans({ kinds: ['databricks'], network: 'any' });

/** Date of the oldest page at hand on Databricks in a network of one's own. */
const injection2020 = '2020-08-10';

const control = (ports: string) =>
  flowTemplate('Outbound', `TCP ${ports}`, { remote: tag('AzureDatabricks'), ruleName: 'Allow-Databricks' });

const between = [
  flowTemplate('Outbound', 'Any *', { remote: { is: 'target-subnets' }, ruleName: 'Allow-Workers' }),
  flowTemplate('Inbound', 'Any *', { remote: { is: 'target-subnets' }, ruleName: 'Allow-Workers-In' }),
];

/** What is asked of a Databricks workspace that is attached. */
export const databricksRequirements: readonly Requirement[] = [
  {
    id: 'dbx-same-sub-region',
    group: 'placement',
    profiles: inBothProfiles(
      requirement(setting('databricks-place'), { from: '2020-12-10', appliesTo: anywhere }),
    ),
    sources: ['secure-training', 'attach-targets', 'secure-training-2020'],
    disagreement: true,
  },
  {
    id: 'dbx-two-delegated-subnets',
    group: 'placement',
    profiles: inBothProfiles(
      requirement(setting('databricks-subnets'), { from: injection2020, appliesTo: workers }),
      {
        from: injection2020,
      },
    ),
    sources: ['databricks-injection', 'databricks-injection-2020'],
    disagreement: false,
  },
  {
    id: 'dbx-default-subnet',
    group: 'placement',
    profiles: inBothProfiles(
      requirement(setting('databricks-default-subnet'), {
        from: '2020-12-10',
        severity: 'warning',
        appliesTo: workers,
      }),
    ),
    sources: ['secure-training', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'dbx-storage-same-vnet',
    group: 'placement',
    profiles: inBothProfiles(
      requirement(setting('databricks-storage'), { from: '2020-12-10', appliesTo: workers }),
    ),
    sources: ['secure-training', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'dbx-subnet-size',
    group: 'addresses',
    profiles: inBothProfiles(
      requirement(setting('databricks-size'), { from: injection2020, appliesTo: workers }),
      {
        from: injection2020,
      },
    ),
    sources: ['databricks-injection', 'databricks-injection-2020'],
    disagreement: false,
  },
  {
    id: 'dbx-secure-cluster-connectivity',
    group: 'inbound',
    profiles: inCurrentProfile(
      requirement(setting('databricks-public-ip'), {
        from: '2023-12-01',
        level: 'recommended',
        severity: 'warning',
        appliesTo: anywhere,
      }),
    ),
    sources: ['psrule-databricks', 'databricks-injection-2020'],
    disagreement: false,
  },
  {
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
        { from: injection2020, appliesTo: plans({ kinds: ['databricks'], publicIp: 'with' }) },
      ),
      { from: injection2020 },
    ),
    sources: ['databricks-injection-2020', 'databricks-injection'],
    disagreement: false,
  },
  {
    id: 'outbound-databricks-control',
    group: 'outbound',
    profiles: inBothProfiles(
      requirement(
        { is: 'flows', flows: [control('443,3306,8443-8451')], unlessLinked: true },
        {
          from: injection2020,
          appliesTo: workers,
          // Newer templates alone name them.
          severityIf: [{ if: 'only-ports', ports: ['3306', '8443-8451'], severity: 'warning' }],
        },
      ),
      {
        from: injection2020,
        what: { is: 'flows', flows: [control('443')], unlessLinked: true },
        severityIf: [],
      },
    ),
    sources: ['databricks-injection', 'databricks-injection-2020'],
    disagreement: false,
  },
  {
    id: 'dbx-workers-talk',
    group: 'outbound',
    profiles: inBothProfiles(requirement(flows(...between), { from: injection2020, appliesTo: workers }), {
      from: injection2020,
    }),
    sources: ['databricks-nsg-100', 'databricks-injection', 'databricks-injection-2020'],
    disagreement: false,
  },
  {
    id: 'dbx-nsg-rules',
    group: 'outbound',
    profiles: inBothProfiles(
      requirement(
        flows(
          flowTemplate('Outbound', 'TCP 3306', { remote: tag('Sql'), ruleName: 'Allow-Sql-3306' }),
          flowTemplate('Outbound', 'TCP 443', { remote: tag('Storage'), ruleName: 'Allow-Storage-443' }),
          flowTemplate('Outbound', 'TCP 9093', { remote: tag('EventHub'), ruleName: 'Allow-EventHub-9093' }),
        ),
        { from: injection2020, appliesTo: workers },
      ),
      { from: injection2020 },
    ),
    sources: ['databricks-injection', 'databricks-injection-2020'],
    disagreement: false,
  },
  {
    id: 'udr-databricks',
    group: 'routes',
    profiles: inBothProfiles(
      requirement(setting('databricks-routes'), { from: injection2020, appliesTo: workers }),
      {
        from: injection2020,
      },
    ),
    sources: ['databricks-routes', 'databricks-injection-2020'],
    disagreement: false,
  },
  {
    id: 'dbx-no-workspace-private-endpoint-use',
    group: 'placement',
    profiles: inBothProfiles(
      requirement(noteUnlessInternet('always'), {
        from: '2025-06-12',
        level: 'optional',
        severity: 'info',
        appliesTo: plans({ kinds: ['databricks'], network: 'any', workspace: 'private-link' }),
      }),
    ),
    sources: ['secure-training'],
    disagreement: false,
  },
];
