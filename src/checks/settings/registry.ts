import { virtualNetworkIdOf, sameId } from '../../core/network/find';
import type { ContainerRegistry } from '../../core/services/services';
import { accessTo, isClosed } from '../service-access';
import { withSeverity, passed, failed, notApplicable, ofKnown, type SettingResult } from '../setting-result';
import type { PlaceContext, PlanContext } from '../setting-context';
import { accessAnswer } from './access-result';
import { ofService } from './services-of';

/** Checks the workspace's registry, which a workspace may not have until it builds its first image. */
function ofRegistry<C extends PlanContext>(
  check: (registry: ContainerRegistry, context: C) => SettingResult,
): (context: C) => SettingResult {
  return ofService(({ registry }) => registry, check, 'check.registry.none');
}

/**
 * Checks requirement `acr-premium`: other SKUs support neither private endpoints nor network rules. An open registry is
 * still reachable, but can't be secured.
 */
export const checkRegistrySku = ofRegistry<PlanContext>((registry) =>
  ofKnown(registry.sku, (sku) => {
    const { name } = registry;
    if (sku.toLowerCase() === 'premium') return passed('check.registry.premium', { name });
    const answer = failed('check.registry.lower', { name, sku });
    const closed = isClosed(registry);
    return closed.known && !closed.value ? withSeverity('warning', answer) : answer;
  }),
);

/**
 * Checks requirement `acr-network-placement`: an endpoint in the same network is best, one in a peered network is
 * possible.
 */
export const checkRegistryPlace = ofRegistry<PlaceContext>((registry, { model, place }) => {
  const { name } = registry;
  const access = accessTo(
    { service: registry, groups: ['registry'], serviceEndpoint: 'Microsoft.ContainerRegistry' },
    { model, place },
  );
  const isPeered =
    access.is === 'endpoints' &&
    !access.found.some((one) => sameId(virtualNetworkIdOf(one.subnetId), place.network.id));
  if (isPeered) return withSeverity('info', failed('check.registry.peered', { name }));
  const answer = accessAnswer(access, { name, subnet: place.subnet.name });
  return answer.outcome.is === 'failed' ? withSeverity('error', answer) : answer;
});

/** Checks requirement `acr-trusted-services` if the registry isn't open. */
export const checkRegistryTrust = ofRegistry<PlanContext>((registry) =>
  ofKnown(isClosed(registry), (closed) => {
    if (!closed) return notApplicable('check.services.openToAll');
    const { name } = registry;
    return ofKnown(registry.trustsAzure, (trusts) =>
      trusts ? passed('check.registry.trusted', { name }) : failed('check.registry.untrusted', { name }),
    );
  }),
);
