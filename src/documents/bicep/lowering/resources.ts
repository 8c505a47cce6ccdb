import type { Expression, Loop } from '../../template/expression';
import type { ModuleDeclaration, ModuleSource, ResourceDeclaration } from '../../template/template';
import { isReference } from '../../registry/artifact-reference';
import type { BodySyntax, ModuleSyntax, ObjectSyntax, ResourceSyntax, Spanned } from '../syntax/syntax';
import { bicepDeclarationPlace } from './declarations';
import { broken, entriesOf, toExpression, toLoop } from './expressions';
import { type BicepLowering, bicepRange } from './lowering';
import { plainStringText } from './strings';

/** The enclosing resource of a nested resource. */
interface Parent {
  readonly type: string;
  readonly apiVersion: Expression | null;
}

/** Converts a resource and its nested resources, with their full types. */
export function toResource(
  lowering: BicepLowering,
  syntax: ResourceSyntax,
  parent: Parent | null = null,
): ResourceDeclaration {
  const { type, apiVersion } = toType(lowering, syntax, parent);
  const { condition, loop, object } = toBody(lowering, syntax.body);
  return {
    symbol: syntax.name?.text ?? null,
    type,
    apiVersion,
    typePlace: bicepRange(lowering, syntax.type ?? syntax),
    isExisting: syntax.existing !== null,
    condition,
    loop,
    body: object === null ? broken(lowering, syntax.body ?? syntax) : toExpression(lowering, object),
    children: object === null ? [] : childrenOf(lowering, object, { type, apiVersion }),
    ...bicepDeclarationPlace(lowering, syntax),
  };
}

function childrenOf(lowering: BicepLowering, object: ObjectSyntax, parent: Parent): ResourceDeclaration[] {
  return entriesOf(object).flatMap((entry) =>
    entry.is === 'resource' ? [toResource(lowering, entry, parent)] : [],
  );
}

/** Converts the type with its version. A child writes only the last segment, and can inherit its parent's version. */
function toType(
  lowering: BicepLowering,
  { type }: ResourceSyntax,
  parent: Parent | null,
): Pick<ResourceDeclaration, 'type' | 'apiVersion'> {
  const text = type === null ? '' : (plainStringText(type) ?? '');
  const at = text.indexOf('@');
  const own = at < 0 ? text : text.slice(0, at);
  return {
    type: parent === null || own === '' ? own : `${parent.type}/${own}`,
    apiVersion:
      type === null || at < 0
        ? (parent?.apiVersion ?? null)
        : {
            is: 'literal',
            value: text.slice(at + 1),
            place: versionPlace(lowering, type, text.length - at - 1),
          },
  };
}

/**
 * Returns the range of the version within the quotes. It assumes a type without escapes, so that the length is the same
 * in the source.
 */
function versionPlace(lowering: BicepLowering, type: Spanned, length: number): ReturnType<typeof bicepRange> {
  return bicepRange(lowering, { start: type.end - 1 - length, end: type.end - 1 });
}

interface Body {
  readonly condition: Expression | null;
  readonly loop: Loop | null;
  /** Null if there is no readable object. */
  readonly object: ObjectSyntax | null;
}

function toBody(lowering: BicepLowering, body: BodySyntax | null): Body {
  if (body?.is === 'for') {
    // A loop that can't be parsed creates an unknown number of resources.
    const loop = toLoop(lowering, body) ?? unknownLoop(lowering, body);
    return { condition: null, loop, object: objectOf(body.body) };
  }
  const condition = body?.is === 'if' ? toExpression(lowering, body.condition, body) : null;
  return { condition, loop: null, object: objectOf(body) };
}

function unknownLoop(lowering: BicepLowering, at: Spanned): Loop {
  return { item: '', index: null, over: broken(lowering, at), filter: null };
}

function objectOf(body: BodySyntax | null): ObjectSyntax | null {
  const inner = body?.is === 'if' ? body.body : body;
  return inner?.is === 'object' ? inner : null;
}

export function toModule(lowering: BicepLowering, syntax: ModuleSyntax): ModuleDeclaration {
  const { condition, loop, object } = toBody(lowering, syntax.body);
  const body = object === null ? broken(lowering, syntax.body ?? syntax) : toExpression(lowering, object);
  return {
    symbol: syntax.name?.text ?? null,
    source: toSource(syntax),
    sourcePlace: bicepRange(lowering, syntax.path ?? syntax),
    name: memberOf(body, 'name'),
    scope: memberOf(body, 'scope'),
    condition,
    loop,
    parameters: memberOf(body, 'params'),
    body: null,
    dependsOn: memberOf(body, 'dependsOn'),
    bodyPlace: object === null ? null : bicepRange(lowering, object),
    ...bicepDeclarationPlace(lowering, syntax),
  };
}

function toSource({ path }: ModuleSyntax): ModuleSource {
  const text = path === null ? undefined : plainStringText(path);
  if (text === undefined) return { is: 'broken' };
  return isReference(text) ? { is: 'registry', reference: text } : { is: 'file', path: text };
}

/**
 * Returns the value of a member. It is `broken`, not absent, if a spread or a part that can't be parsed may contain the
 * member.
 */
function memberOf(body: Expression, name: string): Expression | null {
  if (body.is !== 'object') return { is: 'broken', place: body.place };
  let hidden: Expression | null = null;
  for (const one of body.members) {
    if (one.is === 'spread') hidden = { is: 'broken', place: one.place };
    else if (one.key.is === 'literal' && one.key.value === name) return one.value;
  }
  return hidden;
}
