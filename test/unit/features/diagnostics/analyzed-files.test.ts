import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { problemsByFile, countReported } from '../../../../src/features/diagnostics/analyzed-files';
import { isOfCause, problemsByCause, type ReportedProblem } from '../../../../src/file-checks/cause-problems';
import type { FileCheck } from '../../../../src/file-checks/check-files';
import { problemsOf } from '../../../../src/file-checks/problems-of';
import { messagesIn } from '../../../support/messages-in';
import { formatReported } from '../../../../src/wording/file-cause-text';
import { ran } from '../../cli/ran';
import { analyzed } from '../../file-checks/analyzed';

const read = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/files/infra/${name}`, import.meta.url), 'utf8');
const reportedIn = (check: FileCheck): readonly ReportedProblem[] =>
  problemsByCause(check, problemsOf(check));
const unknown = async (text: string): Promise<number> =>
  countReported(reportedIn((await analyzed({ 'main.bicep': text })).check)).unknown;

const elsewhere = `
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
    properties: { subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'snet') } }
  }
}
`;

test('a compute resource in a subnet that isn’t in the files is unknown', async () => {
  expect(await unknown(elsewhere)).toBe(1);
});

test('a subnet whose last rule is known only at deployment is unknown', async () => {
  const access = `param last string\n${read('network.bicep').replace("access: 'Deny'", 'access: last')}`;
  expect(await unknown(access)).toBeGreaterThan(0);
});

test('blocked and allowed flows aren’t unknown', async () => {
  expect(await unknown(read('network.bicep'))).toBe(0);
  expect(await unknown(read('by-default.bicep'))).toBe(0);
});

test('reports two findings of one kind at the same place, and reports one that two roots share once', async () => {
  const compute = (name: string): string => `
resource ${name} 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01' = {
  parent: workspace
  name: '${name}'
  location: 'westeurope'
  properties: {
    computeType: 'AmlCompute'
    properties: { enableNodePublicIp: true, subnet: { id: vnet.properties.subnets[0].id } }
  }
}
`;
  const text = `
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-04-01' existing = { name: 'mlw' }
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [{ name: 'snet', properties: { addressPrefix: '10.0.2.0/24' } }]
  }
}
resource rule 'Microsoft.Authorization/policyDefinitions@2023-04-01' = {
  name: 'rule'
  properties: {
    policyType: 'Custom'
    mode: 'All'
    policyRule: {
      if: { field: 'type', equals: 'Microsoft.MachineLearningServices/workspaces/computes' }
      then: { effect: 'deny' }
    }
  }
}
resource guard 'Microsoft.Authorization/policyAssignments@2023-04-01' = {
  name: 'guard'
  properties: { policyDefinitionId: rule.id }
}
${compute('first')}${compute('second')}`;
  const { check } = await analyzed({ 'main.bicep': text });
  const root = {
    check,
    problems: problemsOf(check),
    reported: reportedIn(check),
    requested: new Set<string>(),
    textOf: () => text,
  };
  const say = messagesIn('en');
  const reported = problemsByFile(
    new Map([
      ['main.bicep', root],
      ['other.bicep', root],
    ]),
    (one) => formatReported(say, one),
  );
  const denials = [...reported.values()]
    .flat()
    .flatMap(({ problem }) => (isOfCause(problem) ? [] : [problem]))
    .filter(({ what }) => what.is === 'policy-denial');
  expect(denials.map(({ subnetId }) => subnetId.split('/').at(-1))).toEqual(['first', 'second']);
  const { out } = await ran('check main.bicep', { 'main.bicep': text });
  expect(out).toContain("'first'");
  expect(out).toContain("'second'");
});

test('a policy whose definition isn’t in the files is one unknown', async () => {
  const text = read('network.bicep');
  const assigned = `${text}
resource guard 'Microsoft.Authorization/policyAssignments@2023-04-01' = {
  name: 'guard'
  properties: { policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/none' }
}
`;
  const unknownOf = async (bicep: string): Promise<number> => {
    const { out } = await ran('check network.bicep --format json', { 'network.bicep': bicep });
    return (JSON.parse(out) as { summary: { unknown: number } }).summary.unknown;
  };
  expect(await unknownOf(assigned)).toBe((await unknownOf(text)) + 1);
});

test('a configuration next to its plan is checked itself, and its problems keep their fixes', async () => {
  const main = readFileSync('test/fixtures/checks/misspelled-service-tag.fails.tf', 'utf8');
  const { check } = await analyzed({ 'main.tf': main, './': 'main.tf' });
  const root = (requested: readonly string[]) => ({
    check,
    problems: problemsOf(check),
    reported: reportedIn(check),
    requested: new Set(requested),
    textOf: () => main,
  });
  const roots = new Map([
    ['plan.json', root(['plan.json', 'main.tf'])],
    ['main.tf', root(['main.tf'])],
  ]);
  const reported = problemsByFile(roots, (one) => formatReported(messagesIn('en'), one)).get('main.tf');
  expect(reported?.length).toBe(
    problemsByFile(new Map([...roots].slice(1)), () => '').get('main.tf')?.length,
  );
  expect(new Set(reported?.map((one) => one.root))).toEqual(new Set(['main.tf']));
});
