import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { propertyOf, type DeclaredResource } from '../../documents/model/declared-resource';
import { identityOf, partOf } from '../../documents/model/parts';
import type { Expression, Member, Spread } from '../../documents/template/expression';
import type { Template } from '../../documents/template/template';
import { memberExpression } from './member-source';

interface NetworkBody {
  readonly template: Template;
  /** Body of the network's declaration. */
  readonly body: Expression;
}

/**
 * Returns the name of a subnet in its network's list, as written there or in a variable. Undefined if the name comes
 * from a loop, or from a parameter's default, which can be overridden.
 */
export function subnetItemName(
  network: DeclaredResource,
  id: ResourceId,
  { template, body }: NetworkBody,
): Expression | undefined {
  const list = propertyOf(network, 'subnets');
  const items = list?.is === 'array' ? list.items : [];
  const item = items.find((one) => {
    const name = partOf(one, 'name');
    return name !== undefined && sameId(identityOf(name) ?? '', nameOf(id));
  });
  const from = item?.from;
  if (from?.file !== template.file) return undefined;
  const written = [body, ...template.variables.map(({ value }) => value)];
  const object = written.map((one) => objectAt(one, from.start)).find((one) => one !== undefined);
  return object && memberExpression(object, 'name');
}

/** Finds the object literal at an offset. Loops aren't searched. */
function objectAt(expression: Expression, start: number): Expression | undefined {
  if (start < expression.place.start || start >= expression.place.end) return undefined;
  switch (expression.is) {
    case 'object':
      if (expression.place.start === start) return expression;
      return firstAt(expression.members.map(valueOf), start);
    case 'array':
      return firstAt(
        expression.items.map((one) => (one.is === 'spread' ? one.of : one)),
        start,
      );
    case 'call':
      return firstAt(expression.arguments, start);
    default:
      return undefined;
  }
}

function firstAt(expressions: readonly Expression[], start: number): Expression | undefined {
  return expressions.map((one) => objectAt(one, start)).find((one) => one !== undefined);
}

function valueOf(one: Member | Spread): Expression {
  return one.is === 'spread' ? one.of : one.value;
}
