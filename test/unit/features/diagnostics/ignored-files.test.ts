import { expect, test } from 'vitest';
import { createQuietFiles } from '../../../../src/features/diagnostics/ignored-files';

/** Ignored files whose analysis ends when the test ends it. */
function setup() {
  const looked: string[] = [];
  let end: () => void = () => undefined;
  const files = createQuietFiles<{ readonly path: string }>(({ path }) => {
    looked.push(path);
    return new Promise((resolve) => (end = resolve));
  });
  const endLook = async (): Promise<void> => {
    end();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { files, looked, endLook };
}

test('analyzes a file again when it or a file that it read changes, and for no other change', () => {
  const { files, looked } = setup();
  files.note({ path: '/a.bicep' }, new Set(['/a.bicep', '/module.bicep']));
  files.note({ path: '/b.bicep' }, new Set(['/b.bicep']));
  files.changed('/other.bicep');
  expect(looked).toEqual([]);
  files.changed('/module.bicep');
  expect(looked).toEqual(['/a.bicep']);
});

test('analyzes a file again when its folder was listed and gets another file', () => {
  const { files, looked } = setup();
  files.note({ path: '/tf/main.tf' }, new Set(['/tf/', '/tf/main.tf']));
  files.changed('/other/a.tf');
  expect(looked).toEqual([]);
  files.changed('/tf/a.tf');
  expect(looked).toEqual(['/tf/main.tf']);
});

test('analyzes many files that change at once one after the other, each once', async () => {
  const { files, looked, endLook } = setup();
  const module = new Set(['/module.bicep']);
  for (const name of ['a', 'b', 'c']) files.note({ path: `/${name}.bicep` }, module);
  files.changed('/module.bicep');
  files.changed('/module.bicep');
  expect(looked).toEqual(['/a.bicep']);
  await endLook();
  expect(looked).toEqual(['/a.bicep', '/b.bicep']);
  files.forget('/c.bicep');
  await endLook();
  // The second change came while the first file was being analyzed.
  expect(looked).toEqual(['/a.bicep', '/b.bicep', '/a.bicep']);
});
