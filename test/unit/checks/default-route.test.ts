import { expect, test } from 'vitest';
import { defaultRouteOf, ignoresGatewayRoutes } from '../../../src/checks/default-route';
import { known } from '../../../src/core/known';
import { buildModel, notRead } from './model-builder';

function nameOfDefault(routes: readonly string[]) {
  const model = buildModel({ routes });
  const subnet = model.virtualNetworks[0]?.subnets[0];
  const found = subnet && defaultRouteOf(model, subnet);
  return found?.known ? (found.value?.name ?? null) : found;
}

test('the route for everything is the one that a person wrote for it', () => {
  expect(nameOfDefault(['10.0.0.0/8 local', '0.0.0.0/0 internet'])).toBe('route-2');
  expect(nameOfDefault(['10.0.0.0/8 local'])).toBeNull();
});

test('a route whose destination was not read may be for everything, unless another certainly is', () => {
  expect(nameOfDefault(['10.0.0.0/8 local', '? internet'])).toEqual(notRead);
  expect(nameOfDefault(['? internet', '0.0.0.0/0 internet'])).toBe('route-2');
});

test('spaces around the destination make no other one', () => {
  const model = buildModel({ routes: ['x internet'] });
  const routeTables = model.routeTables.map((table) => ({
    ...table,
    routes: known(
      (table.routes.known ? table.routes.value : []).map((one) => ({
        ...one,
        destination: known(' 0.0.0.0/0 '),
      })),
    ),
  }));
  const subnet = model.virtualNetworks[0]?.subnets[0];
  expect(subnet && defaultRouteOf({ ...model, routeTables }, subnet)).toMatchObject({
    value: { name: 'route-1' },
  });
});

test('a subnet without a table takes the routes of a gateway, one with a table as that says', () => {
  const table = (off: boolean) =>
    known(buildModel({ routes: [], ignoreGatewayRoutes: off }).routeTables[0] ?? null);
  expect(ignoresGatewayRoutes(known(null))).toEqual(known(false));
  expect(ignoresGatewayRoutes(table(false))).toEqual(known(false));
  expect(ignoresGatewayRoutes(table(true))).toEqual(known(true));
  expect(ignoresGatewayRoutes(notRead)).toEqual(notRead);
});
