import { beforeAll, describe, expect, test } from 'vitest';
import {
  decodeStoredPlan,
  noChoices,
  type StoredChoices,
} from '../../../../src/contract/wizard/stored-choices';
import { sampleGroupId, researchSubscription } from '../../../../src/sandbox/sample/names';
import { rsa2048 } from '../../plans/ssh-keys';
import {
  healthy,
  openWizard,
  readinessRowOf,
  type OpenWizard,
  type ReceivedPageState,
  openWizardInOneGroup,
} from './open-wizard';

const key = `ssh-rsa ${rsa2048} anna@contoso`;
const identityId = `${sampleGroupId('rg-ml-prod')}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-fraud-train`;
const size = (page: ReceivedPageState) => page.plan!.size;
const missing = (page: ReceivedPageState): string | null => page.plan!.sections.size.missing;
const inWords = (page: ReceivedPageState, label: string): string | undefined =>
  page.review?.words.find((one) => one.label === label)?.text;

describe('SSH', () => {
  let w: OpenWizard;
  beforeAll(async () => {
    w = await openWizardInOneGroup(healthy);
  });

  test('is off, and its public port isn’t available without a public IP', () => {
    expect(size(w.page).ssh).toMatchObject({
      on: false,
      publicPort: false,
      noPort: 'Not available: the nodes don’t have public IP addresses.',
      user: 'azureuser',
    });
    expect(inWords(w.page, 'SSH')).toBe('Public port closed');
  });

  test('asks for a public key, and doesn’t store a private one', async () => {
    await w.call.changeSize({ ssh: { on: true } });
    await w.until('on', (p) => missing(p) === 'Complete the SSH settings to continue');
    expect(w.page.review?.primary).toBe('none');
    const secret = '-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0\n-----END OPENSSH PRIVATE KEY-----';
    expect(await w.call.setSshKey({ text: secret })).toBe(false);
    await w.until('refused', (p) => size(p).ssh.keyState.is === 'error');
    expect(size(w.page).ssh).toMatchObject({
      key: '',
      keyState: { text: expect.stringContaining('private key, which wasn’t saved') as string },
    });
    expect(
      JSON.stringify([w.saved(), w.received.filter((one) => one.is === 'signal'), w.logged]),
    ).not.toContain('c2VjcmV0');
  });

  test('with a key it’s in the plan, and the administrator’s name is validated', async () => {
    expect(await w.call.setSshKey({ text: ` ${key}\n` })).toBe(true);
    await w.until('kept', (p) => missing(p) === null);
    expect(size(w.page).ssh.keyState).toEqual({ is: 'ok', text: 'RSA, 2048 bits' });
    expect(inWords(w.page, 'SSH')).toBe('User azureuser with a key (public port closed)');
    await w.call.changeSize({ ssh: { user: 'root' } });
    await w.until('root', (p) => size(p).ssh.userFault !== null);
    expect(missing(w.page)).toBe('Complete the SSH settings to continue');
    await w.call.changeSize({ ssh: { user: 'anna' } });
    await w.until('anna', (p) => missing(p) === null);
  });

  test('through the public port adds its requirement', async () => {
    expect(w.page.readiness?.notNeeded.map((one) => one.id)).toContain('inbound-ssh-22-cluster');
    await w.call.changeSize({ ssh: { publicPort: true } });
    await w.call.choosePublicIp({ publicIp: true });
    await w.until('port', (p) => size(p).ssh.publicPort && size(p).ssh.noPort === null);
    expect(readinessRowOf(w.page.readiness, 'inbound-ssh-22-cluster').word).not.toBe('');
    expect(inWords(w.page, 'SSH')).toBe('User anna with a key (public port open)');
  });
});

