import type { ComputeResource } from '@azure/arm-machinelearning';
import type { Readiness, ReadinessRow } from '../../../../src/contract/wizard/readiness';
import type { Review } from '../../../../src/contract/wizard/review';
import { noChoices } from '../../../../src/contract/wizard/stored-choices';
import type { Azure } from '../../../../src/azure/ports';
import { causesOf } from '../../../../src/checks/causes';
import { checkSubnet } from '../../../../src/checks/check-subnet';
import type { NetworkModel } from '../../../../src/core/network/model';
import { tagCatalogOf } from '../../../../src/core/tags/tag-snapshot';
import { planToCheck } from '../../../../src/features/wizard/derived-plan';
import { firstState, type Loaded, type WizardState } from '../../../../src/features/wizard/state';
import { readinessView } from '../../../../src/features/wizard/views/readiness-view';
import { reviewView } from '../../../../src/features/wizard/views/review-view';
import { messagesIn } from '../../../support/messages-in';
import { connectSample, noStop, publicTags } from '../../azure/sample';
import { openSampleClients, refusalOf, type Sample } from '../../sandbox/clients';

/** A compute resource that a user could plan in a subnet of the sample. */
export interface Walked {
  readonly subnetId: string;
  readonly group: string;
  readonly network: string;
  readonly subnet: string;
  readonly kind: 'cluster' | 'instance';
  readonly publicIp: boolean;
}

export interface Seen extends Walked {
  readonly state: WizardState;
  readonly readiness: Readiness;
  readonly review: Review;
}

/** Returns every subnet of the sample × kind × public IP. */
export function everyPlan(): readonly Walked[] {
  const ids = Object.keys(openSampleClients().azure.snapshot().resources);
  const subnets = ids.flatMap((id) => {
    const parts = id.split('/');
    const [group = '', network = '', subnet = ''] = [parts[4], parts[8], parts[10]];
    return parts[9] === 'subnets' ? [{ subnetId: id, group, network, subnet }] : [];
  });
  return (['cluster', 'instance'] as const).flatMap((kind) =>
    [false, true].flatMap((publicIp) => subnets.map((one) => ({ ...one, kind, publicIp }))),
  );
}

export function walkName({ network, subnet, kind, publicIp }: Walked): string {
  return `${network}/${subnet}, ${kind}, ${publicIp ? 'public IP' : 'no public IP'}`;
}

/** A plan without a public IP uses a workspace with a private endpoint. A plan with one uses a public workspace. */
const workspaces = {
  private: ['rg-ml-prod', 'mlw-fraud-prod'],
  public: ['rg-ml-dev', 'mlw-risk-dev'],
} as const;

/** Networks that are checked with their own workspace. */
const ownWorkspaces: Readonly<Record<string, readonly [group: string, name: string]>> = {
  'vnet-underwriting-weu': ['rg-underwriting', 'mlw-underwriting'],
  'vnet-actuary-weu': ['rg-actuary', 'mlw-actuary'],
};

const workspaceOf = ({ publicIp, network }: Walked) =>
  ownWorkspaces[network] ?? workspaces[publicIp ? 'public' : 'private'];

/** Returns the page's views of each plan, by `nameOf`. They're computed without the session, whose lists cost more. */
export async function seeAll(plans: readonly Walked[]): Promise<ReadonlyMap<string, Seen>> {
  const read = await readSample();
  const say = messagesIn('en');
  return new Map(
    plans.map((one) => {
      const chosen = stateOf(read, one);
      const results = checkSubnet(read.networks, planToCheck(chosen), { tags: read.tags });
      const evaluation = {
        revision: 1,
        results,
        causes: causesOf(results),
        today: results,
        ofOtherSubnets: new Map<string, never>(),
        fixable: new Set<string>(),
        apart: new Map<string, never>(),
        unfixable: new Map<string, never>(),
        readAt: '2026-07-30T10:00:00.000Z',
        about: '',
        before: [],
      };
      const state = { ...chosen, evaluation };
      const seen = {
        ...one,
        state,
        readiness: readinessView(say, state),
        review: reviewView(say, state, true),
      };
      return [walkName(one), seen];
    }),
  );
}

/** Returns all data of the sample, as the wizard reads it. */
async function readSample() {
  const { azure, sample } = connectSample();
  const { read } = azure;
  const { subscriptionId } = sample;
  const all = await read.workspaces(subscriptionId, noStop);
  const computes = await Promise.all(all.map(({ id }) => azure.computes.list(id, noStop)));
  const [subscriptions, networks, vmSizes, quotas] = await Promise.all([
    read.subscriptions(noStop),
    read.networks(subscriptionId, noStop),
    read.vmSizes(subscriptionId, 'westeurope', noStop),
    read.coreQuotas(subscriptionId, 'westeurope', noStop),
  ]);
  const tags = tagCatalogOf(publicTags() as unknown as Parameters<typeof tagCatalogOf>[0]);
  const places = {
    subscriptions,
    workspaces: all,
    networks: await readEach(azure, networks),
    computes: computes.flat(),
  };
  return { azure, subscriptionId, vmSizes, quotas, tags, ...places };
}

