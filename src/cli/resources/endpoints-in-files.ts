import { jsonAt, isJsonObject, listAt, textAt, type Json, type JsonObject } from '../../azure/json';
import { unknown, type Known } from '../../core/known';
import { nameOf, sameId } from '../../core/network/find';
import type { PrivateEndpoint } from '../../core/network/model';
import { reason } from '../../core/reason';
import type { FirewallBodiesOf } from './firewalls-in-files';

const cardType = 'Microsoft.Network/networkInterfaces';

/** Private endpoints with their network interfaces: with a zone group the addresses stand at the cards alone. */
export function endpointsWithNic(bodies: FirewallBodiesOf): readonly JsonObject[] {
  const cards = bodies(cardType);
  const cardOf = (printed: Json): Json => cards.find((card) => isSame(card, printed)) ?? printed;
  return bodies('Microsoft.Network/privateEndpoints').map((endpoint) => {
    const properties = jsonAt(endpoint, 'properties');
    if (!isJsonObject(properties)) return endpoint;
    const networkInterfaces = listAt(properties, 'networkInterfaces').map(cardOf);
    return { ...endpoint, properties: { ...properties, networkInterfaces } };
  });
}

function isSame(one: Json, other: Json): boolean {
  return sameId(textAt(one, 'id') ?? '', textAt(other, 'id') ?? '');
}

/** Says of an endpoint without addresses which network interface the files lack. */
export function withMissingNic(
  endpoints: Known<readonly PrivateEndpoint[]>,
  bodies: FirewallBodiesOf,
): Known<readonly PrivateEndpoint[]> {
  if (!endpoints.known) return endpoints;
  const cards = bodies('Microsoft.Network/privateEndpoints').map((body) => ({
    id: textAt(body, 'id') ?? '',
    lacks: listAt(body, 'properties', 'networkInterfaces')
      .map((card) => textAt(card, 'id') ?? '')
      .find((id) => !bodies(cardType).some((one) => sameId(textAt(one, 'id') ?? '', id))),
  }));
  const value = endpoints.value.map((endpoint): PrivateEndpoint => {
    const lacks = cards.find(({ id }) => sameId(id, endpoint.id))?.lacks;
    return endpoint.addresses.known || lacks === undefined
      ? endpoint
      : { ...endpoint, addresses: unknown(reason('terminal.notInFiles', { name: nameOf(lacks) })) };
  });
  return { ...endpoints, value };
}
