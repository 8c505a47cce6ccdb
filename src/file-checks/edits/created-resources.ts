import { withoutEnd } from '../../core/cut-text';
import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import {
  associationsOf,
  createdParts,
  type AssociatedType,
  type Association,
  type CreatedPart,
  type ResourceChange,
} from '../../core/resource-change';
import { jsonIdOf } from '../../documents/arm/json-resources';
import type { ResourceToDeclare } from '../../documents/edits/new-resource';
import type { WrittenValue } from '../../documents/edits/text-edit';
import type { Template } from '../../documents/template/template';
import { freeSymbol, symbolsIn } from './symbols';
import type { WrittenEntry } from './written-entries';

const types: Readonly<Record<AssociatedType, string>> = {
  securityGroup: 'Microsoft.Network/networkSecurityGroups',
  routeTable: 'Microsoft.Network/routeTables',
  natGateway: 'Microsoft.Network/natGateways',
  publicIpAddress: 'Microsoft.Network/publicIPAddresses',
};

const lists: Readonly<Partial<Record<AssociatedType, string>>> = {
  securityGroup: 'securityRules',
  routeTable: 'routes',
};

const apiVersion = '2024-05-01';

/** Resources that a fix creates, and the associations that it makes. */
interface CreatedAndAssociated {
  readonly parts: readonly CreatedPart[];
  readonly associated: readonly Association[];
  /** Associations with resources that the fix doesn't create. */
  readonly outer: readonly Association[];
}

export function createdAndAssociated(changes: readonly ResourceChange[]): CreatedAndAssociated {
  const parts = createdParts(changes);
  const associated = changes.flatMap(associationsOf);
  const outer = associated.filter(({ to }) => !parts.some(({ id }) => sameId(id, to)));
  return { parts, associated, outer };
}

/** A resource that a fix creates, with its reference in the file. */
export interface CreatedResource extends ResourceToDeclare {
  readonly id: ResourceId;
  /** Its ID, as an expression of the file. */
  readonly reference: WrittenValue;
}

export interface CreationInput {
  readonly parts: readonly CreatedPart[];
  readonly associated: readonly Association[];
  /** Rules and routes of a created resource. */
  readonly entriesOf: (id: ResourceId) => readonly WrittenEntry[];
  readonly location: WrittenValue;
  readonly template: Template;
}

/**
 * Returns the resources to create, with symbolic names that are new in the file. A NAT gateway refers to its address.
 */
export function createdResources({
  parts,
  associated,
  entriesOf,
  location,
  template,
}: CreationInput): readonly CreatedResource[] {
  const used = new Set(symbolsIn(template));
  const created: CreatedResource[] = [];
  for (const part of parts) {
    const symbol = freeSymbol(nameOf(part.id).replaceAll(/[‹›]/g, ' '), used);
    used.add(symbol);
    const addresses = associated.filter(({ type, to }) => type === 'publicIpAddress' && sameId(to, part.id));
    const named = created.filter((one) => addresses.some(({ id }) => sameId(id, one.id)));
    const type = types[part.type];
    const body = {
      name: writtenName(nameOf(part.id), template),
      location,
      ...(part.sku === undefined ? {} : { sku: { name: part.sku } }),
      ...propertiesOf(part, named, entriesOf(part.id)),
    };
    const reference = {
      $expression: template.language === 'bicep' ? `${symbol}.id` : jsonIdOf({ type, body }),
    };
    const needs = named.map((one) => one.symbol);
    created.push({ id: part.id, symbol, type, apiVersion, body, needs, reference });
  }
  return created;
}

function propertiesOf(
  { type }: CreatedPart,
  addresses: readonly CreatedResource[],
  entries: readonly WrittenEntry[],
): Readonly<Record<string, WrittenValue>> {
  const list = lists[type];
  if (list !== undefined) return entries.length === 0 ? {} : { properties: { [list]: entries } };
  if (type === 'publicIpAddress') return { properties: { publicIPAllocationMethod: 'Static' } };
  const ids = addresses.map(({ reference }) => ({ id: reference }));
  return ids.length === 0 ? {} : { properties: { publicIpAddresses: ids } };
}

/**
 * Writes a name. `ng-‹subnetName›` refers to the parameter that doesn't have a value. Any other unknown part is
 * removed.
 */
function writtenName(name: string, { parameters, language }: Template): WrittenValue {
  const [, text = '', symbol] = /^([^‹]*)‹(\w+)›$/.exec(name) ?? [];
  if (symbol !== undefined && parameters.some((one) => one.name === symbol)) {
    return { $join: [text, language === 'bicep' ? symbol : `parameters('${symbol}')`] };
  }
  return withoutEnd(name.replaceAll(/‹[^›]*(?:›|$)|[^A-Za-z0-9._-]/g, ''), '-_.');
}
