import { describe, expect, test } from 'vitest';
import {
  bicepConfigPaths,
  defaultBicepConfig,
  readBicepConfig,
  withoutAlias,
} from '../../../../src/documents/bicep/config/bicep-config';

describe('bicepconfig.json', () => {
  const config = readBicepConfig(`{
    // modules of our own
    "moduleAliases": {
      "br": {
        "shared": { "registry": "example.azurecr.io", "modulePath": "bicep/net" },
        "bare": { "registry": "example.azurecr.io" },
        "half": { "modulePath": "bicep" }
      },
      "ts": { "specs": { "subscription": "1111", "resourceGroup": "rg-specs" } }
    },
    "cacheRootDirectory": ".bicep-cache",
  }`);

  test.each([
    ['br/shared:vnet:v1', 'br:example.azurecr.io/bicep/net/vnet:v1'],
    ['br/Bare:vnet:v1', 'br:example.azurecr.io/vnet:v1'],
    [
      'br/public:avm/res/network/virtual-network:0.5.1',
      'br:mcr.microsoft.com/bicep/avm/res/network/virtual-network:0.5.1',
    ],
    ['ts/specs:vnet:v1', 'ts:1111/rg-specs/vnet:v1'],
    ['br:example.azurecr.io/vnet:v1', 'br:example.azurecr.io/vnet:v1'],
    ['br/half:vnet:v1', undefined],
    ['ts/shared:vnet:v1', undefined],
  ])('%s is %s', (reference, whole) => {
    expect(withoutAlias(reference, config)).toBe(whole);
  });

  test('says where modules are kept', () => {
    expect(config.cacheRootDirectory).toBe('.bicep-cache');
  });

  test.each(['', '{', '[]', '{"moduleAliases": 3, "cacheRootDirectory": {}}'])(
    'of %j, which says nothing, what Bicep takes by itself stays',
    (text) => {
      expect(readBicepConfig(text)).toEqual(defaultBicepConfig);
    },
  );

  test('an alias of one’s own named public takes the place of Bicep’s', () => {
    const own = readBicepConfig('{"moduleAliases":{"br":{"public":{"registry":"mirror.example.com"}}}}');
    expect(withoutAlias('br/public:a:1', own)).toBe('br:mirror.example.com/a:1');
  });

  test('is looked for from the file’s folder upwards', () => {
    expect(bicepConfigPaths('/a/b/main.bicep')).toEqual([
      '/a/b/bicepconfig.json',
      '/a/bicepconfig.json',
      '/bicepconfig.json',
    ]);
    expect(bicepConfigPaths('infra/main.bicep')).toEqual(['infra/bicepconfig.json', 'bicepconfig.json']);
  });
});
