import { expect, test } from 'vitest';
import { artifactOf, cachedPath } from '../../../../src/documents/registry/artifact-reference';
import { readBicepConfig } from '../../../../src/documents/registry/bicep-config';

const config = readBicepConfig(`{
  // as people write it
  "cacheRootDirectory": "/var/bicep",
  "moduleAliases": {
    "br": {
      "net": { "registry": "Contoso.azurecr.io:5000", "modulePath": "platform/net" },
      "flat": { "registry": "contoso.azurecr.io" },
      "broken": { "modulePath": "x" },
    },
    "ts": { "specs": { "subscription": "0000000A-0000-0000-0000-000000000000", "resourceGroup": "RG" } },
  },
}`);
const digest = 'sha256:e207a69d02b3de40d48ede9fd208d80441a9e590a83a0bc915d46244c03310d4';

/** Folder names of the compiler: src/Bicep.Core/Registry (OciArtifactRegistry, TagEncoder) of Azure/bicep. */
test.each([
  ['br:contoso.azurecr.io/vnet:1.0', 'br/contoso.azurecr.io/vnet/1.0$/main.json'],
  ['br:contoso.azurecr.io/a/b/vnet:v1', 'br/contoso.azurecr.io/a$b$vnet/v1$/main.json'],
  ['br:Contoso.azurecr.io:5000/vnet:V1-Beta', 'br/contoso.azurecr.io$5000/vnet/V1-Beta$9/main.json'],
  [
    `br:contoso.azurecr.io/vnet@${digest}`,
    `br/contoso.azurecr.io/vnet/${digest.replace(':', '#')}/main.json`,
  ],
  ['br/public:avm/res/network/nsg:0.5.0', 'br/mcr.microsoft.com/bicep$avm$res$network$nsg/0.5.0$/main.json'],
  ['br/net:vnet:1', 'br/contoso.azurecr.io$5000/platform$net$vnet/1$/main.json'],
  ['br/flat:vnet:1', 'br/contoso.azurecr.io/vnet/1$/main.json'],
  [
    'ts:0000000A-0000-0000-0000-000000000000/My-RG/Vnet:V2',
    'ts/0000000a-0000-0000-0000-000000000000/my-rg/vnet/v2/main.json',
  ],
  ['ts/specs:Vnet:2', 'ts/0000000a-0000-0000-0000-000000000000/rg/vnet/2/main.json'],
])('%s', (reference, path) => {
  const artifact = artifactOf(reference, config);
  expect(artifact && cachedPath(artifact)).toBe(path);
});

test('a tag with many capitals has a distinct path, also beyond 64 characters', () => {
  const artifact = artifactOf(`br:r/m:${'A'.repeat(65)}`, config);
  expect(artifact && cachedPath(artifact)).toBe(`br/r/m/${'A'.repeat(65)}$1ffffffffffffffff/main.json`);
});

test.each([
  'br/unknown:vnet:1',
  'br/broken:vnet:1',
  'br:contoso.azurecr.io/vnet',
  'br:contoso.azurecr.io/../../etc:1',
  'br:contoso.azurecr.io/a\\..\\b:1',
  'ts:0000000A-0000-0000-0000-000000000000/../x:1',
  'ts/unknown:vnet:1',
  './main.bicep',
])('%s isn’t a valid reference', (reference) => {
  expect(artifactOf(reference, config)).toBeUndefined();
});
