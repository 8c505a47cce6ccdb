import type { Direction, NetworkModel, SecurityGroup, SecurityRule } from '../network/model';
import type { TagCatalog } from '../tags/tag-catalog';
import { compileGroup, type GroupContext } from './compile-group';
import { usersOf } from './group-users';
import { walk } from './walk';

/** A rule of an NSG, and the NSG without it. */
export interface Removal {
  readonly group: SecurityGroup;
  readonly rule: SecurityRule;
  readonly rest: readonly SecurityRule[];
}

/** True if all packets that an allow rule decides certainly pass without it, too, in every subnet of the NSG. */
export function stillAllowed(model: NetworkModel, removal: Removal, tags: TagCatalog): boolean {
  const { direction } = removal.rule;
  if (!direction.known) return false;
  const users = usersOf(model, removal.group, tags);
  return (
    users.areAll &&
    users.contexts(direction.value).every((context) => isAllowedIn(removal, direction.value, context))
  );
}

function isAllowedIn({ group, rule, rest }: Removal, direction: Direction, context: GroupContext): boolean {
  const fresh = { ...context, direction };
  const compiled = compileGroup(group, group.rules.known ? group.rules.value : [], fresh);
  const own = compiled.filter(({ decider }) => !decider.isDefault && decider.name === rule.name);
  const start = own.flatMap(({ parts }) =>
    parts().map((part) => ({ cell: part.cell, held: part.if, deciders: [] })),
  );
  const { passed } = walk(compiled, start);
  const decided = passed.filter(({ deciders }) => deciders.some((one) => own.includes(one)));
  const again = walk(
    compileGroup(group, rest, fresh),
    decided.map((travel) => ({ ...travel, deciders: [] })),
  );
  return again.stopped.length === 0 && again.passed.every(({ cloud }) => cloud === undefined);
}
