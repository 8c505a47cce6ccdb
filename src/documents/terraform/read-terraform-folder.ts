import { getOrCreate } from '../../core/get-or-create';
import type { Reason } from '../../core/reason';
import { EvaluationBudget } from '../evaluate/budget';
import { textValue } from '../evaluate/make-value';
import { evaluationLimits, type EvaluationLimits } from '../evaluate/limits';
import type { Value } from '../evaluate/value';
import { attributeOf, type HclBlock, type HclFile } from '../hcl/hcl-syntax';
import { parseHcl, parseHclExpression } from '../hcl/parse-hcl';
import { parseJsonValues } from '../hcl/parse-hcl-json';
import { parsedFiles, type ParsedFiles } from '../source/parsed-files';
import type { SourceFiles } from '../source/source-files';
import type { SourceRange } from '../source/source-range';
import type { DirectiveComment, SyntaxFault } from '../template/template';
import { evaluateSafely } from './evaluate-hcl';
import { pathInFolder, type HclScope, type ModuleDeclarations, type TerraformRun } from './hcl-scope';
import { namesInFolder, noteUnread, readDeclarations, remarksOf } from './module-declarations';
import { deployed, isAmbientIn, TerraformModule, type UnreadTerraformModule } from './terraform-module';
import type { TerraformResource } from './terraform-resource';

export interface TerraformOptions {
  /** Variable files in addition to those that Terraform loads automatically. Later ones take precedence. */
  readonly variableFiles?: readonly string[];
  /** Values of variables, as on the command line. They take precedence over files. */
  readonly variables?: ReadonlyMap<string, string>;
  /** `default` if it isn't set. */
  readonly workspace?: string;
  readonly limits?: EvaluationLimits;
  /** Parses the files, and knows those that didn't change. */
  readonly parsedFiles?: ParsedFiles;
}

/** A folder as Terraform's root module. */
export interface TerraformFolder {
  /** Resources and data sources of the folder and of the modules that it calls, as written. */
  readonly resources: readonly TerraformResource[];
  /** Modules that can't be read. Their declarations aren't known. */
  readonly unreadModules: readonly UnreadTerraformModule[];
  /** Parts that can't be parsed or evaluated. */
  readonly faults: readonly SyntaxFault[];
  readonly directives: readonly DirectiveComment[];
  /** The root's outputs. */
  readonly outputs: ReadonlyMap<string, Value>;
  /** The root's variables, with the place of each declaration. */
  readonly variables: ReadonlyMap<string, SourceRange>;
  /** `provider` and `terraform` blocks of the root. */
  readonly settings: readonly HclBlock[];
  /** The syntax of the files that were read, including those of modules and variable files. */
  readonly syntax: ReadonlyMap<string, HclFile>;
  /** Files that were read, in the order of the requests. */
  readonly requestedFiles: readonly string[];
  /** True if the configuration declares more than is evaluated. */
  readonly leavesOut: boolean;
}

/**
 * Reads a folder as Terraform's root module. `folder` and all names are relative to `files`, and an empty folder is its
 * base. A file that `files` doesn't have yet is unknown. Call again after it's loaded. Never throws.
 */
export function readTerraformFolder(
  folder: string,
  files: SourceFiles,
  options: TerraformOptions = {},
): TerraformFolder {
  const requested = new Set<string>();
  const run = newRun(folder, recordRequests(files, requested), options);
  const declared = readDeclarations(folder, run);
  if ('key' in declared) return nothingIn(folder, declared, requested);
  const values = givenValues(run, declared, options);
  const root = new TerraformModule(run, declared, {
    prefix: '',
    names: [],
    isDeployed: deployed,
    folders: [folder],
    given: (name) => values.get(name),
    provider: (name) => (name.includes('.') ? name : null),
    leadsOut: () => false,
    isAmbient: (name) => isAmbientIn(declared, name),
  });
  const resources = root.resources();
  const unreadModules = root.unread();
  const outputs = root.outputs();
  const { faults, directives } = remarksOf(run.parsed.values());
  return {
    resources,
    unreadModules,
    outputs,
    faults: [...faults, ...run.budget.faults],
    directives,
    variables: new Map([...declared.variables].map(([name, { place }]) => [name, place])),
    settings: declared.others,
    syntax: run.parsed,
    requestedFiles: [...requested],
    leavesOut: run.budget.leavesOut,
  };
}

interface FolderRun extends TerraformRun {
  readonly parsed: Map<string, HclFile>;
}

