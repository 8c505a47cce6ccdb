import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { WrittenValue } from '../../documents/edits/text-edit';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import { propertyOf, type DeclaredResource } from '../../documents/model/declared-resource';
import { partOf, type Part } from '../../documents/model/parts';
import type { SourceRange } from '../../documents/source/source-range';
import type { FileCheck } from '../check-files';
import { countedKey } from '../problem-key';
import { problemsOf } from '../problems-of';
import { declaredResource } from '../resource-of';
import type { EditedFiles } from './edited-files';
import { editAt, combineEdits, notWritable, type FixEdits } from './fix-edits';
import type { SubnetReference } from './subnet-reference';
import { addDependsOn } from './depends-on';

interface Joining {
  readonly computeId: ResourceId;
  readonly reference: SubnetReference;
}

/**
 * Writes the subnet's ID into a compute resource, and makes it depend on the subnet if the language doesn't infer that.
 */
export function joinEdits(
  declared: DeclaredNetwork,
  { computeId, reference: { id, waitsFor } }: Joining,
  files: EditedFiles,
): FixEdits {
  const compute = declaredResource(declared, computeId);
  const member = compute && memberWith(compute, { subnet: { id } });
  if (!compute || !member) return notWritable('file.fix.computeComputed', { name: compute?.name ?? '' });
  const written = editAt(member.into, files, (editor, text, place) => editor.setMember(text, place, member));
  return waitsFor === null ? written : combineEdits([written, addDependsOn(compute, waitsFor, files)]);
}

/** Returns the member with the nodes' properties and the subnet. The properties are created if they don't exist. */
function memberWith(compute: DeclaredResource, nodes: { readonly subnet: WrittenValue }) {
  const inside = insideOf(compute, propertyOf(compute, 'properties'));
  if (inside) return { into: inside, name: 'subnet', value: nodes.subnet };
  if (propertyOf(compute, 'properties') !== undefined) return undefined;
  const outer = insideOf(compute, partOf(compute.body, 'properties'));
  return outer && { into: outer, name: 'properties', value: nodes };
}

/**
 * Returns the place of an object if it's inside the compute resource itself. Others may use an object that is
 * elsewhere.
 */
function insideOf({ place }: DeclaredResource, part: Part): SourceRange | undefined {
  const from = part?.is === 'object' ? part.from : null;
  const isInside = from?.file === place.file && from.start >= place.start && from.end <= place.end;
  return isInside ? from : undefined;
}

/** True if a compute resource is in a subnet, and the subnet is checked with it. */
export function computeIn({ subjects }: FileCheck, computeId: ResourceId, subnetId: ResourceId): boolean {
  return subjects.some(
    ({ subnet, computes }) => sameId(subnet.id, subnetId) && computes.some(({ id }) => sameId(id, computeId)),
  );
}

/**
 * Returns the keys of problems that were reported for a subnet in any form, including unknown results and hints. A
 * compute resource in the subnet only makes them certain.
 */
export function reportedBefore(check: FileCheck, subnetId: ResourceId): ReadonlySet<string> {
  const reported = problemsOf(check).filter((one) => sameId(one.subnetId, subnetId));
  const ids = reported.map(({ id }) => id);
  return new Set(
    ids.flatMap((id) =>
      (['hint', 'warning'] as const).map((severity) => countedKey({ id, subnetId, severity, name: '' })),
    ),
  );
}
