import { describe, expect, test } from 'vitest';
import { AzureFailure } from '../../../../src/azure/failure';
import {
  sampleNetworkId,
  sampleSubnetId,
  targetId,
  sampleWorkspaceId,
} from '../../../../src/sandbox/sample/names';
import { drawn, openTrees, researchName, withReads, type OpenTrees } from './open-trees';

const riskDev = [researchName, 'mlw-risk-dev'] as const;
const machineId = targetId('rg-network-dev', 'Microsoft.Compute/virtualMachines', 'vm-dsvm-risk');
const databricksId = targetId('rg-databricks', 'Microsoft.Databricks/workspaces', 'adb-features-weu');
const lineOf = (t: OpenTrees, name: string) => t.node('compute', ...riskDev, name);

/** Another user removes the SSH rule from the machine's NIC. */
function closeNic({ sample }: OpenTrees): void {
  const group = sampleNetworkId('rg-network-dev', 'networkSecurityGroups', 'nsg-vm-dsvm-risk');
  const path = `${group}/securityRules/Allow-AzureML-SSH`;
  expect(sample.writeByOther({ method: 'DELETE', path, body: null })).toBe(true);
}

const asked = ({ sample }: OpenTrees): readonly string[] =>
  sample.traffic.map(({ method, path }) => `${method} ${path.split('/').at(-1) ?? ''}`);

