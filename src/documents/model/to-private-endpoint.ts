import { known, unknown, type Known } from '../../core/known';
import type { PrivateEndpoint } from '../../core/network/model';
import { reason } from '../../core/reason';
import { propertyOf, type DeclaredResource } from './declared-resource';
import { allKnown, idPart, itemsPart, partOf, referencePart, textPart, textsPart } from './parts';

/** A private endpoint of a file. Its addresses are Azure's to give, unless the file fixes them. */
function toPrivateEndpoint(resource: DeclaredResource): PrivateEndpoint {
  const connections = ['privateLinkServiceConnections', 'manualPrivateLinkServiceConnections'].flatMap(
    (list) => {
      const items = itemsPart(propertyOf(resource, list));
      return items.known ? items.value : [];
    },
  );
  const [connection] = connections;
  const subnet = referencePart(propertyOf(resource, 'subnet'));
  const target = idPart(partOf(connection, 'properties', 'privateLinkServiceId'));
  const groups = textsPart(partOf(connection, 'properties', 'groupIds'));
  return {
    id: resource.id,
    name: resource.name,
    subnetId: (subnet.known ? subnet.value : null) ?? '',
    targetId: (target.known ? target.value : null) ?? '',
    groups: groups.known ? groups.value : [],
    addresses: fixedAddresses(resource),
  };
}

function fixedAddresses(resource: DeclaredResource): Known<readonly string[]> {
  const items = itemsPart(propertyOf(resource, 'ipConfigurations'));
  if (!items.known) return items;
  const none = unknown(reason('unknown.noAddress'));
  if (items.value.length === 0) return none;
  return allKnown(
    items.value.map((one): Known<string> => textPart(partOf(one, 'properties', 'privateIPAddress'), none)),
  );
}

/**
 * Endpoints that the files make. A file that makes its network makes the endpoints in it too; beside one that stands
 * already there may be others, and beside a module that isn't known too.
 */
export function endpointsOf(
  all: readonly DeclaredResource[],
  networks: readonly DeclaredResource[],
  isWhole: boolean,
): Known<readonly PrivateEndpoint[]> {
  const areMade = isWhole && networks.length > 0 && networks.every(({ isExisting }) => !isExisting);
  const made = all.filter(({ isExisting }) => !isExisting);
  return made.length > 0 || areMade
    ? known(made.map(toPrivateEndpoint))
    : unknown(reason('terminal.noEndpoints'));
}
