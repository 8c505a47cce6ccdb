import { isIdentifiedByName } from '../../../src/requirements/requirements';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { closable, closingEdits, type ClosingEdits } from '../../../src/file-checks/edits/deny-other-edits';
import { needsPreview } from '../../../src/file-checks/edits/needs-preview';
import type { Problem } from '../../../src/file-checks/problem';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { messagesIn } from '../../support/messages-in';
import { formatClosing } from '../../../src/wording/deny-other-text';
import { withBicep } from '../../support/bicep';
import { analyzed, testFixContext, withEdits } from './analyzed';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/files/${name}`, import.meta.url), 'utf8');
const byDefault = fixture('infra/by-default.bicep');
const network = fixture('infra/network.bicep');

interface Closed {
  readonly closing: ClosingEdits | undefined;
  readonly after: string;
}

async function closed(text: string, file = 'a.bicep'): Promise<Closed> {
  const fixTest = await testFixContext({ [file]: text });
  const [subject] = fixTest.analysis.check.subjects;
  const closing = subject && (await closingEdits(fixTest, subject));
  return { closing, after: withEdits(text, closing?.edits ?? []) };
}

describe('denying other outbound traffic of a subnet', () => {
  test('writes a rule for each flow that default rules allowed, and a final rule that denies the internet', async () => {
    const { closing, after } = await closed(byDefault);
    expect(closing?.written).toContain('outbound-batch-443');
    expect(after).toContain("destinationAddressPrefix: 'BatchNodeManagement.${location}'");
    const deny = after.indexOf("'Deny-Internet-Out'");
    expect(deny).toBeGreaterThan(after.lastIndexOf("access: 'Allow'"));
    expect(after.slice(deny)).toMatch(/^'Deny-Internet-Out'[^}]*priority: 4096[^}]*access: 'Deny'/);
  });

  test('leaves no flow to default rules, and adds problems only for hosts that rules can’t name', async () => {
    const { after } = await closed(byDefault);
    const before = problemsOf((await analyzed({ 'a.bicep': byDefault })).check);
    const now = await analyzed({ 'a.bicep': after });
    expect(before.some(({ severity }) => severity === 'hint')).toBe(true);
    const ids = problemsOf(now.check).map(({ id }) => id);
    expect(ids.filter(isIdentifiedByName)).toContain('outbound-python-packages');
    expect(ids.filter((id) => !isIdentifiedByName(id))).toEqual(
      before.filter(({ severity }) => severity !== 'hint').map(({ id }) => id),
    );
    const [subject] = now.check.subjects;
    expect(subject && closable(subject)).toEqual([]);
  });

  test('lists the blocked traffic, each with a packet that was allowed before', async () => {
    const { closing } = await closed(byDefault);
    const words = closing && formatClosing(messagesIn('en'), closing);
    expect(words?.title).toMatch(
      /^Deny other outbound traffic of 'snet-training': allow \d+ required flows, deny Internet$/,
    );
    expect(words?.closes).toEqual([
      expect.stringMatching(
        /^No longer allowed to the internet: TCP .* Example packet: TCP 10\.40\.4\.4 → 203\.0\.113\.10 port 443$/,
      ),
      expect.stringMatching(
        /^No longer allowed to the internet: UDP .* Example packet: UDP 10\.40\.4\.4 → 203\.0\.113\.10 port 53$/,
      ),
      'No longer allowed to the internet: ICMP. Example packet: ICMP 10.40.4.4 → 203.0.113.10',
    ]);
    expect(closing && needsPreview(closing)).toBe(true);
  });

  test('creates an NSG if the subnet doesn’t have one, and compiles without warnings', async () => {
    const bare = byDefault.replace('          networkSecurityGroup: { id: nsg.id }\n', '');
    const { after } = await closed(bare);
    expect(after).toContain('networkSecurityGroup: {\n            id: nsgSnetTraining.id');
    expect(after).toMatch(/resource nsgSnetTraining [^]*securityRules: \[[^]*'Deny-Internet-Out'/);
    await withBicep(async (bicep) => {
      const folder = mkdtempSync(join(tmpdir(), 'aml-'));
      const file = join(folder, 'a.bicep');
      writeFileSync(file, after);
      const { success, diagnostics } = await bicep.compile(file);
      rmSync(folder, { recursive: true });
      expect({ success, diagnostics }).toEqual({ success: true, diagnostics: [] });
    });
  });

  test('isn’t offered while there are problems to fix, nor after it was applied', async () => {
    expect((await closed(network)).closing).toBeUndefined();
    const { after } = await closed(byDefault);
    expect((await closed(after)).closing).toBeUndefined();
  });

  test('writes the same into ARM JSON', async () => {
    const template = fixture('arm/azuredeploy.json');
    const { after } = await closed(template, 'a.json');
    const deny = after.indexOf('"Deny-Internet-Out"');
    expect(deny).toBeGreaterThan(after.lastIndexOf('"access": "Allow"'));
    expect(after.slice(deny)).toContain('"destinationAddressPrefix": "Internet"');
    expect(problemsOf((await analyzed({ 'a.json': after })).check).filter(isHint)).toEqual([]);
  });
});

const isHint = ({ severity }: Problem): boolean => severity === 'hint';
