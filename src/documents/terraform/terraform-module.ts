import { getOrCreate } from '../../core/get-or-create';
import { reason, type Reason } from '../../core/reason';
import { known, unknown, type Known } from '../../core/known';
import { EvaluationError, evaluationError } from '../evaluate/errors';
import { arrayValue, nullValue, objectValue, unknownValue } from '../evaluate/make-value';
import type { ObjectValue, Value } from '../evaluate/value';
import { attributeOf, type HclBlock, type HclExpression, type HclLabel } from '../hcl/hcl-syntax';
import type { SourceRange } from '../source/source-range';
import { BlockOrder, leadsOutThrough } from './block-order';
import { evaluateSafely, safely } from './evaluate-hcl';
import { relativePath } from '../source/resolve-path';
import type { HclScope, ModuleDeclarations, TerraformNames, TerraformRun } from './hcl-scope';
import { instancesOf, type TerraformInstance, type TerraformInstances } from './instances';
import { LazyMembers } from './lazy-members';
import { readDeclarations } from './module-declarations';
import { moduleFolder } from './module-source';
import { referencedResource, resourceValues } from './resource-body';
import { referenceText } from './reference-text';
import type { IgnoredChanges, TerraformResource } from './terraform-resource';
import { typeConstraint } from './type-constraint';
import { anyType, converted } from './types';

/** A module call whose files can't be read. Its declarations aren't known. */
export interface UnreadTerraformModule {
  /** `module.network["x"]` */
  readonly address: string;
  /** As written: a path, an address, or a name in a registry. */
  readonly source: string;
  readonly because: Reason;
  readonly isDeployed: Known<boolean>;
  readonly place: SourceRange;
}

/** The inputs of a module call. */
export interface ModuleCall {
  /** `module.network["x"].`, or empty for the root. */
  readonly prefix: string;
  /** Names of the enclosing calls. */
  readonly names: readonly string[];
  readonly isDeployed: Known<boolean>;
  /** Folders of the enclosing modules, the root's first. */
  readonly folders: readonly string[];
  /** Returns the value that is passed for a variable, or undefined if there is none. */
  given(name: string): Value | undefined;
  /** Returns the configuration of a provider, by its name in the module. */
  provider(name: string): string | null;
  /** True for a variable to which the caller passes an expression that can refer to its resources. */
  leadsOut(name: string): boolean;
  /** True if the root's configuration of a provider leaves the subscription to the environment. */
  isAmbient(name: string): boolean;
}

type Called =
  | { readonly is: 'read'; readonly module: TerraformModule; readonly instance: TerraformInstance }
  | { readonly is: 'unread'; readonly unread: UnreadTerraformModule; readonly instance: TerraformInstance };

/** The cost of a module and of a resource in addition to their expressions. */
const moduleSteps = 1000;
const resourceSteps = 50;

/** A module with the values of its variables: it resolves names, and evaluates its resources. */
export class TerraformModule implements TerraformNames {
  readonly path: string;
  private readonly values = new Map<string, Value>();
  private readonly running = new Set<string>();
  private readonly repeated = new Map<string, TerraformInstances>();
  private readonly bodies = new Map<string, ObjectValue>();
  private readonly calls = new Map<string, readonly Called[]>();
  private readonly scope: HclScope = { names: this, locals: null };
  private readonly order: BlockOrder;

  constructor(
    readonly run: TerraformRun,
    private readonly declared: ModuleDeclarations,
    private readonly call: ModuleCall,
  ) {
    const way = relativePath(`${declared.folder}/`, `${run.folder}/`).replace(/\/$/, '');
    this.order = new BlockOrder(declared, call.leadsOut);
    this.path = declared.folder === run.folder || way === '' ? '.' : way;
  }

  variable(name: string): Value {
    const block = this.declared.variables.get(name);
    if (block === undefined) throw evaluationError('unknown.name', { name: `var.${name}` });
    return this.once(`var.${name}`, block.place, () => this.variableValue(name, block));
  }

  local(name: string): Value {
    const attribute = this.declared.locals.get(name);
    if (attribute === undefined) throw evaluationError('unknown.name', { name: `local.${name}` });
    return this.once(`local.${name}`, attribute.place, () => evaluateSafely(attribute.value, this.scope));
  }

