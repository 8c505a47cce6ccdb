import { withoutEnd } from '../../../core/cut-text';
import { virtualNetworkIdOf, nameOf, sameId } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import {
  type AssociatedType,
  type Association,
  type CreatedPart,
  type ResourceChange,
} from '../../../core/resource-change';
import { editEntries, entriesOfBody, insertBlocksBehind } from '../../../documents/hcl/hcl-edits';
import type { WrittenArgument, NewHclBlock } from '../../../documents/hcl/hcl-text';
import { valueInHcl } from '../../../documents/hcl/hcl-text';
import { attributeOf, type HclBlock, type HclExpression } from '../../../documents/hcl/hcl-syntax';
import type { DeclaredNetwork } from '../../../documents/model/declared-network';
import type { TerraformAnalysis } from '../../terraform-root';
import { declaredResource, createdResource } from '../../resource-of';
import { createdAndAssociated } from '../created-resources';
import type { EditedFiles } from '../edited-files';
import { combineEdits, notWritable, type FixEdits } from '../fix-edits';
import { isAddedEntry, type AddedEntry } from '../insert-entries';
import { addressTail, modulePrefix } from './address';
import { associateInAzapiSubnet, azapiSubnet, setByUpdate } from './azapi-subnet';
import { declaredBlock, resourceType, whyNotInBlock, type DeclaredBlock } from './declared-block';
import { isOfInstance } from './entry-maker';
import { acceptsReferences, editHcl, notEditable } from './hcl-place';
import { blocksOfEntries } from './insert-terraform-entries';
import { blocksOfModule, moduleFolderOf, freeLabel } from './module-names';
import { locationOfResource } from '../region-expression';

/** The azurerm type of a resource that a fix creates or associates, and its form of association. */
interface AssociatedForm {
  readonly type: string;
  /** The resource that associates it, and the arguments that refer to both. */
  readonly association: string;
  readonly to: string;
  readonly of: string;
  /** The argument of a subnet block in a network, or null if it doesn't have one. */
  readonly inline: string | null;
  /** The member of a subnet's properties in ARM, or null if it doesn't have one. */
  readonly member: string | null;
}

const forms: Readonly<Record<AssociatedType, AssociatedForm>> = {
  securityGroup: {
    type: 'azurerm_network_security_group',
    association: 'azurerm_subnet_network_security_group_association',
    to: 'subnet_id',
    of: 'network_security_group_id',
    inline: 'security_group',
    member: 'networkSecurityGroup',
  },
  routeTable: {
    type: 'azurerm_route_table',
    association: 'azurerm_subnet_route_table_association',
    to: 'subnet_id',
    of: 'route_table_id',
    inline: 'route_table_id',
    member: 'routeTable',
  },
  natGateway: {
    type: 'azurerm_nat_gateway',
    association: 'azurerm_subnet_nat_gateway_association',
    to: 'subnet_id',
    of: 'nat_gateway_id',
    inline: null,
    member: 'natGateway',
  },
  publicIpAddress: {
    type: 'azurerm_public_ip',
    association: 'azurerm_nat_gateway_public_ip_association',
    to: 'nat_gateway_id',
    of: 'public_ip_address_id',
    inline: null,
    member: null,
  },
};

interface Label {
  readonly type: string;
  readonly label: string;
}

interface Site extends DeclaredBlock {
  readonly declared: DeclaredNetwork;
  readonly files: EditedFiles;
  /** Labels of the created resources, by ID in lowercase. */
  readonly labels: ReadonlyMap<string, Label>;
  /** The first subnet or NAT gateway with which something is associated. */
  readonly to: ResourceId;
  /** The properties of a subnet in an azapi body. */
  readonly properties: ReturnType<typeof azapiSubnet>;
}

/** Creates the resources of a fix, with their rules and routes, after the resource that they are associated with. */
export function createAndAssociateTerraform(
  declared: DeclaredNetwork,
  changes: readonly ResourceChange[],
  files: EditedFiles,
): FixEdits {
  const { parts, associated, outer } = createdAndAssociated(changes);
  const [first] = outer;
  const site = first && siteOf(declared, first, { files, parts });
  if (!site) return whyNotAssociated(declared, first?.to ?? '', files);
  const { file } = site.resource.place;
  if (files.textOf(file) === undefined) return notEditable(file);
  const because = whyNotReferenced(site, associated);
  if (because) return because;
  const created = createdBlocks(site, parts, changes.filter(isAddedEntry));
  if ('key' in created) return notWritable(created.key, { file });
  const isInSubnet = site.type === 'subnet' || site.properties !== undefined;
  const isInline = (one: Association): boolean => isInSubnet && one.type !== 'publicIpAddress';
  const apart = associated.filter((one) => !isInline(one)).map((one) => associationBlock(site, one));
  const blocks = [...created, ...apart];
  const { outer: home } = site;
  return combineEdits([
    ...outer.filter(isInline).map((one) => setInline(site, one)),
    ...(blocks.length === 0
      ? []
      : [editHcl(file, files, (source) => insertBlocksBehind(source, home, blocks))]),
  ]);
}

