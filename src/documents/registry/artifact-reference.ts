import type { BicepConfig } from './bicep-config';

/** A module in a registry, or a template spec, with its aliases resolved. */
export type Artifact =
  | {
      readonly scheme: 'br';
      readonly registry: string;
      readonly repository: string;
      readonly version: string;
    }
  | {
      readonly scheme: 'ts';
      readonly subscription: string;
      readonly resourceGroup: string;
      readonly name: string;
      readonly version: string;
    };

/** True for a reference to an external module instead of a file of the project. */
export function isReference(path: string): boolean {
  return /^(?:br|ts)[:/]/.test(path);
}

/**
 * Built into every configuration: https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-config-modules
 */
const publicModules = { registry: 'mcr.microsoft.com', modulePath: 'bicep' };

/**
 * Parses `br:registry/path:tag`, `br/alias:path:tag`, `ts:subscription/group/name:version`, or `ts/alias:name:version`.
 * Undefined if the alias isn't known, or the text has another form.
 */
export function artifactOf(reference: string, { br, ts }: BicepConfig): Artifact | undefined {
  const [, scheme, alias, rest = ''] = /^(br|ts)(?:\/([\w-]+))?:(.+)$/s.exec(reference) ?? [];
  if (scheme === 'br') {
    if (alias === undefined) return inRegistry(rest);
    const its = br.get(alias) ?? (alias === 'public' ? publicModules : undefined);
    return its && inRegistry([its.registry, its.modulePath, rest].filter((one) => one !== '').join('/'));
  }
  if (alias === undefined) return templateSpec(rest);
  const its = ts.get(alias);
  return its && templateSpec(`${its.subscription}/${its.resourceGroup}/${rest}`);
}

/** Parses `registry/path:tag` or `registry/path@sha256:…`. The registry can have a port. */
function inRegistry(text: string): Artifact | undefined {
  const found = /^([^/]+)\/([^:@]+)(?::([\w.-]{1,128})|@(sha256:[0-9a-f]{64}))$/.exec(text);
  const [, registry, repository, tag, digest] = found ?? [];
  if (registry === undefined || repository === undefined || !isPlain(repository)) return undefined;
  return { scheme: 'br', registry, repository, version: digest?.replace(':', '#') ?? encodedTag(tag ?? '') };
}

function templateSpec(text: string): Artifact | undefined {
  const found = /^([\da-f-]{36})\/([^/:]+)\/([^/:]+):([^/:]+)$/i.exec(text);
  const [, subscription, resourceGroup, name, version] = found ?? [];
  if (subscription === undefined || resourceGroup === undefined) return undefined;
  if (name === undefined || version === undefined) return undefined;
  return isPlain(resourceGroup, name, version)
    ? { scheme: 'ts', subscription, resourceGroup, name, version }
    : undefined;
}

/** Returns whether no part is a relative path segment that leads elsewhere. */
function isPlain(...parts: readonly string[]): boolean {
  return parts.every((one) => one.split('/').every((step) => /^[^\\]+$/.test(step) && !/^\.+$/.test(step)));
}

/**
 * Encodes a tag like the compiler does for its folder, which is unique on case-insensitive disks. A hexadecimal number
 * follows after `$`, whose bits are the positions of the tag's capitals.
 */
function encodedTag(tag: string): string {
  const capitals = [...tag].reduce(
    (bits, letter, at) => (/[A-Z]/.test(letter) ? bits | (1n << BigInt(at)) : bits),
    0n,
  );
  return `${tag}$${capitals === 0n ? '' : capitals.toString(16)}`;
}

/** Returns the path of a module's template in the compiler's cache, relative to the cache's root. */
export function cachedPath(artifact: Artifact): string {
  if (artifact.scheme === 'ts') {
    const { subscription, resourceGroup, name, version } = artifact;
    return [
      'ts',
      ...[subscription, resourceGroup, name, version].map((one) => one.toLowerCase()),
      'main.json',
    ].join('/');
  }
  const { registry, repository, version } = artifact;
  const host = registry.toLowerCase().replaceAll(':', '$');
  return ['br', host, repository.replaceAll('/', '$'), version, 'main.json'].join('/');
}
