import { known, type Known } from '../../core/known';
import { nameOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { reason } from '../../core/reason';
import type { EvaluatedResource } from '../evaluate/evaluated-resource';
import type { ObjectValue } from '../evaluate/value';
import type { OrderStep } from '../order/template-order';
import type { OrderedBlock } from '../terraform/block-order';
import type { SourceRange } from '../source/source-range';
import { displayName } from './display-name';
import { identityOf, partOf, textPart } from './parts';

/** A resource of a file, with an ID that distinguishes it from others, even if it isn't completely known. */
export interface DeclaredResource {
  readonly id: ResourceId;
  /** The last segment, for display. */
  readonly name: string;
  /** False if a part of the name doesn't have a value. */
  readonly isNamed: boolean;
  /** In lowercase. */
  readonly type: string;
  readonly apiVersion: string | undefined;
  /** Only the name of an existing resource is known. The rest is in Azure, and not in a file. */
  readonly body: ObjectValue;
  readonly isExisting: boolean;
  readonly isDeployed: Known<boolean>;
  /** The path from the root to this resource, which comes last, with the dependencies in each template. */
  readonly path: readonly OrderStep[];
  /** The block, for Terraform, instead of `path`. */
  readonly block?: OrderedBlock;
  readonly place: SourceRange;
  readonly namePlace: SourceRange;
  /** True if the resource's parent is certainly the one in its ID. */
  readonly isParentCertain?: true;
}

/**
 * Returns the resources that a deployment creates, may create, or uses. Resources that a condition certainly excludes
 * are left out.
 */
export function declaredResources(all: readonly EvaluatedResource[]): readonly DeclaredResource[] {
  const here = all.filter(({ isDeployed }) => !isDeployed.known || isDeployed.value);
  return here.map((one) => {
    const { place } = one;
    // Two resources with unknown names are two different resources.
    const id = identityOf(one.id) ?? `/‹${place.file}:${String(place.start)}›/${one.type}/‹?›`;
    const version = textPart<undefined>(one.apiVersion, known(undefined));
    return {
      id,
      name: id.slice(id.lastIndexOf('/') + 1),
      isNamed: one.name.is === 'text',
      type: one.type.toLowerCase(),
      apiVersion: version.known ? version.value : undefined,
      body: one.isExisting ? referenced(one.body, nameOf(id)) : one.body,
      isExisting: one.isExisting,
      isDeployed: one.isDeployed,
      path: one.path,
      ...(one.block ? { block: one.block } : {}),
      place,
      namePlace: one.namePlace,
      ...(one.isParentCertain ? { isParentCertain: true } : {}),
    };
  });
}

function referenced(body: ObjectValue, name: string): ObjectValue {
  return { ...body, rest: reason('terminal.notInFiles', { name: displayName(name) }) };
}

/** Returns the ID of a child resource's parent, in lowercase. */
export function parentIdOf(id: ResourceId): string {
  return withoutName(id).toLowerCase();
}

/** Returns an ID without its last type and name. */
export function withoutName(id: ResourceId): ResourceId {
  const end = id.lastIndexOf('/', id.lastIndexOf('/') - 1);
  return id.slice(0, Math.max(end, 0));
}

/** Returns a member of the resource's properties. */
export const propertyOf = (resource: DeclaredResource, ...path: readonly string[]) =>
  partOf(resource.body, 'properties', ...path);
