import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ran } from './ran';

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');
const byDefault = readFileSync(
  new URL('../../fixtures/files/infra/by-default.bicep', import.meta.url),
  'utf8',
);
const role = (
  action: string,
): string => `resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid('role')
  properties: {
    roleName: 'Data scientist'
    permissions: [{ actions: ['${action}'] }]
  }
}
`;
const misprint = 'Microsoft.Network/virtualNetworks/subnet/join/action';

interface Row {
  readonly id: string;
  readonly finding: boolean;
  readonly ignored: boolean;
}

async function rowsOf(text: string): Promise<{ readonly code: number; readonly rows: readonly Row[] }> {
  const { code, out } = await ran('check a.bicep --format json --allow-unknown', { 'a.bicep': text });
  const report: { subnets: { requirements: Row[] }[] } = JSON.parse(out);
  return { code, rows: report.subnets.flatMap(({ requirements }) => requirements) };
}

describe('suppressed problems in a file', () => {
  test('are reported as ignored, and don’t fail the run', async () => {
    const before = await rowsOf(network);
    expect(before.code).toBe(1);
    const open = before.rows.filter(({ finding }) => finding).map(({ id }) => id);
    expect(open.length).toBeGreaterThan(2);
    const comment = `// aml-secure-compute: ignore-next-line ${open.join(' ')}\n`;
    const quiet = network
      .replace('    securityRules: [', `${comment}    securityRules: [`)
      .replace("  name: 'snet-training'", `${comment}  name: 'snet-training'`);
    const after = await rowsOf(quiet);
    expect(after.rows.filter(({ ignored }) => ignored).map(({ id }) => id)).toEqual(open);
    expect(after.rows.filter(({ finding }) => finding)).toEqual([]);
    expect(after.code).toBe(0);
    const { out } = await ran('check a.bicep', { 'a.bicep': quiet });
    expect(out).toContain(`${open.length} ignored in the files: `);
    expect(out).not.toContain('cannot reach');
  });
});

describe('a role with the misspelled action', () => {
  test('is reported in a file without a network, and the run exits with 1', async () => {
    const files = { 'role.bicep': role(misprint) };
    const { code, out } = await ran('check role.bicep', files);
    expect(code).toBe(1);
    expect(out).toContain("so role 'Data scientist' doesn’t allow joining a subnet");
    expect(out).toContain('role.bicep:5:');
    const json = await ran('check role.bicep --format json', files);
    expect(JSON.parse(json.out)).toMatchObject({
      findings: [{ id: 'misspelled-join-action', at: { kind: 'role', place: { line: 5 } } }],
    });
    expect((await ran('check infra', { 'infra/role.bicep': role(misprint) })).code).toBe(1);
  });

  test('isn’t reported if it’s spelled correctly or suppressed', async () => {
    const right = { 'role.bicep': role(misprint.replace('subnet/', 'subnets/')) };
    expect((await ran('check role.bicep', right)).code).toBe(0);
    const comment = '// aml-secure-compute: ignore-next-line misspelled-join-action\n';
    const quiet = role(misprint).replace('    permissions', `${comment}    permissions`);
    expect((await ran('check role.bicep', { 'role.bicep': quiet })).code).toBe(0);
  });

  test('is corrected by fix', async () => {
    const { written } = await ran('fix role.bicep', { 'role.bicep': role(misprint) });
    expect(written['role.bicep']).toBe(role(misprint.replace('subnet/', 'subnets/')));
  });
});

describe('a compute resource outside the network that is declared for it', () => {
  const files = (above = ''): Readonly<Record<string, string>> => ({
    'a.bicep': `${byDefault}
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-04-01' = {
  name: 'mlw-risk'
  location: location
  properties: {}
}
${above}
resource cluster 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01' = {
  parent: workspace
  name: 'cpu-cluster'
  properties: {
    computeType: 'AmlCompute'
    properties: { enableNodePublicIp: false }
  }
}
`,
  });

  test('is a warning, which fails the run with --fail-on warning', async () => {
    const { code, out } = await ran('check a.bicep --allow-unknown', files());
    expect(code).toBe(0);
    expect(out).toContain("'cpu-cluster' doesn’t specify a subnet");
    expect(out).toMatch(/warning.*compute-outside-network/);
    const json = await ran('check a.bicep --format json --fail-on warning', files());
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({
      findings: [
        {
          id: 'compute-outside-network',
          severity: 'warning',
          finding: true,
          at: { kind: 'compute', name: 'cpu-cluster' },
        },
      ],
    });
  });

  test('is in SARIF with its fix', async () => {
    const { out } = await ran('check a.bicep --format sarif', files());
    const report: { runs: { results: { ruleId: string; level: string; fixes?: object[] }[] }[] } =
      JSON.parse(out);
    const found = report.runs.flatMap(({ results }) => results);
    expect(found.filter(({ ruleId }) => ruleId === 'compute-outside-network')).toMatchObject([
      {
        level: 'warning',
        fixes: [{ description: { text: "Put cpu-cluster into 'vnet-training/snet-training'" } }],
      },
    ]);
  });

  test('isn’t reported if suppressed, and `fix` puts it into the subnet', async () => {
    const quiet = files('// aml-secure-compute: ignore-next-line compute-outside-network');
    const text = quiet['a.bicep'] ?? '';
    const joined = { 'a.bicep': text.replace('network\n\nresource', 'network\nresource') };
    expect((await ran('check a.bicep --fail-on warning', joined)).out).not.toContain(
      'compute-outside-network',
    );
    const { written } = await ran('fix a.bicep', files());
    expect(written['a.bicep']).toContain("subnet: { id: '${vnet.id}/subnets/snet-training' }");
  });
});
