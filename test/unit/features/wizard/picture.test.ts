import { describe, expect, test } from 'vitest';
import { checkSubnet } from '../../../../src/checks/check-subnet';
import type { Picture } from '../../../../src/contract/wizard/review';
import { noChoices } from '../../../../src/contract/wizard/stored-choices';
import { statusOf } from '../../../../src/core/check-result';
import { firstState, type WizardState } from '../../../../src/features/wizard/state';
import { pictureView } from '../../../../src/features/wizard/views/picture-view';
import { messagesIn } from '../../../support/messages-in';
import {
  buildModel,
  buildPlan,
  facts,
  modelNetworkId,
  subnetIdOf,
  type NetworkSpec,
} from '../../checks/model-builder';
import {
  pickWorkspace,
  denyAllSubnet,
  healthy,
  type openWizardAt,
  openWizard,
  openWizardInOneGroup,
} from './open-wizard';

const hub = { network: 'vnet-spoke-risk-weu', subnet: 'snet-train-hub' };

async function pictureAt(place: Parameters<typeof openWizardAt>[0]): Promise<Picture> {
  const { page } = await openWizardInOneGroup(place);
  return page.review!.picture!;
}

const flowIn = ({ flows }: Picture, id: string) => flows.find((flow) => flow.id === id);

test('the picture shows the network, the subnet with the planned compute resource, and the gates', async () => {
  const picture = await pictureAt(healthy);
  expect(picture).toMatchObject({
    network: { name: 'vnet-ml-prod-weu', detail: '10.40.0.0/21 · West Europe' },
    subnet: { name: 'snet-train-gpu', detail: '10.40.3.0/26' },
    compute: ['cpu-cluster2', 'cluster, 0 to 4 nodes', 'STANDARD_D2_V2', 'no public IP'],
    gates: [
      { title: 'Subnet NSG', lines: ['nsg-train-gpu', '12 rules'], isMissing: false },
      { title: 'Route table', lines: ['none'], isMissing: true },
    ],
    outboundBoxes: [
      { kind: 'internet', title: 'Internet', lines: ['ng-ml-weu (NAT)'] },
      { kind: 'direct', title: 'Direct', lines: ['stays in Azure'] },
    ],
  });
  expect(picture.capacity).toMatchObject({ total: 59, plan: 4 });
});

test('the picture shows every flow of the table, and a box for each outbound access that a flow uses', async () => {
  for (const place of [healthy, denyAllSubnet, hub, { ...hub, workspace: 'mlw-risk-dev' }]) {
    const { page } = await openWizardInOneGroup(place);
    const { flows, picture } = page.review!;
    expect(picture!.flows.map(({ id }) => id)).toEqual(flows.map(({ id }) => id));
    const boxes = new Set(picture!.outboundBoxes.map(({ id }) => id));
    expect(boxes.size).toBe(picture!.outboundBoxes.length);
    const wanted = picture!.flows.flatMap(({ outboundAccess, replyTo }) => [
      outboundAccess,
      ...(replyTo === null ? [] : [replyTo]),
    ]);
    expect(wanted.filter((id) => !boxes.has(id))).toEqual([]);
  }
});

test('allowed flows show their rule, and whether it’s a default rule', async () => {
  const picture = await pictureAt(healthy);
  expect(flowIn(picture, 'outbound-aml-443')).toMatchObject({
    line: 'allowed',
    inbound: false,
    outboundAccess: 'internet',
    labels: ['120', 'direct'],
    endsAt: null,
  });
  expect(flowIn(picture, 'outbound-virtualnetwork-443')).toMatchObject({
    outboundAccess: 'direct',
    labels: ['170', 'virtual network'],
  });
  expect(flowIn(picture, 'inbound-intra-subnet')).toMatchObject({
    line: 'default',
    inbound: true,
    labels: ['65000 default', 'reply: internal'],
  });
});

test('a blocked flow ends at the gate of the blocking rule, in whole or in part', async () => {
  const picture = await pictureAt(denyAllSubnet);
  expect(flowIn(picture, 'outbound-batch-443')).toMatchObject({
    line: 'blocked',
    labels: ['4096 Deny-All', ''],
    endsAt: 0,
    parts: null,
  });
  const partly = flowIn(picture, 'inbound-intra-subnet')!;
  expect(partly).toMatchObject({ line: 'partly', endsAt: 0, outboundAccess: 'direct' });
  expect(partly.parts?.allowed).toBe('TCP 443');
  expect(partly.parts?.blocked).toBe('all but TCP 443');
});

test('a flow without outbound access passes both gates and ends at the box for it', async () => {
  const picture = await pictureAt({ network: 'vnet-ml-prod-weu', subnet: 'snet-sandbox' });
  expect(flowIn(picture, 'outbound-aml-443')).toMatchObject({
    line: 'blocked',
    endsAt: 2,
    outboundAccess: 'none',
  });
  expect(picture.outboundBoxes.find(({ id }) => id === 'none')).toMatchObject({
    kind: 'none',
    title: 'No outbound access',
  });
});

test('a flow to an appliance ends there, with the prefix of its route', async () => {
  const picture = await pictureAt(hub);
  expect(picture.gates[1]).toEqual({ title: 'Route table', lines: ['rt-hub', '2 routes'], isMissing: false });
  expect(flowIn(picture, 'outbound-aml-443')).toMatchObject({
    line: 'appliance',
    outboundAccess: 'appliance 10.0.1.4',
    labels: ['120', '0.0.0.0/0'],
    endsAt: null,
  });
});

