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

test('the default route is the custom one', () => {
  expect(nameOfDefault(['10.0.0.0/8 local', '0.0.0.0/0 internet'])).toBe('route-2');
  expect(nameOfDefault(['10.0.0.0/8 local'])).toBeNull();
});

test('a route with an unread destination may be the default route, unless another certainly is', () => {
  expect(nameOfDefault(['10.0.0.0/8 local', '? internet'])).toEqual(unreadFact);
  expect(nameOfDefault(['? internet', '0.0.0.0/0 internet'])).toBe('route-2');
});

// The longest prefix comes first (virtual-network/virtual-networks-udr-overview, 2023-05-27).
test('two routes that lead both halves to the same next hop are one default route', () => {
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

test('spaces around the destination don’t make it another one', () => {
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

test('a subnet without a route table gets a gateway’s routes, and one with a route table as its setting states', () => {
  const table = (off: boolean) =>
    known(buildModel({ routes: [], ignoreGatewayRoutes: off }).routeTables[0] ?? null);
  expect(ignoresGatewayRoutes(known(null))).toEqual(known(false));
  expect(ignoresGatewayRoutes(table(false))).toEqual(known(false));
  expect(ignoresGatewayRoutes(table(true))).toEqual(known(true));
  expect(ignoresGatewayRoutes(unreadFact)).toEqual(unreadFact);
});
