import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { printableText } from '../../src/cli/printable-text';
import { longestMessage } from '../../src/contract/wizard/report';
import { displayLines, displayText } from '../../src/core/text/display-text';
import { actsIn, markup } from '../support/active-markdown';
import { someCases } from '../support/case-count';
import { hostile, hostileParts, rawLines } from '../support/hostile-names';
import { pathsOf } from '../support/paths-of';
import { unreadable, ran } from '../unit/cli/ran';
import {
  denyAllSubnet,
  hasEnded,
  openWizard,
  type OpenWizard,
  openWizardInOneGroup,
} from '../unit/features/wizard/open-wizard';

const network = readFileSync(new URL('../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');
const parts = { ...markup, ...hostileParts };
/** All of them together come first, because that case is tested after each change. */
const tails = Object.entries({ 'all of these': Object.values(parts).join(' '), ...parts });

/**
 * Returns an error with the text in every part that is read: its words, the NSG, a subnet, an ID, and each property of
 * a rule.
 */
function errorWith(text: string): string {
  const group = `/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/networkSecurityGroups/nsg${text}`;
  const members = Object.entries({
    protocol: 'TCP',
    sourceAddressPrefix: 'VirtualNetwork',
    destinationPortRange: '445',
    destinationAddressPrefix: `Storage OR ${text}`,
    priority: 'Higher than 4096',
    direction: 'Outbound',
  }).map(([name, value]) => `"${name}": "${value}${text}"`);
  return [
    `(AllocationTimedout) ${text}`,
    `The subnet /subnets/s${text} has a network security group (${group}) that is missing the following rules`,
    `{ "name": "Storage 445${text}" "properties": { ${members.join('\n')} } }`,
    `Correlation ID: 12345678-90ab-cdef-1234-567890abcdef${text}`,
  ].join('\n');
}

async function explained(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const { out, error, code } = await ran(['explain', ...args], files);
  return { out: printableText(out), error: printableText(error), code };
}

describe('explain --error', () => {
  test.each(someCases(tails, 4))('as text escapes an error that is %s', async (_, tail) => {
    const files = { 'main.bicep': network };
    const ways = [
      await explained(['--error', errorWith(tail)]),
      await explained(['--error', errorWith(tail), 'main.bicep'], files),
      await explained(['--error', 'error.log'], { 'error.log': errorWith(tail) }),
    ];
    for (const { out, error } of ways) {
      expect(out).toContain('Details for support');
      expect([...rawLines(out), ...rawLines(error)]).toEqual([]);
    }
  });

  test.each(someCases(tails, 9))(
    'as JSON keeps the exact characters of an error that is %s',
    async (_, tail) => {
      const { out } = await explained(['--error', errorWith(tail), '--format', 'json']);
      expect(rawLines(out)).toEqual([]);
      expect(out).not.toMatch(/[\u2066-\u2069]/);
      const report: { missingRules: { group: string; rules: { source: string }[] } | null } = JSON.parse(out);
      const flat = tail.replaceAll(/\s+/g, ' ');
      const sources = report.missingRules?.rules.map(({ source }) => source) ?? [];
      // A quote or a bracket in the text ends its part.
      if (!/["()/]/.test(tail)) expect(sources).toEqual([`VirtualNetwork${flat}`]);
    },
  );

  test.each([
    [['--error', './x\u001b[31m##vso[x]y\u009b\u202Ez'], './x'],
    [['--error', 'x', `--${hostile}`], ''],
    [['--error', 'x', '--subnet', hostile, 'main.bicep'], ''],
    [['--error', 'error.log', `${hostile}.bicep`], 'bicep'],
  ])('reports an invalid command line with its text escaped: %#', async (args, words) => {
    const { out, error } = await explained(args, { 'main.bicep': network, 'error.log': 'x' });
    expect(`${out}${error}`).toContain(words);
    expect([...rawLines(out), ...rawLines(error)]).toEqual([]);
  });

  test('rejects a file that is longer than any error, with what to do', async () => {
    const { code, error } = await explained(['--error', 'e.log'], { 'e.log': 'x'.repeat(1_000_001) });
    expect({ code, error }).toEqual({
      code: 3,
      error: 'e.log has more than a million characters. Pass the part with the error.\n',
    });
  });

  test('rejects a file that isn’t UTF-8', async () => {
    const { code, error } = await explained(['--error', 'error.log'], { 'error.log': unreadable });
    expect(code).toBe(3);
    expect(error).toContain('error.log');
  });
});

/** Texts that a page shows, without the user's own input. */
function rawTexts(page: object | null | undefined, own = /^\.message$/): readonly string[] {
  return pathsOf(page)
    .filter(({ path, text }) => !own.test(path) && displayText(text) !== text)
    .map(({ path, text }) => `${path} ${JSON.stringify(text)}`);
}

describe('the explanation in the wizard', () => {
  test('shows the hidden characters of an error, whatever it is', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    for (const [name, tail] of someCases(tails, 6)) {
      const message = errorWith(tail);
      await w.call.explainError({ message });
      await w.until(name, ({ report }) => report?.message === message);
      expect(rawTexts(w.page.report), name).toEqual([]);
    }
    w.dispose();
  });

  test('sends the exact characters of the field to the host and back', async () => {
    const w = openWizard();
    const message = `${tails.map(([, tail]) => tail).join('\r\n')}\u0000\uD800\uFEFF"\\{}\u2028`;
    await w.call.explainError({ message });
    await w.until('the page', ({ report }) => report?.message === message);
    w.dispose();
  });

  test.each([
    ['not a string', undefined],
    ['a number', 1],
    ['an object', { length: 1 }],
    ['a list', ['x']],
    ['null', null],
    ['nothing', ''],
    ['too much', 'x'.repeat(longestMessage + 1)],
  ])('is rejected for a message that is %s, and the page continues to work', async (_, message) => {
    const w = openWizard();
    await expect(w.call.explainError({ message } as { message: string })).rejects.toThrow();
    await w.call.explainError({ message: 'SubnetIsFull' });
    await w.until('the page', ({ report }) => report?.message === 'SubnetIsFull');
    w.dispose();
  });

  test('is shown for the longest message, whatever it contains', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    const parts = [
      '"name": "x',
      'network security group (',
      'request id: ',
      '\\"',
      ' or ',
      'a.b.',
      '"a": "b"',
    ];
    for (const part of parts) {
      const message = part.repeat(longestMessage / part.length);
      await w.call.explainError({ message });
      await w.until('the page', ({ report }) => report?.message === message);
    }
    w.dispose();
  });
});

async function failed(message: string): Promise<OpenWizard> {
  const w = await openWizardInOneGroup(denyAllSubnet);
  await w.call.chooseKind({ kind: 'instance' });
  await w.call.changeSize({ name: 'ci-hostile' });
  w.sample.faults.next({ kind: 'operation', match: '/computes/', code: 'AllocationTimedout', message });
  await w.call.create({ anyway: true });
  await w.until('an end', (p) => hasEnded(p));
  return w;
}

describe('a creation that Azure refuses', () => {
  test.each(someCases(tails, 1))(
    'shows an error that is %s as text, and saves it as text',
    async (_, tail) => {
      const w = await failed(errorWith(tail));
      const { message = '' } = w.page.creation ?? {};
      expect(message).toBe(displayLines(message ?? ''));
      expect(rawTexts(w.page.creation, /^\.message$/)).toEqual([]);
      await w.call.saveFailure({});
      const saved = w.savedTexts.at(-1)?.text ?? '';
      expect(saved).toContain('AllocationTimedout');
      expect(actsIn(saved, ['blockquote'])).toEqual([]);
      await w.call.copyFailure({});
      expect(rawLines(w.copied.at(-1) ?? '').filter((line) => !/FORGED|::|##/.test(line))).toEqual([]);
      w.dispose();
    },
  );
});
