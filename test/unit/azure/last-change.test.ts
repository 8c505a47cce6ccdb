import { describe, expect, test } from 'vitest';
import { toLastChange } from '../../../src/azure/read-last-change';
import type { JsonObject } from '../../../src/azure/json';
import type { LoggedPlace } from '../../../src/core/logged-change';
import { sampleNetworkId } from '../../../src/sandbox/sample/names';
import { colleague } from '../../../src/sandbox/other-user';
import { connectAnswering, secret, subscriptionId } from './answering';
import { connectSample, failureOf, noStop } from './sample';

const groupId = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.Network/networkSecurityGroups/nsg`;
const ruleId = `${groupId}/securityRules/Deny-All`;
const type = 'Microsoft.Network/networkSecurityGroups';
const rule: LoggedPlace = { id: ruleId, scope: 'own' };
const group: LoggedPlace = { id: groupId, scope: 'whole' };
const groupAndRules: LoggedPlace = { id: groupId, scope: 'with-parts' };

/** Returns an event of the rule, with other members. */
function event(changed: JsonObject = {}): JsonObject {
  return {
    caller: 'anna@contoso.com',
    eventTimestamp: '2026-11-27T14:02:00.1234567Z',
    operationName: { value: `${type}/securityRules/write`, localizedValue: 'Create or Update Security Rule' },
    resourceId: ruleId,
    status: { value: 'Succeeded', localizedValue: 'Réussi' },
    ...changed,
  };
}

const ofGroup = { resourceId: groupId, operationName: { value: `${type}/write` } };

describe('the last change of a resource in Azure’s activity log', () => {
  test('is its last successful write, in any order and letter case', () => {
    const earlier = event({ eventTimestamp: '2026-11-01T00:00:00Z', caller: 'ben@contoso.com' });
    const last = event({
      resourceId: ruleId.toUpperCase(),
      operationName: { value: `${type}/securityRules/write`.toUpperCase() },
    });
    const found = { ...rule, at: '2026-11-27T14:02:00.123Z', caller: 'anna@contoso.com' };
    expect(toLastChange([earlier, last], rule)).toEqual(found);
    expect(toLastChange([last, earlier], rule)).toEqual(found);
  });

  test('can be a deletion', () => {
    const deleted = event({ operationName: { value: `${type}/securityRules/delete` } });
    expect(toLastChange([deleted], groupAndRules)?.caller).toBe('anna@contoso.com');
  });

  test.each([
    ['started', event({ status: { value: 'Started' } })],
    ['accepted', event({ status: { value: 'Accepted' } })],
    ['failed', event({ status: { value: 'Failed' } })],
    [
      'of a lock',
      event({
        resourceId: `${ruleId}/providers/Microsoft.Authorization/locks/l`,
        operationName: { value: 'Microsoft.Authorization/locks/write' },
      }),
    ],
    ['of a tag', event({ operationName: { value: 'Microsoft.Resources/tags/write' } })],
    ['of a policy', event({ operationName: { value: 'Microsoft.Authorization/policies/audit/action' } })],
    ['an action', event({ operationName: { value: `${type}/join/action` } })],
    ['a read', event({ operationName: { value: `${type}/securityRules/read` } })],
    ['of another rule', event({ resourceId: `${groupId}/securityRules/Deny-All-2` })],
    ['of another NSG', event({ resourceId: ruleId.replace('/nsg/', '/nsg2/') })],
    ['of a text status', event({ status: 'Succeeded' })],
    ['of a text operation', event({ operationName: `${type}/securityRules/write` })],
    ['without a resource', event({ resourceId: null })],
  ])('isn’t one that is %s', (_, one) => {
    expect(toLastChange([one], rule)).toBeNull();
  });

  test('of an NSG includes its rules only if they are searched too', () => {
    expect(toLastChange([event()], group)).toBeNull();
    expect(toLastChange([event()], groupAndRules)?.caller).toBe('anna@contoso.com');
    expect(toLastChange([event(), event(ofGroup)], group)?.caller).toBe('anna@contoso.com');
  });

  test.each([
    ['missing', null],
    ['empty', '  '],
    ['not a text', 7],
    ['longer than any address', 'a'.repeat(321)],
  ])('has no caller if it is %s, and an earlier one doesn’t replace it', (_, caller) => {
    const earlier = event({ eventTimestamp: '2026-11-01T00:00:00Z' });
    expect(toLastChange([earlier, event({ caller })], rule)).toMatchObject({
      at: '2026-11-27T14:02:00.123Z',
      caller: null,
    });
  });

  test.each([['no time'], [7], [null]])('isn’t known if a change has the time %s', (eventTimestamp) => {
    expect(() => toLastChange([event(), event({ eventTimestamp })], rule)).toThrow('badResponse');
  });

  test('doesn’t exist without events', () => {
    expect(toLastChange([], rule)).toBeNull();
  });
});

describe('the request for it', () => {
  test('names the resource, at most 90 days, and only members without claims, and follows pages', async () => {
    const { azure, asked } = connectAnswering((request, count) => ({
      body:
        count === 1
          ? {
              value: [event({ caller: 'ben@contoso.com', eventTimestamp: '2026-11-01T00:00:00Z' })],
              nextLink: `${request.url}&$skiptoken=2`,
            }
          : { value: [event()] },
    }));
    expect(
      await azure.read.lastChange({ id: groupId.replace('/nsg', "/n'sg"), scope: 'with-parts' }, noStop),
    ).toBeNull();
    expect(asked).toHaveLength(2);
    const { origin, pathname, searchParams } = new URL(asked[0]?.url ?? '');
    expect(origin).toBe('https://management.azure.com');
    expect(pathname).toBe(
      `/subscriptions/${subscriptionId}/providers/Microsoft.Insights/eventtypes/management/values`,
    );
    expect(searchParams.get('api-version')).toBe('2015-04-01');
    expect(searchParams.get('$select')).toBe('caller,eventTimestamp,operationName,resourceId,status');
    const filter = searchParams.get('$filter') ?? '';
    const [, from = '', to = '', id] =
      /^eventTimestamp ge '([^']+)' and eventTimestamp le '([^']+)' and resourceUri eq '(.+)'$/.exec(
        filter,
      ) ?? [];
    expect(id).toBe(groupId.replace('/nsg', "/n''sg"));
    expect(Date.now() - Date.parse(from)).toBeLessThan(90 * 24 * 3_600_000);
    expect(Date.parse(to)).toBeGreaterThan(Date.now());
    expect(asked.every(({ method }) => method === 'GET')).toBe(true);
  });

  test('isn’t sent for an ID that leads elsewhere, and a page of another host gets no token', async () => {
    const { azure, asked } = connectAnswering(() => ({
      body: { value: [], nextLink: 'https://evil.example/subscriptions/x' },
    }));
    const elsewhere = { id: '/subscriptions/../../x/resourceGroups/rg', scope: 'own' } as const;
    expect((await failureOf(azure.read.lastChange(elsewhere, noStop))).code).toBe('badResponse');
    expect(asked).toEqual([]);
    const failure = await failureOf(azure.read.lastChange(rule, noStop));
    expect([failure.details.response, JSON.stringify(failure).includes(secret)]).toEqual([
      'elsewhere',
      false,
    ]);
    expect(asked.map(({ url }) => new URL(url).host)).toEqual(['management.azure.com']);
  });
});

describe('in the sample', () => {
  const nsg = sampleNetworkId('rg-network-prod', 'networkSecurityGroups', 'nsg-training');
  const denyAll = { id: `${nsg}/securityRules/Deny-All`, scope: 'own' } as const;

  test('a colleague wrote the rule that blocks everything else, and an application the NSG', async () => {
    const { azure } = connectSample({ pageSize: 1 });
    const [ofRule, ofNsg, ofAll] = await Promise.all(
      ([denyAll, { id: nsg, scope: 'whole' }, { id: nsg, scope: 'with-parts' }] as const).map((place) =>
        azure.read.lastChange(place, noStop),
      ),
    );
    expect([ofRule?.caller, ofAll?.caller]).toEqual([colleague, colleague]);
    expect(ofNsg?.caller).toMatch(/^[\da-f-]{36}$/);
    expect(Date.parse(ofNsg?.at ?? '')).toBeLessThan(Date.parse(ofRule?.at ?? ''));
  });

  test('a write of another user is logged, and a refused one isn’t', async () => {
    const { azure, sample } = connectSample();
    const path = `${nsg}/securityRules/Allow-DNS`;
    const place = { id: path, scope: 'own' } as const;
    expect(await azure.read.lastChange(place, noStop)).toBeNull();
    const properties = {
      ...{ priority: 300, direction: 'Outbound', access: 'Allow', protocol: 'Udp' },
      ...{ sourceAddressPrefix: '*', sourcePortRange: '*' },
      ...{ destinationAddressPrefix: '*', destinationPortRange: '53' },
    };
    expect(
      sample.writeByOther({ method: 'PUT', path, body: { properties: { ...properties, priority: 7 } } }),
    ).toBe(false);
    expect(await azure.read.lastChange(place, noStop)).toBeNull();
    expect(sample.writeByOther({ method: 'PUT', path, body: { properties } })).toBe(true);
    expect((await azure.read.lastChange(place, noStop))?.caller).toBe(colleague);
  });

  test('without permission, or if Azure throttles, it isn’t read', async () => {
    const { azure, sample } = connectSample();
    sample.access.deny({ scope: nsg, verbs: ['read'], type: 'Microsoft.Insights/eventtypes/values' });
    expect((await failureOf(azure.read.lastChange(denyAll, noStop))).code).toBe('forbidden');
    sample.access.allow(nsg);
    sample.faults.next({ match: 'eventtypes', status: 429, retryAfter: 600, times: 9 });
    expect((await failureOf(azure.read.lastChange(denyAll, noStop))).code).toBe('throttled');
  });
});
