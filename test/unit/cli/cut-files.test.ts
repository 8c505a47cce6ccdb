import { describe, expect, test } from 'vitest';
import type { CheckReport } from '../../../src/contract/check-report';
import { amlRule, writtenNetwork } from '../../support/written-network';
import { ran } from './ran';

/*
 * A file with more tokens than the limit: the rest could change every result, so none passes, and nothing counts as
 * absent.
 */

const limit = 250_000;

/** Three tokens for each item. */
const padding = `var padding = [\n${'  1\n'.repeat(limit / 2)}]\n`;

const network = writtenNetwork({ rules: [amlRule] });
const at = network.indexOf('resource vnet');
const whole = `${network}${padding}`;
const networkCut = `${network.slice(0, at)}${padding}${network.slice(at)}`;

describe('a file that is truncated at the limit', () => {
  test.each([
    ['after its network', whole, 1],
    ['between its NSG and its network', networkCut, 0],
    ['before everything', `${padding}${network}`, 0],
  ])('doesn’t have passing results %s', async (_, text, left) => {
    const { code, out, error } = await ran('check main.bicep --format json', { 'main.bicep': text });
    expect(code).not.toBe(0);
    expect(error).toMatch(
      /^main\.bicep:\d+:\d+: Only the first 250,?000 words of the file are read\. Split the file\.\n$/,
    );
    const report = JSON.parse(out) as CheckReport;
    expect(report.subnets).toEqual([]);
    expect(report.findings).toEqual([]);
    expect(report.notChecked ?? []).toHaveLength(left);
  });

  test('is reported once, with what to do', async () => {
    const { out } = await ran('check main.bicep', { 'main.bicep': whole });
    expect(out).toBe(
      `1 subnet wasn’t checked, because a file can’t be read to its end. Its results are unknown. Save the file as UTF-8 text, or split it.

1 unknown in 1 file; 1 not readable; 1 subnet not checked

1 file, 0 subnets · requirements of 11 Sept 2026 · service tags of 9 Nov 2025 · nothing was sent to Azure
`,
    );
  });

  test('isn’t reported as having an unused NSG', async () => {
    const { out } = await ran('check main.bicep', { 'main.bicep': networkCut });
    expect(out).not.toMatch(/an example subnet|Ready/);
  });
});
