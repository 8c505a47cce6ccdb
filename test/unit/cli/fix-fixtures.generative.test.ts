import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDeployable } from '../../../src/file-checks/analyze-file';
import { startBicep, type BicepCompiler } from '../../support/bicep';
import { someCases } from '../../support/case-count';
import { ran } from './ran';

const folder = join('test', 'fixtures');

/** Folders whose templates `fix` is run on, each with all its files. */
const fixtureFolders = [
  'fixes',
  'files/infra',
  'files/arm',
  'folders',
  'modules',
  'plans/attached',
  'plans/new-network',
];

type Texts = Readonly<Record<string, string>>;

interface Fixture {
  readonly folder: string;
  readonly root: string;
  readonly files: Texts;
}

function fixturesIn(name: string): readonly Fixture[] {
  const cwd = join(folder, name);
  const names = globSync('**/*.{bicep,bicepparam,json}', { cwd }).map((one) => one.replaceAll('\\', '/'));
  const files = Object.fromEntries(names.sort().map((one) => [one, readFileSync(join(cwd, one), 'utf8')]));
  return Object.entries(files)
    .filter(([file, text]) => isDeployable(file, text))
    .map(([root]) => ({ folder: name, root, files }));
}

const all = fixtureFolders.flatMap(fixturesIn);
const fixtures = someCases(all, 12);

interface Report {
  readonly subnets: readonly {
    readonly requirements: readonly (Reported & { readonly outcome: string })[];
  }[];
  readonly findings: readonly Reported[];
}

interface Reported {
  readonly id: string;
  readonly severity: string;
  readonly fix?: unknown;
}

/** Returns the IDs for which `check` shows a fix, and the IDs that it reports without one. */
async function shownFixes(
  root: string,
  files: Texts,
): Promise<Record<'shown' | 'without', readonly string[]>> {
  const { out } = await ran(`check ${root} --format json`, files);
  if (out === '') return { shown: [], without: [] };
  const { subnets, findings } = JSON.parse(out) as Report;
  const open = subnets.flatMap(({ requirements }) =>
    requirements.filter(({ outcome }) => /blocked|failed|no-outbound-access|lost/.test(outcome)),
  );
  const reported: readonly Reported[] = [...open, ...findings];
  const shown = new Set(reported.filter(({ fix }) => fix !== null && fix !== undefined).map(({ id }) => id));
  const without = reported.filter(({ id, severity }) => !shown.has(id) && severity !== 'info');
  return { shown: [...shown], without: [...new Set(without.map(({ id }) => id))] };
}

/** Returns the IDs that `fix` left with a reason. Problems are listed above the reason that they share. */
function leftWithReason(out: string): ReadonlySet<string> {
  const found = new Set<string>();
  let waiting: string[] = [];
  for (const line of out.slice(out.indexOf('Not fixed:')).split('\n')) {
    const [, id] = /^ {4}\S.*\[([-a-z0-9]+)\]$/.exec(line) ?? [];
    if (id !== undefined) waiting.push(id);
    if (!line.startsWith('        ')) continue;
    for (const one of waiting) found.add(one);
    waiting = [];
  }
  return found;
}

const known = new Map<string, Promise<Texts>>();

/** Returns the files after `fix` wrote its changes. */
function fixed({ folder: home, root, files }: Fixture, options = ''): Promise<Texts> {
  const key = `${home}/${root}${options}`;
  const made =
    known.get(key) ?? ran(`fix ${root}${options}`, files).then(({ written }) => ({ ...files, ...written }));
  known.set(key, made);
  return made;
}

const everything = ' --allow remove,cost --fail-on info';

describe('the fixtures', () => {
  test('cover files with and without fixable problems', () => {
    expect(all.length).toBeGreaterThan(20);
  });

  test.for(fixtures.map((one) => [`${one.folder}/${one.root}`, one] as const))(
    '%s: fix applies exactly the fixes that check shows, or gives the reason, and a second run changes nothing',
    { timeout: 60_000 },
    async ([, fixture]) => {
      const { root, files } = fixture;
      const { shown, without } = await shownFixes(root, files);
      const dry = await ran(`fix ${root} --dry-run`, files);
      expect(dry.written).toEqual({});
      const after = await fixed(fixture);
      const now = await shownFixes(root, after);
      const still = now.shown;
      const explained = leftWithReason(dry.out);
      expect(shown.filter((id) => still.includes(id) && !explained.has(id))).toEqual([]);
      // A problem without a fix in `check` remains, however many fixes are applied.
      const left = [...now.shown, ...now.without];
      expect(without.filter((id) => !left.includes(id))).toEqual([]);
      const again = await ran(`fix ${root}`, after);
      expect(again.written).toEqual({});
      const whole = await fixed(fixture, everything);
      expect((await ran(`fix ${root}${everything}`, whole)).written).toEqual({});
    },
  );
});

describe('the Bicep compiler', () => {
  let bicep: BicepCompiler | undefined;
  let copy = '';
  beforeAll(() => {
    bicep = startBicep();
    copy = mkdtempSync(join(tmpdir(), 'fixes-'));
    cpSync(folder, copy, { recursive: true });
  });
  afterAll(() => {
    bicep?.stop();
    rmSync(copy, { recursive: true });
  });

  const problemsIn = async (path: string): Promise<readonly string[]> => {
    const { diagnostics = [] } = (await bicep?.compile(path)) ?? {};
    return diagnostics.map(({ level, code, message }) => `${level} ${code} ${message}`);
  };

  const compiled = fixtures.filter(({ root }) => root.endsWith('.bicep'));

  test.for(compiled.map((one) => [`${one.folder}/${one.root}`, one] as const))(
    'reports nothing new of %s after everything is fixed',
    { timeout: 60_000 },
    async ([, fixture]) => {
      const after = await fixed(fixture, everything);
      const changed = Object.keys(after).filter((name) => after[name] !== fixture.files[name]);
      for (const name of changed) {
        await expect(after[name]).toMatchFileSnapshot(
          join('..', '..', '..', folder, 'fixed', fixture.folder, `${fixture.root}.d`, `${name}.txt`),
        );
      }
      const home = join(copy, fixture.folder);
      const bicepFiles = changed.filter((name) => name.endsWith('.bicep'));
      const before = await Promise.all(bicepFiles.map((name) => problemsIn(join(home, name))));
      for (const name of changed) writeFileSync(join(home, name), after[name] ?? '');
      const now = await Promise.all(bicepFiles.map((name) => problemsIn(join(home, name))));
      for (const name of changed) writeFileSync(join(home, name), fixture.files[name] ?? '');
      expect(now.flatMap((its, at) => its.filter((one) => before[at]?.includes(one) !== true))).toEqual([]);
    },
  );
});
