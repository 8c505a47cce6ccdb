import { expect, test } from 'vitest';
import { analyzeFile } from '../../../src/file-checks/analyze-file';
import type { FileWorld } from '../../../src/file-checks/known-files';
import { testAnalysisOptions } from '../../support/analysis-options';

const files = new Map([
  ['a/main.bicep', "import {prefix} from 'names.bicep'\nmodule one 'one.bicep' = { name: prefix }"],
  ['a/names.bicep', "@export()\nvar prefix = 'x'"],
  [
    'a/one.bicep',
    "module two 'deep/two.bicep' = { name: 'two' }\nmodule again 'one.bicep' = { name: 'again' }",
  ],
  [
    'a/deep/two.bicep',
    "module three '../three.bicep' = { name: 'three' }\nmodule out '../../out.bicep' = {}",
  ],
  ['a/three.bicep', "resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = { name: 'vnet-deep' }"],
  ['out.bicep', 'param never string'],
]);

/** Returns a folder whose reads are counted. */
function countedWorld(): FileWorld & { readonly reads: string[] } {
  const reads: string[] = [];
  return {
    reads,
    isInside: (file) => file.startsWith('a/'),
    read: (file) => {
      reads.push(file);
      return Promise.resolve(files.get(file));
    },
  };
}

test('nested modules and imports are read before the first evaluation, each once, and only inside the folder', async () => {
  const world = countedWorld();
  let slices = 0;
  const analyzed = await analyzeFile('a/main.bicep', world, {
    ...testAnalysisOptions,
    isChecked: false,
    pause: () => {
      slices += 1;
      return Promise.resolve();
    },
  });
  expect(analyzed?.check.declared.model.virtualNetworks.map(({ name }) => name)).toEqual(['vnet-deep']);
  const named = [...files.keys()].filter((file) => file.startsWith('a/'));
  expect(world.reads.toSorted()).toEqual(named.toSorted());
  expect([...(analyzed?.requested ?? [])].toSorted()).toEqual(named.toSorted());
  // One for each file that is read, one for the evaluation, and one for the declared network.
  expect(slices).toBe(named.length + 2);
});
