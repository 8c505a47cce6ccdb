import type { LockLevel, ManagementLock } from '../../../core/governance';
import { known, unknown, type Known } from '../../../core/known';
import type { ResourceId } from '../../../core/network/model';
import { reason } from '../../../core/reason';
import type { DeclaredIndex } from '../declared-index';
import { propertyOf, type DeclaredResource } from '../declared-resource';
import { enumPart } from '../parts';
import { covers, scopeOfExtension } from './scope-covers';

const levels: readonly LockLevel[] = ['CanNotDelete', 'ReadOnly'];

/** Locks of the files on a resource and above it; null where they have none, which says nothing of Azure's. */
export function locksOn(id: ResourceId, resources: DeclaredIndex): Known<readonly ManagementLock[]> | null {
  const all = resources.of('microsoft.authorization/locks').filter(({ isExisting }) => !isExisting);
  const read = all.flatMap((one) => lockOn(id, one) ?? []);
  const locks = read.flatMap((one) => (one.known ? [one.value] : []));
  return locks.length > 0 ? known(locks) : (read.find((one) => !one.known) ?? null);
}

function lockOn(id: ResourceId, resource: DeclaredResource): Known<ManagementLock> | null {
  const { name, isDeployed } = resource;
  const scope = scopeOfExtension(resource.id);
  const isOn = covers(scope, id, name);
  if (isOn !== true) return isOn === false ? null : unknown(isOn);
  if (!isDeployed.known) return isDeployed;
  const none: Known<never> = unknown(reason('file.lock.level', { name }));
  const level = enumPart(levels, propertyOf(resource, 'level'), none);
  return level.known ? known({ name, level: level.value, scope }) : level;
}