  output(name: string): Value {
    const block = this.declared.outputs.get(name);
    const value = block && attributeOf(block.body, 'value')?.value;
    if (block === undefined || value === undefined) throw evaluationError('unknown.name', { name });
    return this.once(`output.${name}`, block.place, () => evaluateSafely(value, this.scope));
  }

  resource(key: string): Value {
    const block = this.declared.resources.get(key);
    if (block === undefined) throw evaluationError('unknown.name', { name: key });
    return this.once(key, block.place, () =>
      gathered(this.instances(key, block), `${this.call.prefix}${key}`, ({ suffix, scope }) => {
        const address = `${this.call.prefix}${key}${suffix}`;
        return referencedResource(this.bodyOf(address, block, scope), address, block.type === 'data');
      }),
    );
  }

  moduleCall(name: string): Value {
    const block = this.declared.modules.get(name);
    if (block === undefined) throw evaluationError('unknown.name', { name: `module.${name}` });
    const address = `${this.call.prefix}module.${name}`;
    const repeats = this.instances(`module.${name}`, block);
    const called = this.called(name, block);
    return gathered(repeats, address, ({ suffix }) => {
      const found = called.find(({ instance }) => instance.suffix === suffix);
      if (found?.is !== 'read') {
        return unknownValue(found?.unread.because ?? reason('unknown.live'), `${address}${suffix}`);
      }
      const { module } = found;
      return objectValue(new LazyMembers(module.outputNames(), (output) => module.output(output)));
    });
  }

  outputNames(): readonly string[] {
    return [...this.declared.outputs.keys()];
  }

  /** Returns the resources of the module, and of those that it calls. */
  resources(): readonly TerraformResource[] {
    const own = [...this.declared.resources].flatMap(([key, block]) => this.resourcesOf(key, block));
    return [...own, ...this.allCalled().flatMap((one) => (one.is === 'read' ? one.module.resources() : []))];
  }

  /** Returns the module calls that can't be read, including those in called modules. */
  unread(): readonly UnreadTerraformModule[] {
    return this.allCalled().flatMap((one) => (one.is === 'read' ? one.module.unread() : [one.unread]));
  }

  /** Returns the module's outputs, by name. */
  outputs(): ReadonlyMap<string, Value> {
    return new Map(
      this.outputNames().map((name) => [name, safely(this.scope, this.place(name), () => this.output(name))]),
    );
  }

  private place(output: string): SourceRange {
    return this.declared.outputs.get(output)?.place ?? { file: this.declared.folder, start: 0, end: 0 };
  }

  private once(key: string, place: SourceRange, compute: () => Value): Value {
    const found = this.values.get(key);
    if (found !== undefined) return found;
    if (this.running.has(key)) throw new EvaluationError(reason('unknown.cycle', { name: key }), true);
    this.running.add(key);
    try {
      const value = this.run.budget.bounded(place, compute);
      this.values.set(key, value);
      return value;
    } finally {
      this.running.delete(key);
    }
  }

  private variableValue(name: string, block: HclBlock): Value {
    const scope = { names: this.withoutReferences(name), locals: null };
    const evaluate = (expression: HclExpression): Value => evaluateSafely(expression, scope);
    const stated = attributeOf(block.body, 'type')?.value;
    const type = stated ? typeConstraint(stated, evaluate) : anyType;
    const fallback = attributeOf(block.body, 'default')?.value;
    const value = this.givenValue(name, block) ?? (fallback && evaluate(fallback));
    if (value === undefined) {
      return unknownValue(reason('unknown.variable', { name }), `‹${this.call.prefix}${name}›`);
    }
    return safely(this.scope, value.from ?? block.place, () => converted(value, type));
  }

  /** Null counts as no value if the variable isn't nullable. */
  private givenValue(name: string, { body }: HclBlock): Value | undefined {
    const given = this.call.given(name);
    if (given?.is !== 'null') return given;
    const nullable = attributeOf(body, 'nullable')?.value;
    return nullable && isFalse(evaluateSafely(nullable, this.scope)) ? undefined : given;
  }

  /** Returns the names in a variable's block: its default can't refer to anything, as in Terraform. */
  private withoutReferences(name: string): TerraformNames {
    const refuse = (): never => {
      throw evaluationError('unknown.terraform.default', { name });
    };
    const { run, path } = this;
    return { run, path, variable: refuse, local: refuse, resource: refuse, moduleCall: refuse };
  }

