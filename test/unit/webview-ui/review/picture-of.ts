import type { Picture, PictureFlow } from '@contract/wizard/review';

export function flowOf(id: string, parts: Partial<PictureFlow> = {}): PictureFlow {
  return {
    id,
    name: id,
    fullName: id,
    subject: 'TCP 443',
    icon: 'pass',
    outcome: 'Allowed',
    line: 'allowed',
    inbound: false,
    outboundAccess: 'i',
    labels: ['100', 'direct'],
    endsAt: null,
    parts: null,
    replyTo: null,
    ...parts,
  };
}

/** Returns a subnet with an NSG and a route table, with the internet and an appliance as outbound access. */
export function pictureOf(flows: readonly PictureFlow[], parts: Partial<Picture> = {}): Picture {
  return {
    network: { name: 'vnet', detail: '10.0.0.0/16' },
    subnet: { name: 'snet', detail: '10.0.0.0/24' },
    compute: ['cpu-cluster', 'cluster, 0 to 4 nodes'],
    capacity: null,
    gates: [
      { title: 'NSG', lines: ['nsg', '3 rules'], isMissing: false },
      { title: 'Route table', lines: ['none'], isMissing: true },
    ],
    outboundBoxes: [
      { id: 'i', kind: 'internet', title: 'Internet', lines: ['public IP'] },
      { id: 'a', kind: 'appliance', title: 'Appliance', lines: ['10.0.1.4', 'its rules decide'] },
    ],
    flows: [...flows],
    ...parts,
  };
}
