// Drives the embedded Azure with the Azure CLI: signs in, writes, reads back, is refused.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {{ status: number | null; body: any; stderr: string }} Answer */
/** @typedef {{ az: (...args: string[]) => Promise<Answer>; origin: string; subscription: string; tenant: string }} Session */
/** @typedef {import('./azure-tools.mjs').AzureTools} AzureTools */
/** @typedef {import('../loopback/start-sandbox.mjs').Sandbox} Sandbox */

const group = 'rg-cli';
const networkVersion = '2024-05-01';

/** @param {Session} session @param {string} path */
const inGroup = ({ subscription }, path) => `/subscriptions/${subscription}/resourceGroups/${group}${path}`;

/** @param {Session} session @param {string} path @param {string} [version] */
const address = (session, path, version = networkVersion) =>
  `${session.origin}${inGroup(session, path)}?api-version=${version}`;

/** @param {Promise<Answer>} answer @returns {Promise<any>} */
async function done(answer) {
  const { status, body, stderr } = await answer;
  assert.equal(status, 0, stderr.split('\n').find((line) => line.startsWith('ERROR')) ?? stderr);
  return body;
}

/** @param {Promise<Answer>} answer @param {RegExp} text */
async function refused(answer, text) {
  const { status, stderr } = await answer;
  assert.notEqual(status, 0, 'was not refused');
  assert.match(stderr, text);
}

