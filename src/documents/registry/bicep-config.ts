import { jsonMember, membersOf, type JsonNode } from '../arm/json-node';
import { readJson } from '../arm/read-json';

/** The module settings of a `bicepconfig.json`. */
export interface BicepConfig {
  readonly br: ReadonlyMap<string, RegistryAlias>;
  readonly ts: ReadonlyMap<string, TemplateSpecAlias>;
  /** The compiler's cache folder, or null if it isn't set. */
  readonly cacheRoot: string | null;
}

interface RegistryAlias {
  readonly registry: string;
  /** Empty if it isn't set. */
  readonly modulePath: string;
}

interface TemplateSpecAlias {
  readonly subscription: string;
  readonly resourceGroup: string;
}

/** The configuration if there is no file. */
export const noConfig: BicepConfig = { br: new Map(), ts: new Map(), cacheRoot: null };

/** Reads a `bicepconfig.json`. Parts that can't be read are ignored. */
export function readBicepConfig(text: string): BicepConfig {
  const { root } = readJson(text);
  const aliases = jsonMember(root, 'moduleAliases');
  return {
    br: named(aliases, 'br', (one) => {
      const registry = textAt(one, 'registry');
      return registry === null ? null : { registry, modulePath: textAt(one, 'modulePath') ?? '' };
    }),
    ts: named(aliases, 'ts', (one) => {
      const [subscription, resourceGroup] = [textAt(one, 'subscription'), textAt(one, 'resourceGroup')];
      return subscription === null || resourceGroup === null ? null : { subscription, resourceGroup };
    }),
    cacheRoot: textAt(root, 'cacheRootDirectory'),
  };
}

function named<T>(
  aliases: JsonNode | undefined,
  scheme: string,
  read: (node: JsonNode) => T | null,
): ReadonlyMap<string, T> {
  const all = aliases && jsonMember(aliases, scheme);
  const entries = (all ? membersOf(all) : []).flatMap(({ key, value }): readonly [string, T][] => {
    const alias = read(value);
    return alias === null ? [] : [[key, alias]];
  });
  return new Map(entries);
}

function textAt(node: JsonNode, name: string): string | null {
  const found = jsonMember(node, name);
  return found?.is === 'text' && found.value.trim() !== '' ? found.value : null;
}
