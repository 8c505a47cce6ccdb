import { knownTraits } from '../../core/compute-kinds';
import { known, unknown, type Known } from '../../core/known';
import { statusOf, type FlowSubject, type Severity, type Outcome } from '../../core/check-result';
import { virtualNetworkIdOf, findSubnet, nameOf, sameId } from '../../core/network/find';
import type { ResourceId, VirtualNetwork } from '../../core/network/model';
import { reason } from '../../core/reason';
import type { BuildCompute, DataService, WorkspaceServices } from '../../core/services/services';
import { requirementsOf } from '../../requirements/requirements';
import { isFlowAllowed } from '../evaluate-flow';
import type { FillContext } from '../fill-flow';
import { checkRequiredFlows } from '../check-required-flows';
import { checkHostNames } from '../check-host-names';
import { internetOnHttps } from '../open-internet';
import { accessTo, isClosed, type ServiceQuery } from '../service-access';
import {
  withSeverity,
  passed,
  failed,
  notApplicable,
  ofKnown,
  unknownResult,
  type SettingResult,
} from '../setting-result';
import type { PlaceContext, SubnetInNetwork, TrafficContext } from '../setting-context';
import { accessAnswer } from './access-result';
import { withServices } from './services-of';

/**
 * Checks requirement `image-build-compute`: which compute builds images, and whether it reaches registry, storage, and
 * hosts. ACR Tasks requires that registry and storage are open to it.
 */
export const checkBuildCompute = withServices<TrafficContext>((services, context) =>
  ofKnown(anyClosed(services), (closed) => {
    if (!closed) return whereOpen(services, context);
    return ofKnown(services.buildCompute, (builder) =>
      builder ? checkBuilder(builder, services, context) : withoutBuilder(services, context),
    );
  }),
);

function anyClosed({ storage, registry }: WorkspaceServices): Known<boolean> {
  const parts = [storage, registry].map((one): Known<boolean> => {
    if (!one.known) return one;
    return one.value ? isClosed(one.value) : known(false);
  });
  return parts.find((one) => one.known && one.value) ?? parts.find((one) => !one.known) ?? known(false);
}

/** Checks a workspace with open services. A cluster that is set also builds images if ACR Tasks could. */
function whereOpen(services: WorkspaceServices, context: TrafficContext): SettingResult {
  const { buildCompute } = services;
  const builder =
    buildCompute.known && buildCompute.value ? withPlannedSettings(buildCompute.value, context) : null;
  if (!builder?.isCluster || builder.subnetId === null) return notApplicable('check.build.open');
  const { name, subnetId } = builder;
  return inSubnet({ is: 'named', name, subnetId }, services, context);
}

/**
 * Checks a workspace without a build cluster. Serverless compute then builds images. In a user's subnet, it reaches
 * what the subnet reaches (azure-docs issue 123350, 2024-06-14).
 */
function withoutBuilder(services: WorkspaceServices, context: TrafficContext): SettingResult {
  return ofKnown(services.serverlessSubnet, (subnetId) =>
    subnetId === null
      ? failed('check.build.thisOne')
      : inSubnet({ is: 'serverless', name: '', subnetId }, services, context),
  );
}

function checkBuilder(
  builder: BuildCompute,
  services: WorkspaceServices,
  context: TrafficContext,
): SettingResult {
  const { name, isCluster, subnetId, vmSize } = withPlannedSettings(builder, context);
  if (!isCluster) return failed('check.build.noCluster', { name });
  if (vmSize !== null && hasGpu(vmSize)) {
    return failed('check.build.gpu', { name, size: vmSize });
  }
  if (subnetId === null) return failed('check.build.outside', { name });
  return inSubnet({ is: 'named', name, subnetId }, services, context);
}

/** Returns the planned cluster if it has the name of the build cluster, which doesn't exist yet. */
function withPlannedSettings(builder: BuildCompute, { plan }: PlaceContext): BuildCompute {
  const isPlanned =
    knownTraits(plan.kind).buildsImages === true && plan.name?.toLowerCase() === builder.name.toLowerCase();
  if (builder.isThere || !isPlanned) return builder;
  return { ...builder, isCluster: true, subnetId: plan.subnetId, vmSize: plan.vmSize ?? null };
}

/** True for sizes with a GPU, which all belong to the N series (virtual machine sizes). */
export function hasGpu(vmSize: string): boolean {
  return /^standard_n/i.test(vmSize);
}

/** The compute resource that builds images, and its subnet: the checked one or another. */
interface Builder {
  readonly is: 'named' | 'serverless';
  readonly name: string;
  readonly subnetId: ResourceId;
}