describe('an attached compute resource', () => {
  test('is shown below its workspace with its kind, resource, and health', async () => {
    const t = openTrees();
    const lines = await t.lines('compute', ...riskDev);
    expect(drawn(lines)).toEqual([
      'warning adb-features | Databricks adb-features-weu, 1 warning',
      'pass-default dsvm-risk | virtual machine vm-dsvm-risk',
    ]);
    expect(lines[1]?.spoken).toBe('dsvm-risk, virtual machine vm-dsvm-risk, ready, relies on default rules');
    expect(lines[1]?.tooltip).toContain('Subnet snet-dev-machines');
  });

  test('in French', async () => {
    const t = openTrees({ language: 'fr' });
    expect(drawn(await t.lines('compute', ...riskDev))).toEqual([
      'warning adb-features | Databricks adb-features-weu, 1 avertissement',
      'pass-default dsvm-risk | machine virtuelle vm-dsvm-risk',
    ]);
  });

  test('shows the NSGs of its NIC and of its subnet below it', async () => {
    const t = openTrees();
    expect(drawn(await t.lines('compute', ...riskDev, 'dsvm-risk'))).toEqual([
      'securityGroup nsg-vm-dsvm-risk | ',
      'securityGroup nsg-dev-machines | ',
    ]);
  });

  test('is detached, never deleted, started, or stopped', async () => {
    const t = openTrees();
    for (const name of ['adb-features', 'dsvm-risk']) {
      const { can } = await lineOf(t, name);
      expect(can).toEqual(
        expect.arrayContaining(['check', 'explain', 'report', 'wizard', 'detach', 'copyId']),
      );
      for (const verb of ['delete', 'start', 'stop', 'restart'] as const) expect(can).not.toContain(verb);
    }
  });

  test('has an error and counts if its NIC blocks Azure ML', async () => {
    const t = openTrees();
    const before = await lineOf(t, 'dsvm-risk');
    closeNic(t);
    await t.commands.check(before);
    const { description, icon } = await lineOf(t, 'dsvm-risk');
    expect([icon, description]).toEqual(['error', 'virtual machine vm-dsvm-risk, 1 error (1 flow)']);
    const [cause] = await t.lines('compute', ...riskDev, 'dsvm-risk');
    expect(cause?.description).toBe('nsg-vm-dsvm-risk on the network interface (NIC) · inbound');
    expect(t.session.compute().toFix()).toBe(1);
  });

  test('is checked at the port that it was attached with', async () => {
    const t = openTrees({
      before: (sample) => {
        const path = `${sampleWorkspaceId('rg-ml-dev', 'mlw-risk-dev')}/computes/dsvm-risk`;
        const properties = {
          address: '198.51.100.9',
          sshPort: 2222,
          administratorAccount: { username: 'azureuser', password: 'p' },
        };
        const body = { properties: { computeType: 'VirtualMachine', resourceId: machineId, properties } };
        expect(sample.writeByOther({ method: 'PUT', path, body })).toBe(true);
      },
    });
    const { icon, description } = await lineOf(t, 'dsvm-risk');
    expect([icon, description]).toEqual([
      'error',
      'virtual machine vm-dsvm-risk, attaching failed, 1 error (1 flow)',
    ]);
  });

  test('Check reads the attached resource and its subnets again, and nothing else', async () => {
    const t = openTrees();
    const line = await lineOf(t, 'adb-features');
    const before = asked(t).length;
    await t.commands.check(line);
    const again = asked(t).slice(before);
    expect(again.filter((one) => one === 'GET vnet-databricks-weu')).toHaveLength(2);
    expect(again).not.toContain('GET virtualNetworks');
    expect(again).not.toContain('GET virtualMachines');
  });

  test('Open in wizard leads to the plan of its result', async () => {
    const t = openTrees();
    await t.commands.openInWizard(await lineOf(t, 'adb-features'));
    expect(t.requests).toEqual([
      {
        subscription: databricksId.split('/')[2],
        workspace: sampleWorkspaceId('rg-ml-dev', 'mlw-risk-dev'),
        kind: 'databricks',
        publicIp: null,
        target: databricksId,
        name: 'adb-features',
        subnet: sampleSubnetId('rg-databricks', 'vnet-databricks-weu', 'snet-dbx-host'),
        show: { is: 'plan' },
      },
    ]);
  });

  test('Fix… leads to the fix of the rule that blocks Azure ML', async () => {
    const t = openTrees();
    const line = await lineOf(t, 'dsvm-risk');
    expect(line.can).not.toContain('fix');
    closeNic(t);
    await t.commands.check(line);
    const closed = await lineOf(t, 'dsvm-risk');
    expect(closed.can).toContain('fix');
    await t.commands.fix(closed);
    expect(t.requests).toMatchObject([
      {
        kind: 'virtual-machine',
        target: machineId,
        show: { is: 'fix', requirements: ['inbound-ssh-22-attached'] },
      },
    ]);
  });

  test('Explain shows what it was checked for', async () => {
    const t = openTrees();
    await t.commands.explain(await lineOf(t, 'dsvm-risk'));
    expect(t.shown[0]?.text).toContain('Checked for vm-dsvm-risk, attached to mlw-risk-dev');
  });

  test('its lists are read once, and only if something is attached', async () => {
    const t = openTrees();
    await t.lines('compute', researchName, 'mlw-fraud-prod');
    expect(asked(t)).not.toContain('GET virtualMachines');
    for (let count = 0; count < 3; count += 1) await t.lines('compute', ...riskDev);
    for (const list of ['virtualMachines', 'networkInterfaces', 'publicIPAddresses']) {
      expect(asked(t).filter((one) => one === `GET ${list}`)).toHaveLength(1);
    }
    expect(asked(t)).not.toContain('GET clusters');
  });
});

