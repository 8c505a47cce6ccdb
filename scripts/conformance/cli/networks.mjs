// Networks and their resources: created, read back, refused, and deleted. `az network vnet` of Debian 12 ends before it
// sends anything, so `az resource` and `az rest` replace it. `az network private-dns` works except for its links.
import assert from 'node:assert/strict';
import {
  address,
  done,
  cliResourceGroup,
  pathInGroup,
  names,
  networkVersion,
  put,
  refusedByAzure,
  rest,
} from './session.mjs';

/** @typedef {import('./session.mjs').Session} Session */
/** @typedef {import('./session.mjs').Cases} Cases */

const network = '/providers/Microsoft.Network/virtualNetworks/vnet-cli';
const other = '/providers/Microsoft.Network/virtualNetworks/vnet-cli-other';
const securityGroup = '/providers/Microsoft.Network/networkSecurityGroups/nsg-cli';
const routeTable = '/providers/Microsoft.Network/routeTables/rt-cli';
const prefix = '/providers/Microsoft.Network/publicIPPrefixes/ippre-cli';
const zone = 'privatelink.notebooks.azure.net';
const location = 'westeurope';

const allowStorage = {
  priority: 100,
  direction: 'Outbound',
  access: 'Allow',
  protocol: 'Tcp',
  sourceAddressPrefix: 'VirtualNetwork',
  sourcePortRange: '*',
  destinationAddressPrefix: 'Storage.WestEurope',
  destinationPortRange: '443',
};

/** @param {Session} session @param {string} path */
const byId = (session, path) => ['--ids', pathInGroup(session, path), '--api-version', networkVersion];

