import { known, type Known } from '../../core/known';
import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId, VirtualNetwork } from '../../core/network/model';
import type { BuildCompute, ContainerRegistry, WorkspaceServices } from '../../core/services/services';
import { networkOfSubnet } from '../endpoints-in-reach';
import { accessTo, isClosed } from '../service-access';
import { at, met, notMet, notNeeded, ofKnown, type SettingAnswer } from '../setting-answer';
import type { PlanContext, SubnetContext } from '../setting-context';
import { accessAnswer } from './access-answer';
import { ofService, withServices } from './services-of';

/** The workspace's own registry, which a workspace may do without until it builds its first image. */
function ofRegistry<C extends PlanContext>(
  judge: (registry: ContainerRegistry, context: C) => SettingAnswer,
): (context: C) => SettingAnswer {
  return ofService(({ registry }) => registry, judge, 'judge.registry.none');
}

/**
 * Requirement `acr-premium`: lower kinds take neither private endpoints nor network rules. One that is open all the same
 * is reached, and only cannot be closed.
 */
export const judgeRegistrySku = ofRegistry<PlanContext>((registry) =>
  ofKnown(registry.sku, (sku) => {
    const { name } = registry;
    if (sku.toLowerCase() === 'premium') return met('judge.registry.premium', { name });
    const answer = notMet('judge.registry.lower', { name, sku });
    const closed = isClosed(registry);
    return closed.known && !closed.value ? at('warning', answer) : answer;
  }),
);

/** Requirement `acr-network-placement`: an endpoint in the same network is best, in a peered one possible. */
export const judgeRegistryPlace = ofRegistry<SubnetContext>((registry, { model, place }) => {
  const { name } = registry;
  const access = accessTo(
    { service: registry, groups: ['registry'], serviceEndpoint: 'Microsoft.ContainerRegistry' },
    { model, place },
  );
  const isPeered =
    access.is === 'endpoints' &&
    !access.found.some((one) => sameId(networkOfSubnet(one.subnetId), place.network.id));
  if (isPeered) return at('info', notMet('judge.registry.peered', { name }));
  const answer = accessAnswer(access, { name, subnet: place.subnet.name });
  return answer.verdict.is === 'not-met' ? at('error', answer) : answer;
});

/** Requirement `acr-trusted-services`: asked of a registry that is closed. */
export const judgeRegistryTrust = ofRegistry<PlanContext>((registry) =>
  ofKnown(isClosed(registry), (closed) => {
    if (!closed) return notNeeded('judge.services.openToAll');
    const { name } = registry;
    return ofKnown(registry.trustsAzure, (trusts) =>
      trusts ? met('judge.registry.trusted', { name }) : notMet('judge.registry.untrusted', { name }),
    );
  }),
);

/** Requirement `image-build-compute`: asked where registry or storage are closed to Azure's own builders. */
export const judgeBuildCompute = withServices<SubnetContext>((services, context) =>
  ofKnown(anyClosed(services), (closed) => {
    if (!closed) return notNeeded('judge.build.open');
    return ofKnown(services.buildCompute, (builder) =>
      builder ? judgeBuilder(builder, context) : withoutBuilder(services, context),
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

/**
 * Where no cluster is named, serverless compute builds; in a subnet of yours it reaches what the subnet reaches
 * (azure-docs issue 123350, 2024-06-14).
 */
function withoutBuilder({ serverlessSubnet }: WorkspaceServices, context: SubnetContext): SettingAnswer {
  return ofKnown(serverlessSubnet, (subnetId) =>
    subnetId === null ? notMet('judge.build.thisOne') : judgeServerless(subnetId, context),
  );
}

function judgeServerless(subnetId: ResourceId, { place: { network } }: SubnetContext): SettingAnswer {
  const subnet = nameOf(subnetId);
  return isInOrPeered(networkOfSubnet(subnetId), network, {
    near: met('judge.build.serverless', { subnet }),
    far: notMet('judge.build.serverlessElsewhere', { network: network.name }),
  });
}

function isInOrPeered(
  home: ResourceId,
  network: VirtualNetwork,
  { near, far }: { readonly near: SettingAnswer; readonly far: SettingAnswer },
): SettingAnswer {
  if (sameId(home, network.id)) return near;
  return ofKnown(network.peerings, (peerings) =>
    peerings.some((one) => sameId(one.remoteId, home)) ? near : far,
  );
}

function judgeBuilder(builder: BuildCompute, context: SubnetContext): SettingAnswer {
  const { place } = context;
  const { name, isCluster, subnetId, vmSize } = comingTrue(builder, context);
  if (!isCluster) return notMet('judge.build.noCluster', { name });
  if (vmSize !== null && isWithGraphicsCards(vmSize)) {
    return notMet('judge.build.gpu', { name, size: vmSize });
  }
  if (subnetId === null) return notMet('judge.build.outside', { name });
  return isInOrPeered(networkOfSubnet(subnetId), place.network, {
    near: met('judge.build.named', { name }),
    far: notMet('judge.build.elsewhere', { name, network: place.network.name }),
  });
}

/** A cluster that is named and does not stand yet is the planned one, where that has its name. */
function comingTrue(builder: BuildCompute, { plan }: SubnetContext): BuildCompute {
  const isPlanned =
    plan.kind.known &&
    plan.kind.value === 'cluster' &&
    plan.name?.toLowerCase() === builder.name.toLowerCase();
  if (builder.isThere || !isPlanned) return builder;
  return { ...builder, isCluster: true, subnetId: plan.subnetId, vmSize: plan.vmSize ?? null };
}

/** Sizes with graphics cards all belong to the N series (virtual machine sizes). */
export function isWithGraphicsCards(vmSize: string): boolean {
  return /^standard_n/i.test(vmSize);
}