describe('identity', () => {
  test('is selected by name from those of the subscription, and one that wasn’t listed is refused', async () => {
    const w = await openWizardInOneGroup(healthy);
    await w.until('identities', (p) => size(p).identity.state.is === 'ready');
    expect(size(w.page).identity.rows.map((one) => one.name)).toEqual([
      'None',
      'System-assigned',
      'id-fraud-train (user-assigned)',
      'id-fraud-score (user-assigned)',
      'id-platform-deploy (user-assigned)',
    ]);
    await w.call.changeSize({ identity: identityId.toUpperCase() });
    await w.until('chosen', (p) => size(p).identity.chosen === identityId);
    expect(inWords(w.page, 'Managed identity')).toBe('id-fraud-train (user-assigned)');
    await expect(w.call.changeSize({ identity: `${identityId}-other` })).rejects.toMatchObject({
      problem: { code: 'notFound' },
    });
  });

  test('that no longer exists is reported, and makes the plan incomplete', async () => {
    const choices = {
      ...noChoices,
      subscription: researchSubscription.id,
      options: { ...noChoices.options, identity: { is: 'user' as const, id: `${identityId}-gone` } },
    };
    const w = await openWizardInOneGroup(healthy, { choices });
    await w.until('gone', (p) => p.plan?.size.identity.fault !== null);
    expect(size(w.page).identity.fault).toBe(
      'Couldn’t find identity id-fraud-train-gone. It was deleted, or you don’t have permission to read it.',
    );
    expect(missing(w.page)).toBe('Choose a managed identity to continue');
  });

  test('without permission to list, keeps the other choices, with a next step', async () => {
    const w = await openWizardInOneGroup(healthy, {
      before: (sample) =>
        sample.access.deny({
          scope: `/subscriptions/${researchSubscription.id}`,
          verbs: ['read'],
          type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
        }),
    });
    await w.until('refused', (p) => p.plan?.size.identity.state.is === 'problem');
    expect(size(w.page).identity.state).toMatchObject({ actions: [{ id: 'readIdentities' }] });
    await w.call.changeSize({ identity: 'system' });
    await w.until('system', (p) => size(p).identity.chosen === 'system');
    expect(missing(w.page)).toBeNull();
    w.sample.access.allow(`/subscriptions/${researchSubscription.id}`);
    await w.call.act({ id: 'readIdentities' });
    await w.until('read', (p) => size(p).identity.rows.length === 5);
  });
});

describe('tags', () => {
  test('are validated one by one; an empty line is ignored', async () => {
    const w = await openWizardInOneGroup(healthy);
    const tags = [
      { name: ' team ', value: ' fraud ' },
      { name: 'a<b', value: '' },
      { name: '', value: '' },
    ];
    await w.call.changeSize({ tags });
    await w.until('tags', (p) => size(p).tags.length === 3);
    expect(size(w.page).tags).toEqual([
      { name: 'team', value: 'fraud', fault: null },
      { name: 'a<b', value: '', fault: 'A tag name can’t contain <' },
      { name: '', value: '', fault: null },
    ]);
    expect(missing(w.page)).toBe('Correct the tags to continue');
    await w.call.changeSize({ tags: tags.toSpliced(1, 1) });
    await w.until('corrected', (p) => missing(p) === null);
    expect(inWords(w.page, 'Tags')).toBe('team=fraud');
  });
});

