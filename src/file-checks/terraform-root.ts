import { unreadFileKeys } from '../documents/evaluate/errors';
import { reason } from '../core/reason';
import type { EvaluatedDeployment } from '../documents/evaluate/evaluate-deployment';
import { groupBy } from '../core/group-by';
import type { ResourceId } from '../core/network/model';
import type { HclFile } from '../documents/hcl/hcl-syntax';
import { evaluationLimits, type EvaluationLimits } from '../documents/evaluate/limits';
import type { ParsedFiles } from '../documents/source/parsed-files';
import type { SourceFiles } from '../documents/source/source-files';
import type { SourceRange } from '../documents/source/source-range';
import type { SyntaxFault, Template } from '../documents/template/template';
import { isTerraformPlan, readTerraformPlan } from '../documents/terraform/plan/read-plan';
import type { ProviderDefaults } from '../documents/terraform/providers/argument-table';
import type { TerraformConflict } from '../documents/terraform/providers/conflicts';
import { azurermVersions } from '../documents/terraform/providers/provider-version';
import { toEvaluatedResources } from '../documents/terraform/providers/to-evaluated-resources';
import { readTerraformFolder } from '../documents/terraform/read-terraform-folder';
import type { TerraformResource } from '../documents/terraform/terraform-resource';

/** Data about Terraform files in addition to their resources. */
export interface TerraformAnalysis {
  /** Returns Terraform's address of the resource at a place, or undefined if there is none. */
  addressAt(place: SourceRange): string | undefined;
  /** Resources that undo each other's changes. */
  readonly conflicts: readonly TerraformConflict[];
  /** Every instance, with the configuration's values. */
  readonly resources: readonly TerraformResource[];
  /** Returns Terraform's address of a resource with an Azure ID, or undefined if the files don't declare it. */
  addressOf(id: ResourceId): string | undefined;
  /** The syntax of each file that was read, including all files in its folder. Empty for a plan. */
  readonly syntax: ReadonlyMap<string, HclFile>;
}

/** Returns the analysis of two folders that are deployed together. */
export function joinedTerraform(one: TerraformAnalysis, other: TerraformAnalysis): TerraformAnalysis {
  return {
    addressAt: (place) => one.addressAt(place) ?? other.addressAt(place),
    addressOf: (id) => one.addressOf(id) ?? other.addressOf(id),
    conflicts: [...one.conflicts, ...other.conflicts],
    resources: [...one.resources, ...other.resources],
    syntax: new Map([...one.syntax, ...other.syntax]),
  };
}

/** A configuration or a plan, as a deployment of its resources. */
export interface TerraformDeployment extends EvaluatedDeployment {
  readonly templates: readonly Template[];
  readonly terraform: TerraformAnalysis;
}

/** Reads a plan or state, or returns undefined for any other text. */
export function terraformPlan(file: string, text: string): TerraformDeployment | undefined {
  if (!isTerraformPlan(text)) return undefined;
  const { resources, errors } = readTerraformPlan(file, text);
  return deploymentOf(resources, [{ ...emptyTemplate(file), errors }]);
}

/** True for a file of a Terraform configuration, which includes all other files in its folder. */
export function isTerraformFile(file: string): boolean {
  return /\.tf(?:\.json)?$/i.test(file);
}

/** Returns the file by which a folder's configuration is checked: `main.tf`, or else the first one. */
export function mainFileOf(names: readonly string[]): string | undefined {
  const own = names.filter((name) => /^[^.].*\.tf(?:\.json)?$/.test(name)).toSorted();
  return own.includes('main.tf') ? 'main.tf' : own[0];
}

/**
 * Files with values of Terraform variables, of which later ones take precedence, and values by name, which take
 * precedence over files.
 */
export interface TerraformVariables {
  readonly files: readonly string[];
  readonly values: ReadonlyMap<string, string>;
}

/** Evaluates the folder of a configuration's file, with the modules that it calls. */
export function terraformConfiguration(
  root: string,
  files: SourceFiles,
  {
    variables,
    limits,
    parsedFiles,
  }: {
    readonly variables?: TerraformVariables;
    readonly limits?: Partial<EvaluationLimits>;
    readonly parsedFiles?: ParsedFiles;
  },
): TerraformDeployment {
  const folder = root.slice(0, Math.max(root.lastIndexOf('/'), 0));
  const read = readTerraformFolder(folder, files, {
    variableFiles: variables?.files ?? [],
    variables: variables?.values ?? new Map(),
    ...(limits ? { limits: { ...evaluationLimits, ...limits } } : {}),
    ...(parsedFiles ? { parsedFiles } : {}),
  });
  const isOfFile = ({ key, place }: SyntaxFault): boolean =>
    isUnreadFile({ key, place }) || !/^(?:unknown|documents\.evaluation)\./.test(key);
  const given = new Set(variables?.files);
  const templates = read.requestedFiles
    .filter((file) => /\.(?:tf|tfvars)(?:\.json)?$/i.test(file) || given.has(file))
    .map((file) => ({
      ...emptyTemplate(file),
      errors: read.faults.filter((one) => one.place.file === file && isOfFile(one)),
      directives: read.directives.filter(({ place }) => place.file === file),
    }));
  const deployment = deploymentOf(read.resources, templates, read.syntax);
  return {
    ...deployment,
    faults: read.faults,
    unread: [
      ...deployment.unread,
      ...read.unreadModules.map(({ source, place, because, isDeployed }) => ({
        name: source,
        place,
        path: [],
        because,
        isDeployed,
      })),
    ],
    leavesOut: deployment.leavesOut || read.leavesOut,
  };
}

/** True for a file that isn't read at all. Its content could change every result. */
function isUnreadFile({ key, place }: Pick<SyntaxFault, 'key' | 'place'>): boolean {
  return place.end === 0 && unreadFileKeys.includes(key);
}

function deploymentOf(
  resources: readonly TerraformResource[],
  templates: readonly Template[],
  syntax: ReadonlyMap<string, HclFile> = new Map(),
): TerraformDeployment {
  const {
    resources: evaluated,
    conflicts,
    addresses,
    untyped,
    leavesOut,
  } = toEvaluatedResources(resources, defaultsOf(syntax));
  return {
    resources: evaluated,
    outputs: new Map(),
    faults: templates.flatMap(({ errors }) => errors),
    borrowed: new Map(),
    unread: untyped.map(({ address, place, isDeployed }) => ({
      name: address,
      place,
      path: [],
      because: reason('unknown.terraform.type', { name: address }),
      isDeployed,
    })),
    leavesOut,
    templates,
    terraform: {
      conflicts,
      resources,
      syntax,
      addressAt: addressesOf(resources),
      addressOf: (id) => addresses.get(id.toLowerCase()),
    },
  };
}

/** Returns the defaults of the newest version of azurerm that all modules allow, which `terraform init` installs. */
function defaultsOf(syntax: ReadonlyMap<string, HclFile>): ProviderDefaults {
  const versions = azurermVersions([...syntax.values()].flatMap(({ body }) => body.blocks));
  if (!versions || versions.high >= 4) return 'current';
  return versions.high < 3 || (versions.high === 3 && versions.minor < 24) ? 'before-3.24' : 'before-4';
}

function addressesOf(resources: readonly TerraformResource[]): TerraformAnalysis['addressAt'] {
  const byFile = groupBy(resources, ({ place }) => place.file);
  return ({ file, start, end }) => {
    const all = (byFile.get(file) ?? []).filter(({ place }) => place.start <= start && end <= place.end);
    const [first] = all;
    // Instances of one block have the same place.
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
