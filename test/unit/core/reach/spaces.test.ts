import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../../src/core/known';
import type { Route } from '../../../../src/core/network/model';
import { reason } from '../../../../src/core/reason';
import { answerLines } from '../../../support/answer-lines';
import { peering, parseRoute, type SomeNetwork } from '../../../support/networks';
import { reachOf, outcomeSummary } from '../../../support/reach-text';

const denyAll = 'Deny Outbound 4096 * *>*:*';
const toNetwork = 'Allow Outbound 100 Tcp *>VirtualNetwork:443';
const toInternet = 'Allow Outbound 100 Tcp *>Internet:443';
/** Addresses of Storage in West Europe. */
const storage = 'out TCP 443 20.38.108.0/23';
const unread = unknown(reason('unknown.notRead', { name: 'rt' }));

const unreadTable: SomeNetwork = { subnet: { routeTable: unread } };
const unreadRoute: Route = { ...parseRoute('x -> Internet'), destination: unread };
/** This makes the path to the service certain, whatever the routes are. */
const byEndpoint = { serviceEndpoints: known(['Microsoft.Storage']) };

describe('routes that weren’t read may extend VirtualNetwork to everything, and reduce Internet', () => {
  it.each<[string, SomeNetwork]>([
    ['no route table', unreadTable],
    ['one route', { routes: [unreadRoute] }],
  ])('%s', (_, network) => {
    const states = (rule: string): string =>
      outcomeSummary(reachOf({ ...network, rules: [rule, denyAll] }, storage));
    expect(states(toNetwork)).toBe('unknown unknown.notRead');
    expect(states(toInternet)).toBe('unknown unknown.notRead');
    expect(states('Allow Outbound 100 Tcp *>Storage:443')).toBe('unknown unknown.notRead');
  });

  it.each<[string, SomeNetwork]>([
    ['no route table', { subnet: { ...unreadTable.subnet, ...byEndpoint } }],
    ['one route', { routes: [unreadRoute], subnet: byEndpoint }],
    [
      'a peer with those addresses that may be connected',
      {
        network: { peerings: known([peering(['20.0.0.0/8'], { state: unread })]) },
        subnet: byEndpoint,
      },
    ],
  ])('%s: default rules allow an address that is in one or the other', (_, network) => {
    expect(outcomeSummary(reachOf({ ...network, rules: [] }, storage))).toMatch(
      /^allowed by default by 6500[01]$/,
    );
    expect(outcomeSummary(reachOf({ ...network, rules: [toNetwork, denyAll] }, storage))).toBe(
      'unknown unknown.notRead',
    );
    expect(outcomeSummary(reachOf({ ...network, rules: [toInternet, denyAll] }, storage))).toBe(
      'unknown unknown.notRead',
    );
  });
});

describe('the unknown whether Internet still contains addresses that routes name', () => {
  const states = (network: SomeNetwork): string | undefined =>
    answerLines(reachOf({ ...network, rules: [toInternet, denyAll] }, storage)).find((line) =>
      line.startsWith('=> '),
    );

  it.each<[string, SomeNetwork, string]>([
    ['names the route', { routes: ['Storage -> Internet'] }, 'Storage'],
    [
      'names at most three of them',
      {
        routes: ['Storage -> Internet', 'Sql -> Internet', '20.0.0.0/8 -> Internet', 'EventHub -> Internet'],
      },
      'Storage,Sql,20.0.0.0/8',
    ],
    ['names a route without its blanks', { routes: [' Storage  -> Internet'] }, 'Storage'],
    [
      'names learned routes',
      {
        network: { hasGateway: known(true) },
        subnet: {
          effectiveRoutes: { learned: [{ prefix: '20.0.0.0/8', nextHopAddress: '10.1.0.4' }], dropped: [] },
        },
      },
      '20.0.0.0/8',
    ],
  ])('%s', (_, network, routes) =>
    expect(states(network)).toBe(`=> unknown.routedInternet routes=${routes}`),
  );
});
