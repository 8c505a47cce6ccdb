import type { Known } from '../../core/known';
import { known, unknown as notKnown } from '../../core/known';
import { reason, type Reason } from '../../core/reason';
import type { OrderStep, TemplateOrder } from '../order/template-order';
import type { Expression } from '../template/expression';
import type { ResourceDeclaration } from '../template/template';
import { tooComplex } from './errors';
import { evaluateExpression, meaningOf } from './evaluate';
import type { EvaluatedResource } from './evaluated-resource';
import type { FunctionCallInput, Handle, EvaluatedName, ResourceView, EvaluationScope } from './evaluator';
import { live, liveView, memberSymbol, resourceSymbol } from './live-view';
import { extentOf, valueMember, nullValue, objectValue, textValue, unknownValue } from './make-value';
import { Memo } from './memo';
import { idBelow, valueSegments } from './scopes/resource-id';
import { resolveScope } from './scopes/resolve-scope';
import { idOfTarget, type Target } from './scopes/target';
import { callSymbol, concatenateTexts, symbolOf } from './symbols';
import { spelledType } from './type-names';
import type { ObjectValue, Value } from './value';

/** The context in which a declaration is evaluated, and its parent. */
export interface InstanceAt {
  readonly scope: EvaluationScope;
  readonly target: Target;
  readonly parent: ResourceInstance | null;
  /** Whether the enclosing loop and modules deploy the resource. */
  readonly isDeployed: Known<boolean>;
  readonly modules: readonly string[];
  /** The enclosing modules, and the dependencies in the template. */
  readonly path: readonly OrderStep[];
  readonly order: TemplateOrder;
  /**
   * Index of the loop's iteration. Null without a loop, and for the iteration that represents all of an unknown array.
   */
  readonly index: number | null;
  /** Finds a nested resource. */
  readonly nested: (name: string) => Handle | undefined;
}

/** Members of a body that define the resource's location or its deployment order. */
const notSent = new Set(['parent', 'scope', 'dependson']);

/** One resource: a declaration, or one iteration of its loop. */
export class ResourceInstance implements Handle, ResourceView {
  readonly is = 'handle';
  private readonly memo = new Memo<string>();

  constructor(
    readonly declaration: ResourceDeclaration,
    private readonly at: InstanceAt,
  ) {}

  get index(): number | null {
    return this.at.index;
  }

  get isExisting(): boolean {
    return this.declaration.isExisting;
  }

  get type(): string {
    const { type } = this.declaration;
    return this.at.scope.context.template.language === 'bicep' ? spelledType(type) : type;
  }

  resource(): ResourceView {
    return this;
  }

  id(): Value {
    return this.part('id', () => this.computedId());
  }

  base(): Value {
    return this.part('base', () => this.computedBase());
  }

  fullName(): Value {
    return this.part('name', () => this.computedName());
  }

  /** Returns every member of the body that is sent to Azure. */
  body(): ObjectValue {
    const value = this.memo.get('body', () => {
      const { body } = this.declaration;
      return body.is === 'object'
        ? evaluateExpression({ ...body, members: body.members.filter(isSent) }, this.at.scope)
        : evaluateExpression(body, this.at.scope);
    });
    if (value.is === 'object') return value;
    return { ...objectValue({}), rest: value.is === 'unknown' ? value.because : reason('unknown.broken') };
  }

  isDeployed(): Known<boolean> {
    const { condition } = this.declaration;
    const parent = this.at.parent?.isDeployed() ?? known(true);
    return both(
      both(this.at.isDeployed, parent),
      condition === null ? known(true) : conditionValue(evaluateExpression(condition, this.at.scope)),
    );
  }

  /** Evaluates an expression in the scope of the declaration. */
  read(expression: Expression): Value {
    return evaluateExpression(expression, this.at.scope);
  }

  evaluated(): EvaluatedResource {
    const body = this.countedBody();
    const { apiVersion, place, namePlace, isExisting } = this.declaration;
    return {
      id: this.id(),
      type: this.type,
      apiVersion: apiVersion === null ? nullValue() : evaluateExpression(apiVersion, this.at.scope),
      name: this.fullName(),
      body,
      isExisting,
      isDeployed: this.isDeployed(),
      place,
      namePlace,
      modules: this.at.modules,
      path: [...this.at.path, { order: this.at.order, declaration: this.declaration, index: this.index }],
    };
  }

  /**
   * Returns the body and counts its size, because consumers walk through it. A large body costs something each time,
   * even if it's shared.
   */
  private countedBody(): ObjectValue {
    const { run } = this.at.scope.context;
    const body = this.body();
    if (run.affords(extentOf(body).size)) return body;
    run.tooMuch(this.declaration.place);
    return { ...objectValue({}), rest: tooComplex };
  }

  value(): ObjectValue {
    const own = { id: this.id(), name: this.fullName(), type: textValue(this.type) };
    const called = resourceSymbol(symbolOf(this.id()));
    const written = liveView(this.body(), { id: null, called });
    const members = written.is === 'object' ? written.members : new Map<string, Value>();
    const complete = { ...objectValue(new Map([...members, ...Object.entries(own)])), rest: live };
    return called === null ? complete : { ...complete, called };
  }