  private instances(key: string, block: HclBlock): TerraformInstances {
    const found = this.repeated.get(key);
    if (found !== undefined) return found;
    const running = `instances of ${key}`;
    if (this.running.has(running)) throw new EvaluationError(reason('unknown.cycle', { name: key }), true);
    this.running.add(running);
    try {
      const created = instancesOf(block, this.scope);
      this.repeated.set(key, created);
      return created;
    } finally {
      this.running.delete(running);
    }
  }

  private bodyOf(address: string, { body }: HclBlock, scope: HclScope): ObjectValue {
    return getOrCreate(this.bodies, address, () => resourceValues(body, scope));
  }

  private resourcesOf(key: string, block: HclBlock): readonly TerraformResource[] {
    const { budget } = this.run;
    if (!budget.affords(1)) {
      budget.tooMuch(block.place);
      return [];
    }
    const repeats = this.safeInstances(key, block);
    return repeats.all.map((instance) => {
      budget.affords(resourceSteps);
      return this.resourceInstance(key, block, { repeats, instance });
    });
  }

  private safeInstances(key: string, block: HclBlock): TerraformInstances {
    let found: TerraformInstances | undefined;
    const failed = safely(this.scope, block.place, () => {
      found = this.instances(key, block);
      return nullValue();
    });
    if (found !== undefined) return found;
    const because = failed.is === 'unknown' ? failed.because : reason('unknown.live');
    return { repeats: 'each', all: [{ suffix: '[*]', key: null, scope: this.scope }], unknown: because };
  }

  private resourceInstance(
    key: string,
    block: HclBlock,
    { repeats, instance }: { readonly repeats: TerraformInstances; readonly instance: TerraformInstance },
  ): TerraformResource {
    const [type = noLabel(block), name = noLabel(block)] = block.labels;
    const address = `${this.call.prefix}${key}${instance.suffix}`;
    const provider = attributeOf(block.body, 'provider')?.value;
    const local = provider ? referenceText(provider) : type.text.replace(/_.*$/s, '');
    return {
      address,
      mode: block.type === 'data' ? 'data' : 'managed',
      type: type.text,
      name: name.text,
      values: this.bodyOf(address, block, instance.scope),
      isDeployed:
        repeats.unknown === null ? this.call.isDeployed : both(this.call.isDeployed, repeats.unknown),
      ignoreChanges: ignoredChanges(block),
      provider: this.call.provider(local),
      modules: this.call.names,
      block: { order: this.order, key },
      place: block.place,
      namePlace: name.place,
    };
  }

  private allCalled(): readonly Called[] {
    return [...this.declared.modules].flatMap(([name, block]) => this.called(name, block));
  }

  private called(name: string, block: HclBlock): readonly Called[] {
    const found = this.calls.get(name);
    if (found !== undefined) return found;
    const repeats = this.safeInstances(`module.${name}`, block);
    const created = repeats.all.map((instance) => this.calledInstance(name, block, { repeats, instance }));
    this.calls.set(name, created);
    return created;
  }

  private calledInstance(
    name: string,
    block: HclBlock,
    { repeats, instance }: { readonly repeats: TerraformInstances; readonly instance: TerraformInstance },
  ): Called {
    const { prefix, names, isDeployed: isCallDeployed, folders } = this.call;
    const address = `${prefix}module.${name}${instance.suffix}`;
    const isDeployed = repeats.unknown === null ? isCallDeployed : both(isCallDeployed, repeats.unknown);
    const source = sourceText(block);
    const way = [...names, name];
    const declared = this.readModule(source, way);
    if ('key' in declared) {
      const unread = { address, source, because: declared, isDeployed, place: block.place };
      return { is: 'unread', unread, instance };
    }
    const inputs = new Map<string, Value>();
    const module = new TerraformModule(this.run, declared, {
      prefix: `${address}.`,
      names: way,
      isDeployed,
      folders: [...folders, declared.folder],
      given: (variable) => {
        const stated = attributeOf(block.body, variable)?.value;
        if (stated === undefined) return undefined;
        const value = inputs.get(variable) ?? evaluateSafely(stated, instance.scope);
        inputs.set(variable, value);
        return value;
      },
      provider: (local) => {
        const own = providerBlock(declared, local);
        if (own === undefined) return this.passedProvider(block, local);
        return isAmbientProvider(own) && this.call.isAmbient(local) ? null : `${address}.${local}`;
      },
      leadsOut: (variable) => {
        const stated = attributeOf(block.body, variable)?.value;
        return stated !== undefined && leadsOutThrough(stated, this.call.leadsOut);
      },
      isAmbient: this.call.isAmbient,
    });
    return { is: 'read', module, instance };
  }

