import { nodeKinds, type NodeKind } from '../core/compute-kinds';
import { parseArgs } from 'node:util';
import type { Severity } from '../core/check-result';
import type { Cloud } from '../core/network/model';
import { statedServices, type Profile, type ServiceRegions } from '../core/plan';
import { reason, type Reason } from '../core/reason';
import { statedRegions } from '../core/stated-regions';

/** What `check` was asked. What was not said is undefined, and comes from the files or is assumed. */
export interface CheckOptions {
  readonly files: readonly string[];
  readonly compute: NodeKind | undefined;
  readonly publicIp: boolean | undefined;
  readonly workspace: 'public' | 'private' | undefined;
  readonly profile: Profile;
  /** ARM location, lower case. */
  readonly region: string | undefined;
  /** Of the workspace's services, where files don't state them. */
  readonly serviceRegions: ServiceRegions | undefined;
  readonly cloud: Cloud;
  /** Neither the command line nor a location of the files gives the cloud. */
  readonly isCloudAssumed?: true;
  /** Name, `network/name` or id; empty where not said. */
  readonly subnets: readonly string[];
  /** Subnets too that only share a network security group with a used one. */
  readonly allSubnets: boolean;
  readonly serviceTags: string | undefined;
  /** Names of files that tell what is in effect in the network. */
  readonly effectiveRoutes: string | undefined;
  readonly adminRules: string | undefined;
  /** A file with values of the template's parameters. */
  readonly params: string | undefined;
  /** Templates are read with their default values alone. */
  readonly noParams: boolean;
  /** The folder whose files templates may name. */
  readonly root: string | undefined;
  readonly format: 'text' | 'json' | 'sarif';
  /** The least severity of an open result that ends the run with 1. */
  readonly failOn: Severity;
  readonly allowUnknown: boolean;
  /** What only qualifies a result ends the run with 1 too. */
  readonly strict: boolean;
}

/** Options as the command line gives them: the cloud may come from the files. */
export type GivenOptions = Omit<CheckOptions, 'cloud'> & { readonly cloud: Cloud | undefined };

/** What was written cannot be done: the command line itself is wrong. */
export class UsageError extends Error {
  constructor(readonly because: Reason) {
    super(because.key);
  }
}

const text = { type: 'string' } as const;
const options = {
  compute: text,
  'public-ip': text,
  workspace: text,
  profile: text,
  region: text,
  'service-regions': text,
  cloud: text,
  subnet: { type: 'string', multiple: true },
  'all-subnets': { type: 'boolean' },
  'service-tags': text,
  'effective-routes': text,
  'admin-rules': text,
  params: text,
  'no-params': { type: 'boolean' },
  root: text,
  format: text,
  'fail-on': text,
  'allow-unknown': { type: 'boolean' },
  strict: { type: 'boolean' },
} as const;

const allFormats = ['text', 'json', 'sarif'] as const;

/** What of `check` another command has not. */
export interface Narrower {
  readonly formats: readonly CheckOptions['format'][];
  readonly without?: readonly (keyof typeof options)[];
  /** `any`: it may do without files. */
  readonly files?: 'any';
}

/** Reads what follows `check`, or a command that takes its options. Throws `UsageError`. */
export function parseCheckOptions(
  args: readonly string[],
  { formats, without, files }: Narrower = { formats: allFormats },
): GivenOptions {
  const { values, positionals } = parsed(args, without);
  if (files !== 'any') requireFile(positionals);
  const { compute, profile } = kindAndProfile(values.compute, values.profile);
  const publicIp = oneOf(values['public-ip'], 'public-ip', ['yes', 'no']);
  return {
    files: positionals,
    compute,
    publicIp: publicIp === undefined ? undefined : publicIp === 'yes',
    workspace: oneOf(values.workspace, 'workspace', ['public', 'private']),
    profile,
    region: values.region?.toLowerCase().replaceAll(' ', ''),
    serviceRegions: serviceRegionsIn(values['service-regions']),
    cloud: oneOf(values.cloud, 'cloud', ['public', 'usgov', 'china']),
    ...chosenSubnets(values.subnet, values['all-subnets']),
    serviceTags: values['service-tags'],
    effectiveRoutes: values['effective-routes'],
    adminRules: values['admin-rules'],
    ...parameterOptions(values.params, values['no-params']),
    root: values.root,
    format: oneOf(values.format, 'format', formats) ?? 'text',
    failOn: oneOf(values['fail-on'], 'fail-on', ['error', 'warning', 'info']) ?? 'error',
    allowUnknown: values['allow-unknown'] ?? false,
    strict: values.strict ?? false,
  };
}

