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
 * The resources that a deployment and all that it deploys make, by id: a template may ask for what another one makes. They
 * are collected when somebody asks, so that a template that does not costs nothing.
 */
class WholeIndex {
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

/** With what a template is evaluated. */
export interface EvaluateOptions {
  /** Null where no parameters file is given. */
  readonly parameters: ParameterFile | null;
  readonly deployment: DeploymentInput;
  readonly files: SourceFiles;
  /** Reads a file that a module or an import names, in the language that its name says. */
  readonly parse: (file: string, text: string) => Template;
  readonly limits?: Partial<EvaluationLimits>;
}

/** What a deployment of a template would make. */
export interface EvaluatedDeployment {
  /** Those of modules and nested templates among them, in the order written. */
  readonly resources: readonly EvaluatedResource[];
  readonly outputs: ReadonlyMap<string, Value>;
  /** What is wrong with the expressions; what they are part of is unknown. */
  readonly faults: readonly SyntaxFault[];
  /** Modules from a registry, by file: where the project's own files take each. */
  readonly borrowed: ReadonlyMap<string, SourceRange>;
  /** Modules whose templates can't be read. */
  readonly unread: readonly UnreadModule[];
  /** The files ask for more than one run evaluates: they may make resources, or give them values, that aren't in `resources`. */
  readonly leavesOut: boolean;
}

/**
 * Evaluates a template as Azure would deploy it. Never throws: what cannot be known is unknown and says why, and does not
 * blind the rest. However a file is made, it is answered within a bounded time.
 */
export function evaluateDeployment(template: Template, options: EvaluateOptions): EvaluatedDeployment {
  const run = new Run(options.files, options.parse, { ...evaluationLimits, ...options.limits });
  const target = deploymentTarget(template.scope, options.deployment);
  const whole: WholeIndex = new WholeIndex(() => deployment);
  const shared = {
    target,
    modules: [],
    path: [],
    outer: null,
    isDeployed: known(true),
    elsewhere: (id: Value) => whole.find(id),
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

/** The values of a parameters file; its expressions mean the names of that file. */
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
