// Compute resources and managed virtual networks. The CLI's `ml` is an extension that no package contains, so `az rest`
// and `az resource` replace it.
import assert from 'node:assert/strict';
import {
  address,
  done,
  pathInGroup,
  learningVersion,
  names,
  refusedByAzure,
  rest,
  waitUntilDone,
  untilRefused,
  cliWorkspacePath,
} from './session.mjs';

/** @typedef {import('./session.mjs').Session} Session */

const managedVersion = '2024-04-01';
const scaleSettings = { minNodeCount: 0, maxNodeCount: 2 };
const cluster = {
  location: 'westeurope',
  properties: { computeType: 'AmlCompute', properties: { vmSize: 'STANDARD_DS3_V2', scaleSettings } },
};

/** @param {Session} session @param {string} name */
const computeId = (session, name) =>
  pathInGroup(session, `${cliWorkspacePath}/computes/${name}`, 'rg-ml-prod');

/** @param {Session} session @param {string} path */
const ofManaged = (session, path) => {
  const id = `/providers/Microsoft.MachineLearningServices/workspaces/mlw-risk-prod${path}`;
  return address(session, pathInGroup(session, id, 'rg-ml-risk'), managedVersion);
};

/** @type {import('./session.mjs').Cases} */
export const computeCases = {
  'a cluster is created, read, scaled, and deleted': async (session) => {
    const url = address(session, computeId(session, 'cpu-cli'), learningVersion);
    await done(rest(session, 'put', url, cluster));
    const shown = await waitUntilDone(session, url);
    assert.deepEqual(
      [shown.properties.provisioningState, shown.properties.properties.scaleSettings.maxNodeCount],
      ['Succeeded', 2],
    );
    const properties = { properties: { scaleSettings: { minNodeCount: 0, maxNodeCount: 3 } } };
    await done(rest(session, 'patch', url, { properties }));
    assert.equal((await waitUntilDone(session, url)).properties.properties.scaleSettings.maxNodeCount, 3);
    const { nodes } = await done(
      rest(session, 'post', address(session, `${computeId(session, 'cpu-cli')}/listNodes`, learningVersion)),
    );
    assert.deepEqual(nodes, []);
    await refusedByAzure(rest(session, 'delete', url), /Bad Request/);
    await done(rest(session, 'delete', `${url}&underlyingResourceAction=Delete`));
    await untilRefused(session, url, /Not Found/);
  },
  'az resource stops, starts, and restarts an instance': async (session) => {
    const id = ['--ids', computeId(session, 'ci-anna'), '--api-version', learningVersion];
    for (const [action, state] of [
      ['stop', 'Stopped'],
      ['start', 'Running'],
      ['restart', 'Running'],
    ]) {
      await done(session.az('resource', 'invoke-action', '--action', String(action), ...id));
      const { properties } = (await done(session.az('resource', 'show', ...id))).properties;
      assert.deepEqual(
        [properties.state, properties.lastOperation.operationName.toLowerCase()],
        [state, action],
      );
    }
  },
  'compute resources are listed among the resources with their workspace': async ({ az }) => {
    const type = ['--resource-type', 'Microsoft.MachineLearningServices/workspaces/computes'];
    const found = names(await done(az('resource', 'list', '--resource-group', 'rg-ml-prod', ...type)));
    assert.ok(found.includes('mlw-fraud-prod/cpu-train'));
  },
  'a managed virtual network gets a rule, and is provisioned': async (session) => {
    const rule = ofManaged(session, '/outboundRules/cli');
    const properties = {
      type: 'ServiceTag',
      destination: { serviceTag: 'DataFactory', protocol: 'TCP', portRanges: '443' },
    };
    await done(rest(session, 'put', rule, { properties }));
    const held = await done(rest(session, 'get', ofManaged(session, '/outboundRules')));
    assert.ok(names(held.value).includes('cli'));
    await done(rest(session, 'post', ofManaged(session, '/provisionManagedNetwork'), { includeSpark: true }));
    const status = async () =>
      (await done(rest(session, 'get', ofManaged(session, '')))).properties.managedNetwork.status;
    for (let tries = 0; tries < 10 && !(await status()).sparkReady; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    assert.deepEqual(await status(), { status: 'Active', sparkReady: true });
    const shown = await done(rest(session, 'get', rule));
    assert.deepEqual(
      [shown.properties.status, shown.properties.destination.serviceTag],
      ['Active', 'DataFactory'],
    );
    await done(rest(session, 'delete', rule));
    await untilRefused(session, rule, /Not Found/);
    const required = rest(session, 'delete', ofManaged(session, '/outboundRules/registry'));
    await refusedByAzure(required, /Bad Request/);
  },
};
