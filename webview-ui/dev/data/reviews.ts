import type { FixPreview } from '@contract/wizard/fix-preview';
import type { Picture, Review } from '@contract/wizard/review';
import { hubPicture } from './pictures';

export function review(picture: Picture = hubPicture()): Review {
  return {
    attaches: false,
    flowsSummary: '12 flows: 4 allowed, 1 only by default, 2 blocked, 4 go to an appliance, 1 unknown',
    picture,
    flows: [
      flow(['outbound-batch-443', 'Batch, the service that starts nodes', 'error', 'Blocked', '4096 Deny-All']),
      flow(['outbound-aml-443', 'Azure ML', 'pass', 'Allowed', '120']),
      flow(['inbound-azure-load-balancer', 'Health probe', 'pass-default', 'Allowed by default', '65001']),
    ],
    words: [
      { label: 'Creates', text: 'Cluster cpu-cluster2 in mlw-fraud-prod' },
      { label: 'Subnet', text: 'snet-training, no public IP' },
    ],
    primary: 'create',
    primaryLabel: 'Create in Azure',
    fixIds: [],
    createAnyway: false,
    note: null,
    fixesInCode: [],
    cannotWrite: null,
  };
}

type Told = readonly [id: string, name: string, icon: Review['flows'][number]['icon'], verdict: string, rule: string];

function flow([id, name, icon, verdict, rule]: Told) {
  return {
    id,
    flow: name,
    subject: 'TCP 443',
    direction: 'out',
    securityGroup: rule,
    route: 'Internet',
    wayOut: 'ng-ml-weu (NAT)',
    icon,
    verdict,
  };
}

export function preview(ids: readonly string[]): FixPreview {
  const text = (value: string) => ({ text: value, was: null });
  return {
    id: 'preview-1',
    kind: 'fix',
    heading: `Fix ${String(ids.length)} blocked flows of snet-training`,
    proof: 'Adds outbound rules to nsg-training. Tried on a copy: all pass and no other verdict gets worse.',
    flows: ids.map((id, i) => ({ id, name: id, what: 'to AzureMachineLearning', result: `new rule ${String(180 + i * 10)}`, ticked: true, advised: false })),
    ways: [],
    asks: false,
    entries: [],
    notes: [],
    progress: [],
    tables: [
      {
        title: 'nsg-training, outbound, after the fix',
        columns: ['Priority', 'Name', 'Access', 'To'].map((label, i) => ({ label, numeric: i === 0 })),
        rows: [
          { mark: 'add', cells: ['180', 'Allow-AzureML-UDP-5831', 'Allow', 'AzureMachineLearning'].map(text), folded: [] },
          { mark: 'same', cells: ['4096', 'Deny-All', 'Deny', 'Any'].map(text), folded: [] },
        ],
        note: null,
      },
    ],
    opens: [
      {
        text: 'Opens UDP 5831 to AzureMachineLearning, 255 ranges',
        packet: 'Passes then: UDP 10.40.4.4 → 20.86.88.160 port 5831',
        wide: false,
      },
    ],
    closes: ['Closes nothing'],
    alsoUses: null,
    state: 'preview',
    outcome: null,
    cannotApply: null,
    canContinue: false,
    canUndo: false,
  };
}