/** Returns the reason if another module declares a resource, or if an azapi update of the subnet would undo the fix. */
function whyNotReferenced(site: Site, associated: readonly Association[]): FixEdits | undefined {
  const { declared, files } = site;
  for (const { type, to } of associated) {
    const property = forms[type].member;
    const undone = property === null ? undefined : setByUpdate(declared, { id: to, property }, files);
    if (undone) return undone;
  }
  const foreign = associated.flatMap(({ to, id }) => [to, id]).find((id) => reference(site, id) === null);
  return foreign === undefined ? undefined : notWritable('file.fix.otherModule', { name: nameOf(foreign) });
}

function whyNotAssociated(declared: DeclaredNetwork, id: ResourceId, files: EditedFiles): FixEdits {
  const found = declaredBlock(declared, id, files);
  const isOfAzapi = found?.type.startsWith('azapi_') === true;
  return isOfAzapi ? whyNotInBlock(found) : notWritable('file.fix.computedSubnet', { name: nameOf(id) });
}

/** Types with which other resources are associated. */
const homes: readonly string[] = ['azurerm_subnet', 'azurerm_nat_gateway', 'subnet'];

function siteOf(
  declared: DeclaredNetwork,
  { to }: Association,
  { files, parts }: { readonly files: EditedFiles; readonly parts: readonly CreatedPart[] },
): Site | undefined {
  const found = declaredBlock(declared, to, files) ?? declaredBlock(declared, virtualNetworkIdOf(to), files);
  if (!found) return undefined;
  const { type, resource, terraform } = found;
  const properties = type === 'azapi_resource' ? azapiSubnet(declared, to, files) : undefined;
  if (!homes.includes(type) && !properties) return undefined;
  const labels = labelsOf(parts, resource.place.file, terraform);
  return { ...found, declared, files, labels, to, properties };
}

function labelsOf(
  parts: readonly CreatedPart[],
  file: string,
  terraform: TerraformAnalysis,
): ReadonlyMap<string, Label> {
  return new Map(
    parts.map((part) => {
      const { type } = forms[part.type];
      const name = nameOf(part.id)
        .replaceAll(/‹[^›]*(?:›|$)/g, ' ')
        .trim();
      return [part.id.toLowerCase(), { type, label: freeLabel(name, { type, file, terraform }) }];
    }),
  );
}

/** Returns a module's reference to the resource with an ID, or null if the module doesn't declare it. */
function reference(site: Site, id: ResourceId): string | null {
  const { terraform, resource, labels, declared } = site;
  const created = labels.get(id.toLowerCase());
  if (created !== undefined) return `${created.type}.${created.label}`;
  // A subnet block in a network has the network's address.
  const own = terraform.addressOf(resource.id) ?? terraform.addressAt(resource.place) ?? '';
  if (sameId(id, site.to) && (site.type === 'subnet' || site.properties)) return '';
  if (!createdResource(declared, id)) return null;
  const address = terraform.addressOf(id);
  if (address === undefined || modulePrefix(own) !== modulePrefix(address)) return null;
  return addressTail(address);
}

function setInline(site: Site, { type, id }: Association): FixEdits {
  const { block, files, resource } = site;
  const { inline, member } = forms[type];
  if (site.properties && member !== null) {
    if (!acceptsReferences(site.properties.place, files)) {
      return notWritable('file.fix.azapi', { name: nameOf(site.to) });
    }
    const associated = { name: member, reference: reference(site, id) ?? '' };
    return associateInAzapiSubnet(site.properties, associated, files);
  }
  if (inline === null) return notWritable('file.fix.inlineSubnet', { name: resource.name });
  if (attributeOf(block.body, inline)) {
    return notWritable('file.fix.computedSubnet', { name: resource.name });
  }
  const added = [{ name: inline, value: `${reference(site, id) ?? ''}.id` }];
  const entries = entriesOfBody(block.body);
  return editHcl(block.place.file, files, (source) => editEntries(source, entries, { added }));
}

