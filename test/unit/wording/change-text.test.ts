import { describe, expect, it } from 'vitest';
import type { ResourceChange } from '../../../src/core/resource-change';
import { changeLines } from '../../../src/wording/change-text';
import { messagesIn } from '../../support/messages-in';

const network = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network';
const gateway = `${network}/natGateways/ng-ml`;
const subnet = `${network}/virtualNetworks/vnet-ml/subnets/snet-train`;
const changes: readonly ResourceChange[] = [
  { id: gateway, type: 'natGateway', before: null, after: { location: 'westeurope' } },
  { id: subnet, type: 'subnet', before: { natGateway: null }, after: { natGateway: gateway } },
];

describe('changes in the terminal', () => {
  it.each([
    ['en', ['create ng-ml (NAT gateway)', 'associate ng-ml with snet-train']],
    ['fr', ['créer ng-ml (Passerelle NAT)', 'associer ng-ml à snet-train']],
  ] as const)('use type names: %s', (language, lines) => {
    expect(changes.flatMap((one) => changeLines(messagesIn(language), one))).toEqual(lines);
  });
});
