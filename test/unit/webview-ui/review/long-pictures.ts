import type { Capacity } from '@contract/wizard/plan';
import type { Picture, PictureFlow } from '@contract/wizard/review';

type Reported = readonly [
  name: string,
  subject: string,
  icon: PictureFlow['icon'],
  labels: string,
  boxId: string,
];

function flow(
  [name, subject, icon, labels, outboundAccess]: Reported,
  parts: Partial<PictureFlow> = {},
): PictureFlow {
  return {
    id: name,
    name,
    fullName: name,
    subject,
    icon,
    outcome: '',
    line: 'allowed',
    inbound: false,
    outboundAccess,
    labels: labels.split('|'),
    endsAt: null,
    parts: null,
    replyTo: null,
    ...parts,
  };
}

const blocked = { line: 'blocked', endsAt: 0 } as const;
const toAppliance = { line: 'appliance' } as const;
const capacity: Capacity = {
  total: 59,
  inUse: 12,
  reserved: 0,
  plan: 8,
  left: 39,
  text: '59 addresses: 12 in use, 8 for this plan, 39 left',
  reservedFor: null,
  short: null,
  shortage: null,
  setTo: null,
};

/** Returns a subnet behind a hub: each of the usual kinds of lines once. */
export function hubPicture(): Picture {
  return {
    network: { name: 'vnet-spoke-risk-weu', detail: '10.44.0.0/22 · West Europe' },
    subnet: { name: 'snet-train-hub', detail: '10.44.1.0/26' },
    compute: ['gpu-fraud-01', 'cluster, 0 to 8 nodes', 'Standard_NC4as_T4_v3', 'public IP on nodes'],
    capacity,
    gates: [
      { title: 'NSG', lines: ['nsg-train-hub', '14 rules'], isMissing: false },
      { title: 'Route table', lines: ['rt-hub', '3 routes'], isMissing: false },
    ],
    outboundBoxes: [
      { id: 'i', kind: 'internet', title: 'Internet', lines: ['public IP'] },
      { id: 'a', kind: 'appliance', title: 'Appliance', lines: ['10.0.1.4', 'its rules decide'] },
      { id: 'd', kind: 'direct', title: 'Direct', lines: ['stays in Azure'] },
    ],
    flows: [
      flow(['Azure ML control', 'TCP 44224', 'pass', '100|reply: AzureMachineLearning', 'i'], {
        inbound: true,
      }),
      flow(['Health probe', 'any protocol', 'pass-default', '65001 default|reply: direct', 'i'], {
        inbound: true,
        line: 'default',
      }),
      flow(['Azure ML', 'TCP 443', 'pass', '120|AzureMachineLearning', 'i']),
      flow(['Batch, the service that starts nodes', 'TCP 443', 'error', '4096 Deny-All|', 'i'], {
        ...blocked,
        id: 'outbound-batch-443',
      }),
      flow(['Sign-in (Entra ID)', 'TCP 80 and 443', 'appliance', '110|0.0.0.0/0', 'a'], toAppliance),
      flow(['Azure Resource Manager', 'TCP 443', 'appliance', '130|0.0.0.0/0', 'a'], toAppliance),
      flow(['Microsoft container images', 'TCP 443', 'appliance', '150|0.0.0.0/0', 'a'], toAppliance),
      flow(['Image layers (Front Door)', 'TCP 443', 'appliance', '160|0.0.0.0/0', 'a'], toAppliance),
      flow(['Logs and metrics', 'TCP 443', 'warning', '4096 Deny-All|', 'a'], blocked),
      flow(['Blob storage', 'TCP 443', 'pass', '140|service endpoint', 'd']),
      flow(['File share', 'TCP 445', 'pass', '145|in the network', 'd']),
      flow(['Your container registry', 'TCP 443', 'unknown', '170|address not readable', 'd'], {
        line: 'unknown',
      }),
    ],
  };
}

/** Returns the cases that the other picture doesn't have: two-line rows, a missing gate, a dead end, many allowed flows. */
export function longPicture(): Picture {
  const picture = hubPicture();
  const many = [
    'Azure ML',
    'Sign-in (Entra ID)',
    'Azure Resource Manager',
    'Blob storage',
    'Key vault',
    'Logs and metrics',
  ];
  return {
    ...picture,
    capacity: {
      ...capacity,
      reserved: 9,
      plan: 38,
      left: 0,
      short: 'This plan needs 48 addresses, but 38 are free. At most 38 nodes start.',
    },
    gates: [
      {
        title: 'NSG',
        lines: ['nsg-with-a-very-long-name-for-a-heading', '14 rules'],
        isMissing: false,
      },
      { title: 'Route table', lines: ['none'], isMissing: true },
    ],
    outboundBoxes: [
      ...picture.outboundBoxes,
      { id: 'n', kind: 'none', title: 'No outbound access', lines: [] },
      { id: 'u', kind: 'unknown', title: 'Unknown', lines: [] },
    ],
    flows: [
      flow(['Azure ML control reaches the node', 'TCP 44224', 'error', '100|reply: 0.0.0.0/0', 'i'], {
        inbound: true,
        line: 'reply-lost',
        endsAt: 2,
        replyTo: 'a',
      }),
      flow(['SSH from your addresses only', 'TCP 22', 'error', '65500 default|', 'i'], {
        ...blocked,
        inbound: true,
      }),
      ...many.map((name, at) => flow([name, 'TCP 443', 'pass', `${String(110 + at * 10)}|direct`, 'i'])),
      ...picture.flows.slice(4, 7),
      flow(['Nodes talk to each other', 'any protocol', 'error', '4096 Deny-All|in the network', 'd'], {
        line: 'partly',
        endsAt: 0,
        parts: { allowed: 'TCP 443', blocked: 'TCP 0-442, 444-65535' },
      }),
      flow(['Create and change computes', 'UDP 5831', 'error', '125|0.0.0.0/0', 'd'], {
        ...blocked,
        endsAt: 1,
      }),
      flow(['Studio pages and AutoML images', 'TCP 443', 'error', '165|direct', 'n'], {
        ...blocked,
        endsAt: 2,
      }),
      flow(['Your container registry', 'TCP 443', 'unknown', '170|', 'u'], { line: 'unknown' }),
    ],
  };
}
