import { reason } from '../../core/reason';
import { valueMember } from './make-value';
import { bounded, concatenateTexts } from './symbols';
import type { ObjectValue, Value } from './value';

/** Only Azure knows it, once the resource is there. */
export const live = reason('unknown.live');

/** What a finished resource is called, by its id or what its id is called; null where that cannot be told. */
export function resourceSymbol(id: string | null): string | null {
  // A symbol becomes one segment of an id, so it may not look like several.
  return id === null ? null : bounded(`reference(${id.replaceAll('/', '∕')})`);
}

/** What a member of a finished resource is called, whoever asks for it: `reference(…).properties`. */
export function memberSymbol(id: string | null, member: string): string | null {
  return partSymbol(resourceSymbol(id), member);
}

function partSymbol(whole: string | null, part: string | number): string | null {
  return whole === null ? null : bounded(`${whole}.${part}`);
}

/** How what was written is seen. */
interface View {
  /** Of properties: the resource's id, below which what stands in lists has ids. */
  readonly id: Value | null;
  /** What it is called, so that members which Azure adds are told from each other. */
  readonly called: string | null;
}

/**
 * What a template has written, as those see it who ask for the finished resource: Azure adds members to every object, and to
 * what stands in a list of its properties an id.
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

/** `properties.subnets[0]` has the id of the subnet of its name. */
function listed(item: Value, base: readonly (string | Value)[], called: string | null): Value {
  const name = item.is === 'object' ? valueMember(item, 'name') : undefined;
  const view = { id: null, called };
  if (item.is !== 'object' || name === undefined) return liveView(item, view);
  const seen = liveObject(item, view);
  return { ...seen, members: new Map([['id', concatenateTexts([...base, name])], ...seen.members]) };
}
