import { reason } from '../../core/reason';
import { TemplateOrder } from '../order/template-order';
import { isReference } from '../registry/artifact-reference';
import { cachedModule } from '../registry/cached-module';
import type { Template, ParameterDeclaration, UserFunction, Variable } from '../template/template';
import { evaluateExpression } from './evaluate';
import type { EvaluatedResource } from './evaluated-resource';
import type {
  DeclaredFunction,
  DeclaredHere,
  DeployedTemplate,
  DeployOptions,
  Handle,
  EvaluatedName,
  EvaluationScope,
  UnreadModule,
} from './evaluator';
import { Imports } from './imports';
import { evaluateFor } from './loops';
import { nullValue, unknownValue } from './make-value';
import { Memo } from './memo';
import { ModuleSet } from './module-set';
import { namespaceNamed } from './namespaces';
import type { Run } from './run';
import { ResourceSet } from './resource-set';
import type { Target } from './scopes/target';
import type { Value } from './value';
import { IdsByType } from './ids-by-type';
import { writtenIn } from './written-in';

/** Resources and modules of one template by symbolic name, ID, and name. */
class ResourceIndex {
  private readonly symbols: ReadonlyMap<string, Handle>;
  private readonly ids: IdsByType;
  private names: ReadonlyMap<string, Handle> | 'collecting' | undefined;

  constructor(
    private readonly resources: readonly ResourceSet[],
    private readonly modules: readonly ModuleSet[],
  ) {
    this.symbols = new Map(
      [...resources, ...modules].flatMap((one): readonly [string, Handle][] => {
        const { symbol } = one.declaration;
        return symbol === null ? [] : [[symbol, one]];
      }),
    );
    this.ids = new IdsByType(() => [
      ...resources.flatMap((one) => one.instances()),
      ...modules.flatMap((one) => one.instances()),
    ]);
  }

  bySymbol(symbol: string): Handle | undefined {
    return this.symbols.get(symbol);
  }

  /** Finds a resource or module by symbolic name, ID, or name, for `reference`. */
  find(nameOrId: Value): Handle | undefined {
    const lowerName = writtenIn(nameOrId);
    if (lowerName === null) return undefined;
    if (lowerName.startsWith('/')) return this.ids.find(lowerName);
    return this.symbols.get(lowerName) ?? this.byName().get(lowerName.toLowerCase());
  }

  private byName(): ReadonlyMap<string, Handle> {
    // While names are collected, a name that depends on the other names can be requested.
    if (this.names === 'collecting') return new Map();
    if (this.names !== undefined) return this.names;
    this.names = 'collecting';
    const found = new Map<string, Handle>();
    const add = (name: Value, handle: Handle): void => {
      const key = writtenIn(name);
      if (key !== null) found.set(key.toLowerCase(), handle);
    };
    for (const one of this.resources.flatMap((each) => each.instances())) add(one.fullName(), one);
    for (const one of this.modules.flatMap((each) => each.instances())) add(one.name(), one);
    this.names = found;
    return found;
  }
}

/** Declarations of a template by name, case-insensitive in ARM JSON. */
class NameIndex {
  private readonly parameters: ReadonlyMap<string, ParameterDeclaration>;
  private readonly variables: ReadonlyMap<string, Variable>;
  private readonly functions: ReadonlyMap<string, UserFunction>;
  private readonly isArm: boolean;

  constructor({ language, parameters, variables, functions }: Template) {
    this.isArm = language === 'arm';
    this.parameters = new Map(parameters.map((one) => [this.key(one.name), one]));
    this.variables = new Map(variables.map((one) => [this.key(one.name), one]));
    this.functions = new Map(functions.map((one) => [one.name.toLowerCase(), one]));
  }

  parameter(name: string): ParameterDeclaration | undefined {
    return this.parameters.get(this.key(name));
  }

  variable(name: string): Variable | undefined {
    return this.variables.get(this.key(name));
  }

  userFunction(name: string): UserFunction | undefined {
    const lowerName = name.toLowerCase();
    // The compiler puts functions into its own namespace. An import refers to them without it.
    return this.functions.get(lowerName) ?? this.functions.get(`__bicep.${lowerName}`);
  }

  private key(name: string): string {
    return this.isArm ? name.toLowerCase() : name;
  }
}

/**
 * Returns whether a resource is an Azure resource. Extensions declare resources of other systems, whose types don't have an
 * Azure namespace.
 */
function isAzure({ type }: EvaluatedResource): boolean {
  return /^[^/]*\./.test(type);
}

/** A deployed template. Each of its declarations is evaluated on first use. */
export class TemplateDeployment implements DeployedTemplate {
  readonly target: Target;
  private readonly memo = new Memo<string>();
  private readonly imports: Imports;
  private readonly resourceSets: readonly ResourceSet[];
  private readonly moduleSets: readonly ModuleSet[];
  private readonly index: ResourceIndex;
  private readonly names: NameIndex;
  /**
   * The scope for names in expressions: the template's own scope, or for a nested template with outer scope, the outer
   * one.
   */
  private readonly scope: EvaluationScope;

