// Roles, locks, policies, and registrations, each with the CLI's own command.
import assert from 'node:assert/strict';
import {
  address,
  done,
  cliResourceGroup,
  pathInGroup,
  names,
  networkVersion,
  refusedByAzure,
  rest,
} from './session.mjs';

const addresses = 'Microsoft.Network/publicIPAddresses';
const notAllowed = '6c112d4e-5bc7-47ae-a041-ea2d9dccd749';
const inOwn = ['--resource-group', cliResourceGroup];

/** @type {import('./session.mjs').Cases} */
export const governanceCases = {
  'roles are read at a resource group, and refused at a hidden one': async (session) => {
    const permissions = '/providers/Microsoft.Authorization/permissions';
    const at = (/** @type {string} */ place) =>
      rest(session, 'get', address(session, pathInGroup(session, permissions, place), '2022-04-01'));
    const { value } = await done(at('rg-ml-prod'));
    assert.deepEqual(value[0].actions, ['*']);
    await refusedByAzure(at('rg-security-core'), /AuthorizationFailed/);
  },
  'az lock keeps a resource from being deleted': async ({ az }) => {
    const pip = [
      ...inOwn,
      '--name',
      'pip-cli',
      '--resource-type',
      addresses,
      '--api-version',
      networkVersion,
    ];
    await done(az('resource', 'create', ...pip, '--location', 'westeurope', '--properties', '{}'));
    const lock = ['--name', 'keep', ...inOwn];
    await done(az('lock', 'create', ...lock, '--lock-type', 'CanNotDelete', '--notes', 'audit'));
    assert.deepEqual(names(await done(az('lock', 'list', ...inOwn))), ['keep']);
    const shown = await done(az('lock', 'show', ...lock));
    assert.deepEqual([shown.level, shown.notes], ['CanNotDelete', 'audit']);
    await refusedByAzure(az('resource', 'delete', ...pip), /ScopeLocked|locked|failed to be deleted/);
    await done(az('resource', 'show', ...pip));
    await done(az('lock', 'delete', ...lock));
    await done(az('resource', 'delete', ...pip));
    await refusedByAzure(az('resource', 'show', ...pip), /ResourceNotFound/);
  },
  'az policy assigns a built-in policy, which refuses': async ({ az }) => {
    const definitions = await done(az('policy', 'definition', 'list'));
    assert.ok(names(definitions).includes(notAllowed));
    const assignment = ['--name', 'no-addresses', ...inOwn];
    const parameters = { listOfResourceTypesNotAllowed: { value: [addresses] } };
    const which = ['--policy', notAllowed, '--params', JSON.stringify(parameters)];
    await done(az('policy', 'assignment', 'create', ...assignment, ...which));
    const shown = await done(az('policy', 'assignment', 'show', ...assignment));
    assert.deepEqual([shown.parameters, shown.enforcementMode], [parameters, 'Default']);
    const pip = [
      ...inOwn,
      '--name',
      'pip-not',
      '--resource-type',
      addresses,
      '--api-version',
      networkVersion,
    ];
    const create = az('resource', 'create', ...pip, '--location', 'westeurope', '--properties', '{}');
    await refusedByAzure(create, /RequestDisallowedByPolicy/);
    await done(az('policy', 'assignment', 'delete', ...assignment));
    assert.deepEqual(await done(az('policy', 'assignment', 'list', ...inOwn)), []);
  },
  'az provider unregisters, and registers again': async ({ az }) => {
    const provider = ['--namespace', 'Microsoft.Insights'];
    await done(az('provider', 'unregister', ...provider, '--wait'));
    const state = async () => (await done(az('provider', 'show', ...provider))).registrationState;
    assert.equal(await state(), 'Unregistered');
    await done(az('provider', 'register', ...provider, '--wait'));
    assert.equal(await state(), 'Registered');
  },
};
