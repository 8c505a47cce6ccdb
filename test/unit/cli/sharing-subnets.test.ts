import { describe, expect, test } from 'vitest';
import type { CheckReport } from '../../../src/contract/check-report';
import { amlRule, writtenNetwork } from '../../support/written-network';
import { analyzeFile } from '../../../src/file-checks/analyze-file';
import { testAnalysisOptions } from '../../support/analysis-options';
import { testFileSystem } from '../file-checks/analyzed';
import { ran } from './ran';

/*
 * A subnet that no compute resource uses, and that only shares the NSG of a used one, is checked if the user requests
 * it.
 */

const train =
  "{ name: 'train', properties: { addressPrefix: '10.0.1.0/24', networkSecurityGroup: { id: nsg.id } } }";

/** A network with the subnet `train`, and with `snet` below a comment. */
const network = (more = '', comment: readonly string[] = []): string =>
  writtenNetwork({ rules: [{ ...amlRule, access: 'Deny' }], subnetsBefore: [train, ...comment] }) + more;

const cluster = `
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-04-01' existing = { name: 'mlw' }
resource cluster 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01' = {
  parent: workspace
  name: 'cpu'
  location: 'westeurope'
  properties: {
    computeType: 'AmlCompute'
    properties: { enableNodePublicIp: true, subnet: { id: vnet.properties.subnets[0].id } }
  }
}
`;

async function report(text: string, options = ''): Promise<{ checked: string[]; left: readonly string[] }> {
  const line = `check main.bicep --format json ${options}`.trim();
  const { out } = await ran(line, { 'main.bicep': text });
  const { subnets, summary } = JSON.parse(out) as CheckReport;
  return { checked: subnets.map(({ name }) => name).sort(), left: summary.sharingSubnets };
}

describe('a subnet that only shares the NSG of a used one', () => {
  test('is left out, and the summary states that', async () => {
    expect(await report(network(cluster))).toEqual({ checked: ['train'], left: ['vnet/snet'] });
    const { out } = await ran('check main.bicep', { 'main.bicep': network(cluster) });
    expect(out).toContain(
      '1 subnet not checked, because it shares only an NSG with a used subnet: vnet/snet. Check it with --all-subnets.',
    );
  });

  test('is among the first that are named if there are many', async () => {
    const others = Array.from(
      { length: 24 },
      (_, at) =>
        `{ name: 's${String(at)}', properties: { addressPrefix: '10.0.${String(at + 10)}.0/24', networkSecurityGroup: { id: nsg.id } } }`,
    );
    const text = writtenNetwork({ rules: [amlRule], subnetsBefore: [train, ...others] }) + cluster;
    const { out } = await ran('check main.bicep', { 'main.bicep': text });
    expect(out).toMatch(
      /^25 subnets not checked, because they share only an NSG with a used subnet\. vnet\/s0, .* are among them\. Check them with --all-subnets\.$/m,
    );
    expect(out).not.toContain('vnet/snet');
  });

  test.each([
    ['--all-subnets', ['snet', 'train']],
    ['--subnet snet', ['snet']],
  ])('is checked with %s', async (options, checked) => {
    expect(await report(network(cluster), options)).toEqual({ checked, left: [] });
  });

  test('is checked if a comment names it', async () => {
    const comment = ['// aml-secure-compute: cluster no-public-ip'];
    expect(await report(network(cluster, comment))).toEqual({ checked: ['snet', 'train'], left: [] });
  });

  test('is checked if no compute resource uses a subnet of the NSG', async () => {
    expect(await report(network())).toEqual({ checked: ['snet', 'train'], left: [] });
  });
});

describe('the editor and the terminal', () => {
  test.each([
    [false, ''],
    [true, '--all-subnets'],
  ])('check the same subnets if the setting is %s', async (allSubnets, option) => {
    const text = network(cluster);
    const options = { ...testAnalysisOptions, overrides: { ...testAnalysisOptions.overrides, allSubnets } };
    const found = await analyzeFile('main.bicep', testFileSystem({ 'main.bicep': text }), options);
    const { checked } = await report(text, option);
    expect(found?.check.subjects.map(({ subnet }) => subnet.name).sort()).toEqual(checked);
  });
});
