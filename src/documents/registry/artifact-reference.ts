import type { BicepConfig } from './bicep-config';

/** A module of a registry or template spec, wherever its name was written out. */
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

/** True of what names a module that comes from elsewhere, and no file of the project. */
export function isReference(path: string): boolean {
  return /^(?:br|ts)[:/]/.test(path);
}

/** Every configuration has it: https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-config-modules */
const publicModules = { registry: 'mcr.microsoft.com', modulePath: 'bicep' };

/**
 * What `br:registry/path:tag`, `br/alias:path:tag`, `ts:subscription/group/name:version` or `ts/alias:name:version` means.
 * Undefined where nobody knows the alias, or it is none of these.
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

/** `registry/path:tag` or `registry/path@sha256:…`; the registry may have a port. */
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

/** No part leads up or elsewhere. */
function isPlain(...parts: readonly string[]): boolean {
  return parts.every((one) => one.split('/').every((step) => /^[^\\]+$/.test(step) && !/^\.+$/.test(step)));
}

/**
 * A tag as the compiler names its folder, which is the same on disks that do not tell capitals: after `$` the places of its
 * capitals, as bits of a hexadecimal number.
 */
function encodedTag(tag: string): string {
  const capitals = [...tag].reduce(
    (bits, letter, at) => (/[A-Z]/.test(letter) ? bits | (1n << BigInt(at)) : bits),
    0n,
  );
  return `${tag}$${capitals === 0n ? '' : capitals.toString(16)}`;
}

/** Where the compiler keeps the template of a module, below the root of its cache. */
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
