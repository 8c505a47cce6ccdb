import { describe, expect, it } from 'vitest';
import type { ResourceChange } from '../../../src/core/resource-change';
import { billedTitle, changeLines, changeTitles, formatChange } from '../../../src/wording/change-text';
import { associated, created, deleted, dissociated } from '../../support/changes';
import { messagesIn } from '../../support/messages-in';
import { withoutType } from '../../support/named-types';

const network = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network';
const gateway = `${network}/natGateways/ng-ml`;
const subnet = `${network}/virtualNetworks/vnet-ml/subnets/snet-train`;
const changes: readonly ResourceChange[] = [
  created('natGateway', gateway, 'westeurope'),
  associated('natGateway', gateway, subnet),
];

describe('changes in the terminal', () => {
  it.each([
    ['en', ['create ng-ml (NAT gateway)', 'associate NAT gateway ng-ml with snet-train']],
    ['fr', ['créer ng-ml (Passerelle NAT)', 'associer la passerelle NAT ng-ml à snet-train']],
  ] as const)('use type names: %s', (language, lines) => {
    expect(changes.flatMap((one) => changeLines(messagesIn(language), one))).toEqual(lines);
  });
});

describe('the type of a resource', () => {
  const verbs = { created, deleted, associated, dissociated };
  const parts = [
    ['securityGroup', `${network}/networkSecurityGroups/nsg-ml`, subnet],
    ['routeTable', `${network}/routeTables/rt-ml`, subnet],
    ['natGateway', gateway, subnet],
    ['publicIpAddress', `${network}/publicIPAddresses/pip-ml`, gateway],
  ] as const;
  const cases = Object.entries(verbs).flatMap(([verb, change]) =>
    parts.map(([type, id, to]) => [`${type} is ${verb}`, change(type, id, to)] as const),
  );

  it.each(cases)('is in every text about it: %s', (_, change) => {
    const texts = (['en', 'fr'] as const)
      .map(messagesIn)
      .flatMap((say) => [
        ...changeTitles(say, change, []),
        ...changeTitles(say, change, [created('natGateway', gateway, 'westeurope')]),
        ...changeLines(say, change),
        ...formatChange(say, [change], change.id),
      ]);
    expect(texts).toHaveLength(8);
    expect(texts.flatMap((one) => withoutType(one, [change]))).toEqual([]);
  });

  it.each([
    ['en', 'Create private endpoint pe-ml (billed) and private DNS zones a.net and b.net (billed)'],
    [
      'fr',
      'Créer le point de terminaison privé pe-ml (facturé) et les zones DNS privées a.net et b.net (facturées)',
    ],
  ] as const)('is once for all resources of a type that are billed: %s', (language, title) => {
    const place = { subnet, target: '/w', group: 'amlworkspace', location: 'westeurope' };
    const services: readonly ResourceChange[] = [
      { type: 'endpoint', id: `${network}/privateEndpoints/pe-ml`, before: null, after: place },
      { type: 'zone', id: `${network}/privateDnsZones/a.net`, before: null, after: {} },
      { type: 'zone', id: `${network}/privateDnsZones/b.net`, before: null, after: {} },
    ];
    expect(billedTitle(messagesIn(language), services)).toBe(title);
  });
});
