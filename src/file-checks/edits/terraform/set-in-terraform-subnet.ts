import { findSubnet, nameOf } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import type { SettingChange } from '../../../core/resource-change';
import {
  editEntries,
  entriesOfBody,
  insertBlocksBehind,
  insertBlocksInto,
  removeLines,
} from '../../../documents/hcl/hcl-edits';
import { insertTupleItems } from '../../../documents/hcl/hcl-list-edits';
import { valueInHcl, type NewHclBlock } from '../../../documents/hcl/hcl-text';
import { attributeOf, type HclBlock } from '../../../documents/hcl/hcl-syntax';
import type { Value } from '../../../documents/evaluate/value';
import type { TerraformResource } from '../../../documents/terraform/terraform-resource';
import { azurermTable } from '../../../documents/terraform/providers/azurerm-tables';
import { onlyAzurermMajor } from '../../../documents/terraform/providers/provider-version';
import type { DeclaredNetwork } from '../../../documents/model/declared-network';
import type { TerraformAnalysis } from '../../terraform-root';
import type { EditedFiles } from '../edited-files';
import { combineEdits, notWritable, type FixEdits } from '../fix-edits';
import { setByUpdate, setInAzapiSubnet } from './azapi-subnet';
import { declaredBlock } from './declared-block';
import { editHcl, notEditable } from './hcl-place';
import { blocksOfModule } from './module-names';
import { computedSubnet } from '../set-in-subnet';

interface SubnetBlock {
  readonly block: HclBlock;
  readonly setting: SettingChange;
  readonly files: EditedFiles;
  readonly terraform: TerraformAnalysis;
}

/** Sets a property of a subnet in its existing arguments, or in those of the provider's version. */
export function setInTerraformSubnet(
  declared: DeclaredNetwork,
  setting: SettingChange,
  files: EditedFiles,
): FixEdits {
  const undone = setByUpdate(declared, setting, files);
  if (undone) return undone;
  const found = declaredBlock(declared, setting.id, files);
  if (found?.type !== 'subnet' && found?.type !== 'azurerm_subnet') return inBody(declared, setting, files);
  const { block, terraform } = found;
  if (files.textOf(block.place.file) === undefined) return notEditable(block.place.file);
  const own: SubnetBlock = { block, setting, files, terraform };
  if (setting.property === 'delegations') return withoutDelegations(own);
  return setting.property === 'serviceEndpoints' ? withEndpoints(declared, own) : withPolicies(own);
}

/** Returns a subnet of azapi, with its own resource or in the body of its network. */
function inBody(declared: DeclaredNetwork, setting: SettingChange, files: EditedFiles): FixEdits {
  const users = setting.property === 'delegations' ? otherUsersIn(files, setting.id) : [];
  if (users.length > 0) return delegationUsed(setting, users);
  const before = findSubnet(declared.model, setting.id)?.subnet.serviceEndpoints;
  if (setting.property !== 'serviceEndpoints') return setInAzapiSubnet(declared, setting, files);
  if (!before?.known) return computedSubnet(setting);
  const after = [setting.after].flat().filter((service) => !before.value.includes(service));
  return setInAzapiSubnet(declared, { ...setting, after }, files);
}

function otherUsersIn({ terraform }: EditedFiles, id: ResourceId): readonly string[] {
  return terraform ? otherUsers(id, terraform) : [];
}

function delegationUsed({ id }: SettingChange, users: readonly string[]): FixEdits {
  return notWritable('file.fix.delegationUsed', { subnet: nameOf(id), users });
}

/** The argument for private endpoint policies in each version of azurerm. */
const policies: readonly (readonly [argument: string, valueOf: (word: string) => string])[] = [
  ['private_endpoint_network_policies', valueInHcl],
  ['private_endpoint_network_policies_enabled', (word) => String(word !== 'Disabled')],
  ['enforce_private_link_endpoint_network_policies', (word) => String(word === 'Disabled')],
];

