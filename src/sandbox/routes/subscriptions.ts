import type { BodyJson, BodyObject } from '../body-json';
import { ok, listPageReply, type Reply } from '../responses';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import type { Subscription } from '../settings';
import { inSubscription } from './guards';

/** Routes for tenants, subscriptions, and their regions. */
export const subscriptionRoutes: readonly RequestRoute[] = [
  defineRoute('GET /tenants', listTenants),
  defineRoute('GET /subscriptions', listSubscriptions),
  defineRoute('GET /subscriptions/:subscription', inSubscription(getSubscription)),
  defineRoute('GET /subscriptions/:subscription/locations', inSubscription(listLocations)),
];

function listTenants({ world }: RouteCall): Reply {
  const ids = [...new Set(world.settings.subscriptions.map((entry) => entry.tenantId))];
  const value = ids.map((tenantId): BodyJson => ({
    id: `/tenants/${tenantId}`,
    tenantId,
    countryCode: 'NL',
    displayName: 'Contoso',
    domains: ['contoso.com', 'contoso.onmicrosoft.com'],
    tenantCategory: 'Home',
    defaultDomain: 'contoso.com',
  }));
  return ok({ value });
}

function listSubscriptions({ world, request }: RouteCall): Reply {
  const seen = world.settings.subscriptions.filter((entry) => !entry.isHidden);
  return listPageReply(seen.map(shown), { url: request.url, size: world.settings.pageSize });
}

function getSubscription({ world, param }: RouteCall): Reply {
  const id = param('subscription').toLowerCase();
  const found = world.settings.subscriptions.find((entry) => entry.id.toLowerCase() === id);
  return ok(found ? shown(found) : {});
}

function shown(subscription: Subscription): BodyObject {
  return {
    id: `/subscriptions/${subscription.id}`,
    subscriptionId: subscription.id,
    tenantId: subscription.tenantId,
    displayName: subscription.name,
    state: 'Enabled',
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'EnterpriseAgreement_2014-09-01',
      spendingLimit: 'Off',
    },
    authorizationSource: 'RoleBased',
    managedByTenants: [],
  };
}

function listLocations({ world, param }: RouteCall): Reply {
  const value = world.settings.regions.map((region): BodyJson => ({
    id: `/subscriptions/${param('subscription')}/locations/${region.name}`,
    name: region.name,
    type: 'Region',
    displayName: region.displayName,
    regionalDisplayName: region.displayName,
    metadata: { regionType: 'Physical', regionCategory: 'Recommended', geography: 'Europe' },
  }));
  return ok({ value });
}
