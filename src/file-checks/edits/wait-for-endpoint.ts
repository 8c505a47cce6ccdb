import type { WrittenValue } from '../../documents/edits/text-edit';
import type { Divergence } from '../../documents/order/template-order';
import type { SourceRange } from '../../documents/source/source-range';
import type { Expression } from '../../documents/template/expression';
import type { Deployable, Template } from '../../documents/template/template';
import type { EditedFiles } from './edited-files';
import { editAt, notWritable, type FixEdits } from './fix-edits';
import { memberExpression } from './member-source';
import { nameSegments } from './name-segments';

/**
 * Makes a compute resource, or the module that leads to it, depend on the private endpoint or its module. Not possible
 * if the endpoint depends on the compute resource's module, which would be circular.
 */
export function waitEdits(
  { order, ...parting }: Divergence,
  names: OrderNames,
  files: EditedFiles,
): FixEdits {
  const [from, on] = [parting.from.declaration, parting.on.declaration];
  // In a loop, every iteration has the reference, and depends on every iteration of the other loop.
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

/** The names in the texts of a deployment order fix. */
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

/** Returns the reference to a declaration for `dependsOn`, or undefined if its name can't be written. */
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

/** Returns the parts of a deployed resource's ID. */
function namedBy(on: Deployable) {
  if (!('children' in on)) return { type: 'Microsoft.Resources/deployments', name: on.name, scope: on.scope };
  const { type, body } = on;
  return {
    type,
    name: memberExpression(body, 'name') ?? null,
    scope: memberExpression(body, 'scope') ?? null,
  };
}

/** Writes an ARM JSON expression as an argument. */
function sourceOf(expression: Expression, text: string): string {
  if (expression.is === 'literal') return `'${String(expression.value).replaceAll("'", "''")}'`;
  const { start, end } = expression.place;
  return text.slice(start, end).replace(/^"?\[/, '').replace(/\]"?$/, '');
}