  member(name: string): EvaluatedName {
    switch (name.toLowerCase()) {
      case 'id':
        return this.id();
      case 'name':
        return this.memo.get('shown name', () => this.ownName());
      case 'type':
        return textValue(this.type);
      case 'apiversion': {
        const { apiVersion } = this.declaration;
        return apiVersion === null ? unknownValue(live) : evaluateExpression(apiVersion, this.at.scope);
      }
      default:
        return this.part(`view ${name.toLowerCase()}`, () => this.written(name));
    }
  }

  nested(name: string): EvaluatedName | undefined {
    return this.at.nested(name);
  }

  call({ name, arguments: given, scope }: FunctionCallInput): Value | undefined {
    if (!name.startsWith('list') && name !== 'getsecret') return undefined;
    const values = given.map((one) => evaluateExpression(one, scope));
    return unknownValue(reason('unknown.secret'), callSymbol(name, [this.id(), ...values]));
  }

  private written(name: string): Value {
    const body = this.body();
    const found = valueMember(body, name) ?? this.createdElsewhere(name);
    if (found === undefined && body.rest !== null) return unknownValue(body.rest);
    if (found === undefined) return unknownValue(live, memberSymbol(symbolOf(this.id()), name));
    const isNetwork = this.type.toLowerCase().startsWith('microsoft.network/');
    const id = isNetwork && name.toLowerCase() === 'properties' ? this.id() : null;
    return liveView(found, { id, called: memberSymbol(symbolOf(this.id()), name) });
  }

  /** Another template of the deployment may create an existing resource. Returns the member from there. */
  private createdElsewhere(name: string): Value | undefined {
    const elsewhere = this.isExisting ? this.at.scope.context.elsewhere(this.id()) : undefined;
    const found = elsewhere?.member(name);
    return found?.is === 'handle' ? found.value() : found;
  }

  /**
   * Computes a value once from other resources. It's bounded, because these may refer to further resources without end.
   */
  private part(key: string, compute: () => Value): Value {
    const { run } = this.at.scope.context;
    return this.memo.get(key, () => run.bounded(this.declaration.place, compute));
  }

  private bodyMember(name: string): Expression | undefined {
    const { body } = this.declaration;
    if (body.is !== 'object') return undefined;
    const found = body.members.find((one) => one.is === 'member' && keyOf(one.key) === name);
    return found?.is === 'member' ? found.value : undefined;
  }

  private ownName(): Value {
    const name = this.bodyMember('name');
    return name === undefined
      ? unknownValue(reason('unknown.noName'))
      : evaluateExpression(name, this.at.scope);
  }

  private parent(): ResourceView | undefined {
    if (this.at.parent !== null) return this.at.parent;
    const parent = this.bodyMember('parent');
    if (parent === undefined) return undefined;
    const meaning = meaningOf(parent, this.at.scope);
    return meaning.is === 'handle' ? meaning.resource?.() : undefined;
  }

  /** Returns the full name: a child's own name with the names of its parents before it. */
  private computedName(): Value {
    const own = this.ownName();
    const parent = this.parent();
    if (parent === undefined || valueSegments(own).length >= segmentCount(this.type)) return own;
    return concatenateTexts([parent.fullName(), '/', own]);
  }

  private computedId(): Value {
    return idBelow(this.base(), this.type, valueSegments(this.fullName()));
  }

  private computedBase(): Value {
    const parent = this.parent();
    if (parent !== undefined) return parent.base();
    const scope = this.bodyMember('scope');
    if (scope === undefined) return idOfTarget(this.at.target);
    const found = resolveScope(meaningOf(scope, this.at.scope), this.at.target, () => undefined);
    return found.is === 'resource' ? found.id : idOfTarget(found.target);
  }
}

function isSent(member: { readonly is: string; readonly key?: Expression }): boolean {
  return member.key === undefined || !notSent.has(keyOf(member.key) ?? '');
}

function keyOf(key: Expression): string | undefined {
  return key.is === 'literal' ? String(key.value).toLowerCase() : undefined;
}

function segmentCount(type: string): number {
  return type.split('/').length - 1;
}

/** Converts a condition's value to whether a resource is deployed. */
export function conditionValue(value: Value): Known<boolean> {
  if (value.is === 'flag') return known(value.value);
  return notKnown(value.is === 'unknown' ? value.because : reason('documents.evaluation.condition'));
}

/** True if both are true. False if one is certainly false. */
export function both(left: Known<boolean>, right: Known<boolean>): Known<boolean> {
  if (left.known) return left.value ? right : left;
  return right.known && !right.value ? right : left;
}

/** Returns `isDeployed`. If `whyUnknown` is set, true becomes unknown. */
export function deployedIf(isDeployed: Known<boolean>, whyUnknown: Reason | null): Known<boolean> {
  return whyUnknown === null ? isDeployed : both(isDeployed, notKnown(whyUnknown));
}
