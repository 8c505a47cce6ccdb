import { globSync, readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { causesIn } from '../../../src/checks/causes-in';
import { checkSubnet } from '../../../src/checks/check-subnet';
import type { Cause } from '../../../src/core/cause';
import { known } from '../../../src/core/known';
import type { NetworkModel } from '../../../src/core/network/model';
import { isOfCause, problemsByCause } from '../../../src/file-checks/cause-problems';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { causeHoverText } from '../../../src/wording/cause-hover-text';
import { markdownTokens } from '../../support/active-markdown';
import { messagesIn } from '../../support/messages-in';
import { analyzed } from '../file-checks/analyzed';
import { buildModel, buildPlan, facts, modelNetworkId, type NetworkSpec } from '../checks/model-builder';
import { firewall } from '../../support/firewalls';

/** VS Code adds the message above, and one related place. */
const mostLines = 9 - 2;
/** Characters of a line next to its label, as wide as VS Code shows a hover in a window of 1,440 pixels. */
const width = 78;

/** Files that describe networks: the samples, and forms that are published. */
const files = globSync('test/fixtures/{files,fixes,folders,documents,terraform}/**/*.{bicep,json,tf}')
  .filter((file) => !/parameters|\.terraform\//.test(file))
  .sort();

/** Returns the files of a folder, the given one first. */
function withNeighbors(file: string): Readonly<Record<string, string>> {
  const folder = dirname(file);
  const read = (name: string): readonly [string, string] => [
    relative(folder, name),
    readFileSync(name, 'utf8'),
  ];
  const own = globSync(`${folder}/**/*.{bicep,json,tf}`).filter((name) => name !== file);
  return Object.fromEntries([file, ...own].map(read));
}

/** Returns the lines of a text as VS Code wraps it: after spaces and hyphens, or within a word that is too long. */
function wrappedLines(text: string): number {
  let [lines, used] = [1, 0];
  for (const word of text.split(/(?<=[ -])/)) {
    const { length } = word.trimEnd();
    if (used > 0 && used + length > width) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(length / width) - 1);
    used = length > width ? length % width : used + word.length;
  }
  return lines;
}

function expectFewLines(cause: Cause, of: string): void {
  for (const language of ['en', 'fr'] as const) {
    const links = { explain: 'command:x', preview: { title: 'Fix', href: 'command:y' } };
    const text = causeHoverText(messagesIn(language), cause, links);
    const [frame, , ...rows] = text.split('\n').filter((line) => line !== '');
    expect(frame).toBe('| | |');
    const shown = rows.map((row) => row.replaceAll(/\]\([^)]*\)|\\(?=[\W_])|^\|.*?\| | \|$/g, ''));
    const lines = shown.reduce((sum, row) => sum + wrappedLines(row), 0);
    expect(lines, `${of}, ${cause.kind}:\n${text}`).toBeLessThanOrEqual(mostLines);
    // All of it is one table and one line with links.
    expect(markdownTokens(text).filter(({ type }) => type === 'table')).toHaveLength(1);
  }
}

test('the hover of each cause in the sample files is a few lines, in both languages', async () => {
  let count = 0;
  const kinds = new Set<string>();
  for (const file of files) {
    const found = await analyzed(withNeighbors(file)).catch(() => undefined);
    if (!found) continue;
    for (const problem of problemsByCause(found.check, problemsOf(found.check)).filter(isOfCause)) {
      count += 1;
      kinds.add(problem.id);
      expectFewLines(problem.cause, file);
    }
  }
  expect(count).toBeGreaterThan(50);
  expect(kinds.size).toBeGreaterThan(5);
});

const address = '10.40.1.4';
const toAppliance = `0.0.0.0/0 appliance ${address} route-default`;

/** Networks in which each kind of component decides, or several decide parts of a flow. */
const networks: Readonly<Record<string, NetworkSpec>> = {
  'a rule': { rules: ['out 4096 Deny * *>* * rule-deny'] },
  'several rules': {
    rules: [80, 81, 82, 83, 84].map((port, at) => `out ${100 + at} Deny Tcp *>* ${port} rule-${at}`),
  },
  'no rule': { rules: [] },
  'a route': { routes: ['0.0.0.0/0 none route-default'] },
  'an appliance': { routes: [toAppliance] },
  'a firewall': {
    nat: null,
    routes: [toAppliance],
    firewalls: [firewall({}, { networkId: modelNetworkId, addresses: known([address]) })],
  },
  'a rule of a firewall': {
    nat: null,
    routes: [toAppliance],
    firewalls: [
      firewall(
        { 'rule-collection 200 Deny': ['net rule-net TCP *>*:443'] },
        { networkId: modelNetworkId, addresses: known([address]) },
      ),
    ],
  },
  'no outbound access': { nat: null },
  'an unread NSG': { rules: 'unread' },
  'a full subnet': { inUse: 59 },
  'a delegation': { delegations: ['Microsoft.Databricks/workspaces'] },
};

/** Names of the generated networks' resources, rules, and routes. Azure's names have at most 80 characters. */
const named =
  /\b(?:nsg-training|rt-training|snet-training|vnet-ml-prod-weu|ng-ml-weu|afw|(?:rule|route)-\w+)\b/g;

function renamed(model: NetworkModel, name: string): NetworkModel {
  const text = JSON.stringify(model).replaceAll(named, (own) => `${own}-${name}`.slice(0, 80));
  return JSON.parse(text) as NetworkModel;
}

test('the hover is a few lines for the longest names, too', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.entries(networks)),
      fc.string({ unit: fc.constantFrom(...'abc09-_.'), minLength: 1, maxLength: 80, size: 'max' }),
      fc.boolean(),
      ([situation, spec], name, publicIp) => {
        const model = renamed(buildModel(spec), name);
        const subnetId = model.virtualNetworks[0]?.subnets[0]?.id ?? null;
        const plan = { ...buildPlan({ publicIp: known(publicIp) }), subnetId };
        for (const cause of causesIn({ model, plan, facts }, checkSubnet(model, plan, facts))) {
          kinds.add(cause.kind);
          expectFewLines(cause, situation);
        }
      },
    ),
  );
  expect(kinds.size).toBeGreaterThan(7);
});

test('names in the hover are complete if two lines have enough room for them', () => {
  const model = renamed(buildModel({ rules: ['out 4096 Deny * *>* * rule-deny'] }), 'of-my-region');
  const subnetId = model.virtualNetworks[0]?.subnets[0]?.id ?? null;
  const plan = { ...buildPlan(), subnetId };
  const [cause] = causesIn({ model, plan, facts }, checkSubnet(model, plan, facts));
  if (!cause) throw new Error('no cause');
  const text = causeHoverText(messagesIn('en'), cause, { explain: 'command:x', preview: null });
  expect(text).toContain('Rule 4096 rule-deny-of-my-region of nsg-training-of-my-region is evaluated');
});
