import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../../scripts/places.mjs';
import type { SandboxAzure } from '../../../src/sandbox/create-sandbox';
import {
  denyAllSubnet,
  openWizardAt,
  readinessRowOf,
  previewEvery,
  writesIn,
  type OpenWizard,
} from '../features/wizard/open-wizard';
import { create, openCreationSample, planned } from '../azure/learning/creating';

interface Role {
  readonly Name: string;
  readonly Actions: readonly string[];
}

const page = readFileSync(join(root, 'docs/permissions.md'), 'utf8');
const roles = [...page.matchAll(/```json\n([^]*?)```/g)].map(([, text = '']) => JSON.parse(text) as Role);
const role = (word: string): Role => {
  const found = roles.find(({ Name }) => Name.endsWith(`: ${word}`));
  if (!found) throw new Error(`The page doesn't have a role ${word}.`);
  return found;
};

const open = { workspace: 'mlw-risk-dev', network: 'vnet-ml-dev-weu', subnet: 'snet-dev-open' };

/** Assigns the roles of the page for the whole tenant. */
function assign(azure: SandboxAzure, ...words: readonly string[]): void {
  azure.access.assign(
    words.map((word) => ({ role: role(word).Name, scope: '/', actions: role(word).Actions, notActions: [] })),
  );
}

const wordsOf = ({ page: { readiness } }: OpenWizard): readonly string[] =>
  (readiness?.groups ?? []).flatMap(({ rows }) => rows.map(({ id, word }) => `${id} ${word}`));

const refused = ({ traffic }: Pick<SandboxAzure, 'traffic'>): readonly string[] =>
  traffic.filter(({ status }) => status === 403).map(({ method, path }) => `${method} ${path}`);

const cover = {
  workspace: 'mlw-underwriting',
  network: 'vnet-underwriting-weu',
  subnet: 'snet-train-cover',
};

async function applied(w: OpenWizard, ...ids: string[]): Promise<string | undefined> {
  await w.call.applyFix({ preview: await previewEvery(w, ids) });
  return w.page.preview?.state;
}

describe('the roles of docs/permissions.md', () => {
  test('the role to check can read everything that the owner can read', async () => {
    const owner = await openWizardAt(cover);
    const reader = await openWizardAt(cover, { before: (azure) => assign(azure, 'check') });
    const differ = wordsOf(reader).filter((one) => !wordsOf(owner).includes(one));
    // Missing permissions of the role are shown, and nothing else differs.
    expect(differ.filter((one) => !one.startsWith('rbac-'))).toEqual([]);
    expect(refused(reader.sample)).toEqual(refused(owner.sample));
  });

  test.each([
    { place: denyAllSubnet, id: 'outbound-aml-udp-5831', publicIp: true },
    { place: cover, id: 'keyvault-network', publicIp: true },
    { place: open, id: 'npip-requires-private-endpoint', publicIp: false },
  ])('the role to fix applies the fix of $id', async ({ place, id, publicIp }) => {
    const w = await openWizardAt(place);
    if (!publicIp) await w.call.choosePublicIp({ publicIp });
    await w.until('a failed check', ({ readiness }) => readinessRowOf(readiness, id).counts === 'error');
    assign(w.sample, 'check', 'fix');
    expect(await applied(w, id)).toBe('applied');
    expect(writesIn(w.sample.traffic).map(({ status }) => status)).not.toContain(403);
    expect(readinessRowOf(w.page.readiness, id).counts).not.toBe('error');
  });

  test('the role to create creates compute, and the role to check alone does not', async () => {
    const opened = openCreationSample();
    assign(opened.sample, 'check', 'create');
    expect((await create(opened, planned())).at(-1)).toMatchObject({ is: 'ready' });
    assign(opened.sample, 'check');
    const events = await create(opened, planned({ name: 'cpu-other' }));
    expect(events.at(-1)).toMatchObject({ is: 'failed', code: 'forbidden' });
  });
});
