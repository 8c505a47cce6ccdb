import { expect, test } from 'vitest';
import type { Uri } from 'vscode';
import { unnoticedChanges } from '../../../../src/features/diagnostics/missed-changes';

type Texts = Readonly<Record<string, string | undefined>>;

/** A root that read these texts, compared with the texts that are on disk now. */
const looked = (texts: Texts) => (disk: Texts) => ({
  requested: new Set(Object.keys(texts)),
  textOf: (file: string) => texts[file],
  world: {
    uriOf: (path: string) => ({ path, toString: () => path }) as Uri,
    textNow: (file: string) => Promise.resolve(disk[file]),
  },
});

async function changed(roots: readonly ReturnType<typeof looked>[], disk: Texts): Promise<readonly string[]> {
  const found = await unnoticedChanges(roots.map((one) => one(disk)));
  return found.map(({ path }) => path);
}

test('reports files that changed, appeared, or disappeared, once for all roots that read them', async () => {
  const main = looked({ '/main.bicep': 'm', '/a.bicep': 'a', '/b.bicep': undefined, '/c.bicep': 'c' });
  const other = looked({ '/other.bicep': 'o', '/a.bicep': 'a' });
  const disk = { '/main.bicep': 'm', '/a.bicep': 'A', '/b.bicep': 'b', '/other.bicep': 'o' };
  expect(await changed([main, other], disk)).toEqual(['/a.bicep', '/b.bicep', '/c.bicep']);
});

test('reports a file that one root read before its change and another root after it', async () => {
  const [before, after] = [looked({ '/a.bicep': 'a' }), looked({ '/a.bicep': 'A' })];
  expect(await changed([after, before], { '/a.bicep': 'A' })).toEqual(['/a.bicep']);
  expect(await changed([after], { '/a.bicep': 'A' })).toEqual([]);
});