/** `az rest` writes and follows nothing: asks until the resource has ended. @param {Session} session @param {string} url */
async function settled({ az }, url) {
  for (let tries = 0; tries < 10; tries += 1) {
    const body = await done(az('rest', '--method', 'get', '--url', url));
    if (!['Updating', 'Creating'].includes(body.properties.provisioningState)) return body;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error('It does not end.');
}

const network = '/providers/Microsoft.Network/virtualNetworks/vnet-cli';
const securityGroup = '/providers/Microsoft.Network/networkSecurityGroups/nsg-cli';
const routeTable = '/providers/Microsoft.Network/routeTables/rt-cli';
const compute = '/providers/Microsoft.MachineLearningServices/workspaces/mlw-fraud-prod/computes/cpu-cli';

/** @type {Readonly<Record<string, (session: Session) => unknown>>} */
const cases = {
  'a cloud is registered from its metadata': async ({ az, origin }) => {
    await done(az('cloud', 'register', '--name', 'embedded', '--endpoint-resource-manager', origin));
    await done(az('cloud', 'set', '--name', 'embedded'));
    assert.equal((await done(az('cloud', 'show'))).endpoints.activeDirectory, `${origin}/adfs`);
  },
  'a service principal signs in': async ({ az, subscription, tenant }) => {
    const who = ['--username', '00000000-0000-4000-8000-000000000001', '--password', 'any'];
    const [found] = await done(az('login', '--service-principal', ...who, '--tenant', tenant));
    assert.deepEqual([found.id, found.user.type], [subscription, 'servicePrincipal']);
    assert.equal((await done(az('account', 'show'))).tenantId, tenant);
  },
  'a resource group is created and listed': async ({ az }) => {
    const made = await done(az('group', 'create', '--name', group, '--location', 'westeurope'));
    assert.equal(made.properties.provisioningState, 'Succeeded');
    assert.ok((await done(az('group', 'list'))).some((/** @type {any} */ one) => one.name === group));
    assert.equal(await done(az('group', 'exists', '--name', group)), true);
  },
  'az resource creates a network and follows the operation': async (session) => {
    const body = {
      location: 'westeurope',
      properties: { addressSpace: { addressPrefixes: ['10.81.0.0/16'] } },
    };
    const made = await done(
      session.az(
        ...['resource', 'create', '--id', inGroup(session, network), '--api-version', networkVersion],
        ...['--is-full-object', '--properties', JSON.stringify(body)],
      ),
    );
    assert.equal(made.properties.provisioningState, 'Succeeded');
    const shown = session.az(
      'resource',
      'show',
      '--ids',
      inGroup(session, network),
      '--api-version',
      networkVersion,
    );
    assert.deepEqual((await done(shown)).properties.addressSpace.addressPrefixes, ['10.81.0.0/16']);
  },
  'az rest creates a security group, a rule, a route table and a subnet that joins them': async (session) => {
    const { az } = session;
    /** @param {string} path @param {unknown} body */
    const put = async (path, body) => {
      const url = address(session, path);
      await done(az('rest', '--method', 'put', '--url', url, '--body', JSON.stringify(body)));
      assert.equal((await settled(session, url)).properties.provisioningState, 'Succeeded');
    };
    await put(securityGroup, { location: 'westeurope', properties: { securityRules: [] } });
    await put(`${securityGroup}/securityRules/allow-storage`, { properties: allowStorage });
    await put(routeTable, { location: 'westeurope', properties: { routes: [] } });
    const properties = {
      addressPrefix: '10.81.1.0/24',
      networkSecurityGroup: { id: inGroup(session, securityGroup) },
      routeTable: { id: inGroup(session, routeTable) },
    };
    await put(`${network}/subnets/snet-train`, { properties });
    const shown = await done(az('rest', '--method', 'get', '--url', address(session, securityGroup)));
    assert.equal(shown.properties.securityRules[0].properties.destinationAddressPrefix, 'Storage.WestEurope');
    assert.equal(shown.properties.subnets[0].id, inGroup(session, `${network}/subnets/snet-train`));
  },
  'an outdated etag is refused': async ({ az, ...session }) => {
    const url = address({ az, ...session }, routeTable);
    const body = JSON.stringify({ location: 'westeurope', properties: { disableBgpRoutePropagation: true } });
    const answer = az(
      'rest',
      '--method',
      'put',
      '--url',
      url,
      '--body',
      body,
      '--headers',
      'If-Match=W/"old"',
    );
    await refused(answer, /Precondition Failed.*PreconditionFailed/s);
  },
  'what is in use is not deleted': async (session) => {
    const answer = session.az('rest', '--method', 'delete', '--url', address(session, securityGroup));
    await refused(answer, /Bad Request.*InUseNetworkSecurityGroupCannotBeDeleted/s);
  },
  'a cluster is created, read and deleted': async (session) => {
    const { az, origin, subscription } = session;
    const url = `${origin}/subscriptions/${subscription}/resourceGroups/rg-ml-prod${compute}?api-version=2023-04-01`;
    await done(az('rest', '--method', 'put', '--url', url, '--body', JSON.stringify(cluster)));
    const shown = await settled(session, url);
    assert.deepEqual(
      [shown.properties.provisioningState, shown.properties.properties.scaleSettings.maxNodeCount],
      ['Succeeded', 2],
    );
    await refused(az('rest', '--method', 'delete', '--url', url), /Bad Request/);
    await done(az('rest', '--method', 'delete', '--url', `${url}&underlyingResourceAction=Delete`));
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await refused(az('rest', '--method', 'get', '--url', url), /Not Found/);
  },
  'what may not be read, and what is not there, is said': async (session) => {
    const { az, subscription, origin } = session;
    const groups = `${origin}/subscriptions/${subscription}/resourceGroups/rg-security-core`;
    const path = `${groups}/providers/Microsoft.Network/networkSecurityGroups?api-version=${networkVersion}`;
    await refused(az('rest', '--method', 'get', '--url', path), /Forbidden.*AuthorizationFailed/s);
    const none = address(session, '/providers/Microsoft.Network/virtualNetworks/vnet-none');
    await refused(az('rest', '--method', 'get', '--url', none), /Not Found.*ResourceNotFound/s);
  },
  'az resource deletes what it created': async (session) => {
    for (const path of [network, securityGroup, routeTable]) {
      const ids = ['--ids', inGroup(session, path), '--api-version', networkVersion];
      await done(session.az('resource', 'delete', ...ids));
      await refused(session.az('resource', 'show', ...ids), /ResourceNotFound/);
    }
  },
};

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

const cluster = {
  location: 'westeurope',
  properties: {
    computeType: 'AmlCompute',
    properties: { vmSize: 'STANDARD_DS3_V2', scaleSettings: { minNodeCount: 0, maxNodeCount: 2 } },
  },
};

/**
 * The sandbox is served by this very process, so nothing here may wait without yielding.
 * @param {AzureTools} tools @param {Sandbox} sandbox @param {string} folder @returns {Session['az']}
 */
function commandLine({ python, env }, { certificate }, folder) {
  const own = { REQUESTS_CA_BUNDLE: certificate, AZURE_CONFIG_DIR: folder, AZURE_CORE_NO_COLOR: '1' };
  const all = { ...process.env, ...env, ...own, PYTHONWARNINGS: 'ignore' };
  return (...args) =>
    new Promise((resolve, reject) => {
      const child = spawn(python, ['-m', 'azure.cli', ...args, '--output', 'json'], { env: all });
      let [stdout, stderr] = ['', ''];
      child.stdout.on('data', (chunk) => (stdout += chunk));
      child.stderr.on('data', (chunk) => (stderr += chunk));
      child.on('error', reject);
      child.on('close', (status) => {
        resolve({ status, body: stdout.trim() === '' ? undefined : JSON.parse(stdout), stderr });
      });
    });
}

/**
 * @param {AzureTools} tools @param {Sandbox} sandbox
 * @returns {Promise<{ case: string; ok: boolean; detail: string }[]>}
 */
export async function driveWithCli(tools, sandbox) {
  const folder = mkdtempSync(join(tmpdir(), 'aml-az-'));
  const { origin, subscriptionId: subscription, tenantId: tenant } = sandbox;
  const session = { az: commandLine(tools, sandbox, folder), origin, subscription, tenant };
  const results = [];
  try {
    for (const [name, run] of Object.entries(cases)) {
      const error = await Promise.resolve()
        .then(() => run(session))
        .then(
          () => undefined,
          (reason) => String(reason.message).split('\n')[0],
        );
      results.push({ case: name, ok: error === undefined, detail: error ?? '' });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return results;
}
