import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AzureFailure } from '../../src/azure/failure';
import { displayText } from '../../src/core/text/display-text';
import type { LoggedPlace } from '../../src/core/logged-change';
import { sampleNetworkId } from '../../src/sandbox/sample/names';
import { markup } from '../support/active-markdown';
import { someCases } from '../support/case-count';
import { connectHostile, startHostileAzure, type HostileAzure } from '../support/hostile-azure';
import { hostileParts } from '../support/hostile-names';
import { pathsOf } from '../support/paths-of';
import {
  denyAllSubnet,
  hasEnded,
  openWizardInOneGroup,
  withReads,
  type OpenWizard,
} from '../unit/features/wizard/open-wizard';

const id = sampleNetworkId('rg-network-prod', 'networkSecurityGroups', 'nsg-training');
const place: LoggedPlace = { id, scope: 'own' };
const noStop = new AbortController().signal;
const event = {
  caller: 'anna@contoso.com',
  eventTimestamp: '2026-11-29T10:00:00Z',
  operationName: { value: 'Microsoft.Network/networkSecurityGroups/write' },
  resourceId: id,
  status: { value: 'Succeeded' },
};

let hostile: HostileAzure;
beforeAll(async () => {
  hostile = await startHostileAzure();
});
afterAll(() => hostile.close());

/** Reads the log with this body as each page. Text is sent unchanged. */
async function readWith(body: (page: number) => unknown): Promise<string> {
  hostile.answer((_, response, count) => {
    const sent = body(count);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(typeof sent === 'string' ? sent : JSON.stringify(sent));
  });
  const { read } = connectHostile(hostile, 'editor');
  return read.lastChange(place, noStop).then(
    (change) => change?.caller ?? 'nothing',
    (error: AzureFailure) => `${error.code} ${error.details.response ?? ''}`.trim(),
  );
}

describe('an activity log', () => {
  test('of Azure is read: each attack below changes one part of it', async () => {
    expect(await readWith(() => ({ value: [event] }))).toBe('anna@contoso.com');
  });

  const many = Array.from({ length: 2000 }, () => event);
  test.each<readonly [string, (page: number) => unknown, string]>([
    [
      'with pages without end',
      (page) => ({ value: [], nextLink: `${hostile.origin}/p?page=${String(page)}` }),
      'badResponse endless',
    ],
    [
      'with events without end',
      (page) => ({ value: many, nextLink: `${hostile.origin}/p?page=${String(page)}` }),
      'badResponse endless',
    ],
    [
      'whose next page is on another host',
      () => ({ value: [event], nextLink: 'https://evil.example/' }),
      'badResponse elsewhere',
    ],
    [
      'whose next page is the first one',
      () => ({ value: [event], nextLink: `${hostile.origin}/p` }),
      'badResponse endless',
    ],
    ['of gigabytes', () => `{"value":[${' '.repeat(20 * 1024 * 1024)}]}`, 'badResponse large'],
    ['that is a page of a proxy', () => '<html>Sign in</html>', 'badResponse malformed'],
    ['that isn’t a list', () => ({ value: { length: 1e9 } }), 'badResponse malformed'],
    ['whose events aren’t objects', () => ({ value: [null, 7, 'x', []] }), 'nothing'],
    ['whose caller is an object', () => ({ value: [{ ...event, caller: { toString: 1 } }] }), 'nothing'],
    [
      'whose caller is a megabyte long',
      () => ({ value: [{ ...event, caller: 'a'.repeat(1e6) }] }),
      'nothing',
    ],
    [
      'whose time is text',
      () => ({ value: [{ ...event, eventTimestamp: 'soon' }] }),
      'badResponse malformed',
    ],
  ])('%s isn’t shown', async (_, body, outcome) => {
    expect(await readWith(body)).toBe(outcome);
    expect(hostile.asked.every((one) => one.startsWith('GET /'))).toBe(true);
  });
});

describe('the name of who changed a rule', () => {
  const parts = { ...markup, ...hostileParts };
  const tails = Object.entries({ 'all of these': Object.values(parts).join(' '), ...parts });

  async function failedWith(caller: string): Promise<OpenWizard> {
    const w = await openWizardInOneGroup(denyAllSubnet, {
      connect: withReads(() => ({
        lastChange: (one) =>
          Promise.resolve(one.scope === 'own' ? { ...one, at: '2026-11-29T10:00:00Z', caller } : null),
      })),
    });
    await w.call.changeSize({ name: 'cpu-hostile', minNodes: 1 });
    await w.call.create({ anyway: true });
    await w.until('the end', hasEnded);
    await w.until(
      'the change',
      ({ creation }) => creation?.likely.some(({ changes }) => changes.length > 0) === true,
    );
    return w;
  }

  test.each(someCases(tails, 1))(
    'that contains %s is shown as text, and isn’t in a copy or report',
    async (_, tail) => {
      const w = await failedWith(`mallory${tail}`);
      const shown = pathsOf(w.page.creation?.likely);
      expect(shown.some(({ text }) => text.includes('mallory'))).toBe(true);
      expect(shown.filter(({ text }) => displayText(text) !== text)).toEqual([]);
      await w.call.copyFailure({});
      await w.call.saveFailure({});
      expect(JSON.stringify([w.copied, w.savedTexts, w.logged])).not.toContain('mallory');
      w.dispose();
    },
  );
});
