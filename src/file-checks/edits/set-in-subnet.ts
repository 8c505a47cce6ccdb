import { findSubnet, nameOf, sameId } from '../../core/network/find';
import type { SettingChange } from '../../core/resource-change';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import { partOf } from '../../documents/model/parts';
import { isInRange, type SourceRange } from '../../documents/source/source-range';
import type { EditedFiles } from './edited-files';
import { editAt, notWritable, type FixEdits } from './fix-edits';
import { declaredSubnetProperties } from './subnet-properties';

/** Sets a property in a subnet's declaration. Existing list items stay as written. */
export function setInSubnet(declared: DeclaredNetwork, setting: SettingChange, files: EditedFiles): FixEdits {
  const properties = declaredSubnetProperties(declared, setting.id);
  if (properties?.is !== 'object' || !properties.from) return computedSubnet(setting);
  const there = partOf(properties, setting.property)?.from;
  const where = { properties: properties.from, there };
  const { property, after } = setting;
  if (typeof after === 'string') return setMember(where.properties, { name: property, value: after }, files);
  return property === 'delegations'
    ? undelegated(declared, setting, { where, files })
    : withEndpoints(declared, setting, { where, files });
}

interface SettingPlace {
  readonly properties: SourceRange;
  /** The property's own value, if it exists. */
  readonly there: SourceRange | null | undefined;
}

/** Refuses to write a setting of a subnet whose properties are the result of an expression. */
export function computedSubnet({ id }: SettingChange): FixEdits {
  return notWritable('file.fix.computedSubnet', { name: nameOf(id) });
}

/**
 * Removes the delegation. The list is removed if it's written in the subnet itself. Elsewhere, it's emptied, unless
 * other subnets use it too.
 */
function undelegated(
  declared: DeclaredNetwork,
  setting: SettingChange,
  {
    where: { properties, there: list },
    files,
  }: { readonly where: SettingPlace; readonly files: EditedFiles },
): FixEdits {
  if (!list || setting.after.length > 0) return computedSubnet(setting);
  if (isInRange(list, properties)) {
    return editAt(list, files, (editor, text, place) => editor.removeValue(text, place));
  }
  return isOfOthers(declared, setting, list)
    ? setMember(properties, { name: setting.property, value: [] }, files)
    : editAt(list, files, (editor, text, place) => editor.replaceValue(text, place, []));
}

function isOfOthers(declared: DeclaredNetwork, { id, property }: SettingChange, list: SourceRange): boolean {
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
  setting: SettingChange,
  { where, files }: { readonly where: SettingPlace; readonly files: EditedFiles },
): FixEdits {
  const before = findSubnet(declared.model, setting.id)?.subnet.serviceEndpoints;
  if (!before?.known) return computedSubnet(setting);
  const items = [setting.after]
    .flat()
    .filter((service) => !before.value.includes(service))
    .map((service) => ({ service }));
  if (!where.there) return setMember(where.properties, { name: setting.property, value: items }, files);
  if (!isInRange(where.there, where.properties)) return computedSubnet(setting);
  return editAt(where.there, files, (editor, text, place) => editor.insertItems(text, place, items));
}

type Member = Parameters<NonNullable<ReturnType<EditedFiles['editorOf']>>['setMember']>[2];

function setMember(properties: SourceRange, member: Member, files: EditedFiles): FixEdits {
  return editAt(properties, files, (editor, text, place) => editor.setMember(text, place, member));
}
