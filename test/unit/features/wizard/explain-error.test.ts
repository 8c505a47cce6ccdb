import { expect, test } from 'vitest';
import { longestMessage } from '../../../../src/contract/wizard/report';
import { failure } from '../../../../src/sandbox/failure-texts';
import {
  pickSubnet,
  denyAllSubnet,
  hasEnded,
  healthy,
  openWizardInOneGroup,
  openWizard,
  type OpenWizard,
} from './open-wizard';

const timedOut = failure('allocationTimedOut');
const message = `(${timedOut.code}) ${timedOut.message}\nCode: ${timedOut.code}`;

async function causes(w: OpenWizard, text: string): Promise<readonly string[]> {
  await w.call.explainError({ message: text });
  await w.until('an explanation', (p) => p.report?.message === text);
  const part = w.page.report?.parts.find(({ items }) => items.length > 0);
  return (part?.items ?? []).map(({ rank, checks }) => `${rank}: ${checks.map(({ id }) => id).join(', ')}`);
}

/** Its workspace's storage account refuses account keys. */
const underwriting = {
  workspace: 'mlw-underwriting',
  network: 'vnet-underwriting-weu',
  subnet: 'snet-train-cover',
};

test('several lines are explained for the selected subnet: its blocked flow first, with rule and fix', async () => {
  const w = await openWizardInOneGroup(denyAllSubnet);
  await w.call.act({ id: 'explainError' });
  await w.until('the page', (p) => p.report?.message === '');
  const found = await causes(w, message);
  expect(found.filter((one) => one.startsWith('Most likely'))).toEqual(['Most likely: outbound-batch-443']);
  expect(found[1]).toBe('Possible: outbound-aml-udp-5831');
  const part = w.page.report?.parts.find(({ items }) => items.length > 0);
  expect(part?.text).toBe('Compared with the checks of snet-training.');
  const [first] = part?.items ?? [];
  expect(first?.icon).toBe('error');
  expect(first?.lines.join('\n')).toContain('4096 Deny-All');
  expect(first?.fixIds).toEqual(['outbound-batch-443']);
  await w.call.previewFix({ ids: [...(first?.fixIds ?? [])] });
  await w.until('a preview', (p) => p.preview !== null);
});

test('after another subnet is selected, the same message is compared with that one', async () => {
  const w = await openWizardInOneGroup(denyAllSubnet);
  await causes(w, message);
  await pickSubnet(w, healthy.network, healthy.subnet);
  await w.until('its evidence', (p) =>
    Boolean(p.report?.parts.some(({ text }) => text?.includes(healthy.subnet))),
  );
  const ranks = w.page.report?.parts.flatMap(({ items }) => items.map(({ rank }) => rank)) ?? [];
  expect(ranks).toContain('Ruled out');
  expect(ranks).not.toContain('Most likely');
});

test('a mount error over an account without shared keys names the account, and rules out open ports', async () => {
  const w = await openWizardInOneGroup(underwriting);
  await w.call.chooseKind({ kind: 'instance' });
  const { code, message: text } = failure('storageMount', { name: 'ci' });
  const found = await causes(w, `${code}: ${text}`);
  expect(found[0]).toBe('Most likely: storage-shared-key-enabled');
});

test('a creation that ends with that mount error names the account first', async () => {
  const w = await openWizardInOneGroup(underwriting);
  await w.call.chooseKind({ kind: 'instance' });
  await w.call.changeSize({ name: 'ci-mount' });
  w.sample.faults.next({
    kind: 'operation',
    match: '/computes/',
    ...failure('storageMount', { name: 'ci-mount' }),
  });
  await w.call.create({ anyway: true });
  await w.until('the end', (p) => hasEnded(p));
  const [first] = w.page.creation?.likely ?? [];
  expect(first?.rank).toBe('Most likely');
  expect(first?.evidence).toContain('doesn’t allow shared keys');
});

test('without a subnet nothing is ruled out, and the page closes', async () => {
  const w = openWizard();
  await w.session.explainError();
  await w.until('the page', (p) => p.report?.message === '');
  expect(await causes(w, message)).toMatchObject({ 0: expect.stringMatching(/^Possible/) as string });
  expect(
    w.page.report?.parts.some(({ text }) =>
      text?.startsWith('The subnet isn’t known, so all causes are possible.'),
    ),
  ).toBe(true);
  expect(JSON.stringify(w.sample.traffic)).not.toContain(timedOut.code);
  await w.call.closeReport({});
  await w.until('the plan', (p) => p.report === null);
});

test('a message without letters, or one that is too long, is refused', async () => {
  const w = openWizard();
  await expect(w.call.explainError({ message: ' \n ' })).rejects.toThrow();
  await expect(w.call.explainError({ message: 'x'.repeat(longestMessage + 1) })).rejects.toThrow();
});
