import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { type Association, type ResourceChange, type SubnetPart } from '../../core/resource-change';
import type { WrittenValue } from '../../documents/edits/text-edit';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import { propertyOf, type DeclaredResource } from '../../documents/model/declared-resource';
import { partOf } from '../../documents/model/parts';
import type { SourceRange } from '../../documents/source/source-range';
import type { Template, ResourceDeclaration } from '../../documents/template/template';
import { declaredResource } from '../resource-of';
import type { EditedFiles } from './edited-files';
import { editAt, combineEdits, notWritable, type FixEdits } from './fix-edits';
import { isAddedEntry, writtenEntry } from './insert-entries';
import { createdAndAssociated, createdResources, type CreatedResource } from './created-resources';
import { regionFor, scopeAround, type RegionAt } from './region-expression';
import { declaredSubnetProperties } from './subnet-properties';
import { waitingForNamed } from './depends-on';
import { declarationAt, memberSource } from './member-source';

/**
 * Declares the resources that a fix creates, with their rules and routes, in the file that declares the subnet. Also
 * makes the subnet refer to them, or to existing resources.
 */
export function createAndAssociate(
  declared: DeclaredNetwork,
  changes: readonly ResourceChange[],
  files: EditedFiles,
): FixEdits {
  const { parts, associated, outer } = createdAndAssociated(changes);
  const [first] = outer;
  const site = first && siteOf(declared, first, files);
  if (!site) return notWritable('file.fix.computedSubnet', { name: nameOf(first?.to ?? '') });
  const { region } = site;
  if (!region) return notWritable('file.fix.noRegion', { file: site.properties.file });
  const entries = changes.filter(isAddedEntry);
  const style = { describe: files.describe, regionExpression: region.region };
  const created = createdResources({
    parts,
    associated,
    entriesOf: (id) => entries.filter((one) => sameId(one.id, id)).map((one) => writtenEntry(one, style)),
    location: region.location,
    template: site.template,
  });
  return combineEdits([
    ...outer.map((one) =>
      associate(declared, { association: one, created, file: site.properties.file }, files),
    ),
    ...(created.length === 0
      ? []
      : [editAt(site.properties, files, (editor, text, place) => editor.declare(text, place, created))]),
  ]);
}

interface Site {
  /** The object literal that refers to the first associated resource. */
  readonly properties: SourceRange;
  readonly template: Template;
  /** Undefined if the file doesn't contain an expression for the network's region. */
  readonly region: RegionAt | undefined;
}

function siteOf(declared: DeclaredNetwork, { to }: Association, files: EditedFiles): Site | undefined {
  const properties = propertiesOf(declared, to);
  const root = properties && files.templateOf(properties.file);
  if (!properties || !root) return undefined;
  const home = declaredResource(declared, to.replace(/\/subnets\/[^/]*$/i, ''));
  const region = home && regionFor(declared, home, { place: properties, files });
  return { properties, template: scopeAround(root, properties), region };
}

/** Returns the place of a subnet's or a NAT gateway's own properties. */
function propertiesOf(declared: DeclaredNetwork, id: ResourceId): SourceRange | null {
  if (/\/subnets\/[^/]*$/i.test(id)) return declaredSubnetProperties(declared, id)?.from ?? null;
  const resource = declaredResource(declared, id);
  return resource && !resource.isExisting ? (partOf(resource.body, 'properties')?.from ?? null) : null;
}

interface Associating {
  readonly association: Association;
  readonly created: readonly CreatedResource[];
  /** The file in which the created resources are declared. */
  readonly file: string;
}

/** Members of a subnet that refer to associated resources. */
const associatedMember: Readonly<Record<SubnetPart, string>> = {
  securityGroup: 'networkSecurityGroup',
  routeTable: 'routeTable',
  natGateway: 'natGateway',
};

function associate(
  declared: DeclaredNetwork,
  { association, created, file }: Associating,
  files: EditedFiles,
): FixEdits {
  const { type, id, to } = association;
  const place = propertiesOf(declared, to);
  const own = created.find((one) => sameId(one.id, id))?.reference;
  const reference = own ?? (place && declaredReference(declared, { id, file: place.file }, files));
  if (!place || (own && place.file !== file)) {
    return notWritable('file.fix.computedSubnet', { name: nameOf(to) });
  }
  if (!reference) return notWritable('file.fix.otherFileDeclares', { name: nameOf(id) });
  if (type === 'publicIpAddress') return addressed(declared, { to, place, reference }, files);
  const member = { name: associatedMember[type], value: { id: reference } };
  const naming = editAt(place, files, (editor, text) => editor.setMember(text, place, member));
  if (own) return naming;
  return combineEdits([naming, waitingForNamed(declared, { of: to, id, reference }, files)]);
}

/** Adds an address to a NAT gateway, and creates its list of addresses if necessary. */
function addressed(
  declared: DeclaredNetwork,
  {
    to,
    place,
    reference,
  }: { readonly to: ResourceId; readonly place: SourceRange; readonly reference: WrittenValue },
  files: EditedFiles,
): FixEdits {
  const gateway = declaredResource(declared, to);
  const list = gateway && propertyOf(gateway, 'publicIpAddresses');
  const item = { id: reference };
  if (list?.is === 'array' && list.from) {
    const { from } = list;
    return editAt(from, files, (editor, text) => editor.insertItems(text, from, [item]));
  }
  return editAt(place, files, (editor, text) =>
    editor.setMember(text, place, { name: 'publicIpAddresses', value: [item] }),
  );
}

interface Named {
  readonly id: ResourceId;
  /** The file that refers to it. */
  readonly file: string;
}

/**
 * Returns the ID of a declared resource as an expression: `nsg.id`, `resourceId(…)`. Undefined if another file or a
 * loop declares it.
 */
function declaredReference(
  declared: DeclaredNetwork,
  { id, file }: Named,
  files: EditedFiles,
): WrittenValue | undefined {
  const resource = declaredResource(declared, id);
  const template = files.templateOf(file);
  if (!resource || !template || resource.place.file !== file) return undefined;
  const declaration = declarationAt(template, resource.place);
  if (!declaration || declaration.loop) return undefined;
  if (template.language === 'arm') return resourceIdOf(resource, declaration, { template, files });
  return declaration.symbol === null ? undefined : { $expression: `${declaration.symbol}.id` };
}

/**
 * Builds a `resourceId(…)` expression. Undefined for a name with several segments, which would have to be split into
 * arguments.
 */
function resourceIdOf(
  { place, isNamed, name }: DeclaredResource,
  { type }: ResourceDeclaration,
  { template, files }: { readonly template: Template; readonly files: EditedFiles },
): WrittenValue | undefined {
  const source = memberSource(template, { resource: place, member: 'name' }, files.textOf(place.file) ?? '');
  if ((source === null && !isNamed) || type.split('/').length > 2) return undefined;
  return { $expression: `resourceId('${type}', ${source ?? `'${name}'`})` };
}
