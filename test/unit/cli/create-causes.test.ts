import { expect, it, test } from 'vitest';
import type { ComputePlan } from '../../../src/plans/compute-plan';
import type { Fault } from '../../../src/sandbox/faults';
import { faultPresets } from '../../../src/sandbox/sample/fault-presets';
import { planned } from '../azure/learning/creating';
import { hasEnded, healthy, openWizardInOneGroup } from '../features/wizard/open-wizard';
import { ranCreate, signedIn, type SignedIn } from './signed-in';

interface Cause {
  readonly rank: string;
  readonly cause: string;
  readonly evidence: string;
}

const name = 'cpu-fraud';
const put = { match: '/computes/', method: 'PUT' } as const;
const operation = { kind: 'operation', match: '/computes/' } as const;

const faults: Readonly<Record<string, readonly Fault[]>> = {
  'no permission to join the subnet': faultPresets.joinForbidden,
  'no permission to create': [{ ...put, status: 403, code: 'AuthorizationFailed' }],
  'no free address': [{ ...operation, code: 'SubnetIsFull', message: 'Full.' }],
  'a quota': [{ ...operation, code: 'AccountCoreQuotaReached', message: 'Reached.' }],
  'nodes that didn’t start': faultPresets.lateCreation,
  'an unknown code': [{ ...operation, code: 'SomethingElse', message: 'Oops.' }],
  'a rule that Azure doesn’t find': faultPresets.ruleMissing,
};

/** Returns the causes on the wizard's last page, without times. */
async function causesInWizard(all: readonly Fault[]): Promise<readonly Cause[]> {
  const w = await openWizardInOneGroup(healthy);
  await w.call.changeSize({ name });
  for (const fault of all) w.sample.faults.next(fault);
  await w.call.create({ anyway: false });
  await w.until('the end', hasEnded);
  return withoutTimes(w.page.creation?.likely ?? []);
}

/** Returns the causes in the terminal's JSON, without times. */
async function causesInTerminal(all: readonly Fault[]): Promise<readonly Cause[]> {
  const azure = signedIn();
  for (const fault of all) azure.sample.faults.next(fault);
  const plan = planned({ name, vmSize: 'STANDARD_D2_V2' });
  const { out } = await ranCreate(plan, '--yes --format json', azure);
  return causesIn(out);
}

function causesIn(json: string): readonly Cause[] {
  const report = JSON.parse(json) as { readonly created: { readonly causes: readonly Cause[] } };
  return withoutTimes(report.created.causes);
}

function withoutTimes(all: readonly Cause[]): readonly Cause[] {
  const hidden = /\d+:\d+:\d+(?: [AP]M)?|[0-9a-f-]{36}/g;
  return all.map(({ rank, cause, evidence }) => ({ rank, cause, evidence: evidence.replace(hidden, '…') }));
}

it.each(Object.entries(faults))('has the wizard’s causes for %s', async (_, all) => {
  const found = await causesInTerminal(all);
  expect(found).toEqual(await causesInWizard(all));
  expect(found.length).toBeGreaterThan(1);
});

/** Returns an account in which something happens when Azure accepts the creation. */
function onceAccepted(azure: SignedIn, then: () => void): Pick<SignedIn, 'account'> {
  return {
    account: {
      ...azure.account,
      signIn: async (request) => {
        const own = await azure.account.signIn!(request);
        const create: typeof own.computes.create = (target, onEvent, stop) =>
          own.computes.create(
            target,
            (event) => {
              onEvent(event);
              if (event.is === 'accepted') then();
            },
            stop,
          );
        return { ...own, computes: { ...own.computes, create } };
      },
    },
  };
}

/** Adds a rule that denies everything to the subnet's NSG. */
function denyAll({ sample }: SignedIn): void {
  const group = Object.keys(sample.snapshot().resources).find((id) => /\/nsg-[^/]*gpu$/i.test(id)) ?? '';
  const rule = { priority: 100, direction: 'Outbound', access: 'Deny', protocol: '*', sourcePortRange: '*' };
  const any = { sourceAddressPrefix: '*', destinationAddressPrefix: '*', destinationPortRange: '*' };
  const body = { properties: { ...rule, ...any } };
  sample.writeByOther({ method: 'PUT', path: `${group}/securityRules/Deny-First`, body });
}

test('the cause is in the subnet as it is after the failure, before Azure’s message', async () => {
  const azure = signedIn();
  for (const fault of faultPresets.lateCreation) azure.sample.faults.next(fault);
  const { code, out, error } = await ranCreate(
    planned({ name }),
    '--yes',
    onceAccepted(azure, () => denyAll(azure)),
  );
  expect(code).toBe(1);
  expect(error).toContain('Reading the subnet, the addresses, and the quota again, to find the cause.');
  expect(out).toMatch(/^cpu-fraud wasn’t set up\.\n {2}Most likely: NSG rule 100 Deny-First blocks /m);
  expect(out).toMatch(/Most likely: [^]*Ruled out: Addresses[^]*Azure reported: AllocationTimedout/);
  expect(out).toMatch(/Ruled out: Permissions\n {4}Your roles were checked again at \d\d:\d\d:\d\d\.\n/);
});

test('permissions aren’t ruled out if roles can’t be read again', async () => {
  const azure = signedIn();
  for (const fault of faultPresets.lateCreation) azure.sample.faults.next(fault);
  const denied = { match: '/permissions', status: 403, code: 'AuthorizationFailed', times: Infinity };
  const { out } = await ranCreate(
    planned({ name }),
    '--yes',
    onceAccepted(azure, () => azure.sample.faults.next(denied)),
  );
  expect(out).toContain('Ruled out: Addresses');
  expect(out).not.toContain('Ruled out: Permissions');
});

test('without the subnet, only Azure’s message counts', async () => {
  const azure = signedIn();
  azure.sample.faults.next({ ...operation, code: 'SubnetIsFull', message: 'Full.' });
  const denied = { match: '/virtualNetworks', status: 403, code: 'AuthorizationFailed', times: Infinity };
  const { out, error } = await ranCreate(
    planned({ name }),
    '--yes',
    onceAccepted(azure, () => azure.sample.faults.next(denied)),
  );
  expect(error).toContain('The subnet couldn’t be read again.');
  expect(out).toMatch(/wasn’t set up\.\n {2}Most likely: Addresses\n/);
  expect(out).not.toContain('Ruled out');
});

test('the addresses that the failed cluster would take don’t count as taken', async () => {
  const free = (plan: ComputePlan) =>
    causesWith(plan, { ...operation, code: 'SomethingElse', message: 'Oops.' });
  const small = await free(planned({ name, max: 1 }));
  const large = await free(planned({ name, max: 20 }));
  expect(large).toEqual(small);
  expect(small).toContainEqual(expect.objectContaining({ rank: 'Ruled out', cause: 'Addresses' }));
});

async function causesWith(plan: ComputePlan, fault: Fault): Promise<readonly Cause[]> {
  const azure = signedIn();
  azure.sample.faults.next(fault);
  return causesIn((await ranCreate(plan, '--yes --format json', azure)).out);
}