  constructor(
    readonly run: Run,
    readonly template: Template,
    private readonly options: DeployOptions,
  ) {
    const { target, modules, isDeployed, path } = options;
    const order = new TemplateOrder(template, () => [
      ...this.resourceSets.flatMap((one) => one.instances()),
      ...this.moduleSets.flatMap((one) => one.instances()),
    ]);
    this.target = target;
    this.scope = options.outer ?? { context: this, locals: null };
    this.names = new NameIndex(template);
    this.imports = new Imports(template, (imported) => this.importing(imported));
    const at = { scope: this.scope, target, modules, isDeployed, path, order };
    this.resourceSets = template.resources.map((one) => new ResourceSet(one, { ...at, parent: null }));
    this.moduleSets = template.modules.map((one) => new ModuleSet(one, at));
    this.index = new ResourceIndex(this.resourceSets, this.moduleSets);
  }

  lookup(name: string): EvaluatedName | undefined {
    return (
      this.parameter(name) ??
      this.variable(name) ??
      this.index.bySymbol(name) ??
      this.imports.named(name) ??
      namespaceNamed(name)
    );
  }

  parameter(name: string): Value | undefined {
    const declared = this.names.parameter(name);
    if (declared === undefined) return undefined;
    return this.memo.get(`parameter ${declared.name}`, () => {
      const given = this.options.given(declared.name);
      if (given !== undefined && (given.is !== 'null' || declared.defaultValue === null)) return given;
      if (declared.defaultValue !== null) return evaluateExpression(declared.defaultValue, this.own);
      if (declared.nullable) return nullValue();
      const path = [...this.options.modules, declared.name].join('.');
      return unknownValue(reason('unknown.parameter', { name: declared.name }), `‹${path}›`);
    });
  }

  variable(name: string): Value | undefined {
    const declared = this.names.variable(name);
    if (declared === undefined) return undefined;
    return this.memo.get(`variable ${declared.name}`, () => evaluateExpression(declared.value, this.own));
  }

  userFunction(name: string): DeclaredFunction | undefined {
    const declared = this.names.userFunction(name);
    return declared === undefined ? this.imports.userFunction(name) : { declared, context: this };
  }

  resource(nameOrId: Value): Handle | undefined {
    return this.index.find(nameOrId) ?? this.elsewhere(nameOrId);
  }

  elsewhere(id: Value): Handle | undefined {
    return this.options.elsewhere(id);
  }

  instances(): readonly DeclaredHere[] {
    const deployed = this.moduleSets.flatMap((one) => one.instances());
    return [
      ...this.resourceSets.flatMap((one) => one.instances()),
      ...deployed.flatMap((one) => one.instances()),
    ];
  }

  deploy(template: Template, options: DeployOptions): DeployedTemplate {
    return new TemplateDeployment(this.run, template, options);
  }

  output(name: string): Value | undefined {
    const declared = this.template.outputs.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (declared === undefined) return undefined;
    const { loop, value, place } = declared;
    return this.memo.get(`output ${declared.name}`, () =>
      loop === null
        ? evaluateExpression(value, this.scope)
        : evaluateFor({ is: 'for', loop, body: value, place }, this.scope, { evaluate: evaluateExpression }),
    );
  }

  outputs(): ReadonlyMap<string, Value> {
    const all = this.template.outputs.filter(({ condition }) => condition === null || this.isKept(condition));
    return new Map(all.map(({ name }) => [name, this.output(name) ?? nullValue()]));
  }

  resources(): readonly EvaluatedResource[] {
    const sets = [...this.resourceSets, ...this.moduleSets];
    sets.sort((left, right) => left.declaration.place.start - right.declaration.place.start);
    return sets.flatMap((one) => one.evaluated()).filter(isAzure);
  }

  unread(): readonly UnreadModule[] {
    return this.moduleSets.flatMap((one) => one.instances()).flatMap((one) => one.unread());
  }

  private isKept(condition: Parameters<typeof evaluateExpression>[0]): boolean {
    const value = evaluateExpression(condition, this.scope);
    return value.is !== 'flag' || value.value;
  }

  private get own(): EvaluationScope {
    return { context: this, locals: null };
  }

  /** Opens an imported file. It doesn't have its own deployment, and only its variables and functions are used. */
  private importing(path: string): TemplateDeployment | undefined {
    const { run, template } = this;
    const found = isReference(path)
      ? cachedModule(path, template.file, run.files)
      : run.files.read(path, template.file);
    if (!('text' in found)) return undefined;
    return new TemplateDeployment(this.run, this.run.template(found.file, found.text), {
      ...this.options,
      given: () => undefined,
      outer: null,
    });
  }
}