function associationBlock(site: Site, { type, to, id }: Association): NewHclBlock {
  const { association, to: toName, of } = forms[type];
  const [own, other] = [reference(site, to) ?? '', reference(site, id) ?? ''];
  const base = own
    .replace(/^[^.]*\./, '')
    .replaceAll(/[^\w-]+/g, '_')
    .replace(/_$/, '');
  const place = { type: association, file: site.resource.place.file, terraform: site.terraform };
  const label = freeLabel(base === '' ? nameOf(to) : base, place);
  const all = [
    { name: toName, value: `${own}.id` },
    { name: of, value: `${other}.id` },
  ];
  return { type: 'resource', labels: [association, label], arguments: [all], blocks: [] };
}

/**
 * Returns the blocks of created resources, or the key of the reason if the module doesn't have an expression for the
 * network's region or resource group.
 */
function createdBlocks(
  site: Site,
  parts: readonly CreatedPart[],
  entries: readonly AddedEntry[],
): readonly NewHclBlock[] | { readonly key: string } {
  if (parts.length === 0) return [];
  const location = locationText(site);
  const group = groupText(site);
  if (location === undefined) return { key: 'file.fix.noRegion' };
  if (group === undefined) return { key: 'file.fix.noGroup' };
  return parts.flatMap((part) => {
    const { type } = forms[part.type];
    const label = site.labels.get(part.id.toLowerCase())?.label ?? '';
    const own = entries.filter(({ id }) => sameId(id, part.id));
    const { inside, apart } = blocksOfEntries(own, { ...site, parent: `${type}.${label}`, group });
    const all = [
      { name: 'name', value: valueInHcl(writtenName(nameOf(part.id))) },
      { name: 'location', value: location },
      { name: 'resource_group_name', value: group },
      ...extraArguments(part),
    ];
    return [{ type: 'resource', labels: [type, label], arguments: [all], blocks: inside }, ...apart];
  });
}

function extraArguments({ type, sku = 'Standard' }: CreatedPart): readonly WrittenArgument[] {
  if (type === 'natGateway') return [{ name: 'sku_name', value: valueInHcl(sku) }];
  if (type !== 'publicIpAddress') return [];
  return [
    { name: 'allocation_method', value: valueInHcl('Static') },
    { name: 'sku', value: valueInHcl(sku) },
  ];
}

/** Writes a name without its unknown parts. */
function writtenName(name: string): string {
  return withoutEnd(name.replaceAll(/‹[^›]*(?:›|$)|[^A-Za-z0-9._-]/g, ''), '-_.');
}

/** Returns the region of the network as written in its module: of the network itself, or of another resource there. */
function locationText(site: Site): string | undefined {
  const { declared, resource, files } = site;
  const network = declaredResource(declared, resource.id.replace(/\/subnets\/[^/]*$/i, ''));
  if (!network) return undefined;
  const targetLocation = locationOfResource(network);
  const folder = moduleFolderOf(resource.place.file);
  const near = [network, ...declared.resources].filter(
    (one) =>
      !one.isExisting &&
      moduleFolderOf(one.place.file) === folder &&
      locationOfResource(one) === targetLocation,
  );
  for (const { id } of near) {
    const block = declaredBlock(declared, id, files)?.outer;
    const text = block && argumentText(files, attributeOf(block.body, 'location')?.value);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Returns the resource group of the network, as written. */
function groupText(site: Site): string | undefined {
  const { outer, files, properties, declared, to } = site;
  if (!properties) return groupOfAzurerm(outer, files);
  const network = declaredBlock(declared, virtualNetworkIdOf(to), files);
  if (!network || !hasAzurerm(site)) return undefined;
  // The network can be of azurerm, and its subnet of azapi.
  return network.type.startsWith('azurerm_')
    ? groupOfAzurerm(network.block, files)
    : groupOfAzapi(network.block, files);
}

function groupOfAzurerm({ body }: HclBlock, files: EditedFiles): string | undefined {
  return argumentText(files, attributeOf(body, 'resource_group_name')?.value);
}

function groupOfAzapi({ body }: HclBlock, files: EditedFiles): string | undefined {
  const parent = argumentText(files, attributeOf(body, 'parent_id')?.value);
  const group = /^(?:"\$\{)?((?:data\.)?\w+\.[\w-]+)\.id(?:\}")?$/.exec(parent ?? '')?.[1];
  return group === undefined ? undefined : `${group}.name`;
}

/** True if a module already has resources of azurerm, so that its provider is configured. */
function hasAzurerm({ resource, terraform }: Site): boolean {
  return blocksOfModule(resource.place.file, terraform).some((one) =>
    resourceType(one).startsWith('azurerm_'),
  );
}

/** Returns the source of an expression, if it has the same meaning in another block. */
function argumentText(files: EditedFiles, value: HclExpression | undefined): string | undefined {
  if (!value || isOfInstance(value)) return undefined;
  return files.textOf(value.place.file)?.slice(value.place.start, value.place.end);
}
