import { memberOf, membersOf, textOf, type JsonNode } from '../../arm/json-node';
import { readJson } from '../../arm/read-json';

/** What `bicepconfig.json` says that decides which modules a file means. */
export interface BicepConfig {
  /** What `br/NAME:` begins with instead, such as `br:example.azurecr.io/modules`, by the name in small letters. */
  readonly registryAliases: ReadonlyMap<string, string>;
  /** What `ts/NAME:` begins with instead, such as `ts:SUBSCRIPTION/GROUP`, by the name in small letters. */
  readonly specAliases: ReadonlyMap<string, string>;
  /** Where modules of registries are kept, as it is written: relative to the config file; null for Bicep's own place. */
  readonly cacheRootDirectory: string | null;
}

/** Microsoft's public modules are known without any config. */
const builtInAliases = new Map([['public', 'br:mcr.microsoft.com/bicep']]);

/** What holds where no file is a config. */
export const defaultBicepConfig: BicepConfig = {
  registryAliases: builtInAliases,
  specAliases: new Map(),
  cacheRootDirectory: null,
};

/** Reads the text of a `bicepconfig.json`; what cannot be read in it is as if it were not there. Never throws. */
export function readBicepConfig(text: string): BicepConfig {
  const { root } = readJson(text);
  const aliases = memberOf(root, 'moduleAliases');
  return {
    registryAliases: new Map([...builtInAliases, ...aliasesIn(memberOf(aliases, 'br'), registryAlias)]),
    specAliases: new Map(aliasesIn(memberOf(aliases, 'ts'), specAlias)),
    cacheRootDirectory: textOf(root, 'cacheRootDirectory') ?? null,
  };
}

/**
 * Where the config of `file` may be, the one that counts first: Bicep takes the nearest alone, from the file's own
 * folder upwards.
 */
export function bicepConfigPaths(file: string): readonly string[] {
  const folders = file.split('/').slice(0, -1);
  const ends = Array.from({ length: folders.length + 1 }, (_, above) => folders.length - above);
  return ends
    .filter((end) => end > 0 || !file.startsWith('/'))
    .map((end) => [...folders.slice(0, end), 'bicepconfig.json'].join('/'));
}

/**
 * A reference with its alias put in: `br/shared:net:v1` becomes `br:example.azurecr.io/modules/net:v1`. Undefined for an
 * alias that nobody declared.
 */
export function withoutAlias(reference: string, config: BicepConfig): string | undefined {
  const [, scheme, alias = '', rest] = /^(br|ts)\/([^:]+):(.*)$/s.exec(reference) ?? [];
  if (rest === undefined) return reference;
  const aliases = scheme === 'br' ? config.registryAliases : config.specAliases;
  const start = aliases.get(alias.toLowerCase());
  return start === undefined ? undefined : `${start}/${rest}`;
}

function aliasesIn(
  node: JsonNode | undefined,
  toStart: (alias: JsonNode) => string | undefined,
): readonly (readonly [string, string])[] {
  return membersOf(node).flatMap(({ key, value }) => {
    const start = toStart(value);
    return start === undefined ? [] : [[key.toLowerCase(), start] as const];
  });
}

function registryAlias(alias: JsonNode): string | undefined {
  const registry = textOf(alias, 'registry');
  const path = textOf(alias, 'modulePath');
  return registry === undefined ? undefined : `br:${registry}${path === undefined ? '' : `/${path}`}`;
}

function specAlias(alias: JsonNode): string | undefined {
  const subscription = textOf(alias, 'subscription');
  const group = textOf(alias, 'resourceGroup');
  return subscription === undefined || group === undefined ? undefined : `ts:${subscription}/${group}`;
}
