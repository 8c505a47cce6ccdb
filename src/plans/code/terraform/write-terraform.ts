import type { Plan } from '../../compute-plan';
import type { PlanSay } from '../../say';
import { buildTemplate } from '../build-template';
import type { CodeContext, CodeFile, WrittenCode } from '../code-context';
import { commentLines } from '../comment-lines';
import { isList, type LiteralValue, type TemplateParameter, type TemplateResource } from '../template';
import { hclArguments, hclCode, hclObject, hclText, type WrittenBlock, type HclValue } from './hcl-text';
import { renameBlocks } from './rename-blocks';
import { dataBlocks, resourceBlocks } from './terraform-resources';
import {
  aliasOf,
  idOf,
  snakeCase,
  terraformScope,
  workspacePlace,
  type TerraformScope,
} from './terraform-scope';

/** Pinned versions, whose arguments are known (registry.terraform.io, read on 2026-11-25). */
const terraformProviders = {
  azurerm: { source: 'hashicorp/azurerm', version: '~> 5.2' },
  azapi: { source: 'Azure/azapi', version: '~> 2.12' },
} as const;

/**
 * Returns the plan as Terraform: `{name}.tf`, its values in `{name}.auto.tfvars`, and the providers in
 * `{name}.providers.tf`. A folder with its own providers doesn't need the last one.
 */
export function writeTerraform(plan: Plan, context: CodeContext, say: PlanSay): WrittenCode {
  const code = terraformCode(plan, context, say);
  return { files: writtenTerraform(code, plan, say), leftOut: code.leftOut };
}

/** Returns the files for blocks and the variables that they use. */
export function writtenTerraform(
  code: TerraformBlocks,
  place: Pick<Plan, 'workspaceLocation'>,
  say: PlanSay,
): readonly CodeFile[] {
  const { fileName, heading, variables, blocks, plain } = code;
  const main = [
    commentLines(heading, '#').join('\n'),
    ...variables.map((one) => hclText([variableBlock(one, plain)])),
    hclText(blocks),
  ];
  return [
    { name: `${fileName}.tf`, text: `${main.join('\n\n')}\n` },
    { name: `${fileName}.auto.tfvars`, text: valuesText(code, say) },
    { name: `${fileName}.providers.tf`, text: providersText(code, place) },
  ];
}

/**
 * Returns the blocks of the plan, and its variables with defaults, for a folder that already has its providers.
 * `rename` changes the address of a block, such as `var.location`.
 */
export function terraformAlone(
  plan: Plan,
  context: CodeContext,
  { rename, say }: { readonly rename: (address: string) => string; readonly say: PlanSay },
): string {
  const { heading, variables, blocks } = terraformCode(plan, context, say);
  const kept = blocks.filter(({ head }) => !head.startsWith('output '));
  const used = new Set(Array.from(hclText(kept).matchAll(/\bvar\.(\w+)/g), ([, name]) => name));
  const defaults = variables
    .filter(({ name }) => used.has(snakeCase(name)))
    .map((one) => {
      const block = variableBlock(one);
      const value = one.environment === null ? { default: hclLiteral(one.value) } : {};
      return { ...block, values: { ...block.values, ...value } };
    });
  const all = renameBlocks([...defaults, ...kept], rename);
  return `${commentLines(heading, '#').join('\n')}\n\n${hclText(all)}\n`;
}

interface TerraformBlocks {
  readonly fileName: string;
  readonly heading: readonly string[];
  readonly variables: readonly TemplateParameter[];
  readonly blocks: readonly WrittenBlock[];
  readonly scope: TerraformScope;
  /** Names of variables that are supplied when Terraform runs, and aren't secret. */
  readonly plain?: ReadonlySet<string>;
}

interface TerraformCode extends TerraformBlocks {
  readonly leftOut: WrittenCode['leftOut'];
}

function terraformCode(plan: Plan, context: CodeContext, say: PlanSay): TerraformCode {
  const words = terraformWords(say);
  const { template, fileName, leftOut, subnet } = buildTemplate(plan, context, words);
  const scope = terraformScope(template);
  const secrets = template.parameters.filter((one) => one.environment !== null).map((one) => one.name);
  const around = { scope, subnet, secrets: new Set(secrets), ofInstance: say('write.terraform.sharing') };
  const blocks = [
    ...dataBlocks(scope),
    // The compute resource comes last.
    ...[
      ...scope.resources.filter(({ one }) => !isCompute(one)),
      ...scope.resources.filter(({ one }) => isCompute(one)),
    ].flatMap((placed) => resourceBlocks(placed, around)),
    ...template.outputs.map(({ name, description, idOf: symbol }) => ({
      head: `output "${snakeCase(name)}"`,
      values: { description, value: idOf(symbol, scope) },
    })),
  ];
  const used = new Set(Array.from(hclText(blocks).matchAll(/\bvar\.(\w+)/g), ([, name]) => name));
  const variables = [...placeParameters(plan, words), ...template.parameters].filter(
    ({ name }) => name === 'subscriptionId' || used.has(snakeCase(name)),
  );
  return { fileName, leftOut, heading: template.heading, variables, blocks, scope };
}

