import type { EvaluatedDeployment } from '../documents/evaluate/evaluate-deployment';
import { groupBy } from '../core/group-by';
import type { SourceRange } from '../documents/source/source-range';
import type { Template } from '../documents/template/template';
import { isTerraformPlan, readTerraformPlan } from '../documents/terraform/plan/read-plan';
import type { TerraformConflict } from '../documents/terraform/providers/conflicts';
import { toEvaluatedResources } from '../documents/terraform/providers/to-evaluated-resources';
import type { TerraformResource } from '../documents/terraform/terraform-resource';

/** What is known of files of Terraform beside their resources. */
export interface TerraformAnalysis {
  /** Terraform's address of what is written at a place; undefined where no resource is. */
  addressAt(place: SourceRange): string | undefined;
  /** Resources that undo each other. */
  readonly conflicts: readonly TerraformConflict[];
}

/** A configuration or a plan, as a deployment of its resources. */
export interface TerraformDeployment extends EvaluatedDeployment {
  readonly templates: readonly Template[];
  readonly terraform: TerraformAnalysis;
}

/** What a plan or state comes to; undefined of another text. */
export function terraformPlan(file: string, text: string): TerraformDeployment | undefined {
  if (!isTerraformPlan(text)) return undefined;
  const { resources, errors } = readTerraformPlan(file, text);
  return deploymentOf(resources, [{ ...emptyTemplate(file), errors }]);
}

function deploymentOf(
  resources: readonly TerraformResource[],
  templates: readonly Template[],
): TerraformDeployment {
  const { resources: evaluated, conflicts } = toEvaluatedResources(resources);
  return {
    resources: evaluated,
    outputs: new Map(),
    faults: templates.flatMap(({ errors }) => errors),
    borrowed: new Map(),
    unread: [],
    leavesOut: false,
    templates,
    terraform: { conflicts, addressAt: addressesOf(resources) },
  };
}

function addressesOf(resources: readonly TerraformResource[]): TerraformAnalysis['addressAt'] {
  const byFile = groupBy(resources, ({ place }) => place.file);
  return ({ file, start, end }) => {
    const all = (byFile.get(file) ?? []).filter(({ place }) => place.start <= start && end <= place.end);
    const [first] = all;
    // Instances of one block are at one place.
    return first && (all.length > 1 ? first.address.replace(/\[[^[\]]*\]$/, '') : first.address);
  };
}

function emptyTemplate(file: string): Template {
  return {
    file,
    language: 'terraform',
    scope: 'resourceGroup',
    parameters: [],
    variables: [],
    functions: [],
    resources: [],
    modules: [],
    outputs: [],
    imports: [],
    directives: [],
    errors: [],
  };
}
