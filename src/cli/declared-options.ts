import { Option } from 'commander';
import { nodeKinds } from '../core/compute-kinds';
import { fixPermissions, type FixPermission } from '../core/fix-permissions';
import { statedServices, type ServiceRegions } from '../core/plan';
import { reason } from '../core/reason';
import { statedRegions } from '../core/stated-regions';
import type { Say } from '../messages/say';
import { checkFormats, UsageError, type CheckFormat } from './options';

/**
 * Returns the options of all commands except `resolve`, in the order of the help. Values are optional for the parser,
 * because it would read the next option as a required value.
 */
export function checkOptions(say: Say, formats: readonly CheckFormat[] = checkFormats): readonly Option[] {
  return [
    several('--subnet [NAME]', say('terminal.help.subnet'), (value) => [value]),
    new Option('--all-subnets', say('terminal.help.allSubnets')),
    word('--compute', nodeKinds, say('terminal.help.compute')),
    word('--public-ip', ['yes', 'no'], say('terminal.help.publicIp')),
    word('--workspace', ['public', 'private'], say('terminal.help.workspace')),
    single('--region [LOCATION]', say('terminal.help.region'), locationOf),
    single(
      '--service-regions [SERVICE=LOCATION,…]',
      say('terminal.help.serviceRegions', { services: statedServices }),
      serviceRegionsIn,
    ),
    word('--cloud', ['public', 'usgov', 'china'], say('terminal.help.cloud', { first: 'public' })),
    word('--profile', ['current', '2020-12'], say('terminal.help.profile', { first: 'current' })),
    ...parameterOptions(say),
    ...variableOptions(say),
    ...fileOptions(say),
    ...effectiveOptions(say),
    several('--allow [remove,cost]', say('terminal.help.allow'), permissionsIn),
    new Option('--deny-other-outbound', say('terminal.help.denyOtherOutbound')),
    word('--format', formats, say('terminal.help.format', { first: formats[0] ?? 'text' })),
    several(
      '--output [FORMAT=FILE]',
      say('terminal.help.output', { example: 'sarif=network.sarif' }),
      reportFileIn,
    ),
    word('--fail-on', ['error', 'warning', 'info', 'none'], say('terminal.help.failOn', { first: 'error' })),
    ...baselineOptions(say),
    new Option('--allow-unknown', say('terminal.help.allowUnknown')),
    new Option('--strict', say('terminal.help.strict')),
    new Option('--flows', say('terminal.help.flows')),
    new Option('--quiet', say('terminal.help.quiet')).conflicts('verbose'),
    new Option('--verbose', say('terminal.help.verbose')),
    withoutColor(say),
  ];
}

/** Options for baselines, and for the first settings file. */
function baselineOptions(say: Say): readonly Option[] {
  return [
    single('--baseline [FILE]', say('terminal.help.baseline')).conflicts('writeBaseline'),
    single('--write-baseline [FILE]', say('terminal.help.writeBaseline')),
    new Option('--init', say('terminal.help.init', { file: 'aml-secure-compute.yml' })),
  ];
}

/** Options of `check` for many subscriptions. */
export function fleetOptions(say: Say): readonly Option[] {
  const query = '--fleet-query';
  return [
    new Option('--fleet', say('terminal.help.fleet', { query })).conflicts([
      ...['params', 'noParams', 'root', 'varFile', 'var'],
      ...['effectiveRoutes', 'adminRules', 'init', 'flows'],
    ]),
    new Option(query, say('terminal.help.fleetQuery', { fleet: '--fleet' })).conflicts(['init', 'fleet']),
    new Option('--live', say('terminal.help.live', { fleet: '--fleet' })).conflicts([
      'init',
      'fleetQuery',
      'stdinName',
    ]),
    several(
      '--subscription [ID]',
      say('terminal.help.liveSubscription', { live: '--live' }),
      (value, option) => {
        if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) return [value];
        throw new UsageError(reason('fleet.notASubscription', { option, value }));
      },
    ),
  ];
}

export function withoutColor(say: Say): Option {
  const option = new Option('--no-color', say('terminal.help.noColor'));
  // A separate option, not the negation of one that is on by default.
  option.negate = false;
  return option;
}

/** Options for the files that are read. */
function fileOptions(say: Say): readonly Option[] {
  const all = new Option('--no-gitignore', say('terminal.help.noGitignore'));
  // A separate option, not the negation of one that is on by default.
  all.negate = false;
  return [
    several('--exclude [PATTERN]', say('terminal.help.exclude'), (value) => [value]),
    all,
    single('--stdin-name [NAME]', say('terminal.help.stdinName')),
  ];
}

