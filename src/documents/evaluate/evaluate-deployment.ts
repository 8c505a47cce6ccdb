import { known } from '../../core/known';
import type { SourceRange } from '../source/source-range';
import type { SourceFiles } from '../source/source-files';
import type { ParameterFile } from '../template/parameter-file';
import type { SyntaxFault, Template } from '../template/template';
import { TemplateDeployment } from './deployment';
import { evaluateExpression } from './evaluate';
import type { EvaluatedResource } from './evaluated-resource';
import type { UnreadModule, DeployedTemplate, Handle } from './evaluator';
import { evaluationLimits, type EvaluationLimits } from './limits';
import { Run } from './run';
import { deploymentTarget, type DeploymentInput } from './scopes/target';
import type { Value } from './value';
import { IdsByType } from './ids-by-type';
import { writtenIn } from './written-in';

/**
 * Resources by ID that a deployment and all its nested deployments create, because a template can refer to a resource
 * that another one creates. They are collected on first use, so that templates without such references pay nothing.
 */
class DeploymentIndex {
  private readonly ids: IdsByType;

  constructor(deployment: () => DeployedTemplate) {
    this.ids = new IdsByType(() =>
      deployment()
        .instances()
        .filter(({ isExisting }) => !isExisting),
    );
  }

  find(id: Value): Handle | undefined {
    const written = writtenIn(id);
    return written?.startsWith('/') === true ? this.ids.find(written) : undefined;
  }
}

/** The inputs of an evaluation. */
export interface EvaluateOptions {
  /** Null if there is no parameters file. */
  readonly parameters: ParameterFile | null;
  readonly deployment: DeploymentInput;
  readonly files: SourceFiles;
  /** Parses a file that a module or an import refers to, in the language that its file name indicates. */
  readonly parse: (file: string, text: string) => Template;
  readonly limits?: Partial<EvaluationLimits>;
}

/** The result of evaluating a deployment of a template. */
export interface EvaluatedDeployment {
  /** Includes resources of modules and nested templates, in the order of the source. */
  readonly resources: readonly EvaluatedResource[];
  readonly outputs: ReadonlyMap<string, Value>;
  /** Faults in expressions. The values that contain these expressions are unknown. */
  readonly faults: readonly SyntaxFault[];
  /** Modules from a registry, by file, with the place in the project's own files that refers to each. */
  readonly borrowed: ReadonlyMap<string, SourceRange>;
  /** Modules whose templates can't be read. */
  readonly unread: readonly UnreadModule[];
  /**
   * True if the files need more work than one run does. They may create resources, or give them values, that aren't in
   * `resources`.
   */
  readonly leavesOut: boolean;
}

/**
 * Evaluates a template as Azure would deploy it. Never throws: a value that can't be determined is unknown with a
 * reason, and doesn't affect the rest. The time is bounded for any input.
 */
export function evaluateDeployment(template: Template, options: EvaluateOptions): EvaluatedDeployment {
  const run = new Run(options.files, options.parse, { ...evaluationLimits, ...options.limits });
  const target = deploymentTarget(template.scope, options.deployment);
  const index: DeploymentIndex = new DeploymentIndex(() => deployment);
  const shared = {
    target,
    modules: [],
    path: [],
    outer: null,
    isDeployed: known(true),
    elsewhere: (id: Value) => index.find(id),
  };
  const given = givenBy(
    options.parameters,
    (file) => new TemplateDeployment(run, file, { ...shared, given: () => undefined }),
  );
  const deployment: TemplateDeployment = new TemplateDeployment(run, template, { ...shared, given });
  const resources = deployment.resources();
  const outputs = deployment.outputs();
  const unread = deployment.unread();
  return {
    resources,
    outputs,
    faults: run.faults.filter(({ place }) => !run.borrowed.has(place.file)),
    borrowed: run.borrowed,
    unread,
    leavesOut: run.leavesOut,
  };
}

/** Returns the values of a parameters file. Names in its expressions refer to that file. */
function givenBy(
  file: ParameterFile | null,
  open: (template: Template) => TemplateDeployment,
): (name: string) => Value | undefined {
  if (file === null) return () => undefined;
  const byName = new Map([...file.values].map(([name, value]) => [name.toLowerCase(), value]));
  const context = open(asTemplate(file));
  return (name) => {
    const found = byName.get(name.toLowerCase());
    return found === undefined ? undefined : evaluateExpression(found, { context, locals: null });
  };
}

function asTemplate({ file, variables, functions, imports, errors }: ParameterFile): Template {
  return {
    file,
    language: 'bicep',
    scope: 'resourceGroup',
    parameters: [],
    variables,
    functions,
    resources: [],
    modules: [],
    outputs: [],
    imports,
    directives: [],
    errors,
  };
}
