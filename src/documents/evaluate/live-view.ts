import { reason } from '../../core/reason';
import { valueMember } from './make-value';
import { bounded, concatenateTexts } from './symbols';
import type { ObjectValue, Value } from './value';

/** The value is only known to Azure, after the resource exists. */
export const live = reason('unknown.live');

/** Returns the symbol of a deployed resource, from its ID or its ID's symbol, or null if it doesn't have one. */
export function resourceSymbol(id: string | null): string | null {
  // A symbol becomes one segment of an ID, so it must not contain a slash.
  return id === null ? null : bounded(`reference(${id.replaceAll('/', '∕')})`);
}

/** Returns the symbol of a member of a deployed resource, the same for every reference: `reference(…).properties`. */
export function memberSymbol(id: string | null, member: string): string | null {
  return partSymbol(resourceSymbol(id), member);
}

function partSymbol(whole: string | null, part: string | number): string | null {
  return whole === null ? null : bounded(`${whole}.${part}`);
}

/** Options of a live view. */
interface View {
  /** For `properties`: the resource's ID. Items of lists in the properties have IDs below it. */
  readonly id: Value | null;
  /** Symbol of the value, so that members which Azure adds can be distinguished. */
  readonly called: string | null;
}

/**
 * Converts a value in a template to the value that a reference to the deployed resource returns. Azure adds members to
 * every object, and an ID to items of lists in its properties.
 */
export function liveView(value: Value, { id, called }: View): Value {
  if (value.is === 'object') return liveObject(value, { id, called });
  if (value.is !== 'array') return value;
  return {
    ...value,
    items: value.items.map((item, index) => liveView(item, { id: null, called: partSymbol(called, index) })),
  };
}

function liveObject(value: ObjectValue, { id, called }: View): ObjectValue {
  const members = new Map(
    [...value.members].map(([key, member]): [string, Value] => {
      const view = { id: null, called: partSymbol(called, key) };
      if (id === null || member.is !== 'array') return [key, liveView(member, view)];
      const items = member.items.map((item, index) =>
        listed(item, [id, `/${key}/`], partSymbol(view.called, index)),
      );
      return [key, { ...member, items }];
    }),
  );
  return { ...value, members, rest: value.rest ?? live, ...(called === null ? {} : { called }) };
}

/** Adds the ID of a list item: `properties.subnets[0]` has the ID of the subnet with its name. */
function listed(item: Value, base: readonly (string | Value)[], called: string | null): Value {
  const name = item.is === 'object' ? valueMember(item, 'name') : undefined;
  const view = { id: null, called };
  if (item.is !== 'object' || name === undefined) return liveView(item, view);
  const seen = liveObject(item, view);
  return { ...seen, members: new Map([['id', concatenateTexts([...base, name])], ...seen.members]) };
}
