import { expect, test } from 'vitest';
import type { Fix, FixFlow, FixStep, CreatedType } from '../../../src/core/fix';
import { fixEffectOf } from '../../../src/core/fix-effect';

const flow: FixFlow = { direction: 'Outbound', protocol: 'TCP', ports: '443', remote: 'Storage', ranges: 2 };
const create = (what: CreatedType): FixStep => ({ do: 'create', what, id: '/x', location: 'westeurope' });
const remove: FixStep = { do: 'delete', what: 'natGateway', id: '/x' };

const connect: FixStep = {
  do: 'connect',
  id: '/pe',
  location: 'westeurope',
  subnet: '/s',
  target: '/mlw',
  group: 'amlworkspace',
};

const rows: readonly (readonly [Fix['effect'], string, Partial<Fix>])[] = [
  ['none', 'nothing passes that did not', {}],
  ['opens', 'traffic begins', { opens: [flow] }],
  ['closes', 'traffic stops', { closes: [flow] }],
  [
    'closes',
    'traffic stops, other begins, and it costs',
    { steps: [create('natGateway')], opens: [flow], closes: [flow] },
  ],
  ['costs', 'a NAT gateway is made, and traffic begins', { steps: [create('natGateway')], opens: [flow] }],
  ['costs', 'a public address is made', { steps: [create('routeTable'), create('publicIpAddress')] }],
  ['costs', 'a private endpoint is made', { steps: [connect] }],
  ['costs', 'a private DNS zone is made', { steps: [{ do: 'addZone', id: '/zone' }] }],
  [
    'none',
    'a private endpoint and its zone go',
    {
      steps: [
        { ...connect, do: 'disconnect' },
        { do: 'removeZone', id: '/zone' },
      ],
    },
  ],
  ['none', 'a route table is made', { steps: [create('routeTable')] }],
  ['none', 'a security group is made', { steps: [create('securityGroup')] }],
  ['none', 'a NAT gateway goes', { steps: [remove] }],
];

test.each(rows)('%s: %s', (effect, _, more) => {
  expect(fixEffectOf({ steps: [], opens: [], closes: [], ...more })).toBe(effect);
});
