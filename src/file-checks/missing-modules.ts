import { reason, type Reason } from '../core/reason';
import { unreadFileKeys } from '../documents/evaluate/errors';
import { artifactOf } from '../documents/registry/artifact-reference';
import { noConfig, readBicepConfig, type BicepConfig } from '../documents/registry/bicep-config';
import type { SourceRange } from '../documents/source/source-range';
import type { Template } from '../documents/template/template';
import type { AnalysisResult } from './analyze-file';

/** The files that missing modules are analyzed with. */
interface ReadFiles {
  readonly filesRead: readonly string[];
  textOf(file: string): string | undefined;
}

/** A part of files that isn't read, with the reason. */
export interface UnreadPart {
  readonly place: SourceRange;
  readonly because: Reason;
}

/**
 * Returns files that aren't read at all. If a file of a Terraform folder refers to Azure Machine Learning, it also
 * returns the folder's unread parts. For Bicep files and ARM templates, their language's extension reports them.
 */
export function unreadTerraform(
  analysis: Pick<AnalysisResult, 'missingModules' | 'templates' | 'terraform'>,
  files: ReadFiles,
): readonly UnreadPart[] {
  const { missingModules, templates, terraform } = analysis;
  if (!terraform) return [];
  const errors = [...templates.values()].flatMap((one) => one.errors);
  const isOfAzureMlFolder = [...templates.values()].some(isOfAzureMl) || othersName(templates, files);
  const reported = isOfAzureMlFolder ? errors : errors.filter(({ key }) => unreadFileKeys.includes(key));
  return [
    ...reported.map(({ key, values, place }) => ({ place, because: reason(key, values) })),
    ...(isOfAzureMlFolder ? unreadModules(missingModules) : []),
  ];
}

/**
 * Returns the parts that aren't read. Modules that `terraform init` installs are one part with all names, at the place
 * of the first.
 */
function unreadModules(missing: AnalysisResult['missingModules']): readonly UnreadPart[] {
  const toInstall = missing.filter(({ because }) => because.key === 'unknown.terraformModule');
  const names = [...new Set(toInstall.map(({ name }) => name))];
  const [first] = toInstall;
  if (!first) return missing.map(({ place, because }) => ({ place, because }));
  const because =
    names.length > 1 ? reason('unknown.terraformModules', { n: names.length, names }) : first.because;
  const others = missing.filter((one) => !toInstall.includes(one));
  return [
    { place: first.place, because },
    ...others.map((one) => ({ place: one.place, because: one.because })),
  ];
}

/** The possible content of a missing module, as far as its name indicates. */
type Content = 'any' | 'other';

/**
 * True if a missing module could contain an Azure Machine Learning compute resource or its network. That's any module
 * whose name doesn't indicate its content. In files that concern Azure Machine Learning, it's any other module too.
 */
export function mayContainAzureMl(
  { missingModules, templates }: Pick<AnalysisResult, 'missingModules' | 'templates'>,
  files: ReadFiles,
): boolean {
  if (missingModules.length === 0) return false;
  const configs = configsIn(files);
  if (missingModules.some(({ name }) => contentOf(name, configs) === 'any')) return true;
  return [...templates.values()].some(isOfAzureMl) || othersName(templates, files);
}

/**
 * A resource module of Azure Verified Modules deploys the resource in its name, with its own children, endpoints,
 * locks, and roles (specifications SFR1 and RMFR4, read 2026-11-29). Pattern modules can deploy anything.
 */
const verifiedResource = /^bicep\/avm\/res\/([^/]+)\//;

function contentOf(name: string, configs: readonly BicepConfig[]): Content {
  const contents = configs.map((config): Content => {
    const artifact = artifactOf(name, config);
    if (artifact?.scheme !== 'br' || artifact.registry.toLowerCase() !== 'mcr.microsoft.com') return 'any';
    const provider = verifiedResource.exec(artifact.repository)?.[1];
    return provider === undefined || provider === 'machine-learning-services' ? 'any' : 'other';
  });
  return contents.includes('any') ? 'any' : 'other';
}

/** Each configuration can define an alias differently. */
function configsIn({ filesRead, textOf }: ReadFiles): readonly BicepConfig[] {
  const found = filesRead
    .filter((file) => /(?:^|\/)bicepconfig\.json$/i.test(file))
    .map((file) => readBicepConfig(textOf(file) ?? ''));
  return found.length > 0 ? found : [noConfig];
}

/** Types, delegations, service tags, and DNS zones of Azure Machine Learning. */
const namesOfAzureMl =
  /Microsoft\.MachineLearningServices|azurerm_machine_learning|\b(?:AzureMachineLearning|BatchNodeManagement)\b|\bazureml\b/i;

/** Returns whether a loaded file, a parameters file, or a Terraform file refers to Azure Machine Learning. */
function othersName(templates: AnalysisResult['templates'], { filesRead, textOf }: ReadFiles): boolean {
  const isText = (file: string): boolean => (templates.get(file)?.language ?? 'terraform') === 'terraform';
  return filesRead.some((file) => isText(file) && namesOfAzureMl.test(textOf(file) ?? ''));
}

function isOfAzureMl(template: Template): boolean {
  return template.directives.length > 0 || namesAzureMl(template);
}

/** True if a text in the syntax tree, which doesn't contain comments, refers to Azure Machine Learning. */
function namesAzureMl(node: unknown): boolean {
  if (typeof node === 'string') return namesOfAzureMl.test(node);
  if (typeof node !== 'object' || node === null) return false;
  return Object.values(node).some(namesAzureMl);
}
