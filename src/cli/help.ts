import { statedServices } from '../core/plan';
import type { Say } from '../messages/say';

export type OptionHelp = readonly [option: string, what: string];

/** The options of every command but `resolve`. */
export function checkHelp(say: Say): readonly OptionHelp[] {
  return [
    ['--subnet NAME', say('terminal.help.subnet')],
    ['--all-subnets', say('terminal.help.allSubnets')],
    ['--compute cluster|instance|serverless', say('terminal.help.compute')],
    ['--public-ip yes|no', say('terminal.help.publicIp')],
    ['--workspace public|private', say('terminal.help.workspace')],
    ['--region LOCATION', say('terminal.help.region')],
    [
      '--service-regions SERVICE=LOCATION,…',
      say('terminal.help.serviceRegions', { services: statedServices }),
    ],
    ['--cloud public|usgov|china', say('terminal.help.cloud', { first: 'public' })],
    ['--profile current|2020-12', say('terminal.help.profile', { first: 'current' })],
    ['--params FILE', say('terminal.help.params')],
    ['--no-params', say('terminal.help.noParams')],
    ['--root FOLDER', say('terminal.help.root')],
    ['--service-tags FILE', say('terminal.help.serviceTags', { command: 'az network list-service-tags' })],
    [
      '--effective-routes FILE',
      say('terminal.help.effectiveRoutes', { command: 'az network nic show-effective-route-table' }),
    ],
    [
      '--admin-rules FILE',
      say('terminal.help.adminRules', { command: 'az network manager list-effective-security-admin-rule' }),
    ],
    ['--allow remove,cost', say('terminal.help.allow')],
    ['--close-the-rest', say('terminal.help.closeRest')],
    ['--format text|json|sarif', say('terminal.help.format', { first: 'text' })],
    ['--fail-on error|warning|info', say('terminal.help.failOn', { first: 'error' })],
    ['--allow-unknown', say('terminal.help.allowUnknown')],
    ['--strict', say('terminal.help.strict')],
  ];
}

/** The options of `resolve`. */
export function resolveHelp(say: Say): readonly OptionHelp[] {
  return [
    ['--params FILE', say('terminal.help.params')],
    ['--no-params', say('terminal.help.noParams')],
    ['--root FOLDER', say('terminal.help.root')],
    ['--subscription ID', say('terminal.help.subscription')],
    ['--resource-group NAME', say('terminal.help.resourceGroup')],
    ['--location LOCATION', say('terminal.help.location')],
    ['--tenant ID', say('terminal.help.tenant')],
    ['--deployment-name NAME', say('terminal.help.deploymentName')],
  ];
}

/** The commands, in the order of the help. */
export const commandNames = ['check', 'fix', 'explain', 'check-access', 'compare', 'resolve'] as const;
export type CommandName = (typeof commandNames)[number];

export function isCommandName(word: string): word is CommandName {
  return (commandNames as readonly string[]).includes(word);
}

const usages: Readonly<Record<CommandName, readonly string[]>> = {
  check: ['check FILE… [options]'],
  fix: ['fix FILE… [--dry-run] [options]'],
  explain: ['explain FILE:LINE [TEMPLATE] [options]', 'explain --error TEXT|FILE|- [FILE…] [options]'],
  'check-access': ['check-access FILE… [options]'],
  compare: ['compare A B [options]'],
  resolve: ['resolve FILE [options]'],
};

/** Options of `check` that another command doesn't have. */
const without: Readonly<Partial<Record<CommandName, readonly string[]>>> = {
  check: ['--allow', '--close-the-rest'],
  fix: ['--format'],
  explain: ['--allow', '--close-the-rest'],
  compare: ['--allow', '--close-the-rest', '--fail-on', '--allow-unknown', '--strict'],
};

/** The options of one command. */
function optionsOf(say: Say, command: CommandName): readonly OptionHelp[] {
  if (command === 'resolve') return resolveHelp(say);
  const all = checkHelp(say).map(([option, what]): OptionHelp => [asTaken(option, command), what]);
  if (command === 'check-access') return all.filter(([option]) => /^--(cloud|format) /.test(option));
  return all.filter(([option]) => !without[command]?.includes(option.split(' ')[0] ?? ''));
}

/** Only `check` prints SARIF. */
function asTaken(option: string, command: CommandName): string {
  return command === 'check' ? option : option.replace(/^(--format .*)\|sarif$/, '$1');
}

/** The help of one command, or of all: what each does and how it's called. */
export function helpText(say: Say, command?: CommandName): string {
  return command === undefined ? allText(say) : commandText(say, command);
}

function allText(say: Say): string {
  const rows = commandNames.flatMap((name) =>
    usages[name].map((usage, at): OptionHelp => [usage, at === 0 ? say(`terminal.help.is.${name}`) : '']),
  );
  return [
    'aml-secure-compute COMMAND',
    aboutText(say),
    rowsOf(rows),
    say('terminal.help.each', { command: 'aml-secure-compute COMMAND --help' }),
    say('terminal.help.ends'),
  ].join('\n\n');
}

function commandText(say: Say, command: CommandName): string {
  const about = {
    check: [aboutText(say), say('terminal.help.notCovered'), say('terminal.help.notSaid')],
    fix: [say('terminal.help.fix'), say('terminal.help.notSaid')],
    explain: [say('terminal.help.explain'), say('terminal.help.explainError')],
    'check-access': [say('terminal.help.checkAccess')],
    compare: [say('terminal.help.compare')],
    resolve: [say('terminal.help.resolve')],
  }[command];
  return [
    usages[command].map((usage) => `aml-secure-compute ${usage}`).join('\n'),
    about.join('\n'),
    rowsOf(optionsOf(say, command)),
    say('terminal.help.ends'),
  ].join('\n\n');
}

function aboutText(say: Say): string {
  return say('terminal.help.about', {
    examples: 'az network vnet show, az network nsg show, az graph query',
  });
}

function rowsOf(rows: readonly OptionHelp[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`.trimEnd()).join('\n');
}
