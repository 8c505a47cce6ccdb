import { describe, expect, test } from 'vitest';
import { writtenNetwork, type BicepRule } from '../../support/written-network';
import { ran } from './ran';
import { subnetStatuses } from '../../support/shown-lines';

/* A result that depends on an assumption names it in the summary line. */

const allowOut = { name: 'out', priority: 100, destination: 'AzureMachineLearning' };
const allow44224 = {
  name: 'in',
  priority: 110,
  direction: 'Inbound',
  source: 'AzureMachineLearning',
  port: '44224',
} as const;

const network = (...rules: readonly BicepRule[]): string => writtenNetwork({ rules });

async function summary(text: string, options = ''): Promise<{ line: string; out: string; code: number }> {
  const { out, code } = await ran(`check main.bicep${options} --flows`, { 'main.bicep': text });
  return { line: subnetStatuses(out)[0] ?? '', out, code };
}

describe('a subnet without a described compute resource', () => {
  test('is ready assuming no public IP if 44224 isn’t allowed, and the hint is shown', async () => {
    const { line, out, code } = await summary(network(allowOut));
    expect(line).toMatch(/^Ready, assuming no public IP/);
    expect(out).toMatch(/ {2}info {2}.*\n.* {2}inbound-aml-44224\n/);
    expect(code).toBe(0);
  });

  test('is ready assuming a public IP if 44224 is allowed, because no public IP needs a private endpoint', async () => {
    const { line, out } = await summary(network(allowOut, allow44224));
    expect(line).toBe('Ready, assuming a public IP');
    expect(out).not.toContain('  inbound-aml-44224');
  });

  test('exits with 1 with --strict if something is assumed', async () => {
    expect((await summary(network(allowOut), ' --strict')).code).toBe(1);
    expect((await summary(network(allowOut), ' --strict --allow-unknown')).code).toBe(0);
  });

  test('doesn’t have assumptions about the public IP with --public-ip', async () => {
    const { line, code } = await summary(network(allowOut), ' --public-ip yes');
    expect(line).toMatch(/^Not ready: 1 error/);
    expect(code).toBe(1);
    expect((await summary(network(allowOut), ' --public-ip no --workspace public')).line).not.toMatch(
      /^Ready, assuming/,
    );
  });
});

describe('requirements of December 2020', () => {
  test.each([
    ['cluster', ['inbound-batch-29876-29877']],
    ['instance', ['inbound-batch-29876-29877', 'inbound-aml-44224']],
  ])('assume a public IP for a %s if nothing states it', async (kind, ids) => {
    const options = ` --profile 2020-12 --compute ${kind}`;
    const { line, out, code } = await summary(network(allowOut), options);
    expect(line).toBe('Not ready: 1 error');
    for (const id of ids) expect(out).toContain(`  ${id}\n`);
    expect(out).toContain(
      'Each compute resource has a public IP address, as in the article of December 2020',
    );
    expect(code).toBe(1);
  });

  test('don’t include the inbound ports with --public-ip no', async () => {
    const { out } = await summary(network(allowOut), ' --profile 2020-12 --public-ip no');
    expect(out).not.toContain('inbound-batch-29876-29877');
    expect(out).not.toContain('as in the article of December 2020');
  });
});

test('as JSON', async () => {
  const { out } = await ran('check main.bicep --format json', { 'main.bicep': network(allowOut) });
  expect(JSON.parse(out)).toMatchObject({
    subnets: [
      {
        ready: true,
        onlyIf: [
          { key: 'terminal.assuming.noPublicIp', text: 'no public IP' },
          { key: 'terminal.assuming.endpoint', text: 'a private endpoint for the workspace' },
        ],
      },
    ],
  });
});

describe('all assumptions are listed, also if all requirements pass', () => {
  const main = network(allowOut, allow44224);

  test('in the text', async () => {
    const { out, line } = await summary(main, ' --compute cluster --public-ip yes --workspace public');
    expect(line).toBe('Ready');
    expect(out).toContain(`Assumed, because neither the files nor the command line specify it:
    The workspace is in the network’s subscription and region. It doesn’t use a managed virtual network or high business impact data.
    A cluster has up to 4 nodes.
    Other compute resources don’t take addresses of the subnet.
    The network, and the private endpoint of a private workspace, are deployed before the compute resource.

Based on:
    Addresses of service tags as of 9 Nov 2025
    Security admin rules don’t apply to this network, because none were found
`);
  });

  test('as JSON', async () => {
    const { out } = await ran('check main.bicep --format json', { 'main.bicep': main });
    const { subnets } = JSON.parse(out) as { subnets: { assumed: { key: string }[] }[] };
    const keys = subnets[0]?.assumed.map(({ key }) => key);
    expect(keys).toEqual(
      expect.arrayContaining([
        'terminal.assumed.publicIp',
        'terminal.assumed.order',
        'assumed.tags',
        'assumed.noAdminRules',
      ]),
    );
  });

  test('with the cloud if no location gives it', async () => {
    const nowhere = writtenNetwork({ rules: [allowOut], location: 'resourceGroup().location' });
    const { out } = await summary(nowhere);
    expect(out).toContain('    The cloud is Azure public (--cloud).\n');
    expect((await summary(nowhere, ' --cloud public')).out).not.toContain('The cloud is');
    expect((await summary(main)).out).not.toContain('The cloud is');
  });
});