/** Returns each subnet as it's read after its selection. */
async function readEach({ read }: Azure, networks: NetworkModel): Promise<NetworkModel> {
  let model = networks;
  for (const { id } of networks.virtualNetworks.flatMap(({ subnets }) => subnets)) {
    model = await read.refreshSubnet(model, id, noStop);
  }
  return model;
}

type Read = Awaited<ReturnType<typeof readSample>>;

function stateOf(read: Read, plan: Walked): WizardState {
  const [, name] = workspaceOf(plan);
  const { kind, publicIp, subnetId } = plan;
  const choices = {
    ...noChoices,
    subscription: read.subscriptionId,
    workspace: read.workspaces.find((one) => one.name === name)?.id ?? null,
    kind,
    publicIp,
    network: subnetId.slice(0, subnetId.indexOf('/subnets/')),
    subnet: subnetId,
  };
  const connection = {
    azure: read.azure,
    cloud: 'public',
    sample: true,
    account: null,
    userName: 'anna',
  } as const;
  return {
    ...firstState({ choices, opened: null }),
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
    connection: ready(connection),
    subscriptions: ready(read.subscriptions),
    workspaces: ready(read.workspaces),
    networks: ready(read.networks),
    computes: ready(read.computes),
    vmSizes: ready(read.vmSizes),
    quotas: ready(read.quotas),
    tags: read.tags,
  };
}

function ready<T>(value: T): Loaded<T> {
  return { is: 'ready', value, readAt: '2026-07-30T10:00:00.000Z' };
}

/** Groups of Readiness that the network decides; others (permissions, quota, services, names) have tests of their own. */
const ofTheNetwork = ['outbound', 'inbound', 'routes', 'placement', 'addresses'];

/** Returns the rows of Readiness, without those that only name checks that aren't required. */
export function rowsOf(readiness: Readiness): readonly ReadinessRow[] {
  return readiness.groups.filter(({ id }) => ofTheNetwork.includes(id)).flatMap((group) => group.rows);
}

/** Returns how a creation of the plan ends in Azure, in its own sample. It requests one machine. */
export async function creationEnd(plan: Walked): Promise<string> {
  const sample = openSampleClients();
  const name = plan.kind === 'cluster' ? 'cpu-golden' : 'ci-golden';
  const { computeOperations } = sample.learning;
  const found = await sample.network.virtualNetworks.get(plan.group, plan.network);
  const [group, workspace] = workspaceOf(plan);
  const creating = computeOperations.beginCreateOrUpdateAndWait(group, workspace, name, {
    location: plan.kind === 'cluster' ? (found.location ?? '') : 'westeurope',
    properties: bodyOf(plan),
  });
  const failed = await creating.then(
    () => null,
    () => refusalOf(creating),
  );
  const compute = await computeOperations.get(group, workspace, name).catch(() => null);
  return compute === null ? `refused, ${failed?.status} ${failed?.code}` : endOfCompute(sample, compute);
}

function bodyOf(plan: Walked): NonNullable<ComputeResource['properties']> {
  const properties = {
    vmSize: 'STANDARD_D2_V2',
    enableNodePublicIp: plan.publicIp,
    subnet: { id: plan.subnetId },
  };
  return plan.kind === 'instance'
    ? { computeType: 'ComputeInstance', properties }
    : {
        computeType: 'AmlCompute',
        properties: { ...properties, scaleSettings: { minNodeCount: 1, maxNodeCount: 4 } },
      };
}

interface Inner {
  readonly state?: string;
  readonly nodeStateCounts?: { readonly idleNodeCount?: number; readonly unusableNodeCount?: number };
  readonly errors?: readonly { readonly error?: { readonly code?: string } }[] | null;
}

function endOfCompute({ azure }: Sample, compute: ComputeResource): string {
  const { provisioningState, properties } = compute.properties as {
    provisioningState?: string;
    properties?: Inner;
  };
  const codes = (properties?.errors ?? []).flatMap(({ error }) => error?.code ?? []);
  const counts = properties?.nodeStateCounts;
  const machines = counts
    ? `${counts.idleNodeCount} idle, ${counts.unusableNodeCount} unusable`
    : properties?.state;
  const held = azure.snapshot().resources[compute.id ?? ''] === undefined ? 'not kept' : null;
  return [provisioningState, machines, ...codes, held].filter(Boolean).join(', ');
}
