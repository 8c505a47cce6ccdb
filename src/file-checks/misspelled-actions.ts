import type { DeclaredNetwork } from '../documents/model/declared-network';
import { propertyOf, type DeclaredResource } from '../documents/model/declared-resource';
import { namePart, partOf, type Part } from '../documents/model/parts';
import type { TextEdit } from '../documents/edits/text-edit';
import type { SourceRange } from '../documents/source/source-range';
import type { Expression } from '../documents/template/expression';
import { expressionsOf } from '../documents/template/expressions-of';
import type { Template } from '../documents/template/template';
import { memberExpression } from './edits/member-source';
import type { TextValue, Value } from '../documents/evaluate/value';
import type { FileOnlyCheckId } from './file-check-catalog';
import { oncePerPlace, type Problem } from './problem';

/** Articles of December 2020 and August 2022 contain this misprint, and roles copy it. */
const misprint = 'Microsoft.Network/virtualNetworks/subnet/join/action';
const right = 'Microsoft.Network/virtualNetworks/subnets/join/action';

const id: FileOnlyCheckId = 'misspelled-join-action';

/** Finds custom roles with the misprinted action to join a subnet, each place once. */
export function misspelledActions({ resources }: DeclaredNetwork): readonly Problem[] {
  const found = resources.filter(isOwnRole).flatMap(problemsOfRole);
  return oncePerPlace(found);
}

/** Returns edits that correct the action if it's written as a whole. Empty if it's composed of parts. */
export function spellingEdits({ place }: Problem, text: string): readonly TextEdit[] {
  const at = text.slice(place.start, place.end).toLowerCase().indexOf(misprint.toLowerCase());
  if (at < 0) return [];
  const start = place.start + at;
  return [{ file: place.file, start, end: start + misprint.length, text: right }];
}

/** The wrong segment in the parts of which a role's actions are composed. */
export const wrongSegment = { wrong: 'subnet', right: 'subnets', isWrongAnywhere: false } as const;

/** Returns the expressions of the actions of the role at a place. */
export function actionsAround({ start, end }: SourceRange, { resources }: Template): readonly Expression[] {
  const role = resources.find(({ place }) => place.start <= start && place.end >= end);
  return [...(role ? expressionsOf([role.body]) : [])].flatMap((one) =>
    ['actions', 'notActions'].flatMap((name) => memberExpression(one, name) ?? []),
  );
}

/** Returns whether a resource is a custom role. Azure's built-in roles can't be changed in a template. */
function isOwnRole(resource: DeclaredResource): boolean {
  if (resource.type !== 'microsoft.authorization/roledefinitions' || resource.isExisting) return false;
  const type = propertyOf(resource, 'type');
  return type?.is !== 'text' || type.value.toLowerCase() !== 'builtinrole';
}

function problemsOfRole(role: DeclaredResource): readonly Problem[] {
  const permissions = itemsOf(propertyOf(role, 'permissions'));
  const actions = permissions.flatMap((one) => [
    ...itemsOf(partOf(one, 'actions')),
    ...itemsOf(partOf(one, 'notActions')),
  ]);
  return actions.filter(isMisspelled).map((action) => ({
    id,
    severity: 'error',
    place: action.from ?? role.namePlace,
    subnet: '',
    subnetId: role.id,
    related: [],
    what: {
      is: 'misspelled-action',
      role: namePart(propertyOf(role, 'roleName')),
      action: action.value,
      right,
    },
  }));
}

function itemsOf(part: Part): readonly Value[] {
  return part?.is === 'array' ? part.items : [];
}

function isMisspelled(value: Value): value is TextValue {
  return value.is === 'text' && value.value.toLowerCase() === misprint.toLowerCase();
}
