import { mkdtemp, mkdir, rm, symlink, writeFile, cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeDisk } from '../../../../src/cli/files/node-disk';
import { resolveFile } from '../../../../src/cli/resolve/resolve';
import { runCommandLine } from '../../../../src/cli/run';
import { messagesIn } from '../../../support/messages-in';
import { outputTo } from '../../../support/shown-lines';

/** A cache as the compiler leaves it, and the compiled template of a file with modules in it. */
const fixtures = fileURLToPath(new URL('../../../fixtures/modules/', import.meta.url));
const where = {
  params: undefined,
  noParams: false,
  root: undefined,
  subscriptionId: '1111',
  resourceGroup: 'rg',
  location: 'westeurope',
  tenantId: undefined,
  deploymentName: undefined,
};

async function resolved(file: string, cache = join(fixtures, 'cache')) {
  const disk = { ...nodeDisk, moduleCache: (overrides: string | null) => overrides ?? cache };
  const { out, faults } = await resolveFile(disk, { file, ...where }, messagesIn('en'));
  return { resources: JSON.parse(out).resources as { name: unknown }[], faults };
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cached-modules-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function project(name: string, main: string, config = '{}') {
  await mkdir(join(folder, name, '.git'), { recursive: true });
  await writeFile(join(folder, name, 'bicepconfig.json'), config);
  await writeFile(join(folder, name, 'main.bicep'), main);
  return join(folder, name, 'main.bicep');
}

const routes = (reference: string) =>
  `module a '${reference}' = { name: 'a', params: { name: 'a' } }
resource t 'Microsoft.Network/routeTables@2024-05-01' = { name: a.outputs.id }
`;

describe('modules of registries and template specs', () => {
  test('are read from the cache, with the same result as the compiled template', async () => {
    const { resources, faults } = await resolved(join(fixtures, 'project/sub/main.bicep'));
    expect(faults).toEqual([]);
    expect(resources.map(({ name }) => name)).toEqual(['a', 'b443', 'c', 'd', 'e']);
    const compiled = await resolved(join(fixtures, 'project/sub/main.compiled.json'));
    // A template spec is linked there, not written out.
    expect(resources.filter(({ name }) => name !== 'd')).toEqual(compiled.resources);
  });

  test('are unknown if they weren’t restored, and the message describes how to restore them', async () => {
    const reference = 'br/public:avm/res/network/route-table:9.9.9';
    const { resources } = await resolved(await project('missing', routes(reference)));
    expect(resources.map(({ name }) => name)).toEqual([
      { $unknown: `The module '${reference}' isn’t in Bicep’s cache. Run bicep restore.` },
    ]);
  });

  test('are unknown if their alias isn’t defined', async () => {
    const { resources } = await resolved(await project('alias', routes('br/nobody:x:1')));
    expect(resources.map(({ name }) => name)).toEqual([
      {
        $unknown:
          "The module reference 'br/nobody:x:1' can’t be resolved. Check that its alias is in bicepconfig.json.",
      },
    ]);
  });

  test('are read from the cache in the nearest configuration file', async () => {
    const cache = join(folder, 'own-cache');
    await cp(join(fixtures, 'cache/br/contoso.azurecr.io$5000/net$rt/V1-Beta$9'), join(cache, 'br/r/m/1$'), {
      recursive: true,
    });
    const main = await project('config', routes('br/own:m:1'), '{ "cacheRootDirectory": "/nowhere" }');
    const near = JSON.stringify({
      cacheRootDirectory: cache,
      moduleAliases: { br: { own: { registry: 'r' } } },
    });
    await mkdir(join(folder, 'config/near'));
    await writeFile(join(folder, 'config/near/bicepconfig.json'), near);
    await cp(main, join(folder, 'config/near/main.bicep'));
    const names = async (file: string) => (await resolved(file)).resources.map(({ name }) => name);
    expect(await names(join(folder, 'config/near/main.bicep'))).toEqual([
      'a',
      '/subscriptions/1111/resourceGroups/rg/providers/Microsoft.Network/routeTables/a',
    ]);
    expect(await names(main)).toHaveLength(1);
  });

  test('aren’t read through a link that leaves the cache', async () => {
    const cache = join(folder, 'linked');
    await mkdir(join(cache, 'br/r/m'), { recursive: true });
    await symlink(
      join(fixtures, 'cache/br/contoso.azurecr.io$5000/net$rt/V1-Beta$9'),
      join(cache, 'br/r/m/1$'),
    );
    const { resources } = await resolved(await project('link', routes('br:r/m:1')), cache);
    expect(resources.map(({ name }) => name)).toEqual([
      {
        $unknown:
          "The module 'br:r/m:1' comes from a registry. Open it in a trusted workspace on a local disk to use Bicep’s cache.",
      },
    ]);
  });
});

describe('a problem in a module of a registry', () => {
  async function checked(...args: readonly string[]) {
    let out = '';
    const code = await runCommandLine(['check', join(fixtures, 'project/network.bicep'), ...args], {
      ...nodeDisk,
      moduleCache: () => join(fixtures, 'cache'),
      say: messagesIn('en'),
      version: '1',
      repository: '',
      pages: () => Promise.resolve({}),
      dataFolder: fileURLToPath(new URL('../../../../data', import.meta.url)),
      today: '2025-11-20',
      ...outputTo((text) => void (out += text)),
      error: (text) => void (out += text),
    });
    return { code, out };
  }

  test('names the rule in the module', async () => {
    const { code, out } = await checked();
    expect(code).toBe(1);
    expect(out).toMatch(
      /net\$vnet\/1\.0\$\/main\.json:\d+:\d+ {2}error {2}Rule 4096 'Deny-All' blocks \d+ flows/,
    );
  });

  test('is reported where the project uses the module, and no change of the cache is offered', async () => {
    const { out } = await checked('--format', 'sarif');
    const { results } = JSON.parse(out).runs[0];
    const requirements = results.flatMap(
      (one: { properties?: { requirements: readonly string[] } }) => one.properties?.requirements ?? [],
    );
    expect(requirements.length).toBeGreaterThan(5);
    const [line] = results.map(
      (one: { locations: readonly { physicalLocation: object }[] }) => one.locations[0]?.physicalLocation,
    );
    expect(line).toMatchObject({
      artifactLocation: { uri: expect.stringMatching(/project\/network\.bicep$/) },
      region: { startLine: 2 },
    });
    expect(out).not.toContain('main.json');
    expect(out).not.toContain('"fixes"');
  });
});
