import { failure } from '../failure-texts';
import { bodyList, bodyNumber, bodyText, type BodyObject } from '../body-json';
import { managerRulesInEffect } from '../network/network-managers';
import { sameText } from '../resource-id';
import { ok, refusal, type Reply } from '../responses';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';

/** The one question that is answered: the ids of the records of one type. */
const question = /^\s*networkresources\s*\|\s*where\s+type\s*=~\s*"([^"]+)"\s*\|\s*project\s+id\s*$/i;
const recordType = 'Microsoft.Network/effectiveSecurityAdminRules';

/** Of Resource Graph the record of the networks that network managers rule over. */
export const resourceGraphRoutes: readonly RequestRoute[] = [
  defineRoute('POST /providers/Microsoft.ResourceGraph/resources', query),
];

function query(call: RouteCall): Reply {
  const { world, request } = call;
  const asked = question.exec(bodyText(request.body, 'query') ?? '')?.[1];
  if (asked === undefined) return refusal(400, failure('invalidGraphQuery'));
  const wanted = bodyList(request.body, 'subscriptions');
  const seen = world.settings.subscriptions.filter(
    ({ id, isHidden }) => !isHidden && wanted.some((one) => typeof one === 'string' && sameText(one, id)),
  );
  if (seen.length === 0) {
    const values = { action: 'Microsoft.Resources/subscriptions/resources/read', scope: '/' };
    return refusal(403, failure('authorizationFailed', { ...world.settings.person, ...values }));
  }
  const rows = sameText(asked, recordType) ? seen.flatMap(({ id }) => recordsIn(call, id)) : [];
  return pageOfRows(rows, request.body ?? null);
}

function recordsIn({ world }: RouteCall, subscriptionId: string): BodyObject[] {
  return world.store
    .list('Microsoft.Network/virtualNetworks', { subscriptionId })
    .filter(({ id }) => managerRulesInEffect(world, id).length > 0)
    .map(({ id }) => ({ id: `${id}/providers/${recordType}/default` }))
    .filter(({ id }) => world.access.may('read', id, recordType));
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
