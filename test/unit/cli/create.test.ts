import { describe, expect, it } from 'vitest';
import { attachedKinds } from '../../../src/core/compute-kinds';
import { loadSignedIn } from '../../../src/cli/sign-in/load-signed-in';
import { computeBody } from '../../../src/plans/compute-body';
import type { Fault, FaultTarget } from '../../../src/sandbox/faults';
import { fraud, planned, plannedInstance, production } from '../azure/learning/creating';
import { attachPlans } from '../plans/attach-plans';
import { ranCreate, puts, signedIn } from './signed-in';

const computePath = `${fraud}/computes/cpu-new`;

describe('compute resource to create', () => {
  it('is shown with its network, its cost, and the results, without writing anything', async () => {
    const azure = signedIn();
    const { code, out } = await ranCreate(planned({ max: 2 }), '--what-if', azure);
    expect(code).toBe(0);
    expect(out).toMatch(/Compute cluster cpu-new in mlw-fraud-prod/);
    expect(out).toMatch(/snet-train-gpu in vnet-ml-prod-weu, without a public IP address/);
    expect(out).toMatch(/per node and hour/);
    expect(out).toMatch(/vnet-ml-prod-weu\/snet-train-gpu, for cpu-new: Ready/);
    expect(puts(azure)).toEqual([]);
  });

  it('is reported in JSON too', async () => {
    const { code, out } = await ranCreate(planned(), '--what-if --format json', signedIn());
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      plan: { name: 'cpu-new', subnet: production('snet-train-gpu'), publicIp: false },
      blocked: false,
      created: null,
      subnets: [{ ready: true }],
    });
  });

  it.each([
    ['a rule blocks it', planned({ subnetId: production('snet-training') }), 'Deny-All'],
    [
      'the region differs',
      planned({ location: 'northeurope' }),
      'Planned: northeurope. In Azure: westeurope.',
    ],
    ['Azure doesn’t list the size', planned({ vmSize: 'Standard_None' }), 'In Azure: not listed.'],
    [
      'the workspace uses the user’s own network',
      planned({ subnetId: null }),
      'In Azure: your own virtual network.',
    ],
    ['the quota is too small', planned({ min: 900, max: 900 }), 'Cores of the quota'],
  ])('isn’t created if %s', async (_, plan, text) => {
    const azure = signedIn();
    const { code, out } = await ranCreate(plan, '--yes', azure);
    expect(code).toBe(1);
    expect(out).toContain(text);
    expect(out).toContain('Nothing was created.');
    expect(puts(azure)).toEqual([]);
  });

  it('is created with unknown results only if the user allows them', async () => {
    const azure = signedIn();
    const fault = { match: /usages/, status: 403, code: 'AuthorizationFailed', times: Infinity };
    azure.sample.faults.next(fault);
    const refused = await ranCreate(planned(), '--yes', azure);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.out).toContain('--allow-unknown');
    expect(puts(azure)).toEqual([]);
    const allowed = await ranCreate(planned(), '--yes --allow-unknown', azure);
    expect(allowed).toMatchObject({ code: 0 });
    expect(puts(azure)).toEqual([computePath]);
  });
});

