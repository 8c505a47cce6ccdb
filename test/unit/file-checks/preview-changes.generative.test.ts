import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { permissionsOf } from '../../../src/core/fix-permissions';
import { withEdits } from '../../../src/documents/edits/text-edit';
import { differenceOf } from '../../../src/file-checks/edits/harmless-edits';
import { changeChoices, previewChanges } from '../../../src/file-checks/edits/preview-changes';
import { problemKey } from '../../../src/file-checks/problem-key';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { someCases } from '../../support/case-count';
import type { Project } from '../../support/transformations/project';
import { fixtureProjects } from '../../support/transformations/projects';
import { testFixContext } from './analyzed';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');

/** Returns the editor's problems of a root file, without hints, and the preview of their fixes. */
async function previewed(files: Readonly<Record<string, string>>) {
  const fixTest = await testFixContext(files);
  const problems = problemsOf(fixTest.analysis.check).filter(({ severity }) => severity !== 'hint');
  const preview = await previewChanges(fixTest, { problems });
  if (!preview) throw new Error('not read');
  return { fixTest, problems, preview };
}

const rootOf = ({ roots: [root = ''] }: Project): string => root;

const network = { 'network.bicep': fixture('files/infra/network.bicep') };

test('the preview of each fixture doesn’t cost or remove anything, and is applied byte by byte', async () => {
  let changed = 0;
  const projects = await fixtureProjects();
  const own = projects.filter((one) => /^(files|fixes|folders)\//.test(rootOf(one)));
  const others = projects.filter((one) => /^(golden|modules|checks)\//.test(rootOf(one)));
  for (const { files, roots } of [...own, ...someCases(others, 8)]) {
    const [root = ''] = roots;
    const { preview } = await previewed({ [root]: files[root] ?? '', ...files });
    for (const [file, after] of preview.texts) {
      const before = files[file] ?? '';
      expect(withEdits(before, [differenceOf(file, before, after)]), file).toBe(after);
      changed += 1;
    }
    const changes = preview.applied.flatMap(({ fix }) => fix.changes);
    expect(permissionsOf(changes), root).toEqual([]);
    const chosen = preview.choices.filter(({ key }) => preview.chosen.has(key));
    expect(
      chosen.filter(({ apart, isFixable }) => apart !== null || !isFixable),
      root,
    ).toEqual([]);
    expect(
      preview.fails.map(({ key }) => key),
      root,
    ).toEqual([]);
    // For blocked traffic, the preview names each affected subnet.
    const closes = preview.applied.some(({ fix }) => fix.effect === 'closes');
    if (!closes) {
      expect(
        preview.worse.map(({ name }) => name),
        root,
      ).toEqual([]);
    }
  }
  expect(changed).toBeGreaterThan(8);
});

describe('choices of a preview', () => {
  test('the result contains only the chosen fixes, whichever is cleared', async () => {
    const { fixTest, problems, preview } = await previewed(network);
    expect(preview.chosen.size).toBeGreaterThan(3);
    for (const key of preview.chosen) {
      const wanted = new Set([...preview.chosen].filter((one) => one !== key));
      const fewer = await changeChoices(fixTest, preview, wanted);
      const alone = await previewChanges(fixTest, {
        problems: problems.filter((one) => wanted.has(problemKey(one))),
      });
      expect(fewer?.texts).toEqual(alone?.texts);
    }
  });

  test('a cleared flow stays blocked', async () => {
    const { fixTest, preview } = await previewed(network);
    const udp = preview.choices.find(({ problem }) => problem.id === 'outbound-aml-udp-5831');
    const wanted = new Set([...preview.chosen].filter((key) => key !== udp?.key));
    const fewer = await changeChoices(fixTest, preview, wanted);
    expect([...preview.texts.values()].join('')).toContain('5831');
    expect([...(fewer?.texts.values() ?? [])].join('')).not.toContain('5831');
  });

  test('an empty choice changes nothing', async () => {
    const { fixTest, preview } = await previewed(network);
    const none = await changeChoices(fixTest, preview, new Set());
    expect(none?.texts.size).toBe(0);
  });

  test('billed resources are created only if chosen', async () => {
    const { fixTest, preview } = await previewed(network);
    const apart = preview.choices.filter((one) => one.apart !== null);
    expect(apart.length).toBeGreaterThan(0);
    const all = new Set([...preview.chosen, ...apart.map(({ key }) => key)]);
    const more = await changeChoices(fixTest, preview, all);
    expect(permissionsOf(more?.applied.flatMap(({ fix }) => fix.changes) ?? [])).toContain('cost');
  });
});