function inSubnet(builder: Builder, services: WorkspaceServices, context: TrafficContext): SettingResult {
  const { is, name, subnetId } = builder;
  const home = virtualNetworkIdOf(subnetId);
  const values = { name, subnet: nameOf(subnetId), network: nameOf(home) };
  const place = findSubnet(context.model, subnetId);
  if (!place) return unknownResult(reason(`check.build.${is}.unread`, values));
  return ofKnown(isInOrPeered(home, context.place.network), (isNear) => {
    const access = isNear ? undefined : closedAnswer(services, { ...context, place });
    if (access?.outcome.is === 'failed') {
      return failed(`check.build.${is}.elsewhere`, values);
    }
    return access?.outcome.is === 'unknown' ? access : reachOf(builder, values, { ...context, place });
  });
}

function isInOrPeered(home: ResourceId, network: VirtualNetwork): Known<boolean> {
  if (sameId(home, network.id)) return known(true);
  const { peerings } = network;
  return peerings.known ? known(peerings.value.some((one) => sameId(one.remoteId, home))) : peerings;
}

/**
 * Returns the result for a builder in another network, for services that aren't open; undefined if it can access all of
 * them.
 */
function closedAnswer(
  { storage, registry }: WorkspaceServices,
  context: TrafficContext,
): SettingResult | undefined {
  const applicable = [
    storageQueryOf(storage, { groups: ['blob'], serviceEndpoint: 'Microsoft.Storage' }),
    storageQueryOf(registry, { groups: ['registry'], serviceEndpoint: 'Microsoft.ContainerRegistry' }),
  ].flatMap((one) => one ?? []);
  const answers = applicable.map((one) =>
    accessAnswer(accessTo(one, context), { name: one.service.name, subnet: context.place.subnet.name }),
  );
  return (
    answers.find(({ outcome }) => outcome.is === 'failed') ??
    answers.find(({ outcome }) => outcome.is === 'unknown')
  );
}

function storageQueryOf(
  service: Known<DataService | null>,
  how: Pick<ServiceQuery, 'groups' | 'serviceEndpoint'>,
): ServiceQuery | undefined {
  return service.known && service.value ? { service: service.value, ...how } : undefined;
}

/** Flows for base images, the registry that stores images, the build context, and packages. */
const flowIds = [
  'outbound-mcr-443',
  'outbound-frontdoor-firstparty-443',
  'outbound-acr-443',
  'outbound-storage-443',
];
const packages = 'outbound-python-packages';

/** Result of a flow of the builder. */
interface Reached {
  readonly outcome: Outcome;
  readonly subject: FlowSubject;
  readonly severity?: Severity;
}

function reachOf(
  { is, name, subnetId }: Builder,
  values: Readonly<Record<string, string>>,
  context: TrafficContext,
): SettingResult {
  const all = flowsOf(asBuilder({ name, subnetId }, context));
  const blocked = all.filter(({ outcome }) => statusOf(outcome) === 'open');
  const unknowns = all.filter(({ outcome }) => statusOf(outcome) === 'unknown');
  const hosts = (some: readonly Reached[]): string[] =>
    some.flatMap(({ subject }) => subject.remote.split(', '));
  if (blocked.length > 0) {
    const answer = failed(`check.build.${is}.blocked`, { ...values, hosts: hosts(blocked) });
    return blocked.every(({ severity }) => severity === 'info') ? withSeverity('info', answer) : answer;
  }
  if (unknowns.length > 0) {
    return unknownResult(reason(`check.build.${is}.unknown`, { ...values, hosts: hosts(unknowns) }));
  }
  return passed(`check.build.${is}`, values);
}

/**
 * Returns the plan with the builder in place of the planned resource. Whether the builder has a public IP isn't read.
 */
function asBuilder(
  { name, subnetId }: Pick<Builder, 'name' | 'subnetId'>,
  context: TrafficContext,
): FillContext & { readonly place: SubnetInNetwork } {
  const { plan } = context;
  const isPlanned = plan.subnetId !== null && sameId(plan.subnetId, subnetId) && plan.name === name;
  return {
    ...context,
    plan: {
      ...plan,
      kind: known('cluster'),
      subnetId,
      publicIp: isPlanned ? plan.publicIp : unknown(reason('unknown.notRead', { name })),
    },
  };
}

function flowsOf(context: FillContext): readonly Reached[] {
  const { profile } = context.plan;
  const applicable = requirementsOf(profile);
  const flows = applicable.flatMap(({ requirement, inProfile: one }): readonly Reached[] => {
    if (!flowIds.includes(requirement.id) || one.what.is !== 'flows') return [];
    if (!one.appliesTo.clouds.includes(context.plan.cloud)) return [];
    const found = checkRequiredFlows(one, one.what, context);
    return 'answer' in found ? [{ outcome: found.answer.outcome, subject: found.about.subject }] : [];
  });
  const names = applicable.flatMap(({ requirement, inProfile: one }): readonly Reached[] => {
    if (requirement.id !== packages || one.what.is !== 'note') return [];
    const isOpen = isFlowAllowed(internetOnHttps, context);
    const found = checkHostNames(one.what, context, isOpen ? 'open' : 'limited');
    if (!found) return [];
    const { answer, subject, severity } = found;
    return [{ outcome: answer.outcome, subject, ...(severity && { severity }) }];
  });
  return [...flows, ...names];
}
