import { nameOf } from '../../../core/network/find';
import type { SettingChange } from '../../../core/resource-change';
import { insertMembers, removeListed, setMembers } from '../../../documents/hcl/hcl-edits';
import { insertTupleItems } from '../../../documents/hcl/hcl-list-edits';
import { valueInHcl } from '../../../documents/hcl/hcl-text';
import type { HclExpression } from '../../../documents/hcl/hcl-syntax';
import type { DeclaredNetwork } from '../../../documents/model/declared-network';
import { partOf } from '../../../documents/model/parts';
import type { EditedFiles } from '../edited-files';
import { notWritable, type FixEdits } from '../fix-edits';
import { declaredSubnetProperties } from '../subnet-properties';
import { expressionAt } from './azapi-body';
import { resourceType } from './declared-block';
import { editHcl } from './hcl-place';

type ObjectExpression = HclExpression & { readonly is: 'object' };

/** Returns the `properties` object of a subnet in an azapi body. Undefined if it isn't an object literal. */
export function azapiSubnet(
  declared: DeclaredNetwork,
  subnetId: string,
  { terraform }: EditedFiles,
): ObjectExpression | undefined {
  const properties = declaredSubnetProperties(declared, subnetId);
  const found = properties?.is === 'object' ? expressionAt(properties.from, terraform) : undefined;
  return found?.is === 'object' ? found : undefined;
}

/**
 * Returns the reason if an `azapi_update_resource` sets a property of a subnet. It would undo a change of the subnet,
 * or of an association, on the next apply.
 */
export function setByUpdate(
  declared: DeclaredNetwork,
  { id, property }: { readonly id: string; readonly property: string },
  { terraform }: EditedFiles,
): FixEdits | undefined {
  const properties = declaredSubnetProperties(declared, id);
  const place = properties?.is === 'object' ? properties.members.get(property)?.from : undefined;
  const block =
    place &&
    terraform?.syntax.get(place.file)?.body.blocks.find((one) => {
      const { start, end } = one.place;
      return resourceType(one) === 'azapi_update_resource' && start <= place.start && place.end <= end;
    });
  if (!block) return undefined;
  const update = block.labels.map(({ text }) => text).join('.');
  return notWritable('file.fix.setByUpdate', { update, property, name: nameOf(id) });
}

/**
 * Sets a property of a subnet in an azapi body. A property that is set elsewhere, such as in an update, or computed,
 * isn't changed.
 */
export function setInAzapiSubnet(declared: DeclaredNetwork, setting: Setting, files: EditedFiles): FixEdits {
  const { id, property } = setting;
  const object = azapiSubnet(declared, id, files);
  const at = object?.items.findIndex(({ key }) => key.is === 'literal' && key.value === property) ?? -1;
  const isElsewhere = at < 0 && partOf(declaredSubnetProperties(declared, id), property) !== undefined;
  const edits = object && !isElsewhere ? setMember(object, { ...setting, at }, files) : undefined;
  return edits ?? notWritable('file.fix.computedSubnet', { name: nameOf(id) });
}

type Setting = Pick<SettingChange, 'id' | 'property' | 'after'>;

function setMember(
  object: ObjectExpression,
  { property, after, at }: Setting & { readonly at: number },
  files: EditedFiles,
): FixEdits | undefined {
  const { file } = object.place;
  const written = object.items[at]?.value;
  if (typeof after === 'string') {
    if (written && written.is !== 'literal') return undefined;
    const member = { name: property, value: valueInHcl(after) };
    return editHcl(file, files, (source) => setMembers(source, object, [member]));
  }
  if (written && written.is !== 'tuple') return undefined;
  if (property !== 'delegations') return addEndpoints(object, { list: written, services: after }, files);
  if (!written || after.length > 0) return undefined;
  return editHcl(file, files, (source) => removeListed(source, object.items, at));
}

interface NewEndpoints {
  readonly list: (HclExpression & { readonly is: 'tuple' }) | undefined;
  readonly services: readonly string[];
}

function addEndpoints(
  object: ObjectExpression,
  { list, services }: NewEndpoints,
  files: EditedFiles,
): FixEdits {
  const items = services.map((service) => `{ service = ${valueInHcl(service)} }`);
  const texts = items.map((item) => () => item);
  return editHcl(object.place.file, files, (source) =>
    list
      ? insertTupleItems(source, list, texts)
      : insertMembers(source, object, [{ name: 'serviceEndpoints', value: () => `[${items.join(', ')}]` }]),
  );
}

/** Makes a subnet in an azapi body refer to an NSG, route table, or NAT gateway. */
export function associateInAzapiSubnet(
  object: ObjectExpression,
  { name, reference }: { readonly name: string; readonly reference: string },
  files: EditedFiles,
): FixEdits {
  const { file } = object.place;
  const value = `{ id = ${reference}.id }`;
  const member = object.items.find(({ key }) => key.is === 'literal' && key.value === name)?.value;
  if (member?.is === 'literal' && member.value === null) {
    return editHcl(file, files, (source) => setMembers(source, object, [{ name, value }]));
  }
  if (member) return notWritable('file.fix.computed', { file });
  return editHcl(file, files, (source) => insertMembers(source, object, [{ name, value: () => value }]));
}