describe('an attached compute resource without read permission', () => {
  test('is shown as unreadable', async () => {
    const t = openTrees({
      before: ({ access }) => access.deny({ scope: machineId, verbs: ['read'] }),
    });
    const line = await lineOf(t, 'dsvm-risk');
    expect(drawn([line])).toEqual([
      'unknown dsvm-risk | virtual machine vm-dsvm-risk, couldn’t read attached resource',
    ]);
    expect(line.tooltip).toContain(
      'You don’t have permission to read the attached resource, or it no longer exists.',
    );
    expect(line.can).toEqual(expect.arrayContaining(['check', 'detach']));
    expect(line.can).not.toContain('explain');
    expect((await lineOf(t, 'adb-features')).icon).toBe('warning');
  });

  test('is shown as unreadable if the whole list is', async () => {
    const t = openTrees({
      connect: withReads(() => ({ attachTargets: () => Promise.reject(new AzureFailure('forbidden')) })),
    });
    const line = await lineOf(t, 'adb-features');
    expect(line.description).toBe('Databricks adb-features-weu, couldn’t read attached resource');
    expect(line.tooltip).toContain('You don’t have permission to read this resource');
  });

  test('leaves its result unknown if its NIC can’t be read', async () => {
    const t = openTrees({
      before: ({ access }) =>
        access.deny({
          scope: sampleNetworkId('rg-network-dev', 'networkInterfaces', 'nic-vm-dsvm-risk'),
          verbs: ['read'],
        }),
    });
    const { icon, description } = await lineOf(t, 'dsvm-risk');
    expect(icon).toBe('unknown');
    expect(description).toMatch(/^virtual machine vm-dsvm-risk, \d+ to confirm$/);
  });
});

describe('Detach…', () => {
  const workspace = sampleWorkspaceId('rg-ml-dev', 'mlw-risk-dev');
  const isThere = ({ sample }: OpenTrees, id: string): boolean => id in sample.snapshot().resources;
  const deletions = ({ sample }: OpenTrees) => sample.traffic.filter(({ method }) => method === 'DELETE');

  test.each([
    ['dsvm-risk', 'virtual machine', machineId],
    ['adb-features', 'Azure Databricks workspace', databricksId],
  ])(
    '%s: states that the resource stays, asks for the name, and keeps the resource',
    async (name, type, id) => {
      const t = openTrees({ type: () => name });
      await t.commands.detach(await lineOf(t, name));
      const [question] = t.asked;
      expect(question?.title).toBe(`Detach ${type} ${name} from mlw-risk-dev`);
      expect(question?.prompt).toBe(
        `The attached resource keeps running, but mlw-risk-dev no longer uses it. To detach, type ${name}. To cancel, press Escape.`,
      );
      expect(question?.fault(name.slice(1))).toBe(`Type ${name} exactly as shown.`);
      expect(t.progress.at(-1)).toMatch(new RegExp(`^Detaching ${name} \\(waiting until `));
      expect(isThere(t, `${workspace}/computes/${name}`)).toBe(false);
      expect(isThere(t, id)).toBe(true);
    },
  );

  test.each([undefined, 'dsvm', ''])('does nothing if %s is entered', async (typed) => {
    const t = openTrees({ type: () => typed });
    await t.commands.detach(await lineOf(t, 'dsvm-risk'));
    expect(deletions(t)).toEqual([]);
  });

  test('doesn’t touch a cluster that took the name meanwhile', async () => {
    const t = openTrees({ type: () => 'dsvm-risk' });
    const line = await lineOf(t, 'dsvm-risk');
    const { computes } = await t.session.reads().azure();
    await computes.delete(workspace, 'dsvm-risk', new AbortController().signal);
    const body = {
      location: 'westeurope',
      properties: {
        computeType: 'AmlCompute',
        properties: { vmSize: 'STANDARD_D2_V2', scaleSettings: { maxNodeCount: 1 } },
      },
    };
    expect(t.sample.writeByOther({ method: 'PUT', path: `${workspace}/computes/dsvm-risk`, body })).toBe(
      true,
    );
    const before = deletions(t).length;
    await t.commands.detach(line);
    expect(deletions(t)).toHaveLength(before);
    expect(t.failures[0]).toMatch(/^dsvm-risk wasn’t detached\. /);
  });

  test('reports a missing permission', async () => {
    const t = openTrees({ type: () => 'dsvm-risk' });
    const line = await lineOf(t, 'dsvm-risk');
    t.sample.access.deny({ scope: workspace, verbs: ['delete'] });
    await t.commands.detach(line);
    expect(t.failures).toEqual([
      'dsvm-risk wasn’t detached. You don’t have permission. Required role: Contributor on mlw-risk-dev.',
    ]);
  });
});
