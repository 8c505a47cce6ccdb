import { sameId } from '../../core/network/find';
import type { ContainerRegistry } from '../../core/services/services';
import { networkOfSubnet } from '../endpoints-in-reach';
import { accessTo, isClosed } from '../service-access';
import { at, met, notMet, notNeeded, ofKnown, type SettingAnswer } from '../setting-answer';
import type { PlanContext, SubnetContext } from '../setting-context';
import { accessAnswer } from './access-answer';
import { ofService } from './services-of';

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
