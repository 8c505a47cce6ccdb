import { expect, test } from 'vitest';
import { fixEffectOf, type Fix, type FixFlow } from '../../../src/core/fix';
import type { AssociatedType } from '../../../src/core/resource-change';
import type { EndpointChange } from '../../../src/core/service-change';
import { created, deleted } from '../../support/changes';

const flow: FixFlow = { direction: 'Outbound', protocol: 'TCP', ports: '443', remote: 'Storage', ranges: 2 };
const create = (type: AssociatedType) => created(type, '/x', 'westeurope');
const remove = deleted('natGateway', '/x');

const after = { location: 'westeurope', subnet: '/s', target: '/mlw', group: 'amlworkspace' };
const connect: EndpointChange = { type: 'endpoint', id: '/pe', before: null, after };

const rows: readonly (readonly [Fix['effect'], string, Partial<Fix>])[] = [
  ['none', 'nothing passes that did not', {}],
  ['opens', 'traffic begins', { opens: [flow] }],
  ['closes', 'traffic stops', { closes: [flow] }],
  [
    'closes',
    'traffic stops, other begins, and it costs',
    { changes: [create('natGateway')], opens: [flow], closes: [flow] },
  ],
  ['costs', 'a NAT gateway is made, and traffic begins', { changes: [create('natGateway')], opens: [flow] }],
  ['costs', 'a public address is made', { changes: [create('routeTable'), create('publicIpAddress')] }],
  ['costs', 'a private endpoint is made', { changes: [connect] }],
  [
    'costs',
    'a private DNS zone is made',
    { changes: [{ type: 'zone', id: '/zone', before: null, after: {} }] },
  ],
  [
    'none',
    'a private endpoint and its zone go',
    {
      changes: [
        { ...connect, before: after, after: null },
        { type: 'zone', id: '/zone', before: {}, after: null },
      ],
    },
  ],
  ['none', 'a route table is made', { changes: [create('routeTable')] }],
  ['none', 'a security group is made', { changes: [create('securityGroup')] }],
  ['none', 'a NAT gateway goes', { changes: [remove] }],
];

test.each(rows)('%s: %s', (effect, _, more) => {
  expect(fixEffectOf({ changes: [], opens: [], closes: [], ...more })).toBe(effect);
});
