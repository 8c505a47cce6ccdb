import { known } from '../../core/known';
import { nameOf } from '../../core/network/find';
import { reason } from '../../core/reason';
import { withoutName, type DeclaredResource } from './declared-resource';

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
  const { id, type } = child;
  if (typeOfParent(type) === undefined || nameOf(id).toLowerCase() !== nameOf(type)) return child;
  const name = id.split('/').at(-2);
  return name?.includes('‹') === true ? { ...child, id: `${id}/${name}`, name } : child;
}

/**
 * Returns the parent resource in a child's ID, or undefined if the resource isn't a child or its ID has another form.
 */
function parentOf(child: DeclaredResource): DeclaredResource | undefined {
  const type = typeOfParent(child.type);
  if (type === undefined) return undefined;
  const id = withoutName(child.id);
  if (id.split('/').at(-2)?.toLowerCase() !== nameOf(type)) return undefined;
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

/** Returns the type of a child's parent, or undefined for a type that isn't a child's. */
function typeOfParent(type: string): string | undefined {
  const end = type.lastIndexOf('/');
  return type.indexOf('/') < end ? type.slice(0, end) : undefined;
}