function isCompute({ symbol }: TemplateResource): boolean {
  return symbol === 'compute';
}

/** Returns all variables. A deployment gets its location when it's started; Terraform needs variables for it. */
export function placeParameters(plan: Pick<Plan, 'workspaceId'>, say: PlanSay): readonly TemplateParameter[] {
  const place = workspacePlace(plan);
  return [
    { name: 'subscriptionId', value: place.subscription },
    { name: 'resourceGroupName', value: place.group },
  ].map(({ name, value }): TemplateParameter => ({
    name,
    type: 'string',
    description: say(`write.parameter.${name}`),
    value,
    limits: {},
    secure: false,
    environment: null,
  }));
}

/** Replaces texts that differ between Terraform and deployments. */
function terraformWords(say: PlanSay): PlanSay {
  const instead: Readonly<Record<string, string>> = {
    'write.heading.deploy': 'write.terraform.deploy',
    'write.heading.deployNew': 'write.terraform.deployNew',
    'write.replaces': 'write.terraform.exists',
    'write.values': 'write.terraform.values',
    'write.attached.token': 'write.terraform.token',
    'write.attached.password': 'write.terraform.password',
    'write.attached.key': 'write.terraform.key',
  };
  return (key, values) => say(instead[key] ?? key, values);
}

const types = { string: 'string', int: 'number', array: 'list(string)', object: 'map(string)' } as const;

function variableBlock(
  { name, type, description, environment }: TemplateParameter,
  plain: TerraformBlocks['plain'] = new Set(),
): WrittenBlock {
  return {
    head: `variable "${snakeCase(name)}"`,
    values: {
      description,
      type: hclCode(types[type]),
      // An ephemeral value is in no plan and no state.
      ...(environment === null || plain.has(name) ? {} : { sensitive: true, ephemeral: true }),
    },
  };
}

function valuesText({ variables }: TerraformBlocks, say: PlanSay): string {
  const values = variables
    .filter(({ environment }) => environment === null)
    .map(({ name, value }) => [snakeCase(name), hclLiteral(value)] as const);
  const comment = commentLines([terraformWords(say)('write.values')], '#').join('\n');
  return `${comment}\n\n${hclArguments(Object.fromEntries(values))}\n`;
}

function hclLiteral(value: LiteralValue): HclValue {
  return typeof value !== 'object' || isList(value) ? value : hclObject(value.fields);
}

function providersText(
  { blocks, variables, scope, plain }: TerraformBlocks,
  plan: Pick<Plan, 'workspaceLocation'>,
): string {
  const usesAzapi = blocks.some(({ head }) => head.startsWith('resource "azapi_'));
  const hasSecret = variables.some(
    ({ name, environment }) => environment !== null && plain?.has(name) !== true,
  );
  const { azurerm, azapi } = terraformProviders;
  const required = {
    azurerm: hclObject(azurerm),
    ...(usesAzapi ? { azapi: hclObject(azapi) } : {}),
  };
  const aliases = [...scope.resources, ...scope.existing].flatMap(({ scope: place }) => aliasOf(place) ?? []);
  const environment = terraformEnvironment(plan);
  const used = hclText(blocks);
  const texts = hclText([
    {
      head: 'terraform',
      // Secrets that aren't in the state require Terraform 1.11.
      values: { required_version: hasSecret ? '>= 1.11' : '>= 1.5' },
      blocks: [{ head: 'required_providers', values: required }],
    },
    azurermBlock({ environment, subscription: 'subscription_id' }),
    ...aliases
      .filter(({ name }, at) => aliases.findIndex((one) => one.name === name) === at)
      .filter(({ name }) => used.includes(`azurerm.${name}\n`))
      .map(({ name, variable }) => azurermBlock({ environment, subscription: variable, alias: name })),
    ...(usesAzapi
      ? [
          {
            head: 'provider "azapi"',
            values: { ...environment, subscription_id: hclCode('var.subscription_id') },
          },
        ]
      : []),
  ]);
  return `${texts}\n`;
}

function azurermBlock({
  environment,
  subscription,
  alias,
}: {
  readonly environment: WrittenBlock['values'];
  readonly subscription: string;
  readonly alias?: string;
}): WrittenBlock {
  return {
    head: 'provider "azurerm"',
    values: {
      ...(alias === undefined ? {} : { alias }),
      ...environment,
      subscription_id: hclCode(`var.${subscription}`),
    },
    blocks: [{ head: 'features', values: {} }],
  };
}

/** Returns the cloud of the workspace if it isn't Azure's public one. */
function terraformEnvironment({
  workspaceLocation,
}: Pick<Plan, 'workspaceLocation'>): WrittenBlock['values'] {
  if (/^us(?:gov|dod)/.test(workspaceLocation)) return { environment: 'usgovernment' };
  return workspaceLocation.startsWith('china') ? { environment: 'china' } : {};
}