/** @type {Cases} */
export const networks = {
  'az resource creates a network and follows the operation': async (session) => {
    const properties = { addressSpace: { addressPrefixes: ['10.81.0.0/16'] } };
    const made = await done(
      session.az(
        ...['resource', 'create', '--id', pathInGroup(session, network), '--api-version', networkVersion],
        ...['--is-full-object', '--properties', JSON.stringify({ location, properties })],
      ),
    );
    assert.equal(made.properties.provisioningState, 'Succeeded');
    const shown = await done(session.az('resource', 'show', ...byId(session, network)));
    assert.deepEqual(shown.properties.addressSpace.addressPrefixes, ['10.81.0.0/16']);
  },
  'az rest creates an NSG, a rule, a route table, and a subnet that uses them': async (session) => {
    const id = (/** @type {string} */ path) => pathInGroup(session, path);
    await put(session, id(securityGroup), { location, properties: { securityRules: [] } });
    await put(session, id(`${securityGroup}/securityRules/allow-storage`), { properties: allowStorage });
    await put(session, id(routeTable), { location, properties: { routes: [] } });
    const properties = {
      addressPrefix: '10.81.1.0/24',
      networkSecurityGroup: { id: id(securityGroup) },
      routeTable: { id: id(routeTable) },
      serviceEndpoints: [{ service: 'Microsoft.Storage' }],
    };
    await put(session, id(`${network}/subnets/snet-train`), { properties });
    const shown = await done(rest(session, 'get', address(session, id(securityGroup))));
    assert.equal(shown.properties.securityRules[0].properties.destinationAddressPrefix, 'Storage.WestEurope');
    assert.equal(shown.properties.subnets[0].id, id(`${network}/subnets/snet-train`));
  },
  'az resource tag changes only the tags': async (session) => {
    const tagged = session.az('resource', 'tag', ...byId(session, network), '--tags', 'for=cli');
    assert.deepEqual((await done(tagged)).tags, { for: 'cli' });
    const shown = await done(session.az('resource', 'show', ...byId(session, network)));
    assert.deepEqual([shown.tags, names(shown.properties.subnets)], [{ for: 'cli' }, ['snet-train']]);
  },
  'an outdated ETag is refused': async (session) => {
    const url = address(session, pathInGroup(session, routeTable));
    const body = JSON.stringify({ location, properties: { disableBgpRoutePropagation: true } });
    const what = ['--method', 'put', '--url', url, '--body', body, '--headers', 'If-Match=W/"old"'];
    await refusedByAzure(session.az('rest', ...what), /Precondition Failed.*PreconditionFailed/s);
  },
  'a resource that is in use can’t be deleted': async (session) => {
    const answer = rest(session, 'delete', address(session, pathInGroup(session, securityGroup)));
    await refusedByAzure(answer, /Bad Request.*InUseNetworkSecurityGroupCannotBeDeleted/s);
  },
  'two networks are peered, from both ends': async (session) => {
    const id = (/** @type {string} */ path) => pathInGroup(session, path);
    await put(session, id(other), {
      location,
      properties: { addressSpace: { addressPrefixes: ['10.85.0.0/16'] } },
    });
    const peering = (/** @type {string} */ from, /** @type {string} */ to) =>
      put(session, id(`${from}/virtualNetworkPeerings/peer`), {
        properties: { remoteVirtualNetwork: { id: id(to) }, allowVirtualNetworkAccess: true },
      });
    assert.equal((await peering(network, other)).properties.peeringState, 'Initiated');
    assert.equal((await peering(other, network)).properties.peeringState, 'Connected');
    const shown = await done(session.az('resource', 'show', ...byId(session, network)));
    assert.equal(shown.properties.virtualNetworkPeerings[0].properties.peeringState, 'Connected');
  },
  'az network private-dns writes a zone and its records, az rest its link': async (session) => {
    const { az } = session;
    const dns = (/** @type {string[]} */ ...args) =>
      done(az('network', 'private-dns', ...args, '--resource-group', cliResourceGroup));
    await dns('zone', 'create', '--name', zone);
    const inZone = ['--zone-name', zone];
    await dns(
      'record-set',
      'a',
      'add-record',
      ...inZone,
      '--record-set-name',
      'ci',
      '--ipv4-address',
      '10.81.1.4',
    );
    await dns('record-set', 'a', 'update', ...inZone, '--name', 'ci', '--set', 'ttl=60');
    const link = `/providers/Microsoft.Network/privateDnsZones/${zone}/virtualNetworkLinks/link`;
    const properties = { virtualNetwork: { id: pathInGroup(session, network) }, registrationEnabled: false };
    await put(session, pathInGroup(session, link), { location: 'global', properties });
    const [, record] = await dns('record-set', 'list', ...inZone);
    assert.deepEqual([record.name, record.ttl, record.aRecords[0].ipv4Address], ['ci', 60, '10.81.1.4']);
    assert.deepEqual(names(await dns('link', 'vnet', 'list', ...inZone)), ['link']);
    const remove = az(
      'network',
      'private-dns',
      'zone',
      'delete',
      '--name',
      zone,
      '--resource-group',
      cliResourceGroup,
      '--yes',
    );
    await refusedByAzure(remove, /CannotDeleteResource/);
    await dns('link', 'vnet', 'delete', ...inZone, '--name', 'link', '--yes');
    await dns('record-set', 'a', 'delete', ...inZone, '--name', 'ci', '--yes');
    await dns('zone', 'delete', '--name', zone, '--yes');
    assert.deepEqual(await dns('zone', 'list'), []);
  },
  'a public IP prefix is created, and refuses another length': async (session) => {
    const sku = { name: 'Standard' };
    const made = await put(session, pathInGroup(session, prefix), {
      location,
      sku,
      properties: { prefixLength: 31 },
    });
    assert.match(made.properties.ipPrefix, /^203\.0\.113\.\d+\/31$/);
    const url = address(session, pathInGroup(session, prefix));
    const longer = rest(session, 'put', url, { location, sku, properties: { prefixLength: 30 } });
    await refusedByAzure(longer, /PublicIpPrefixPropertyChangeNotAllowed/);
  },
  'hidden and missing resources are reported': async (session) => {
    const groups = '/providers/Microsoft.Network/networkSecurityGroups';
    const hidden = address(session, pathInGroup(session, groups, 'rg-security-core'));
    await refusedByAzure(rest(session, 'get', hidden), /Forbidden.*AuthorizationFailed/s);
    const none = address(
      session,
      pathInGroup(session, '/providers/Microsoft.Network/virtualNetworks/vnet-none'),
    );
    await refusedByAzure(rest(session, 'get', none), /Not Found.*ResourceNotFound/s);
  },
};

/** @type {Cases} */
export const clearing = {
  'az resource deletes what it created': async (session) => {
    for (const path of [network, other, securityGroup, routeTable, prefix]) {
      await done(session.az('resource', 'delete', ...byId(session, path)));
      await refusedByAzure(session.az('resource', 'show', ...byId(session, path)), /ResourceNotFound/);
    }
  },
};