function withPolicies({ block, setting, files }: SubnetBlock): FixEdits {
  const word = String(setting.after);
  const entries = entriesOfBody(block.body);
  for (const [argument, valueOf] of policies) {
    const at = block.body.attributes.findIndex(({ name }) => name === argument);
    const value = block.body.attributes[at]?.value;
    if (!value) continue;
    // A value that other subnets may also use isn't changed.
    if (value.is !== 'literal') return computedSubnet(setting);
    return editHcl(block.place.file, files, (source) =>
      editEntries(source, entries, { changed: new Map([[at, { value: valueOf(word) }]]) }),
    );
  }
  const added = [{ name: 'private_endpoint_network_policies', value: valueInHcl(word) }];
  return editHcl(block.place.file, files, (source) => editEntries(source, entries, { added }));
}

function withoutDelegations({ block, setting, files, terraform }: SubnetBlock): FixEdits {
  const users = otherUsers(setting.id, terraform);
  if (users.length > 0) return delegationUsed(setting, users);
  const blocks = block.body.blocks.filter(({ type }) => type === 'delegation');
  const isWhole =
    blocks.length > 0 &&
    !block.body.blocks.some(({ type, labels }) => type === 'dynamic' && labels[0]?.text === 'delegation');
  if (!isWhole || setting.after.length > 0) return computedSubnet(setting);
  return combineEdits(
    blocks.map((one) => editHcl(block.place.file, files, (source) => removeLines(source, one.place))),
  );
}

/** Returns resources of unsupported types that use a subnet, and may use it for the service that it's delegated to. */
function otherUsers(id: ResourceId, { resources, addressOf }: TerraformAnalysis): readonly string[] {
  const subnet = addressOf(id);
  if (subnet === undefined) return [];
  const isUser = ({ type, mode, values }: TerraformResource): boolean =>
    mode === 'managed' && isUnread(type) && names(values, `${subnet}.id`);
  return resources.filter(isUser).map(({ address }) => address);
}

/** Returns whether a type is unsupported. Associations don't count. */
function isUnread(type: string): boolean {
  return /^azurerm_(?!subnet_)/.test(type) && azurermTable({ type }) === undefined;
}

function names(value: Value, symbol: string): boolean {
  switch (value.is) {
    case 'object':
      return [...value.members.values()].some((one) => names(one, symbol));
    case 'array':
      return value.items.some((one) => names(one, symbol));
    case 'unknown':
      return value.symbol?.includes(symbol) === true;
    default:
      return false;
  }
}

function withEndpoints(declared: DeclaredNetwork, own: SubnetBlock): FixEdits {
  const { block, setting, files, terraform } = own;
  const before = findSubnet(declared.model, setting.id)?.subnet.serviceEndpoints;
  if (!before?.known) return computedSubnet(setting);
  const fresh = [setting.after].flat().filter((service) => !before.value.includes(service));
  const { file } = block.place;
  const list = attributeOf(block.body, 'service_endpoints')?.value;
  if (list?.is === 'tuple') {
    const items = fresh.map((service) => () => valueInHcl(service));
    return editHcl(file, files, (source) => insertTupleItems(source, list, items));
  }
  const last = block.body.blocks.findLast(({ type }) => type === 'service_endpoint');
  const blocks = fresh.map(endpointBlock);
  if (last) return editHcl(file, files, (source) => insertBlocksBehind(source, last, blocks));
  if (list) return computedSubnet(setting);
  const major = onlyAzurermMajor(blocksOfModule(file, terraform));
  if (major === null) return notWritable('file.fix.providerVersion', { name: nameOf(setting.id) });
  return editHcl(file, files, (source) =>
    major >= 5
      ? insertBlocksInto(source, block, blocks)
      : editEntries(source, entriesOfBody(block.body), {
          added: [{ name: 'service_endpoints', value: valueInHcl(fresh) }],
        }),
  );
}

function endpointBlock(service: string): NewHclBlock {
  return {
    type: 'service_endpoint',
    labels: [],
    arguments: [[{ name: 'service', value: valueInHcl(service) }]],
    blocks: [],
  };
}
