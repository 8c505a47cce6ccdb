import { expect, test } from 'vitest';
import { defaultRouteOf, ignoresGatewayRoutes } from '../../../src/checks/default-route';
import { known } from '../../../src/core/known';
import { buildModel, unreadFact } from './model-builder';

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
  expect(nameOfDefault(['10.0.0.0/8 local', '? internet'])).toEqual(unreadFact);
  expect(nameOfDefault(['? internet', '0.0.0.0/0 internet'])).toBe('route-2');
});

// The longest prefix comes first (virtual-network/virtual-networks-udr-overview, 2023-05-27).
test('two routes that lead both halves the same way are one for everything', () => {
  const low = '0.0.0.0/1 appliance 10.40.1.4';
  const high = '128.0.0.0/1 appliance 10.40.1.4';
  expect(nameOfDefault(['10.0.0.0/8 local', low, high])).toBe('route-2');
  expect(nameOfDefault([low])).toBeNull();
  expect(nameOfDefault([high])).toBeNull();
  expect(nameOfDefault([low, '128.0.0.0/1 appliance 10.40.1.5'])).toBeNull();
  expect(nameOfDefault([low, '128.0.0.0/1 none'])).toBeNull();
  expect(nameOfDefault(['0.0.0.0/1 internet', '128.0.0.0/1 none'])).toBeNull();
  expect(nameOfDefault([low, '128.0.0.0/2 appliance 10.40.1.4'])).toBeNull();
  expect(nameOfDefault(['0.0.0.0/0 internet', low, high])).toBe('route-2');
});

test('spaces around the destination make no other one', () => {
  const found = (routes: readonly string[], destinations: readonly string[]) => {
    const model = buildModel({ routes });
    const routeTables = model.routeTables.map((table) => ({
      ...table,
      routes: known(
        (table.routes.known ? table.routes.value : []).map((one, index) => ({
          ...one,
          destination: known(destinations[index] ?? ''),
        })),
      ),
    }));
    const subnet = model.virtualNetworks[0]?.subnets[0];
    return subnet && defaultRouteOf({ ...model, routeTables }, subnet);
  };
  expect(found(['x internet'], [' 0.0.0.0/0 '])).toMatchObject({ value: { name: 'route-1' } });
  expect(found(['x internet', 'y internet'], [' 0.0.0.0/1', '128.0.0.0/1 '])).toMatchObject({
    value: { name: 'route-1' },
  });
});

test('a subnet without a table takes the routes of a gateway, one with a table as that says', () => {
  const table = (off: boolean) =>
    known(buildModel({ routes: [], ignoreGatewayRoutes: off }).routeTables[0] ?? null);
  expect(ignoresGatewayRoutes(known(null))).toEqual(known(false));
  expect(ignoresGatewayRoutes(table(false))).toEqual(known(false));
  expect(ignoresGatewayRoutes(table(true))).toEqual(known(true));
  expect(ignoresGatewayRoutes(unreadFact)).toEqual(unreadFact);
});
