import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { messagesIn } from '../../support/messages-in';
import { formatProblem } from '../../../src/wording/problem-text';
import { formatTrace } from '../../../src/wording/trace-text';
import { analyzed } from '../file-checks/analyzed';

const say = messagesIn('en');
const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');

async function reported(
  id: string,
  text = network,
): Promise<{ readonly sentence: string; readonly trace: readonly string[] }> {
  const { check } = await analyzed({ 'network.bicep': text });
  const problem = problemsOf(check).find((one) => one.id === id);
  if (problem?.what.is !== 'result') throw new Error('nothing is told');
  return { sentence: formatProblem(say, problem), trace: formatTrace(say, problem.what.result.trace) };
}

test('of two rules in one NSG, each decides a part of a flow, and neither the whole flow', async () => {
  // Rule 120 allows outbound 443 to AzureCloud, which contains a part of AzureActiveDirectory.
  const { trace } = await reported('outbound-entra-80-443');
  expect(trace.slice(0, 2)).toEqual([
    'Rule 120 Allow-Services of nsg-training allows part of it.',
    'Rule 4096 Deny-All of nsg-training blocks part of it.',
  ]);
});

test('a rule that decides alone states how many were tried before it', async () => {
  const { trace } = await reported('outbound-aml-udp-5831');
  expect(trace[0]).toBe('Rule 4096 Deny-All of nsg-training blocks it. 2 rules before it didn’t match.');
});

test('a subnet that can’t reach itself is described by its nodes', async () => {
  const { sentence } = await reported(
    'inbound-intra-subnet',
    network.replace('aml-secure-compute: instance', 'aml-secure-compute: cluster'),
  );
  expect(sentence).toBe(
    "Nodes in 'snet-training' can’t reach each other on any protocol: rule 4096 'Deny-All' blocks it.",
  );
});