  private readModule(source: string, names: readonly string[]): ModuleDeclarations | Reason {
    const { budget } = this.run;
    const { folders } = this.call;
    const isTooDeep = folders.length > budget.limits.modules;
    if (isTooDeep || !budget.affords(moduleSteps)) return reason('unknown.tooComplex');
    const folder = moduleFolder({ source, folder: this.declared.folder, names }, this.run);
    if (typeof folder !== 'string') return folder;
    if (folders.includes(folder)) return reason('unknown.cycle', { name: source });
    return this.run.module(folder, () => readDeclarations(folder, this.run));
  }

  private passedProvider(block: HclBlock, local: string): string | null {
    const passed = attributeOf(block.body, 'providers')?.value;
    for (const { key, value } of passed?.is === 'object' ? passed.items : []) {
      if (referenceText(key) === local) return this.call.provider(referenceText(value));
    }
    return this.call.provider(local);
  }
}

/** Returns the value of a block: its own, or those of its instances in a tuple or an object. */
function gathered(
  { repeats, all, unknown: because }: TerraformInstances,
  address: string,
  valueOf: (instance: TerraformInstance) => Value,
): Value {
  if (because !== null) return unknownValue(because, address);
  if (repeats === 'count') return arrayValue(all.map(valueOf));
  if (repeats === 'each') {
    return objectValue(new Map(all.map((instance) => [String(instance.key), valueOf(instance)])));
  }
  const [only] = all;
  return only ? valueOf(only) : nullValue();
}

function both(isDeployed: Known<boolean>, because: Reason): Known<boolean> {
  return isDeployed.known && !isDeployed.value ? isDeployed : unknown(because);
}

/** Finds the block of a module that configures a provider. */
function providerBlock({ others }: ModuleDeclarations, local: string): HclBlock | undefined {
  return others.find(({ type, labels, body }) => {
    const alias = attributeOf(body, 'alias')?.value;
    const name =
      alias?.is === 'literal' ? `${labels[0]?.text ?? ''}.${String(alias.value)}` : labels[0]?.text;
    return type === 'provider' && name === local;
  });
}

/** Provider arguments that can lead to another subscription than that of the environment. */
const accountArguments = ['alias', 'subscription_id', 'tenant_id', 'client_id', 'environment'];

/** True for a block that leaves the subscription to the environment (`ARM_SUBSCRIPTION_ID`, or Azure CLI’s own). */
function isAmbientProvider({ body }: HclBlock): boolean {
  return accountArguments.every((name) => attributeOf(body, name) === undefined);
}

/** True if a root’s default configuration of a provider leaves the subscription to the environment. */
export function isAmbientIn(root: ModuleDeclarations, local: string): boolean {
  const own = providerBlock(root, local);
  return !local.includes('.') && (own === undefined || isAmbientProvider(own));
}

/** The root module is deployed. */
export const deployed: Known<boolean> = known(true);

function isFalse(value: Value): boolean {
  return value.is === 'flag' && !value.value;
}

function noLabel({ typePlace }: HclBlock): HclLabel {
  return { text: '', place: typePlace };
}

function sourceText(block: HclBlock): string {
  const source = attributeOf(block.body, 'source')?.value;
  return source?.is === 'literal' && typeof source.value === 'string' ? source.value : '';
}

function ignoredChanges({ body }: HclBlock): IgnoredChanges {
  const lifecycle = body.blocks.find(({ type }) => type === 'lifecycle');
  const stated = lifecycle && attributeOf(lifecycle.body, 'ignore_changes')?.value;
  if (stated === undefined) return [];
  if (stated.is === 'tuple') return stated.items.map(referenceText);
  return referenceText(stated) === 'all' ? 'all' : [];
}
