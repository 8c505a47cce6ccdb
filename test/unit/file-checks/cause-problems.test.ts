import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isOfCause, problemsByCause, problemsWithin } from '../../../src/file-checks/cause-problems';
import type { CauseProblem } from '../../../src/file-checks/cause-problems';
import type { Problem } from '../../../src/file-checks/problem';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { withSeverities } from '../../../src/file-checks/with-severities';
import { formatReported } from '../../../src/wording/file-cause-text';
import { messagesIn } from '../../support/messages-in';
import { analyzed } from './analyzed';

const read = (name: string): string =>
  readFileSync(new URL(`../../fixtures/files/infra/${name}`, import.meta.url), 'utf8');
const network = read('network.bicep');

async function causesIn(files: Readonly<Record<string, string>>): Promise<readonly CauseProblem[]> {
  const { check } = await analyzed(files);
  return problemsByCause(check, problemsOf(check)).filter(isOfCause);
}

const at = (text: string, { place }: Pick<Problem, 'place'>): string => text.slice(place.start, place.end);

/** Two more subnets with the same NSG, one of which has a cluster. */
const more = `
resource cluster 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01' = {
  name: 'mlw/cpu-train'
  location: location
  properties: {
    computeType: 'AmlCompute'
    properties: {
      subnet: { id: training.id }
      scaleSettings: { maxNodeCount: 90 }
    }
  }
}
// aml-secure-compute: cluster
resource scoring 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: vnet
  name: 'snet-scoring'
  properties: {
    addressPrefix: '10.40.5.0/24'
    networkSecurityGroup: { id: nsg.id }
    defaultOutboundAccess: true
  }
}
`;

describe('problems by cause', () => {
  test('reports a blocking rule once, at its name, for all subnets, with where it’s used', async () => {
    const text = network + more;
    const causes = await causesIn({ 'main.bicep': text });
    const denied = causes.filter(({ id, cause }) => id === 'nsg-rule-blocks' && cause.by);
    expect(denied.map((one) => at(text, one))).toEqual(["'Deny-All'"]);
    const [one] = denied;
    expect(one?.severity).toBe('error');
    expect(one?.subjects.map(({ subnet, compute }) => [subnet.name, compute])).toEqual([
      ['snet-training', 'cpu-train'],
      ['snet-scoring', null],
    ]);
    const requirements = one?.cause.results.map(({ requirement }) => requirement) ?? [];
    expect(new Set(requirements).size).toBe(requirements.length);
    expect(one?.flows.length).toBeGreaterThan(requirements.length);
    expect(one?.related.map((each) => [at(text, each), each.text])).toEqual([
      ['cluster', { key: 'file.use.computeOf', values: expect.objectContaining({ holder: 'nsg-training' }) }],
    ]);
  });

  test('reports too many nodes at the maximum node count', async () => {
    const text = (network + more).replace('instance no-public-ip', 'no-public-ip');
    const short = (await causesIn({ 'main.bicep': text })).find(({ id }) => id === 'addresses-short');
    expect(short && at(text, short)).toBe('90');
    expect(short?.related).toEqual([]);
  });

  test('reports missing rules at the rule list, or at the NSG if it doesn’t have one', async () => {
    const rules = /securityRules: \[\n[^]*?\n {4}\]\n/;
    const asked = network.replace('instance no-public-ip', 'instance');
    const placeIn = async (text: string): Promise<string | undefined> => {
      const one = (await causesIn({ 'main.bicep': text })).find(({ id }) => id === 'nsg-default-blocks');
      return one && at(text, one);
    };
    expect(await placeIn(asked.replace(rules, 'securityRules: []\n'))).toBe('[]');
    expect(await placeIn(asked.replace(rules, ''))).toBe('nsg');
  });

  test('applies configured severities: a cause isn’t an error if its error becomes a warning', async () => {
    const { check } = await analyzed({ 'main.bicep': network });
    const all = problemsOf(check);
    const [denied] = problemsByCause(check, all).filter(isOfCause);
    const ids = [...new Set(denied?.flows.map(({ id }) => id))];
    const wanted = withSeverities(all, Object.fromEntries(ids.map((id) => [id, 'warning'])));
    expect(
      problemsByCause(check, wanted)
        .filter(isOfCause)
        .map(({ severity }) => severity),
    ).not.toContain('error');
    const [first = ''] = ids;
    const without = problemsByCause(check, withSeverities(all, { [first]: 'off' })).filter(isOfCause);
    expect(without[0]?.flows.map(({ id }) => id)).toEqual(
      denied?.flows.flatMap(({ id }) => (id === first ? [] : [id])),
    );
  });
});

const fixtures = globSync('test/fixtures/{checks,files,golden,fixes}/**/*.bicep');

test.each(fixtures)('includes each problem of %s in exactly one reported problem', async (file) => {
  const { check } = await analyzed({ [basename(file)]: readFileSync(file, 'utf8') });
  const all = problemsOf(check);
  const reported = problemsByCause(check, all);
  const members = reported.flatMap((one) => [...problemsWithin(one)]);
  expect(members).toHaveLength(all.length);
  expect(new Set(members)).toEqual(new Set(all));
  for (const one of reported.filter(isOfCause)) {
    expect(one.related.length).toBeLessThan(2);
    expect(new Set(one.flows.map(({ id }) => id)).size).toBe(one.cause.results.length);
    for (const flow of one.flows) expect(flow.place.file).toBe(one.place.file);
  }
  // No two problems have the same cause and place.
  const keys = reported.filter(isOfCause).map(({ cause, place }) => JSON.stringify([cause.key, place]));
  expect(new Set(keys).size).toBe(keys.length);
});

describe('message of a cause', () => {
  const messages = async (text: string, language: 'en' | 'fr' = 'en'): Promise<readonly string[]> =>
    (await causesIn({ 'main.bicep': text })).map((one) => formatReported(messagesIn(language), one));

  test('names the rule, its flows, and the worst of them; for a setting, its requirement', async () => {
    const [rule, setting] = await messages(network);
    expect(rule).toBe(
      "Rule 4096 'Deny-All' blocks 6 flows of 'snet-training'. Worst: outbound TCP 80 and 443 to AzureActiveDirectory (sign-in).",
    );
    expect(setting).toMatch(/^'snet-training': Outbound access to the internet: the subnet has only/);
  });

  test('names what isn’t known, with the reason', async () => {
    expect(await messages(network)).toContain(
      "1 check of 'snet-training' isn’t known: the files don’t contain a workspace: private endpoint for the workspace. Add it, or state whether it’s private.",
    );
  });

  test('counts several subnets, and names a single compute resource', async () => {
    const two = await messages(network + more);
    expect(two[0]).toMatch(/^Rule 4096 'Deny-All' blocks 7 flows of 2 subnets\. Worst: outbound /);
    expect(two.join('\n')).toMatch(
      /No rule of 'nsg-training' allows 1 flow of 'snet-scoring': inbound TCP 44224 from AzureMachineLearning\./,
    );
    const [cluster = ''] = more.split('// aml');
    const one = network.replace('// aml-secure-compute: instance no-public-ip', '') + cluster;
    expect((await messages(one))[0]).toMatch(
      /^Rule 4096 'Deny-All' blocks \d+ flows that 'cpu-train' needs\. /,
    );
  });

  test('is available in French', async () => {
    expect((await messages(network, 'fr'))[0]).toMatch(
      /4096 «\u00a0Deny-All\u00a0» .*6 flux .*«\u00a0snet-training\u00a0»\. .*TCP 80 et 443/,
    );
  });
});
