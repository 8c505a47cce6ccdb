import {
  requirement,
  inBothProfiles,
  flowTemplate,
  flows,
  plans,
  tagOfRegion,
  setting,
  tag,
  inCurrentProfile,
} from './build';
import type { Requirement } from './requirement';

/** The Batch opening of classic communication, which ended on 31 Mar 2026. */
const oldBatch = flowTemplate('Inbound', 'TCP 29876,29877', {
  remote: tagOfRegion('BatchNodeManagement'),
  ruleName: 'Allow-Batch-29876-29877',
});

/** What must come in, in the order of the flow table. */
export const inbound: readonly Requirement[] = [
  {
    id: 'inbound-batch-29876-29877',
    group: 'inbound',
    profiles: {
      current: requirement(setting('old-batch-opening'), {
        from: '2020-12-10',
        until: '2026-03-31',
        level: 'optional',
        severity: 'info',
      }),
      '2020-12': requirement(flows(oldBatch), { from: '2020-12-10', appliesTo: plans({ publicIp: 'with' }) }),
    },
    sources: [
      'batch-simplified',
      'secure-training-2020',
      'batch-network',
      'secure-training-2022',
      'issue-modules-1782',
      'traffic-flow',
      'data-exfiltration',
    ],
    disagreement: true,
  },
  {
    id: 'inbound-aml-44224',
    group: 'inbound',
    profiles: inBothProfiles(
      requirement(
        flows(
          flowTemplate('Inbound', 'TCP 44224', {
            remote: tag('AzureMachineLearning'),
            ruleName: 'Allow-AzureML-44224',
          }),
        ),
        { from: '2020-12-10', appliesTo: plans({ publicIp: 'with' }) },
      ),
      { appliesTo: plans({ publicIp: 'with', kinds: ['instance'] }) },
    ),
    sources: ['secure-training', 'network-traffic', 'public-internet-access', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'inbound-none-for-npip',
    group: 'inbound',
    profiles: inCurrentProfile(
      requirement(setting('no-inbound'), {
        from: '2023-01-20',
        severity: 'info',
        appliesTo: plans({ publicIp: 'without' }),
      }),
    ),
    sources: ['secure-training', 'network-traffic'],
    disagreement: false,
  },
  {
    id: 'inbound-intra-subnet',
    // What breaks it is an outbound deny as often as an inbound one; one row, beside the outbound flows.
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
          // Jobs on several nodes: an instance is one machine.
          appliesTo: plans({ kinds: ['cluster'], evenIfKindUnknown: true }),
        },
      ),
    ),
    sources: ['issue-63850', 'batch-network', 'security-groups-how'],
    disagreement: false,
  },
  {
    id: 'inbound-azure-load-balancer',
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
      // The port that is probed was the instance's alone.
      { appliesTo: plans({ publicIp: 'with', kinds: ['instance'] }) },
    ),
    sources: ['security-groups', 'service-tags', 'address-168'],
    disagreement: false,
  },
  {
    id: 'inbound-ssh-22-cluster',
    group: 'inbound',
    profiles: inBothProfiles(
      requirement(setting('ssh'), {
        from: '2020-12-10',
        level: 'optional',
        severity: 'warning',
        appliesTo: plans({ publicIp: 'with' }),
      }),
    ),
    sources: ['create-cluster', 'batch-network', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'inbound-vscode-8704-8710',
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
    disagreement: false,
  },
  {
    id: 'subnet-nsg-must-not-contradict-auto-nsg',
    group: 'inbound',
    profiles: inBothProfiles(
      requirement(setting('both-groups-agree'), {
        from: '2020-12-10',
        appliesTo: plans({ publicIp: 'with' }),
      }),
    ),
    sources: ['secure-training', 'secure-training-2020'],
    disagreement: false,
  },
];