/** Options for files with the network's effective settings. */
function effectiveOptions(say: Say): readonly Option[] {
  const routes = 'az network nic show-effective-route-table';
  const rules = 'az network manager list-effective-security-admin-rule';
  return [
    single(
      '--service-tags [FILE]',
      say('terminal.help.serviceTags', { command: 'az network list-service-tags' }),
    ),
    single('--effective-routes [FILE]', say('terminal.help.effectiveRoutes', { command: routes })),
    single('--admin-rules [FILE]', say('terminal.help.adminRules', { command: rules })),
  ];
}

/** Returns the options of `resolve`. */
export function resolveOptions(say: Say): readonly Option[] {
  return [
    ...parameterOptions(say),
    single('--subscription [ID]', say('terminal.help.subscription')),
    single('--resource-group [NAME]', say('terminal.help.resourceGroup')),
    single('--location [LOCATION]', say('terminal.help.location')),
    single('--tenant [ID]', say('terminal.help.tenant')),
    single('--deployment-name [NAME]', say('terminal.help.deploymentName')),
    ...variableOptions(say),
  ];
}

/** Options for values of Terraform variables. */
function variableOptions(say: Say): readonly Option[] {
  return [
    several('--var-file [FILE]', say('terminal.help.varFile'), (value) => [value]),
    several('--var [NAME=VALUE]', say('terminal.help.var'), (value, option) => {
      if (/^[^=]+=/.test(value)) return [value];
      throw new UsageError(reason('terminal.notAVariable', { option, value }));
    }),
  ];
}

function parameterOptions(say: Say): readonly Option[] {
  const without = new Option('--no-params', say('terminal.help.noParams'));
  // A separate option, not the negation of `--params`. The two exclude each other.
  without.negate = false;
  return [
    single('--params [FILE]', say('terminal.help.params')).conflicts('noParams'),
    without,
    single('--root [FOLDER]', say('terminal.help.root')),
  ];
}

/**
 * Reads the value of an option.
 * @throws `UsageError`
 */
type Read<T> = (value: string, option: string) => T;

/** Creates an option that must not be repeated, because two values would be ambiguous. */
export function single(flags: string, help: string, read: Read<unknown> = (value) => value): Option {
  const option = new Option(flags, help);
  return option.argParser((value, previous) => {
    if (previous === undefined) return read(requireText(value, option), option.long ?? '');
    throw new UsageError(reason('terminal.option.twice', { option: option.long ?? '' }));
  });
}

/**
 * Requires a value, because an empty one is usually a variable of a pipeline that isn't set.
 * @throws `UsageError` if it's empty
 */
function requireText(value: string, { long }: Option): string {
  if (value.trim() !== '') return value;
  throw new UsageError(reason('terminal.option.noValue', { option: long ?? '' }));
}

/** Creates an option that can be repeated. */
function several(flags: string, help: string, read: Read<readonly unknown[]>): Option {
  const option = new Option(flags, help);
  return option.argParser<unknown>((value, previous) => [
    ...(Array.isArray(previous) ? previous : []),
    ...read(requireText(value, option), option.long ?? ''),
  ]);
}

export function word(name: string, words: readonly string[], help: string): Option {
  return single(`${name} [${words.join('|')}]`, help, (value, option) => requireWord(option, value, words));
}

/**
 * Requires that a value is one of the words.
 * @throws `UsageError` if it isn't
 */
export function requireWord(option: string, value: string, words: readonly string[]): string {
  if (words.includes(value)) return value;
  throw new UsageError(reason('terminal.notAWord', { option, value, words }));
}

/** A report of `check`, of files or of a fleet. */
export interface CheckFile {
  readonly format: CheckFormat;
  readonly file: string;
}

/** Reads `sarif=network.sarif`. */
const reportFileIn: Read<readonly CheckFile[]> = (value, option) => {
  const at = value.indexOf('=');
  const format = checkFormats.find((one) => one === value.slice(0, Math.max(at, 0)));
  const file = value.slice(at + 1);
  if (format !== undefined && file !== '') return [{ format, file }];
  throw new UsageError(reason('terminal.output.notOne', { option, value, formats: checkFormats }));
};

const locationOf: Read<string> = (value) => value.toLowerCase().replaceAll(' ', '');

/** Reads `storage=northeurope,registry=francecentral`. A service can occur several times. */
const serviceRegionsIn: Read<ServiceRegions> = (value, option) => {
  const pairs = value.split(',').map((pair): readonly [string, string] => {
    const at = pair.indexOf('=');
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  });
  const found = statedRegions(pairs);
  if (found) return found;
  const services = statedServices.join(', ');
  const example = 'storage=northeurope,registry=francecentral';
  throw new UsageError(reason('terminal.serviceRegions', { option, value, services, example }));
};

const permissionsIn: Read<readonly FixPermission[]> = (value, option) =>
  value.split(',').map((word) => {
    const found = fixPermissions.find((one) => one === word.trim());
    if (found !== undefined) return found;
    throw new UsageError(reason('terminal.notAWord', { option, value, words: fixPermissions }));
  });
