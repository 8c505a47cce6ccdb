import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import {
  attachmentsOf,
  createdParts,
  type Attachment,
  type ResourceChange,
  type SubnetPart,
} from '../../core/resource-change';
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
import { madeResources, type CreatedResource } from './created-resources';
import { regionFor, scopeAround, type RegionAt } from './region-expression';
import { declaredSubnetProperties } from './subnet-properties';
import { waitingForNamed } from './depends-on';
import { declarationAt, memberSource } from './member-source';

/**
 * Declarations of what a fix makes, with its rules and routes, in the file that declares the subnet; and the subnet
 * naming them, or what stands there already.
 */
export function makeAndAttach(
  declared: DeclaredNetwork,
  changes: readonly ResourceChange[],
  files: EditedFiles,
): FixEdits {
  const parts = createdParts(changes);
  const attached = changes.flatMap(attachmentsOf);
  const outer = attached.filter(({ to }) => !parts.some(({ id }) => sameId(id, to)));
  const [first] = outer;
  const site = first && siteOf(declared, first, files);
  if (!site) return notWritable('file.fix.computedSubnet', { name: nameOf(first?.to ?? '') });
  const { region } = site;
  if (!region) return notWritable('file.fix.noRegion', { file: site.properties.file });
  const entries = changes.filter(isAddedEntry);
  const style = { describe: files.describe, regionExpression: region.region };
  const made = madeResources({
    parts,
    attached,
    entriesOf: (id) => entries.filter((one) => sameId(one.id, id)).map((one) => writtenEntry(one, style)),
    location: region.location,
    template: site.template,
  });
  return combineEdits([
    ...outer.map((one) => attach(declared, { attachment: one, made, file: site.properties.file }, files)),
    ...(made.length === 0
      ? []
      : [editAt(site.properties, files, (editor, text, place) => editor.declare(text, place, made))]),
  ]);
}

interface Site {
  /** The object literal that names what is attached first. */
  readonly properties: SourceRange;
  readonly template: Template;
  /** Undefined where the file gives no region that is the network’s. */
  readonly region: RegionAt | undefined;
}

function siteOf(declared: DeclaredNetwork, { to }: Attachment, files: EditedFiles): Site | undefined {
  const properties = propertiesOf(declared, to);
  const root = properties && files.templateOf(properties.file);
  if (!properties || !root) return undefined;
  const home = declaredResource(declared, to.replace(/\/subnets\/[^/]*$/i, ''));
  const region = home && regionFor(declared, home, { place: properties, files });
  return { properties, template: scopeAround(root, properties), region };
}

/** Where a subnet's or a gateway's own properties are written. */
function propertiesOf(declared: DeclaredNetwork, id: ResourceId): SourceRange | null {
  if (/\/subnets\/[^/]*$/i.test(id)) return declaredSubnetProperties(declared, id)?.from ?? null;
  const resource = declaredResource(declared, id);
  return resource && !resource.isExisting ? (partOf(resource.body, 'properties')?.from ?? null) : null;
}

interface Attaching {
  readonly attachment: Attachment;
  readonly made: readonly CreatedResource[];
  /** Where what is made is declared. */
  readonly file: string;
}

/** Members of a subnet that name what is attached. */
const attachedMember: Readonly<Record<SubnetPart, string>> = {
  securityGroup: 'networkSecurityGroup',
  routeTable: 'routeTable',
  natGateway: 'natGateway',
};

function attach(
  declared: DeclaredNetwork,
  { attachment, made, file }: Attaching,
  files: EditedFiles,
): FixEdits {
  const { type, id, to } = attachment;
  const place = propertiesOf(declared, to);
  const own = made.find((one) => sameId(one.id, id))?.reference;
  const reference = own ?? (place && declaredReference(declared, { id, file: place.file }, files));
  if (!place || (own && place.file !== file)) {
    return notWritable('file.fix.computedSubnet', { name: nameOf(to) });
  }
  if (!reference) return notWritable('file.fix.otherFileDeclares', { name: nameOf(id) });
  if (type === 'publicIpAddress') return addressed(declared, { to, place, reference }, files);
  const member = { name: attachedMember[type], value: { id: reference } };
  const naming = editAt(place, files, (editor, text) => editor.setMember(text, place, member));
  if (own) return naming;
  return combineEdits([naming, waitingForNamed(declared, { of: to, id, reference }, files)]);
}

/** A gateway has a list of addresses, or none yet. */
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
  /** The file that names it. */
  readonly file: string;
}

/**
 * The id of a declared resource as an expression of a file: `nsg.id`, `resourceId(…)`. Undefined where another file
 * declares it, or a loop does.
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

/** Of a name of several segments nothing: it would have to be cut into arguments. */
function resourceIdOf(
  { place, isNamed, name }: DeclaredResource,
  { type }: ResourceDeclaration,
  { template, files }: { readonly template: Template; readonly files: EditedFiles },
): WrittenValue | undefined {
  const source = memberSource(template, { resource: place, member: 'name' }, files.textOf(place.file) ?? '');
  if ((source === null && !isNamed) || type.split('/').length > 2) return undefined;
  return { $expression: `resourceId('${type}', ${source ?? `'${name}'`})` };
}
