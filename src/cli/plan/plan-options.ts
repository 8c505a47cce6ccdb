import { Option } from 'commander';
import { planKinds, traitsOf, type PlanKind } from '../../core/compute-kinds';
import { newTargetForms } from '../../plans/code/new-target/new-target';
import type { CodeFormId } from '../../core/code-forms';
import { reason } from '../../core/reason';
import type { Say } from '../../messages/say';
import { word, single } from '../declared-options';
import { UsageError } from '../options';

/** The forms that `write --to` accepts. */
export const writtenForms = [
  'bicep',
  'arm',
  'terraform',
  'yaml',
  'python',
  'az',
] as const satisfies readonly CodeFormId[];

/** The options of a plan, by the parser's names. */
export interface PlanValues {
  readonly compute?: string;
  readonly name?: string;
  readonly workspaceId?: string;
  readonly workspaceRegion?: string;
  readonly region?: string;
  readonly subnetId?: string;
  readonly managedNetwork?: true;
  readonly publicIp?: 'yes' | 'no';
  readonly size?: string;
  readonly minNodes?: number;
  readonly maxNodes?: number;
  readonly idleMinutes?: number;
  readonly priority?: 'dedicated' | 'low-priority';
  readonly sshKey?: string;
  readonly sshUser?: string;
  readonly publicSsh?: true;
  readonly identity?: string;
  readonly tag?: Readonly<Record<string, string>>;
  readonly assignedUser?: string;
  readonly assignedTenant?: string;
  readonly idleShutdown?: number;
  readonly start?: string;
  readonly stop?: string;
  readonly days?: 'every-day' | 'weekdays';
  readonly timeZone?: string;
  readonly setupScript?: string;
  readonly setupArguments?: string;
  readonly setupRuns?: 'creation' | 'startup';
  readonly targetId?: string;
  readonly databricksUrl?: string;
  readonly address?: string;
  readonly port?: number;
  readonly user?: string;
  readonly signIn?: 'password' | 'key';
}

/** The options for each member of a plan file. */
const optionsByMember: Readonly<Record<string, readonly (keyof PlanValues)[]>> = {
  kind: ['compute'],
  name: ['name'],
  workspace: ['workspaceId'],
  workspaceRegion: ['workspaceRegion'],
  region: ['region'],
  subnet: ['subnetId'],
  publicIp: ['publicIp'],
  size: ['size'],
  nodes: ['minNodes', 'maxNodes', 'idleMinutes', 'priority'],
  'nodes.min': ['minNodes'],
  'nodes.max': ['maxNodes'],
  'nodes.idleMinutes': ['idleMinutes'],
  'nodes.priority': ['priority'],
  ssh: ['sshKey', 'sshUser', 'publicSsh'],
  'ssh.user': ['sshUser'],
  'ssh.publicKey': ['sshKey'],
  'ssh.publicPort': ['publicSsh'],
  identity: ['identity'],
  tags: ['tag'],
  idleShutdownMinutes: ['idleShutdown'],
  assignedTo: ['assignedUser', 'assignedTenant'],
  'assignedTo.objectId': ['assignedUser'],
  'assignedTo.tenantId': ['assignedTenant'],
  schedule: ['start', 'stop', 'days', 'timeZone'],
  setupScript: ['setupScript', 'setupArguments', 'setupRuns'],
  'setupScript.path': ['setupScript'],
  'setupScript.arguments': ['setupArguments'],
  target: ['targetId'],
  access: ['databricksUrl', 'address', 'port', 'user', 'signIn'],
  'access.workspaceUrl': ['databricksUrl'],
  'access.address': ['address'],
  'access.port': ['port'],
  'access.user': ['user'],
};

/** Returns the `--name` of the options for a member: those on the command line, or else those that are possible. */
export function optionsOfMember(path: string, kind: PlanKind, values: PlanValues): readonly string[] {
  const all = optionsByMember[path] ?? optionsByMember[path.split('.')[0] ?? ''] ?? [];
  const given = all.filter((one) => values[one] !== undefined);
  const isSsh = traitsOf(kind).access?.is === 'ssh';
  const possible = path === 'access' ? all.filter((one) => (one === 'databricksUrl') !== isSsh) : all;
  return optionNames(given.length > 0 ? given : possible);
}

