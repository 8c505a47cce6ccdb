import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  attachedKinds,
  isAttachedKind,
  isComputeKind,
  kindOfType,
  nodeKinds,
  plannedKinds,
  planKinds,
} from '../../src/core/compute-kinds';
import { early } from '../../src/messages/en/early';
import { late } from '../../src/messages/en/late';

const names = [
  ...new Set([...planKinds, ...nodeKinds]),
  ...planKinds.map((kind) => plannedKinds[kind].computeType),
].join('|');
const branch = new RegExp(`[!=]== '(${names})'|'(${names})' [!=]==|case '(${names})':`);

/** Returns the lines of `text` that compare something with the name of a kind. */
function branchesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => branch.test(line))
    .map((line) => line.trim());
}

/** Comparisons with a value that is named like a kind, but isn't one. */
const allowed: Readonly<Record<string, number>> = {
  // The scope of a service tag, not a kind.
  'src/checks/fill-flow.ts': 1,
  'src/checks/findings/tag-regions.ts': 1,
  'src/checks/fixes/extend-draft.ts': 1,
};

test('code outside of the table of kinds compares traits, not names of kinds', () => {
  const files = globSync(['src/**/*.ts', 'webview-ui/src/**/*.ts']).map((file) => file.replaceAll('\\', '/'));
  expect(files.length).toBeGreaterThan(1000);
  const found = files.flatMap((file) => {
    const lines = branchesIn(readFileSync(file, 'utf8'));
    return lines.length > (allowed[file] ?? 0) ? [`${file}: ${lines.join(' | ')}`] : [];
  });
  expect(found).toEqual([]);
});

test('a comparison with a kind is found in each form', () => {
  const text = [
    "if (kind === 'cluster') return;",
    "return 'virtual-machine' !== kind;",
    "    case 'HDInsight':",
    "const kind = 'cluster';",
    'traitsOf(kind).scales',
  ].join('\n');
  expect(branchesIn(text)).toHaveLength(3);
});

test('an ARM compute type determines the kind in any case', () => {
  for (const kind of planKinds) {
    expect(kindOfType(plannedKinds[kind].computeType.toUpperCase())).toBe(kind);
    expect([isComputeKind(kind), isAttachedKind(kind)]).toContain(true);
  }
  expect(kindOfType('DataFactory')).toBe('other');
  expect(kindOfType('')).toBe('other');
});

test('a text that most attached kinds have exists for each of them', () => {
  const of = new Map<string, string[]>();
  for (const key of [...Object.keys(early), ...Object.keys(late)]) {
    const kind = attachedKinds.find((one) => key.split('.').includes(one));
    if (kind === undefined) continue;
    const text = key.split('.').with(key.split('.').indexOf(kind), 'KIND').join('.');
    of.set(text, [...(of.get(text) ?? []), kind]);
  }
  const shared = [...of].filter(([, kinds]) => kinds.length > attachedKinds.length / 2);
  expect(shared.length).toBeGreaterThan(10);
  const missing = shared.flatMap(([text, kinds]) =>
    attachedKinds.filter((kind) => !kinds.includes(kind)).map((kind) => text.replace('KIND', kind)),
  );
  expect(missing).toEqual([]);
});
