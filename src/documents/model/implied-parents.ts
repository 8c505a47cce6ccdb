import { known } from '../../core/known';
import { nameOf } from '../../core/network/find';
import { reason } from '../../core/reason';
import type { DeclaredResource } from './declared-resource';

/**
 * Resources, and the parents that their names refer to and no file declares, as existing ones. The official compiler leaves
 * `existing` resources out of ARM JSON, so that a name is all that is left of such a reference.
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

/** A child whose whole name has no value: its ID ends where that of its parent does, with the type of the child. */
function withOwnName(child: DeclaredResource): DeclaredResource {
  const segments = child.id.split('/');
  const isNameless =
    child.type.split('/').length > 2 && segments.at(-1)?.toLowerCase() === child.type.split('/').at(-1);
  const name = segments.at(-2);
  return isNameless && name?.includes('‹') === true ? { ...child, id: `${child.id}/${name}`, name } : child;
}

/** The resource that a child's ID names before it; undefined of what is no child, or whose ID has another shape. */
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