/** Returns `--min-nodes` for `minNodes`. */
export function optionNames(options: readonly string[]): readonly string[] {
  return options.map((one) => `--${one.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
}

/** Returns an option for each choice of the wizard. */
export function planOptions(say: Say): readonly Option[] {
  return [...placeOptions(say), ...createdOptions(say), ...instanceOptions(say), ...attachedOptions(say)];
}

function placeOptions(say: Say): readonly Option[] {
  return [
    word('--compute', planKinds, say('terminal.plan.compute')),
    single('--name [NAME]', say('terminal.plan.name')),
    single('--workspace-id [ID]', say('terminal.plan.workspaceId')),
    single('--workspace-region [LOCATION]', say('terminal.plan.workspaceRegion')),
    single('--region [LOCATION]', say('terminal.plan.region')),
    single('--subnet-id [ID]', say('terminal.plan.subnetId')),
    new Option('--managed-network', say('terminal.plan.managedNetwork')).conflicts('subnetId'),
    word('--public-ip', ['yes', 'no'], say('terminal.plan.publicIp', { first: 'no' })),
  ];
}

function createdOptions(say: Say): readonly Option[] {
  return [
    single('--size [NAME]', say('terminal.plan.size')),
    number('--min-nodes [NUMBER]', say('terminal.plan.minNodes', { first: '0' })),
    number('--max-nodes [NUMBER]', say('terminal.plan.maxNodes', { first: '4' })),
    number('--idle-minutes [NUMBER]', say('terminal.plan.idleMinutes', { first: '2' })),
    word('--priority', ['dedicated', 'low-priority'], say('terminal.plan.priority', { first: 'dedicated' })),
    single('--ssh-key [FILE]', say('terminal.plan.sshKey')),
    single('--ssh-user [NAME]', say('terminal.plan.sshUser')),
    new Option('--public-ssh', say('terminal.plan.publicSsh')),
    single('--identity [system|ID]', say('terminal.plan.identity')),
    tagOption(say),
  ];
}

function instanceOptions(say: Say): readonly Option[] {
  return [
    single('--assigned-user [ID]', say('terminal.plan.assignedUser')),
    single('--assigned-tenant [ID]', say('terminal.plan.assignedTenant')),
    number('--idle-shutdown [MINUTES]', say('terminal.plan.idleShutdown')),
    single('--start [HH:MM]', say('terminal.plan.start')),
    single('--stop [HH:MM]', say('terminal.plan.stop')),
    word('--days', ['every-day', 'weekdays'], say('terminal.plan.days', { first: 'weekdays' })),
    single('--time-zone [NAME]', say('terminal.plan.timeZone', { first: 'UTC' })),
    single('--setup-script [PATH]', say('terminal.plan.setupScript')),
    single('--setup-arguments [TEXT]', say('terminal.plan.setupArguments')),
    word('--setup-runs', ['creation', 'startup'], say('terminal.plan.setupRuns', { first: 'creation' })),
  ];
}

function attachedOptions(say: Say): readonly Option[] {
  return [
    single('--target-id [ID]', say('terminal.plan.targetId')),
    single('--databricks-url [HOST]', say('terminal.plan.databricksUrl')),
    single('--address [HOST]', say('terminal.plan.address')),
    number('--port [NUMBER]', say('terminal.plan.port', { first: '22' })),
    single('--user [NAME]', say('terminal.plan.user')),
    word('--sign-in', ['password', 'key'], say('terminal.plan.signIn', { first: 'key' })),
  ];
}

/** Returns the options for the form and the folder of `write`. */
export function writeOptions(say: Say): readonly Option[] {
  return [
    word('--to', writtenForms, say('terminal.plan.to')),
    single('--folder [FOLDER]', say('terminal.plan.folder')),
    new Option('--new', say('terminal.plan.new', { forms: newTargetForms.join('|') })),
    single('--storage-account-id [ID]', say('terminal.plan.storageAccountId')),
  ];
}

/**
 * Creates an option with an integer value.
 * @throws `UsageError` if a value isn't an integer
 */
function number(flags: string, help: string): Option {
  return single(flags, help, (value, option) => {
    if (/^\d{1,6}$/.test(value)) return Number(value);
    throw new UsageError(reason('terminal.plan.notANumber', { option, value }));
  });
}

function tagOption(say: Say): Option {
  const option = new Option('--tag [NAME=VALUE]', say('terminal.plan.tag'));
  return option.argParser<Readonly<Record<string, string>>>((value, previous) => {
    const at = value.indexOf('=');
    if (at < 1) throw new UsageError(reason('terminal.notAVariable', { option: '--tag', value }));
    return { ...previous, [value.slice(0, at)]: value.slice(at + 1) };
  });
}
