import { known } from '../../core/known';
import { nameOf } from '../../core/network/find';
import { reason } from '../../core/reason';
import type { DeclaredResource } from './declared-resource';

/**
 * Adds parents that resource names refer to and no file declares, as existing resources. The official compiler omits
 * `existing` resources from ARM JSON, so a name is the only trace of such a reference.
 */
export function withImpliedParents(declared: readonly DeclaredResource[]): readonly DeclaredResource[] {
  const resources = declared.map(withOwnName);
  const ids = new Set(resources.map(({ id }) => id.toLowerCase()));
  const implied: DeclaredResource[] = [];
  for (const one of resources) {
    for (let parent = parentOf(one); parent; parent = parentOf(parent)) {
      const id = parent.id.toLowerCase();
      if (ids.has(id)) break;
      ids.add(id);
      implied.push(parent);
    }
  }
  return implied.length === 0 ? resources : [...resources, ...implied];
}

/**
 * Completes the ID of a child whose whole name is unknown: the ID then ends with the child's type instead of its name.
 */
function withOwnName(child: DeclaredResource): DeclaredResource {
  const segments = child.id.split('/');
  const isNameless =
    child.type.split('/').length > 2 && segments.at(-1)?.toLowerCase() === child.type.split('/').at(-1);
  const name = segments.at(-2);
  return isNameless && name?.includes('‹') === true ? { ...child, id: `${child.id}/${name}`, name } : child;
}

/**
 * Returns the parent resource in a child's ID, or undefined if the resource isn't a child or its ID has another form.
 */
function parentOf(child: DeclaredResource): DeclaredResource | undefined {
  const type = child.type.split('/').slice(0, -1).join('/');
  const id = child.id.split('/').slice(0, -2).join('/');
  const kind = id.split('/').at(-2)?.toLowerCase();
  if (!type.includes('/') || kind !== type.split('/').at(-1)) return undefined;
  const name = nameOf(id);
  return {
    ...child,
    id,
    name,
    type,
    isNamed: !name.includes('‹'),
    isExisting: true,
    isDeployed: known(true),
    body: {
      is: 'object',
      members: new Map(),
      rest: reason('terminal.notInFiles', { name }),
      from: null,
    },
  };
}
