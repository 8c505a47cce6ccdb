import { failure } from '../failure-texts';
import { bodyList, bodyNumber, bodyText, type BodyObject } from '../body-json';
import { evaluateGraphQuery } from '../graph-query';
import { managerRulesInEffect } from '../network/network-managers';
import { sameText } from '../resource-id';
import { ok, refusal, type Reply } from '../responses';
import { showNetworkItem } from '../network/show-network';
import { showPlain } from './plain-resources';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';

const recordType = 'Microsoft.Network/effectiveSecurityAdminRules';

/** Routes for Resource Graph, as far as the product queries it. */
export const resourceGraphRoutes: readonly RequestRoute[] = [
  defineRoute('POST /providers/Microsoft.ResourceGraph/resources', query),
];

function query(call: RouteCall): Reply {
  const { world, request } = call;
  const subscriptionIds = bodyList(request.body, 'subscriptions');
  const seen = world.settings.subscriptions.filter(
    ({ id, isHidden }) =>
      !isHidden && subscriptionIds.some((one) => typeof one === 'string' && sameText(one, id)),
  );
  if (seen.length === 0) {
    const values = { action: 'Microsoft.Resources/subscriptions/resources/read', scope: '/' };
    return refusal(403, failure('authorizationFailed', { ...world.settings.user, ...values }));
  }
  const rows = evaluateGraphQuery(bodyText(request.body, 'query') ?? '', {
    resources: () => seen.flatMap(({ id }) => resourcesIn(call, id)),
    networkresources: () => seen.flatMap(({ id }) => recordsIn(call, id)),
  });
  return rows ? pageOfRows(rows, request.body ?? null) : refusal(400, failure('invalidGraphQuery'));
}

function recordsIn({ world }: RouteCall, subscriptionId: string): BodyObject[] {
  return world.store
    .list('Microsoft.Network/virtualNetworks', { subscriptionId })
    .filter(({ id }) => managerRulesInEffect(world, id).length > 0)
    .map(({ id }) => ({
      id: `${id}/providers/${recordType}/default`,
      name: 'default',
      type: recordType.toLowerCase(),
    }))
    .filter(({ id }) => world.access.may('read', id, recordType));
}

/** Returns resources with a location as their provider shows them, with lowercase types. */
function resourcesIn({ world }: RouteCall, subscriptionId: string): BodyObject[] {
  return world.store
    .everything()
    .filter((item) => item.location !== undefined && sameText(item.subscriptionId, subscriptionId))
    .filter((item) => world.access.may('read', item.id, item.type))
    .map((item) => {
      const isOfNetwork = item.type.toLowerCase().startsWith('microsoft.network/');
      const shown = isOfNetwork ? showNetworkItem(world, item) : showPlain(item);
      return { ...shown, type: item.type.toLowerCase() };
    });
}

function pageOfRows(rows: readonly BodyObject[], body: RouteCall['request']['body']): Reply {
  const from = Number(bodyText(body, 'options', '$skipToken') ?? 0);
  const to = from + (bodyNumber(body, 'options', '$top') ?? 100);
  const data = rows.slice(from, to);
  return ok({
    totalRecords: rows.length,
    count: data.length,
    data,
    facets: [],
    resultTruncated: 'false',
    ...(to < rows.length ? { $skipToken: String(to) } : {}),
  });
}