describe('creation', () => {
  it.each([planned(), plannedInstance()])(
    'sends the same request as the wizard, once: $kind',
    async (plan) => {
      const azure = signedIn();
      const { code, out, error } = await ranCreate(plan, '--yes', azure);
      expect(code).toBe(0);
      expect(out).toContain(`${plan.name} is ready.`);
      expect(error).toContain('Azure accepted the request');
      expect(puts(azure)).toEqual([`${fraud}/computes/${plan.name}`]);
      expect(azure.sample.snapshot().resources[`${fraud}/computes/${plan.name}`]).toMatchObject({
        properties: { vmSize: plan.vmSize, subnet: { id: plan.subnetId } },
      });
    },
  );

  it('requires --yes, or a confirmation in an interactive terminal', async () => {
    const withoutYes = await ranCreate(planned(), '', signedIn());
    expect(withoutYes).toMatchObject({ code: 2 });
    expect(withoutYes.error).toContain('--yes');
    for (const isYes of [false, true]) {
      const azure = signedIn({}, { isInteractive: true, confirm: () => Promise.resolve(isYes) });
      expect(await ranCreate(planned(), '', azure)).toMatchObject({ code: isYes ? 0 : 1 });
      expect(puts(azure)).toHaveLength(isYes ? 1 : 0);
    }
  });

  it('checks again after the confirmation, and stops if the network changed', async () => {
    const azure = signedIn({}, { isInteractive: true });
    const rule = `${fraud.split('/resourceGroups/')[0]}/resourceGroups/rg-network-prod/providers/Microsoft.Network/networkSecurityGroups`;
    const group = Object.keys(azure.sample.snapshot().resources).find(
      (id) => id.toLowerCase().startsWith(rule.toLowerCase()) && /nsg-.*gpu$/i.test(id),
    );
    const confirm = () => {
      const properties = { priority: 100, direction: 'Outbound', access: 'Deny', protocol: '*' };
      const any = { sourceAddressPrefix: '*', sourcePortRange: '*', destinationAddressPrefix: '*' };
      const body = { properties: { ...properties, ...any, destinationPortRange: '*' } };
      const path = `${group ?? ''}/securityRules/Deny-First`;
      return Promise.resolve(azure.sample.writeByOther({ method: 'PUT', path, body }));
    };
    const { code, error } = await ranCreate(planned(), '', { account: { ...azure.account, confirm } });
    expect(error).toContain('The network changed before you confirmed');
    expect(code).toBe(1);
    expect(puts(azure).filter((path) => path.includes('/computes/'))).toEqual([]);
  });

  it('never replaces a compute resource, and shows the differences', async () => {
    const azure = signedIn();
    await ranCreate(planned(), '--yes', azure);
    const again = await ranCreate(planned({ max: 9, vmSize: 'Standard_DS3_v2' }), '--yes', azure);
    expect(again).toMatchObject({ code: 1 });
    expect(again.out).toContain('cpu-new already exists');
    expect(again.out).toContain('Planned: Standard_DS3_v2. In Azure: Standard_D4s_v5.');
    expect(puts(azure)).toHaveLength(1);
  });

  it('doesn’t replace a compute resource that was created in the meantime', async () => {
    const azure = signedIn({}, { isInteractive: true });
    const confirm = () =>
      Promise.resolve(
        azure.sample.writeByOther({
          method: 'PUT',
          path: computePath,
          body: JSON.parse(JSON.stringify(computeBody(planned()))),
        }),
      );
    const { code, out } = await ranCreate(planned(), '', { account: { ...azure.account, confirm } });
    expect(out).toContain('was created in the meantime. Nothing was replaced.');
    expect(code).toBe(1);
    expect(puts(azure)).toEqual([]);
  });

  const put = { match: /\/computes\/cpu-new$/, method: 'PUT' };
  it.each<[string, Fault, string, string?]>([
    ['403', { ...put, status: 403, code: 'AuthorizationFailed', message: 'No.' }, 'AzureML Compute Operator'],
    ['429', { ...put, status: 429, retryAfter: 60, times: 9 }, 'Azure is throttling requests'],
    ['500', { ...put, status: 500, code: 'Broken', message: 'Oops.', times: 9 }, 'Broken: Oops.'],
    [
      'a failed operation',
      { ...put, kind: 'operation', code: 'SubnetIsFull', message: 'Full.' },
      'SubnetIsFull: Full.',
      'cpu-new wasn’t set up.',
    ],
    ['no connection', { ...put, kind: 'offline', times: 9 }, 'can’t reach Azure'],
  ])(
    'reports why it ended with %s, and is sent once',
    async (_, fault, text, what = 'cpu-new wasn’t created.') => {
      const azure = signedIn();
      azure.sample.faults.next(fault);
      const { code, out } = await ranCreate(planned(), '--yes', azure);
      expect(out).toContain(text);
      expect(out).toContain(what);
      expect(code).toBe(1);
      expect(
        Object.keys(azure.sample.snapshot().resources).filter((id) => id === computePath).length,
      ).toBeLessThan(2);
    },
  );

  it('doesn’t state whether it was created if that can’t be read after the request', async () => {
    const azure = signedIn();
    let isSent = false;
    const match = ({ method, path }: FaultTarget): boolean => {
      isSent ||= method === 'PUT' && /\/computes\//.test(path);
      return isSent;
    };
    azure.sample.faults.next({ match, kind: 'offline', times: Infinity });
    const { code, out } = await ranCreate(planned(), '--yes', azure);
    expect(out).toMatch(
      /^Couldn’t confirm whether cpu-new was created\.\n[^]*\n {2}Check the workspace before you create cpu-new again\.$/m,
    );
    expect(code).toBe(1);
  });

  it('finds the compute resource after a lost response, without sending the request again', async () => {
    const azure = signedIn();
    azure.sample.faults.next({ ...put, kind: 'lost' });
    const { code } = await ranCreate(planned(), '--yes', azure);
    expect(code).toBe(0);
    expect(puts(azure)).toHaveLength(1);
  });

  it('continues in Azure if Ctrl+C stops the wait', async () => {
    const stop = new AbortController();
    const azure = signedIn(
      { pace: 'lifelike', latency: 0 },
      { untilInterrupted: (work) => work(stop.signal) },
    );
    const running = ranCreate(planned({ min: 1 }), '--yes', {
      account: {
        ...azure.account,
        signIn: async (request) => {
          const own = await azure.account.signIn!(request);
          const create: typeof own.computes.create = (target, onEvent, signal) =>
            own.computes.create(
              target,
              (event) => {
                onEvent(event);
                if (event.is === 'accepted') stop.abort();
              },
              signal,
            );
          return { ...own, computes: { ...own.computes, create } };
        },
      },
    });
    const { code, out } = await running;
    expect(code).toBe(1);
    expect(out).toContain('Stopped waiting for cpu-new. Azure can continue to create it.');
    expect(puts(azure)).toHaveLength(1);
  });
});

