import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { diskWith } from '../../corpus/deployable-files';
import { someCases } from '../../support/case-count';
import { dishonestResults, everySubnet, valuesOfModules, type HonestyCase } from '../../support/honesty';
import { intoModule } from '../../support/transformations/into-module';
import type { Project, Variant } from '../../support/transformations/project';
import { fixtureProjects } from '../../support/transformations/projects';
import { knownValues, type KnownValue } from '../../support/unknown-values';

/*
 * Any single value in a file becomes a parameter without a value: a text, a number, a flag, a whole object or list, a
 * default, or a value in a parameter file that is known only at deployment. A resource or a module gets a condition. No
 * result passes that didn't pass before, and no subnet is ready that another value would break.
 */

const root = fileURLToPath(new URL('../../fixtures/', import.meta.url));

function caseOf(name: string): HonestyCase {
  const file = `${root}${name}`;
  return { file, text: readFileSync(file, 'utf8'), world: diskWith(new Map()) };
}

/** Templates that contain a network, without those that were compiled from others. */
const files = globSync('{documents/{arm,bicep},files,fixes,folders,modules,plans}/**/*.{bicep,json}', {
  cwd: root,
})
  .filter((name) => !/compiled|deployed|cache|new-network|\.parameters\.json/.test(name))
  .filter((name) => /Microsoft\.Network\/virtualNetworks/.test(readFileSync(`${root}${name}`, 'utf8')))
  .sort();

interface Stated {
  readonly name: string;
  readonly one: HonestyCase;
  readonly known: KnownValue;
}

const stated = files.flatMap((name): readonly Stated[] => {
  const one = caseOf(name);
  return knownValues(one.file, one.text).map((known) => ({ name, one, known }));
});

/** Values of the modules of fixtures. */
async function statedInModules(): Promise<readonly Stated[]> {
  const roots = globSync('{documents/{arm,bicep},files,fixes,folders,modules,plans}/**/*.bicep', {
    cwd: root,
  })
    .filter((name) => /^module /m.test(readFileSync(`${root}${name}`, 'utf8')))
    .sort();
  const all = roots.map(async (name): Promise<readonly Stated[]> => {
    const one = caseOf(name);
    const before = await everySubnet(one);
    if (!before || before.check.subjects.length === 0) return [];
    return (await valuesOfModules(one, before)).map((known) => ({ name, one, known }));
  });
  return (await Promise.all(all)).flat();
}

/** Values of resources that were moved into a separate module. */
async function statedInNewModules(): Promise<readonly Stated[]> {
  const projects = await fixtureProjects();
  return projects
    .filter((one) =>
      Object.values(one.files).some((text) => /Microsoft\.Network\/virtualNetworks/.test(text)),
    )
    .flatMap((before, at) =>
      intoModule(before).flatMap((variant) => statedIn(before, { ...variant, at: `${variant.at} (${at})` })),
    );
}

function statedIn(before: Project, { at, project: { files, roots } }: Variant): readonly Stated[] {
  const [file = ''] = roots;
  const world = { isInside: () => true, read: (name: string) => Promise.resolve(files[name]) };
  const one = { file, text: files[file] ?? '', world };
  return Object.keys(files)
    .filter((name) => !(name in before.files))
    .flatMap((name) => knownValues(name, files[name] ?? ''))
    .filter(({ parameters }) => parameters === undefined)
    .map((known) => ({ name: at, one, known }));
}

async function wrongIn(all: readonly Stated[]): Promise<readonly string[]> {
  const [first] = all;
  const before = first && (await everySubnet(first.one));
  if (!before) return ['was not read'];
  const wrong: string[] = [];
  for (const { one, known } of all) {
    for (const what of await dishonestResults(one, before, known)) {
      wrong.push(`${basename(known.file)}, ${known.what}: ${what}`);
    }
  }
  return wrong;
}

describe.each([
  ['a value', stated, { files: 30, values: 1_000 }],
  ['a value of a module', await statedInModules(), { files: 5, values: 200 }],
  ['a value of a resource in a module', await statedInNewModules(), { files: 100, values: 2_000 }],
])('%s without a known value', (_, all, enough) => {
  const chosen = someCases(all, 40, 200);

  test('covers enough files and values', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBeGreaterThan(enough.files);
    expect(all.length).toBeGreaterThan(enough.values);
  });

  test.each([...new Set(chosen.map(({ name }) => name))])(
    'hides no result of %s',
    async (name) => {
      expect(await wrongIn(chosen.filter((one) => one.name === name))).toEqual([]);
    },
    600_000,
  );
});
