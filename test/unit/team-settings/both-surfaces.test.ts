import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyzeFile } from '../../../src/file-checks/analyze-file';
import { problemsByCause } from '../../../src/file-checks/cause-problems';
import { diagnosticRange, positionsIn } from '../../../src/file-checks/diagnostic-range';
import { applyRules } from '../../../src/file-checks/problem-rules';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { withoutSuppressed } from '../../../src/file-checks/suppressed';
import { readTeamSettings } from '../../../src/team-settings/read-team-settings';
import { firstStated, optionsByTeam } from '../../../src/team-settings/team-file';
import { testAnalysisOptions } from '../../support/analysis-options';
import { ran } from '../cli/ran';

const network = readFileSync(
  new URL('../../fixtures/files/infra/network.bicep', import.meta.url),
  'utf8',
).replace(/ *\/\/ aml-secure-compute:.*\n/, '');
const product = `param vnetName string
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: vnetName
  scope: resourceGroup('rg-hub')
  resource snet 'subnets' existing = { name: 'snet-training' }
}
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-04-01' = {
  name: 'mlw'
  location: 'westeurope'
}
resource cluster 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01' = {
  parent: workspace
  name: 'cpu-cluster'
  location: 'westeurope'
  properties: {
    computeType: 'AmlCompute'
    properties: { subnet: { id: vnet::snet.id }, enableNodePublicIp: false }
  }
}
`;
const yaml = `workspace: private
region: westeurope
severity:
  no-outbound-access: error
ignore:
  - id: outbound-aml-udp-5831
    path: hub/**
    reason: Blocked on purpose.
    expires: 2999-01-01
deployments:
  - name: production
    parts:
      - template: hub/network.bicep
        resourceGroup: rg-hub
      - template: product/main.bicep
        parameters: product/prod.bicepparam
`;
const files: Readonly<Record<string, string>> = {
  'hub/network.bicep': network,
  'product/main.bicep': product,
  'product/prod.bicepparam': "using 'main.bicep'\nparam vnetName = 'vnet-ml'\n",
};

/**
 * Returns what the editor shows, without VS Code. `look` in src/features/diagnostics/file-analyzer.ts takes the same
 * steps.
 */
async function inEditor(root: string): Promise<readonly string[]> {
  const team = {
    file: '/w/aml-secure-compute.yml',
    folder: '/w/',
    base: '/w/',
    settings: readTeamSettings('aml-secure-compute.yml', yaml).settings,
  };
  const texts = new Map(Object.entries(files).map(([name, text]) => [`/w/${name}`, text]));
  const world = {
    isInside: (file: string) => file.startsWith('/w/'),
    read: (file: string) => Promise.resolve(texts.get(file)),
  };
  const { compute, publicIp, workspace, region } = firstStated(team.settings, testAnalysisOptions.overrides);
  const options = {
    ...testAnalysisOptions,
    overrides: { ...testAnalysisOptions.overrides, compute, publicIp, workspace, region },
    ...optionsByTeam(team, `/w/${root}`, '2026-11-30'),
  };
  const found = await analyzeFile(`/w/${root}`, world, options);
  if (!found) throw new Error(`${root} was not read`);
  const textOf = (file: string): string | undefined => texts.get(file);
  const here = withoutSuppressed(problemsOf(found.check), textOf);
  const { reported } = applyRules(found.check, here, options.rules);
  const shown = problemsByCause(found.check, reported).filter(({ severity }) => severity !== 'hint');
  return shown.map(({ id, severity, place }) => {
    const text = texts.get(place.file) ?? '';
    const { line } = positionsIn(text)(diagnosticRange(text, place).start);
    return `${place.file.replace('/w/', '')}:${line + 1} ${severity} ${id}`;
  });
}

const severities: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', note: 'info' };

async function inTerminal(file: string): Promise<readonly string[]> {
  const { out } = await ran(`check ${file} --format sarif`, { ...files, 'aml-secure-compute.yml': yaml });
  const { runs } = JSON.parse(out) as {
    readonly runs: readonly {
      readonly results: readonly {
        readonly ruleId: string;
        readonly level: string;
        readonly locations: readonly {
          readonly physicalLocation: {
            readonly artifactLocation: { readonly uri: string };
            readonly region: { readonly startLine: number };
          };
        }[];
      }[];
    }[];
  };
  return (runs[0]?.results ?? []).map(({ ruleId, level, locations: [at] }) => {
    const { artifactLocation, region } = at?.physicalLocation ?? {};
    return `${artifactLocation?.uri ?? ''}:${region?.startLine ?? 0} ${severities[level] ?? level} ${ruleId}`;
  });
}

test('editor and terminal report the same for deployments with a team’s settings', async () => {
  const terminal = [...(await inTerminal('product/main.bicep'))].sort();
  expect(terminal.length).toBeGreaterThan(2);
  expect(terminal.some((one) => one.startsWith('hub/network.bicep:') && one.includes('error'))).toBe(true);
  for (const root of ['product/main.bicep', 'hub/network.bicep']) {
    expect([...(await inEditor(root))].sort()).toEqual(terminal);
  }
});
