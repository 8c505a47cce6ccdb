import type { FixStep } from '../../core/fix';
import { findSubnet, nameOf, sameId } from '../../core/network/find';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import { partOf } from '../../documents/model/parts';
import type { SourceRange } from '../../documents/source/source-range';
import type { EditedFiles } from './edited-files';
import { editAt, notWritable, type FixEdits } from './fix-edits';
import { declaredSubnetProperties } from './subnet-properties';

export type SubnetSetStep = Extract<FixStep, { do: 'set' }>;

/** Sets a property where the subnet is written: what is in a list already stays as it is written. */
export function setInSubnet(declared: DeclaredNetwork, step: SubnetSetStep, files: EditedFiles): FixEdits {
  const properties = declaredSubnetProperties(declared, step.at);
  if (properties?.is !== 'object' || !properties.from) return computed(step);
  const there = partOf(properties, step.property)?.from;
  const where = { properties: properties.from, there };
  switch (step.property) {
    case 'delegations':
      return undelegated(declared, step, { where, files });
    case 'serviceEndpoints':
      return withEndpoints(declared, step, { where, files });
    case 'privateEndpointNetworkPolicies':
      return setMember(where.properties, { name: step.property, value: step.value }, files);
  }
}

interface Where {
  readonly properties: SourceRange;
  /** The property's own value, where there is one. */
  readonly there: SourceRange | null | undefined;
}

function computed({ at: id }: SubnetSetStep): FixEdits {
  return notWritable('file.fix.computedSubnet', { name: nameOf(id) });
}

/** The list goes, where it is written in the subnet itself; elsewhere it is emptied, unless other subnets have it too. */
function undelegated(
  declared: DeclaredNetwork,
  step: SubnetSetStep,
  { where: { properties, there: list }, files }: { readonly where: Where; readonly files: EditedFiles },
): FixEdits {
  if (!list || step.value.length > 0) return computed(step);
  if (isInside(list, properties)) {
    return editAt(list, files, (editor, text, place) => editor.removeValue(text, place));
  }
  return isOfOthers(declared, step, list)
    ? setMember(properties, { name: step.property, value: [] }, files)
    : editAt(list, files, (editor, text, place) => editor.replaceValue(text, place, []));
}

function isOfOthers(
  declared: DeclaredNetwork,
  { at: id, property }: SubnetSetStep,
  list: SourceRange,
): boolean {
  const others = declared.model.virtualNetworks
    .flatMap(({ subnets }) => subnets)
    .filter((one) => !sameId(one.id, id));
  return others.some((one) => {
    const its = partOf(declaredSubnetProperties(declared, one.id), property)?.from;
    return its?.file === list.file && its.start === list.start;
  });
}

function withEndpoints(
  declared: DeclaredNetwork,
  step: Extract<SubnetSetStep, { property: 'serviceEndpoints' }>,
  { where, files }: { readonly where: Where; readonly files: EditedFiles },
): FixEdits {
  const before = findSubnet(declared.model, step.at)?.subnet.serviceEndpoints;
  if (!before?.known) return computed(step);
  const items = step.value
    .filter((service) => !before.value.includes(service))
    .map((service) => ({ service }));
  if (!where.there) return setMember(where.properties, { name: step.property, value: items }, files);
  if (!isInside(where.there, where.properties)) return computed(step);
  return editAt(where.there, files, (editor, text, place) => editor.insertItems(text, place, items));
}

type Member = Parameters<NonNullable<ReturnType<EditedFiles['editorOf']>>['setMember']>[2];

function setMember(properties: SourceRange, member: Member, files: EditedFiles): FixEdits {
  return editAt(properties, files, (editor, text, place) => editor.setMember(text, place, member));
}

function isInside(inner: SourceRange, outer: SourceRange): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}