function requireFile(files: readonly string[]): void {
  if (files.length === 0) throw new UsageError(reason('terminal.noFile'));
}

function chosenSubnets(
  subnets: readonly string[] = [],
  allSubnets = false,
): Pick<CheckOptions, 'subnets' | 'allSubnets'> {
  return { subnets, allSubnets };
}

/** Throws `UsageError` where a parameter file is named and refused at once. */
export function parameterOptions(
  params: string | undefined,
  noParams = false,
): Pick<CheckOptions, 'params' | 'noParams'> {
  if (params === undefined || !noParams) return { params, noParams };
  throw new UsageError(reason('terminal.option.both', { first: '--params', second: '--no-params' }));
}

/** `storage=northeurope,registry=francecentral`; a service may occur again. Throws `UsageError`. */
function serviceRegionsIn(value: string | undefined): ServiceRegions | undefined {
  if (value === undefined) return undefined;
  const pairs = value.split(',').map((pair): readonly [string, string] => {
    const at = pair.indexOf('=');
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  });
  const found = statedRegions(pairs);
  if (found) return found;
  const services = statedServices.join(', ');
  const example = 'storage=northeurope,registry=francecentral';
  const option = '--service-regions';
  throw new UsageError(reason('terminal.serviceRegions', { option, value, services, example }));
}

function kindAndProfile(
  kind: string | undefined,
  asked: string | undefined,
): Pick<CheckOptions, 'compute' | 'profile'> {
  const compute = oneOf(kind, 'compute', nodeKinds);
  const profile = oneOf(asked, 'profile', ['current', '2020-12']) ?? 'current';
  if (compute === 'serverless' && profile === '2020-12') {
    throw new UsageError(reason('terminal.serverless2020', { profile: `--profile ${profile}` }));
  }
  return { compute, profile };
}

function parsed(args: readonly string[], without: readonly string[] = []) {
  try {
    const known = Object.fromEntries(Object.entries(options).filter(([name]) => !without.includes(name)));
    parseArgs({ args: [...args], options: known, allowPositionals: true, strict: true });
    const found = parseArgs({ args: [...args], options, allowPositionals: true, strict: true, tokens: true });
    requireOnce(found.tokens, ['subnet']);
    return found;
  } catch (error) {
    throw usageError(error);
  }
}

interface Token {
  readonly kind: string;
  readonly name?: string;
  readonly value?: string | undefined;
}

/** Of an option that takes one value, two leave open which is meant. Throws `UsageError`. */
export function requireOnce(tokens: readonly Token[], mayRepeat: readonly string[] = []): void {
  const names = tokens.flatMap(({ kind, name, value }) =>
    kind === 'option' && name !== undefined && value !== undefined ? [name] : [],
  );
  const twice = names.find((name, index) => names.indexOf(name) < index && !mayRepeat.includes(name));
  if (twice !== undefined) throw new UsageError(reason('terminal.option.twice', { option: `--${twice}` }));
}

/** What Node says of a command line, whose own sentences are English and end in examples. */
export function usageError(error: unknown): UsageError {
  if (error instanceof UsageError) return error;
  const text = error instanceof Error ? error.message : '';
  const [option = ''] = /-{1,2}[\w-]+/.exec(text) ?? [];
  const isUnknown = text.startsWith('Unknown option');
  const isAlone = text.includes('does not take');
  const key = isUnknown ? 'unknown' : isAlone ? 'alone' : 'lacks';
  return new UsageError(reason(`terminal.option.${key}`, { option }));
}

function oneOf<const T extends string>(
  value: string | undefined,
  option: string,
  words: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const found = words.find((one) => one === value);
  if (found !== undefined) return found;
  throw new UsageError(reason('terminal.notAWord', { option: `--${option}`, value, words }));
}
