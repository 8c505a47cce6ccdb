import { known, type Known } from '../../core/known';
import { nameOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { reason } from '../../core/reason';
import type { EvaluatedResource } from '../evaluate/evaluated-resource';
import type { ObjectValue } from '../evaluate/value';
import type { OrderStep } from '../order/template-order';
import type { OrderedBlock } from '../terraform/block-order';
import type { SourceRange } from '../source/source-range';
import { identityOf, partOf, textPart } from './parts';

/** A resource of a file with an id that tells it from others, known or not. */
export interface DeclaredResource {
  readonly id: ResourceId;
  /** The last segment, as it is shown. */
  readonly name: string;
  /** False where the name has a part that nobody gave. */
  readonly isNamed: boolean;
  /** In small letters. */
  readonly type: string;
  readonly apiVersion: string | undefined;
  /** Of an existing one only its name is known: what else it has is in Azure, and in no file. */
  readonly body: ObjectValue;
  readonly isExisting: boolean;
  readonly isDeployed: Known<boolean>;
  /** What leads to it, from the root on, with what waits for what; the resource itself last. */
  readonly path: readonly OrderStep[];
  /** Of Terraform, instead of the path. */
  readonly block?: OrderedBlock;
  readonly place: SourceRange;
  readonly namePlace: SourceRange;
  /** True of a resource that isn't below another parent than its ID names. */
  readonly isParentCertain?: true;
}

/** The resources that a deployment may make or use; what a condition certainly leaves out is not among them. */
export function declaredResources(all: readonly EvaluatedResource[]): readonly DeclaredResource[] {
  const here = all.filter(({ isDeployed }) => !isDeployed.known || isDeployed.value);
  return here.map((one) => {
    const { place } = one;
    // Two resources whose names nobody knows are two resources.
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
  return { ...body, rest: reason('terminal.notInFiles', { name }) };
}

/** Id of the parent of a child resource, in small letters. */
export function parentIdOf(id: ResourceId): string {
  return id.toLowerCase().split('/').slice(0, -2).join('/');
}

/** A member of the resource's properties. */
export const propertyOf = (resource: DeclaredResource, ...path: readonly string[]) =>
  partOf(resource.body, 'properties', ...path);