test('a lost reply comes from the internet and goes to the wrong next hop', async () => {
  const picture = await pictureAt({ ...hub, workspace: 'mlw-risk-dev' });
  expect(flowIn(picture, 'inbound-aml-44224')).toMatchObject({
    line: 'reply-lost',
    inbound: true,
    outboundAccess: 'internet',
    replyTo: 'appliance 10.0.1.4',
    labels: ['100', 'reply: 0.0.0.0/0'],
    endsAt: 2,
  });
  expect(picture.outboundBoxes.map(({ kind }) => kind).slice(0, 2)).toEqual(['internet', 'appliance']);
  expect(picture.outboundBoxes[0]!.lines).toEqual(['public IP']);
});

describe('a network that the sample doesn’t have', () => {
  const drawn = (network: NetworkSpec, plan: Parameters<typeof buildPlan>[0] = {}): Picture => {
    const model = buildModel(network);
    const subnet = subnetIdOf('snet-training');
    const state: WizardState = {
      proposal: null,
      evaluation: null,
      codeFixes: { fixes: [], untested: null },
      creationResults: [],
      rows: {
        checked: [],
        workspace: () => null,
        unfit: () => null,
        outcome: () => undefined,
        expected: () => undefined,
      },
      ...firstState({
        choices: { ...noChoices, network: modelNetworkId, subnet, publicIp: true },
        opened: null,
      }),
      networks: { is: 'ready', value: model, readAt: '' },
    };
    const flows = checkSubnet(model, buildPlan(plan), facts).filter(
      ({ subject, outcome }) => subject !== null && !['note', 'hidden'].includes(statusOf(outcome)),
    );
    return pictureView(messagesIn('en'), state, flows)!;
  };
  const denyAllRule = 'out 4096 Deny * *>* * Deny-All';

  test('a flow that a rule blocks belongs to the outbound access of its route', () => {
    const tunnelled = drawn({ rules: [denyAllRule], routes: ['0.0.0.0/0 appliance 10.0.1.4'] });
    expect(flowIn(tunnelled, 'outbound-arm-443')).toMatchObject({
      line: 'blocked',
      endsAt: 0,
      outboundAccess: 'appliance 10.0.1.4',
    });
    const free = drawn({ rules: [denyAllRule], routes: null });
    expect(flowIn(free, 'outbound-arm-443')).toMatchObject({ endsAt: 0, outboundAccess: 'internet' });
  });
  test('a flow that a route drops ends at the route table, and so does a reply', () => {
    const picture = drawn({
      rules: ['in 100 Allow Tcp AzureMachineLearning>* 44224 Control'],
      routes: ['0.0.0.0/0 none'],
    });
    expect(flowIn(picture, 'outbound-arm-443')).toMatchObject({
      line: 'blocked',
      endsAt: 1,
      labels: [expect.stringMatching(/ default$/), '0.0.0.0/0'],
    });
    expect(flowIn(picture, 'inbound-aml-44224')).toMatchObject({
      line: 'reply-lost',
      endsAt: 1,
      replyTo: null,
      outboundAccess: 'internet',
    });
  });
  test('without an NSG, its gate is marked as missing, and no label follows it', () => {
    const picture = drawn({ rules: null, routes: null });
    expect(picture.gates[0]).toEqual({ title: 'Subnet NSG', lines: ['none'], isMissing: true });
    expect(flowIn(picture, 'outbound-arm-443')).toMatchObject({ line: 'default', labels: ['', 'direct'] });
  });
  test('an unreadable component makes the whole flow unknown', () => {
    const picture = drawn({ rules: 'unread', routes: null });
    expect(flowIn(picture, 'outbound-arm-443')).toMatchObject({
      line: 'unknown',
      icon: 'unknown',
      endsAt: null,
      outboundAccess: 'unknown',
    });
    expect(picture.gates[0]).toMatchObject({ isMissing: false });
  });
});

test('the picture isn’t drawn without a subnet', async () => {
  const w = openWizard();
  await pickWorkspace(w, 'mlw-risk-dev');
  expect(w.page.review?.picture).toBeNull();
});

test('a managed virtual network is drawn and listed with its outbound rules', async () => {
  const w = openWizard();
  await pickWorkspace(w, 'mlw-risk-prod');
  await w.until('the picture', (p) => (p.review?.picture?.compute.length ?? 0) > 2);
  const { picture, flows, flowsSummary } = w.page.review!;
  expect(flowsSummary).toBe('4 outbound rules: 4 active');
  expect(picture).toMatchObject({
    network: { name: 'Managed virtual network' },
    subnet: { name: 'mlw-risk-prod', detail: 'approved outbound' },
    capacity: null,
    gates: [],
  });
  expect(picture?.outboundBoxes.map(({ title }) => title)).toEqual(['Azure Firewall', 'Private endpoints']);
  expect(picture?.flows.map(({ name, line, outboundAccess }) => [name, line, outboundAccess])).toEqual([
    ['storage-blob', 'allowed', 'direct'],
    ['storage-file', 'allowed', 'direct'],
    ['registry', 'allowed', 'direct'],
    ['pypi', 'allowed', 'appliance'],
  ]);
  expect(flows.find(({ flow }) => flow === 'pypi')).toMatchObject({
    subject: 'pypi.org',
    outboundAccess: 'Azure Firewall',
    outcome: 'Active',
  });
});
