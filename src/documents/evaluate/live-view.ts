import { reason } from '../../core/reason';
import { memberOf } from './make-value';
import { joinTexts } from './symbols';
import type { ObjectValue, Value } from './value';

/** Only Azure knows it, once the resource is there. */
export const live = reason('unknown.live');

/**
 * What a template has written, as those see it who ask for the finished resource: Azure adds members to every object, and to
 * what stands in a list of its properties an id.
 */
export function liveView(value: Value, id: Value | null): Value {
  if (value.is === 'object') return liveObject(value, id);
  if (value.is !== 'array') return value;
  return { ...value, items: value.items.map((item) => liveView(item, null)) };
}

function liveObject(value: ObjectValue, id: Value | null): ObjectValue {
  const members = new Map(
    [...value.members].map(([key, member]): [string, Value] => [
      key,
      id === null || member.is !== 'array'
        ? liveView(member, null)
        : { ...member, items: member.items.map((item) => listed(item, [id, `/${key}/`])) },
    ]),
  );
  return { ...value, members, rest: value.rest ?? live };
}

/** `properties.subnets[0]` has the id of the subnet of its name. */
function listed(item: Value, base: readonly (string | Value)[]): Value {
  const name = item.is === 'object' ? memberOf(item, 'name') : undefined;
  if (item.is !== 'object' || name === undefined) return liveView(item, null);
  const view = liveObject(item, null);
  return { ...view, members: new Map([['id', joinTexts([...base, name])], ...view.members]) };
}
