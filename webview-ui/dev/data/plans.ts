import type { Capacity, PlanView, Section } from '@contract/wizard/plan';

const section = (summary: string, more: Partial<Section> = {}): Section => ({
  summary,
  complete: false,
  locked: null,
  missing: null,
  ...more,
});

const workspace = (name: string, network: string, privateLink: string) => ({
  id: name,
  name,
  resourceGroup: 'rg-ml-prod',
  region: 'West Europe',
  privateLink,
  network,
  kind: null,
  spoken: `${name}, resource group rg-ml-prod, West Europe, private link ${privateLink}, network ${network}`,
});

type ToldSize = readonly [name: string, cores: number, memory: string, gpus: number, quota: string];

const vmSize = ([name, cores, memory, gpus, quota]: ToldSize) => ({
  name,
  cores,
  memory,
  gpus,
  quota,
  price: cores > 90 ? null : `US$${(cores * 0.06).toFixed(2)} an hour`,
  available: !quota.startsWith('0 '),
});

const toldSizes: readonly ToldSize[] = [
  ['Standard_D2_v2', 2, '7 GB', 0, '100 of 100 cores left'],
  ['Standard_D4s_v5', 4, '16 GB', 0, '72 of 100 cores left'],
  ['Standard_D8s_v5', 8, '32 GB', 0, '72 of 100 cores left'],
  ['Standard_NC4as_T4_v3', 4, '28 GB', 1, '24 of 24 cores left'],
  ['Standard_ND96asr_v4', 96, '900 GB', 8, '0 of 96 cores left'],
];

export const vmSizes = toldSizes.map(vmSize);

export const fitting: Capacity = {
  total: 59,
  inUse: 8,
  promised: 12,
  plan: 8,
  left: 31,
  text: '59 addresses: 8 in use, 12 promised, 8 this plan at most, 31 left',
  promisedTo: 'cpu-train',
  short: null,
  setTo: null,
};

export const tooFew: Capacity = {
  total: 27,
  inUse: 22,
  promised: 0,
  plan: 8,
  left: 0,
  text: '27 addresses: 22 in use, 0 promised, 8 this plan, 0 left',
  promisedTo: null,
  short: 'Needs 8, 5 are free: at most 5 nodes will start.',
  setTo: 5,
};

export const noSsh: PlanView['size']['ssh'] = {
  on: false,
  publicPort: false,
  noPort: null,
  user: 'azureuser',
  userFault: null,
  key: '',
  keyState: { is: 'missing', text: '' },
};

/** A plan whose workspace is chosen; scenarios change parts of it. */
export function plan(): PlanView {
  return {
    language: 'en',
    access: null,
    sample: true,
    account: null,
    signIn: null,
    opened: null,
    led: 0,
    sections: {
      where: section('mlw-fraud-prod · West Europe · private link · Contoso Research', { complete: true }),
      what: section('Compute cluster · no public IP', { complete: true }),
      network: section('Resource group, virtual network and subnet for the nodes', {
        missing: 'Choose a subnet to continue',
      }),
      size: section('Name, machine size, identity'),
      review: section('Picture, plan in words, create or write files'),
    },
    where: {
      subscriptions: {
        state: { is: 'ready' },
        rows: ['Contoso Research', 'Contoso Production', 'Contoso Sandbox'].map((name) => ({ id: name, name })),
        note: null,
      },
      subscription: 'Contoso Research',
      workspaces: {
        state: { is: 'ready' },
        rows: [
          workspace('mlw-fraud-prod', 'own', 'yes'),
          workspace('mlw-risk-dev', 'own', 'no'),
          workspace('mlw-risk-prod', 'managed (only approved outbound)', 'yes'),
        ],
      },
      workspace: 'mlw-fraud-prod',
      note: null,
    },
    what: {
      kinds: [
        { value: 'cluster', label: 'Cluster', line: 'Machines that start for jobs and stop when idle', available: true, help: null },
        { value: 'instance', label: 'Instance', line: 'One machine for one person, for notebooks', available: true, help: null },
      ],
      kind: 'cluster',
      publicIps: [
        {
          value: 'no',
          label: 'No',
          line: 'Not available: whether mlw-risk-dev has a private endpoint is not readable.',
          available: false,
          help: { id: 'private-endpoint-help', label: 'How to add one' },
        },
        { value: 'yes', label: 'Yes', line: 'Azure ML reaches nodes on port 44224. Needs that port open.', available: true, help: null },
      ],
      publicIp: 'yes',
    },
    network: { managed: null, proposed: null, network: null, subnet: null },
    size: size(),
  };
}

function size(): PlanView['size'] {
  return {
      name: 'cpu-cluster2',
      nameState: { is: 'free', text: 'Free in mlw-fraud-prod' },
      vmSizes: { state: { is: 'ready' }, rows: vmSizes },
      vmSize: 'Standard_D4s_v5',
      quota: { text: '72 of 100 cores left for this family', enough: true },
      nodes: { min: 0, max: 8, idleMinutes: 2, priority: 'Dedicated', problem: null },
      capacity: fitting,
      ssh: noSsh,
      identity: { state: { is: 'ready' }, rows: [
          { id: 'none', name: 'None', detail: '' },
          { id: 'system', name: 'System-assigned', detail: '' },
          { id: 'id-fraud-train', name: 'id-fraud-train (user-assigned)', detail: 'rg-ml-prod · West Europe' },
        ], chosen: 'id-fraud-train', fault: null },
      tags: [],
      assigned: null,
      shutdown: null,
  };
}

export const managedNetwork: PlanView['network'] = {
  managed: {
    why: 'mlw-risk-prod runs its own network. Its computes cannot use your subnet, and this cannot be switched off.',
    heading: 'only approved outbound, 4 rules',
    rules: [
      { name: 'storage-blob', kind: 'private endpoint', to: 'striskprod, blob', state: 'Active', active: true },
      { name: 'storage-file', kind: 'private endpoint', to: 'striskprod, file', state: 'Active', active: true },
      { name: 'registry', kind: 'private endpoint', to: 'crriskprod', state: 'Active', active: true },
      { name: 'pypi', kind: 'host name', to: 'pypi.org', state: 'Active', active: true },
    ],
    setUp: 'Set up on 3 Nov 2026. A first compute does not wait for it.',
    isSetUp: true,
    setUpButton: null,
  },
  proposed: null,
  network: null,
  subnet: null,
};
