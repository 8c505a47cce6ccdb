import {
  type GivenOptions,
  type CheckFormat,
  reportFormats,
  type FleetOptions,
  fleetFormats,
  UsageError,
  type FixCommandOptions,
  type ResolveCommandOptions,
} from './options';
import type { SignInValues } from './sign-in/sign-in-options';
import type { CheckFile } from './declared-options';
import type { FixPermission } from '../core/fix-permissions';
import { reason } from '../core/reason';
import type { TerraformVariables } from '../file-checks/terraform-root';

/** Files and option values of a command line. */
export interface Words<Values> {
  readonly files: readonly string[];
  readonly values: Values;
}

export interface ParameterValues extends Partial<Pick<GivenOptions, 'params' | 'noParams' | 'root'>> {
  readonly varFile?: readonly string[];
  readonly var?: readonly string[];
}

export interface CheckValues
  extends
    ParameterValues,
    Omit<SignInValues, 'cloud'>,
    Partial<Omit<GivenOptions, 'files' | 'subnets' | 'publicIp' | 'outputs' | 'format'>> {
  readonly format?: CheckFormat;
  readonly output?: readonly CheckFile[];
  readonly fleet?: true;
  readonly fleetQuery?: true;
  readonly live?: true;
  /** Subscription IDs for a live query. */
  readonly subscription?: readonly string[];
  readonly publicIp?: 'yes' | 'no';
  readonly subnet?: readonly string[];
}

export interface FixValues extends CheckValues {
  readonly dryRun?: true;
  readonly denyOtherOutbound?: true;
  readonly allow?: readonly FixPermission[];
}

export interface RequestValues extends CheckValues {
  readonly all?: true;
}

export interface ExplainValues extends CheckValues {
  readonly error?: string;
}

export interface ResolveValues extends ParameterValues {
  readonly subscription?: string;
  readonly resourceGroup?: string;
  readonly location?: string;
  readonly tenant?: string;
  readonly deploymentName?: string;
}

const defaults = {
  subnet: [],
  allSubnets: false,
  noParams: false,
  format: 'text',
  failOn: 'error',
  allowUnknown: false,
  strict: false,
  init: false,
  flows: false,
  quiet: false,
  verbose: false,
  noColor: false,
  output: [],
  exclude: [],
  noGitignore: false,
} as const;

/**
 * Returns the options of a command line, with defaults for all others.
 * @throws `UsageError` if a format is only for a fleet
 */
export function givenOptions(words: Words<CheckValues>): GivenOptions {
  const { format, output } = { ...defaults, ...words.values };
  return {
    ...optionsWithoutFormat(words),
    format: formatAmong(reportFormats, format),
    outputs: output.map((one) => ({ ...one, format: formatAmong(reportFormats, one.format) })),
  };
}

/**
 * Returns the options of a fleet check.
 * @throws `UsageError` if a format isn't for a fleet
 */
export function optionsOfFleet(words: Words<CheckValues>): FleetOptions {
  const { format = 'csv', output = [] } = words.values;
  return {
    ...optionsWithoutFormat(words),
    format: formatAmong(fleetFormats, format),
    outputs: output.map((one) => ({ ...one, format: formatAmong(fleetFormats, one.format) })),
  };
}

function formatAmong<T extends CheckFormat>(formats: readonly T[], format: CheckFormat): T {
  const found = formats.find((one) => one === format);
  if (found !== undefined) return found;
  throw new UsageError(reason('terminal.notAWord', { option: '--format', value: format, words: formats }));
}

function optionsWithoutFormat({
  files,
  values: stated,
}: Words<CheckValues>): Omit<GivenOptions, 'format' | 'outputs'> {
  const values = { ...defaults, ...stated };
  const { compute, publicIp, profile } = values;
  return {
    files,
    compute,
    publicIp: publicIp === undefined ? undefined : publicIp === 'yes',
    workspace: values.workspace,
    profile,
    region: values.region,
    serviceRegions: values.serviceRegions,
    cloud: values.cloud,
    subnets: values.subnet,
    allSubnets: values.allSubnets,
    serviceTags: values.serviceTags,
    effectiveRoutes: values.effectiveRoutes,
    adminRules: values.adminRules,
    params: values.params,
    noParams: values.noParams,
    root: values.root,
    terraform: variablesOf(values),
    failOn: values.failOn,
    // With `--fail-on none`, the run only fails if a file can't be read.
    allowUnknown: values.allowUnknown || values.failOn === 'none',
    strict: values.strict,
    baseline: values.baseline,
    writeBaseline: values.writeBaseline,
    init: values.init,
    exclude: values.exclude,
    noGitignore: values.noGitignore,
    stdinName: values.stdinName,
    flows: values.flows,
    quiet: values.quiet,
    verbose: values.verbose,
    noColor: values.noColor,
  };
}

/**
 * Requires at least one file.
 * @throws `UsageError` if there is none
 */
export function requireFiles<T extends Pick<GivenOptions, 'files'>>(options: T): T {
  if (options.files.length > 0) return options;
  throw new UsageError(reason('terminal.noFile'));
}

export function fixOptions(words: Words<FixValues>): FixCommandOptions {
  const { dryRun = false, denyOtherOutbound = false, allow = [] } = words.values;
  return {
    check: givenOptions(words),
    isDry: dryRun,
    closes: denyOtherOutbound,
    allowed: [...new Set(allow)],
  };
}

export function optionsOfResolve({ files, values }: Words<ResolveValues>): ResolveCommandOptions {
  const [file = '', second] = files;
  if (second !== undefined) throw new UsageError(reason('terminal.oneFile', { file: second }));
  return {
    file,
    params: values.params,
    noParams: values.noParams ?? false,
    root: values.root,
    subscriptionId: values.subscription,
    resourceGroup: values.resourceGroup,
    location: values.location,
    tenantId: values.tenant,
    deploymentName: values.deploymentName,
    terraform: variablesOf(values),
  };
}

function variablesOf({ varFile = [], var: values = [] }: ParameterValues): TerraformVariables {
  return { files: varFile, values: new Map(values.map(nameAndValue)) };
}

/** Splits `NAME=VALUE`. The value can contain more equals signs. */
function nameAndValue(text: string): readonly [name: string, value: string] {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
}
