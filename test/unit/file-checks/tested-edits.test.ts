import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstTested, testedEdits, testedEditsOfAll } from '../../../src/file-checks/edits/tested-edits';
import { withSeverities } from '../../../src/file-checks/with-severities';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { decidedBy, ruleAt } from '../../../src/file-checks/rule-at';
import { formatDecided } from '../../../src/wording/rule-text';
import { formatFixTitle } from '../../../src/wording/fix-title';
import { formatProblem } from '../../../src/wording/problem-text';
import { messagesIn } from '../../support/messages-in';
import { withBicep } from '../../support/bicep';
import { analyzed, testFixContext, withEdits } from './analyzed';

const say = messagesIn('en');
const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');

describe('problems of a file', () => {
  test('contain a blocked flow, at the name of the rule that blocks it', async () => {
    const { check } = await analyzed({ 'network.bicep': network });
    const problem = problemsOf(check).find(({ id }) => id === 'outbound-aml-udp-5831');
    expect(problem && formatProblem(say, problem)).toBe(
      "'snet-training' can’t reach AzureMachineLearning on UDP 5831: rule 4096 'Deny-All' blocks it.",
    );
    expect(network.slice(problem?.place.start, problem?.place.end)).toBe("'Deny-All'");
  });

  test('are empty if the file isn’t about Azure ML', async () => {
    const storage = readFileSync(
      new URL('../../fixtures/files/infra/storage.bicep', import.meta.url),
      'utf8',
    );
    const { check } = await analyzed({ 'storage.bicep': storage });
    expect(problemsOf(check)).toEqual([]);
  });

  test('contain a missing subnet once, and not as missing rules', async () => {
    const text = `param subnetId string
resource ws 'Microsoft.MachineLearningServices/workspaces@2024-04-01' existing = { name: 'ws' }
resource cpu 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01' = {
  parent: ws
  name: 'cpu'
  properties: { computeType: 'AmlCompute', properties: { subnet: { id: subnetId } } }
}`;
    const { check } = await analyzed({ 'cpu.bicep': text });
    expect(problemsOf(check).map((one) => formatProblem(say, one))).toEqual([
      "Unknown: no file declares subnet ‹subnetId› of 'cpu'. Its network isn’t checked.",
    ]);
  });
});

describe('flows that a rule decides', () => {
  test('contain those that no later rule decides, and none for a rule without effect', async () => {
    const { check } = await analyzed({ 'network.bicep': network });
    const wordsAt = (name: string): string => {
      const rule = ruleAt(check.declared, 'network.bicep', network.indexOf(name));
      return rule ? formatDecided(say, decidedBy(check, rule)) : 'no rule';
    };
    expect(wordsAt("'Allow-AML'")).toMatch(/^Decides \d+ required flows: allows /);
    expect(wordsAt("'Deny-All'")).toMatch(/^Decides \d+ required flows: blocks .*blocks /);
    expect(wordsAt("'nsg-training'")).toBe('no rule');
  });
});

describe('a fix as edits', () => {
  test('adds a rule to the list, in the file’s style, before the deny rule', async () => {
    const fixTest = await testFixContext({ 'network.bicep': network });
    const problem = problemsOf(fixTest.analysis.check).find(({ id }) => id === 'outbound-aml-udp-5831');
    const written = problem && (await testedEdits(fixTest, problem));
    expect(written && formatFixTitle(say, written)).toMatch(/^Allow UDP 5831 to AzureMachineLearning$/);
    const after = withEdits(network, written?.edits ?? []);
    expect(after).toContain("          destinationPortRange: '5831'\n");
    const { check } = await analyzed({ 'network.bicep': after });
    expect(problemsOf(check).map(({ id }) => id)).not.toContain('outbound-aml-udp-5831');
  });

  test('writes a regional tag with the file’s expression for the region', async () => {
    const fixTest = await testFixContext({ 'network.bicep': network });
    const problem = problemsOf(fixTest.analysis.check).find(({ id }) => id === 'outbound-storage-445');
    const written = problem && (await testedEdits(fixTest, problem));
    expect(withEdits(network, written?.edits ?? [])).toContain("'Storage.${location}'");
  });

  test('leaves no fixable error if all fixes are applied', async () => {
    const fixTest = await testFixContext({ 'network.bicep': network });
    const [subject] = fixTest.analysis.check.subjects;
    const written =
      subject && (await testedEditsOfAll(fixTest, subject, { reported: problemsOf(fixTest.analysis.check) }));
    const after = await analyzed({ 'network.bicep': withEdits(network, written?.edits ?? []) });
    expect(problemsOf(after.check).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('leaves out disabled checks and hints if all fixes are applied', async () => {
    const fixTest = await testFixContext({ 'network.bicep': network });
    const [subject] = fixTest.analysis.check.subjects;
    const reported = withSeverities(problemsOf(fixTest.analysis.check), {
      'outbound-aml-udp-5831': 'off',
      'egress-explicit-for-npip': 'info',
    });
    const written = subject && (await testedEditsOfAll(fixTest, subject, { reported }));
    const after = withEdits(network, written?.edits ?? []);
    expect(after).toContain("name: 'Allow-Storage-445'");
    expect(after).not.toMatch(/5831'|natGateway/);
  });

  test('declares a NAT gateway with its address, and references it in the subnet', async () => {
    const fixTest = await testFixContext({ 'network.bicep': network });
    const problem = problemsOf(fixTest.analysis.check).find(({ id }) => id === 'egress-explicit-for-npip');
    expect(problem && (await testedEdits(fixTest, problem))).toBeUndefined();
    const written = problem && (await firstTested(fixTest, problem, { allowed: ['cost'] })).tested;
    const after = withEdits(network, written?.edits ?? []);
    expect(after).toContain('    natGateway: {\n      id: ngSnetTraining.id\n    }\n');
    expect(after).toContain("resource ngSnetTraining 'Microsoft.Network/natGateways@2024-05-01' = {\n");
    expect(after).toContain('id: pipNgSnetTraining.id');
    expect(after).toContain('  location: location\n');
    await withBicep(async (bicep) => {
      const folder = mkdtempSync(join(tmpdir(), 'aml-'));
      const file = join(folder, 'network.bicep');
      writeFileSync(file, after);
      const { success, diagnostics } = await bicep.compile(file);
      rmSync(folder, { recursive: true });
      expect({ success, diagnostics }).toEqual({ success: true, diagnostics: [] });
    });
  });

  test('edits the module that contains the resource', async () => {
    const files = {
      'main.bicep': "module net 'net/network.bicep' = { name: 'net' }",
      'net/network.bicep': network,
    };
    const fixTest = await testFixContext(files);
    const problem = problemsOf(fixTest.analysis.check).find(({ id }) => id === 'outbound-aml-udp-5831');
    const written = problem && (await testedEdits(fixTest, problem));
    expect(new Set(written?.edits.map(({ file }) => file))).toEqual(new Set(['net/network.bicep']));
  });
});
