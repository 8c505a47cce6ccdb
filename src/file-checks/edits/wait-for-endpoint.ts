import type { WrittenValue } from '../../documents/edits/text-edit';
import type { Parting } from '../../documents/order/template-order';
import type { SourceRange } from '../../documents/source/source-range';
import type { Expression } from '../../documents/template/expression';
import type { Deployable, Template } from '../../documents/template/template';
import type { EditedFiles } from './edited-files';
import { editAt, notWritable, type FixEdits } from './fix-edits';
import { memberExpression } from './member-source';
import { nameSegments } from './name-segments';

/**
 * Lets a compute, or the module that leads to it, wait for the private endpoint, or the module that leads to that.
 * Not where the endpoint waits for the compute's module itself, which would be a circle.
 */
export function waitEdits({ order, ...parting }: Parting, names: OrderNames, files: EditedFiles): FixEdits {
  const [from, on] = [parting.from.declaration, parting.on.declaration];
  // Every turn of a loop gets the reference, and waits for every turn of the other.
  if (order.waits({ declaration: on, index: null }, { declaration: from, index: null }) !== 'no') {
    return notWritable('file.fix.orderCircle', { ...names, module: from.symbol ?? '' });
  }
  const reference = referenceTo(order.template, on, files);
  const body = bodyOf(from);
  if (!reference || !body) return notWritable('file.fix.orderUnnamed', { ...names, file: from.place.file });
  const list = dependsOnOf(from);
  if (list === null) {
    const member = { name: 'dependsOn', value: [reference] };
    return editAt(body, files, (editor, text, place) => editor.setMember(text, place, member));
  }
  return editAt(list.place, files, (editor, text, place) => editor.insertItems(text, place, [reference]));
}

/** What a fix of the order is told of. */
export interface OrderNames extends Readonly<Record<string, string>> {
  readonly compute: string;
  readonly endpoint: string;
}

function bodyOf(one: Deployable): SourceRange | null {
  return 'children' in one ? one.body.place : one.bodyPlace;
}

function dependsOnOf(one: Deployable): Expression | null {
  return 'children' in one ? (memberExpression(one.body, 'dependsOn') ?? null) : one.dependsOn;
}

/** How a template names what it deploys in `dependsOn`; undefined where it has no name that could be written. */
function referenceTo(template: Template, on: Deployable, files: EditedFiles): WrittenValue | undefined {
  if (on.symbol !== null) return template.language === 'bicep' ? { $expression: on.symbol } : on.symbol;
  if (on.loop !== null) return on.loop.item.replace(/^copy:/, '');
  const text = files.textOf(on.place.file);
  const { type, name, scope } = namedBy(on);
  if (!name || scope || text === undefined) return undefined;
  const write = (one: Expression): string => sourceOf(one, text);
  const depth = type.split('/').length - 1;
  const segments = depth === 1 ? [write(name)] : nameSegments(name, write);
  return segments?.length === depth ? `[resourceId('${type}', ${segments.join(', ')})]` : undefined;
}

/** What makes up the ID of something that is deployed. */
function namedBy(on: Deployable) {
  if (!('children' in on)) return { type: 'Microsoft.Resources/deployments', name: on.name, scope: on.scope };
  const { type, body } = on;
  return {
    type,
    name: memberExpression(body, 'name') ?? null,
    scope: memberExpression(body, 'scope') ?? null,
  };
}

/** An expression of ARM JSON as an argument. */
function sourceOf(expression: Expression, text: string): string {
  if (expression.is === 'literal') return `'${String(expression.value).replaceAll("'", "''")}'`;
  const { start, end } = expression.place;
  return text.slice(start, end).replace(/^"?\[/, '').replace(/\]"?$/, '');
}