describe('failed read', () => {
  it.each([
    [
      '401',
      { match: /workspaces\/mlw-fraud-prod$/, status: 401, times: 9 },
      'didn’t accept the sign-in for mlw-fraud-prod',
    ],
    [
      'another tenant',
      {
        match: /workspaces\/mlw-fraud-prod$/,
        status: 401,
        code: 'InvalidAuthenticationTokenTenant',
        times: 9,
      },
      'mlw-fraud-prod is in a tenant that the account isn’t signed in to',
    ],
    [
      '403',
      { match: /virtualNetworks$/, status: 403, code: 'AuthorizationFailed' },
      'read snet-train-gpu. Required role',
    ],
    ['404', { match: /workspaces\/mlw-fraud-prod$/, status: 404 }, 'mlw-fraud-prod doesn’t exist'],
    [
      '429',
      { match: /virtualNetworks$/, status: 429, retryAfter: 60, times: 9 },
      'throttling requests for snet-train-gpu',
    ],
    ['504', { match: /virtualNetworks$/, status: 504, times: 9 }, 'didn’t answer in time for snet-train-gpu'],
  ] as const)('ends with exit code 3 and the reason: %s', async (_, fault, text) => {
    const azure = signedIn();
    azure.sample.faults.next(fault);
    const { code, error, out } = await ranCreate(planned(), '--yes', azure);
    expect(error).toContain(text);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(puts(azure)).toEqual([]);
  });
});

it.each(attachedKinds)('doesn’t attach %s, because it needs a secret', async (kind) => {
  const { code, error } = await ranCreate(attachPlans[kind]!, '--yes', signedIn());
  expect(code).toBe(2);
  expect(error).toContain('This command doesn’t accept secrets.');
});

it('requires Node.js 22 to sign in', async () => {
  await expect(loadSignedIn('20.19.0')).rejects.toMatchObject({
    because: { key: 'terminal.signIn.node', values: { needed: 22, version: '20.19.0' } },
  });
});
