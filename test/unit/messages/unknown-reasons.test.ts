import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { english } from '../../../src/messages/en/catalog';
import { french } from '../../support/french';
import type { Catalog } from '../../../src/messages/say';

/** Layers that decide that something isn't known. */
const layers = [
  'core',
  'checks',
  'documents',
  'azure',
  'cli/resources',
  'file-checks/existing',
  'features/diagnostics/existing',
].map((folder) => join('src', folder));

/** Texts of other kinds that these layers return: assumptions, traces, fixes, findings, and names. */
const otherTexts =
  /^(?:access|assumed|endpoint|file\.assumed|finding|fix|check\.assume|check\.hosts|newNetwork|noOutboundAccess|requirement|services|step|terminal\.assumed|trace)\./;

/** Reasons why a requirement doesn't apply. */
const notApplicable = new Set([
  'check.appliance.none',
  'check.internetOpen',
  'check.managed',
  'check.noEndpoint',
  'check.onlyKafka',
  'check.onlyPrivateLink',
  'check.otherCloud',
  'check.otherKind.cluster',
  'check.otherKind.instance',
  'check.otherKind.several',
  'check.outside',
]);

/** Reasons of failed results, and of input files that end the run. */
const failed = new Set([
  'check.services.far',
  'check.services.otherRegion',
  'terminal.noResource',
  'terminal.notJson',
  'terminal.tooDeep',
]);

/** Reasons without an instruction, and why. */
const withoutInstruction: Readonly<Record<string, string>> = {
  'documents.evaluation.condition': 'names what the file must have there',
  'documents.evaluation.key': 'names what the file must have there',
  'documents.evaluation.loop': 'names what the file must have there',
  'documents.evaluation.noFile': 'names what can be wrong with the file',
  'file.existing.underWay': 'ends by itself',
  'check.noTarget': 'the plan isn’t complete yet, and the page shows what to select',
  'check.notChosen': 'the plan isn’t complete yet, and the page shows what to select',
  'unknown.notChosen': 'the plan isn’t complete yet, and the page shows what to select',
  'unknown.secret': 'secrets are never read',
};

/** The start of a sentence or clause that states what users can do. */
const instruction =
  /(?:^|[.,:(] (?:or )?|\()(?:Add|Allow|Ask|Change|Check|Choose|Confirm|Correct|Create|Declare|Did you mean|Export|Keep|Merge|Name|Open|Refer|Refresh|Remove|Required role|Run|Save|See|Select|Set|Sign in|Split|State|Test|Turn|Update|Use|Write|check|set)\b/;

/** Returns the keys of a template such as `check.build.${is}.unread`, or the key itself. */
function keysLike(key: string): readonly string[] {
  if (!key.includes('$')) return [key];
  if (key.startsWith('$')) return [];
  const pattern = new RegExp(`^${key.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[\\w-]+')}$`);
  return Object.keys(english).filter((one) => pattern.test(one));
}

function reasonKeys(): ReadonlySet<string> {
  const inCode = layers.flatMap((layer) =>
    readdirSync(layer, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [
        ...readFileSync(join(layer, file), 'utf8').matchAll(/\breason\(\s*['`]([^'`]+)['`]/g),
      ])
      .flatMap(([, key = '']) => keysLike(key)),
  );
  const inCatalog = Object.keys(english).filter((key) => key.startsWith('unknown.'));
  return new Set([...inCode, ...inCatalog]);
}

const reasons = [...reasonKeys()].filter(
  (key) => !otherTexts.test(key) && !notApplicable.has(key) && !failed.has(key),
);

/** Returns the text as written, with the names of its values. */
function textOf(catalog: Catalog, key: string): string {
  return catalog[key as keyof Catalog];
}

test('the reason for an unknown states what makes it known, or is on the list with its reason', () => {
  expect(reasons.length).toBeGreaterThan(120);
  const silent = reasons.filter((key) => !instruction.test(textOf(english, key)));
  expect(silent.sort()).toEqual(Object.keys(withoutInstruction).sort());
});

test('the French reason states it too: it has as many sentences', () => {
  const count = (text: string): number => text.split(/\.(?:\s|$)/).filter(Boolean).length;
  const differ = reasons.filter((key) => count(textOf(english, key)) > count(textOf(french, key)));
  expect(differ).toEqual([]);
});

test('no sentence of a reason is longer than 20 words', () => {
  const long = reasons.flatMap((key) =>
    textOf(english, key)
      .split(/\.\s/)
      .filter((sentence) => sentence.split(/\s+/).length > 20),
  );
  expect(long).toEqual([]);
});