function newRun(
  folder: string,
  files: SourceFiles,
  { workspace, limits, parsedFiles: texts = parsedFiles() }: TerraformOptions,
): FolderRun {
  const parsed = new Map<string, HclFile>();
  const modules = new Map<string, ModuleDeclarations | Reason>();
  return {
    budget: new EvaluationBudget(limits ?? evaluationLimits),
    files,
    folder,
    workspace: workspace ?? 'default',
    parsed,
    syntax: (file, text, parse) => getOrCreate(parsed, file, () => texts.parsed(file, text, parse)),
    module: (path, read) => getOrCreate(modules, path, read),
  };
}

function recordRequests(files: SourceFiles, requested: Set<string>): SourceFiles {
  const note = <T extends { readonly file: string }>(found: T): T => {
    requested.add(found.file);
    return found;
  };
  return {
    read: (path, from) => note(files.read(path, from)),
    list: (path, from) => note(files.list(path, from)),
    cached: (path, root) => files.cached(path, root),
  };
}

function nothingIn(folder: string, because: Reason, requested: ReadonlySet<string>): TerraformFolder {
  const { key, values = {} } = because;
  return {
    resources: [],
    unreadModules: [],
    outputs: new Map(),
    faults: [{ key, values, place: { file: folder, start: 0, end: 0 } }],
    directives: [],
    variables: new Map(),
    settings: [],
    syntax: new Map(),
    requestedFiles: [...requested],
    leavesOut: false,
  };
}

/**
 * Returns the values of the root's variables: from files that Terraform loads automatically, from variable files, and
 * from options.
 */
function givenValues(
  run: FolderRun,
  declared: ModuleDeclarations,
  { variableFiles = [], variables = new Map() }: TerraformOptions,
): ReadonlyMap<string, Value> {
  const names = namesInFolder(run.folder, run);
  const own = 'key' in names ? [] : [...names].filter(isAutomatic).toSorted(byPrecedence);
  const files = [...own.map((name) => pathInFolder(run.folder, name)), ...variableFiles];
  const values = new Map<string, Value>();
  const scope: HclScope = {
    names: new TerraformModule(run, noDeclarations(run.folder), rootless),
    locals: null,
  };
  for (const file of files) {
    for (const { name, value } of valueFile(run, file)?.body.attributes ?? []) {
      values.set(name, evaluateSafely(value, scope));
    }
  }
  for (const [name, text] of variables) {
    values.set(name, optionValue(text, declared.variables.get(name), scope));
  }
  return values;
}

const rootless = {
  prefix: '',
  names: [],
  isDeployed: deployed,
  folders: [],
  given: () => undefined,
  provider: () => null,
  leadsOut: () => false,
  isAmbient: () => true,
};

function noDeclarations(folder: string): ModuleDeclarations {
  const none = new Map<string, HclBlock>();
  return {
    folder,
    files: [],
    variables: none,
    outputs: none,
    modules: none,
    resources: none,
    locals: new Map(),
    others: [],
  };
}

function isAutomatic(name: string): boolean {
  return /^terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/.test(name);
}

/** Sorts `terraform.tfvars` first, then its JSON form, then all others by name. */
function byPrecedence(left: string, right: string): number {
  const rank = (name: string): number =>
    name === 'terraform.tfvars' ? 0 : name === 'terraform.tfvars.json' ? 1 : 2;
  return rank(left) - rank(right) || (left < right ? -1 : 1);
}

function valueFile(run: FolderRun, path: string): HclFile | undefined {
  const found = run.files.read(path, '');
  if (found.is !== 'text') {
    noteUnread(found, run);
    return undefined;
  }
  const parse = found.file.endsWith('.json') ? parseJsonValues : parseHcl;
  return run.syntax(found.file, found.text, parse);
}

/**
 * Converts a command-line value. For a variable with a simple type, or without one, it's the text itself, otherwise an
 * expression.
 */
function optionValue(text: string, block: HclBlock | undefined, scope: HclScope): Value {
  const type = block && attributeOf(block.body, 'type')?.value;
  const isText = type === undefined || type.is === 'literal' || (type.is === 'name' && type.name !== 'any');
  const expression = isText ? undefined : parseHclExpression(text, '');
  return expression ? withoutPlace(evaluateSafely(expression, scope)) : textValue(text);
}

/** A command-line value doesn't have a place in a file. */
function withoutPlace(value: Value): Value {
  const from = null;
  switch (value.is) {
    case 'array':
      return { ...value, items: value.items.map(withoutPlace), from };
    case 'object':
      return {
        ...value,
        members: new Map([...value.members].map(([key, one]) => [key, withoutPlace(one)])),
        from,
      };
    default:
      return { ...value, from };
  }
}