describe('an instance', () => {
  let w: OpenWizard;
  beforeAll(async () => {
    w = await openWizardInOneGroup(healthy);
    await w.call.chooseKind({ kind: 'instance' });
    await w.until('instance', (p) => size(p).shutdown !== null);
  });

  test('is assigned to the user, and stops after an hour', () => {
    expect(size(w.page)).toMatchObject({
      assigned: { self: true },
      shutdown: { on: true, minutes: 60, fault: null },
    });
    expect(size(w.page).ssh.user).toBeNull();
    expect(inWords(w.page, 'When idle')).toBe('Stops after 60 idle minutes');
    expect(inWords(w.page, 'Assigned to')).toBe('You');
  });

  test.each([
    [14, 'Enter from 15 to 4320 minutes (3 days).'],
    [15, null],
    [4320, null],
    [4321, 'Enter from 15 to 4320 minutes (3 days).'],
  ])('shutdown after %d idle minutes: %s', async (minutes, fault) => {
    await w.call.changeSize({ shutdown: { minutes } });
    await w.until('minutes', (p) => size(p).shutdown?.minutes === minutes);
    expect(size(w.page).shutdown?.fault).toBe(fault);
    expect(missing(w.page)).toBe(fault === null ? null : 'Correct the idle time to continue');
    await w.call.changeSize({ shutdown: { on: false } });
    await w.until('off', (p) => missing(p) === null);
    await w.call.changeSize({ shutdown: { on: true } });
  });

  test('for another user needs both IDs; the default tenant is that of the subscription', async () => {
    expect(size(w.page).assigned?.tenantId).toBe(researchSubscription.tenantId);
    const unknownUser = { objectId: '', tenantId: researchSubscription.tenantId };
    await w.call.changeSize({ shutdown: { minutes: 60 }, assigned: unknownUser });
    await w.until('no assignee yet', (p) => missing(p) === 'Enter an object ID and a tenant ID to continue');
    // Nothing invalid was entered yet.
    expect(size(w.page).assigned).toMatchObject({ self: false, objectFault: null, tenantFault: null });
    await w.call.changeSize({
      assigned: { objectId: 'anna', tenantId: researchSubscription.tenantId },
    });
    await w.until('wrong', (p) => size(p).assigned?.objectId === 'anna');
    expect(missing(w.page)).toBe('Enter an object ID and a tenant ID to continue');
    expect(size(w.page).assigned).toMatchObject({
      objectFault: expect.stringContaining('1111') as string,
      tenantFault: null,
    });
    const objectId = '0a7b2c3d-1111-4222-8333-444455556666';
    await w.call.changeSize({ assigned: { objectId, tenantId: researchSubscription.tenantId } });
    await w.until('right', (p) => missing(p) === null);
    expect(inWords(w.page, 'Assigned to')).toBe(`Object ID ${objectId}`);
  });

  test('has a schedule once both times are valid, and a script once its path is', async () => {
    expect(size(w.page)).toMatchObject({ schedule: { on: false }, setupScript: { on: false } });
    await w.call.changeSize({ schedule: { on: true, start: '8:00', stop: '25:00' } });
    await w.until('wrong time', (p) => missing(p) === 'Correct the schedule to continue');
    expect(size(w.page).schedule?.fault).toBe('Enter times in 24-hour format, such as 08:00 or 18:30.');
    await w.call.changeSize({ schedule: { stop: '18:30' }, setupScript: { on: true } });
    await w.until('no path', (p) => missing(p) === 'Complete the setup script to continue');
    expect(size(w.page).setupScript?.pathFault).toBeNull();
    await w.call.changeSize({ setupScript: { path: ' Users/ana/setup.sh ' } });
    await w.until('path', (p) => missing(p) === null);
    expect(inWords(w.page, 'Schedule')).toBe('Starts at 08:00 and stops at 18:30, Monday to Friday (UTC)');
    expect(inWords(w.page, 'Setup script')).toBe('Runs Users/ana/setup.sh once, at creation');
  });

  test('is created with these options, and compared', async () => {
    await w.call.changeSize({ identity: 'system', tags: [{ name: 'team', value: 'fraud' }] });
    await w.call.create({ anyway: false });
    await w.until('ready', (p) => p.creation?.state === 'ready');
    expect(w.page.creation?.comparison.map((one) => [one.label, one.asPlanned])).toEqual(
      [
        'Workspace',
        'Subnet',
        'Public IP',
        'Size',
        'SSH',
        'Managed identity',
        'Tags',
        'Assigned to',
        'Stops when idle',
        'Schedule',
        'Setup script',
      ].map((one) => [one, true]),
    );
  });
});

/** Choices as the next window reads them. */
function readBack(choices: object): StoredChoices {
  const plan = decodeStoredPlan(JSON.parse(JSON.stringify({ choices, opened: null })));
  if (!plan) throw new Error('The choices are not read.');
  return plan.choices;
}

test('everything is stored for the next window, and choices of an older version are read', async () => {
  const w = await openWizardInOneGroup(healthy);
  await w.call.setSshKey({ text: key });
  await w.call.changeSize({
    ssh: { on: true },
    tags: [{ name: 'team', value: 'fraud' }],
    identity: 'system',
  });
  const kept = readBack(w.saved());
  expect(kept.options).toMatchObject({
    ssh: { on: true, key },
    identity: { is: 'system' },
    tags: [{ name: 'team' }],
  });
  const next = openWizard({ choices: kept });
  await next.until('kept', (p) => p.plan?.size.ssh.key === key && p.plan.size.tags.length === 1);
  const older = Object.fromEntries(Object.entries(w.saved()).filter(([name]) => name !== 'options'));
  expect(readBack(older)).toEqual({ ...older, options: noChoices.options });
});
