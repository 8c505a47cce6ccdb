import { statedServices } from '../core/plan';
import type { Say } from '../messages/say';

export type OptionHelp = readonly [option: string, what: string];

/** The options of every command but `resolve`, as `--help` prints them. */
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
      say('terminal.help.serviceRegions', { services: statedServices.join(', ') }),
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

/** The options of `resolve`, as `--help` prints them. */
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

/** The commands with their options, as `--help` prints it. */
export function helpText(say: Say): string {
  const options = checkHelp(say);
  const resolving = resolveHelp(say);
  const width = Math.max(...options.map(([option]) => option.length));
  const row = ([option, what]: OptionHelp): string => `  ${option.padEnd(width)}  ${what}`;
  const examples = 'az network vnet show, az network nsg show, az graph query';
  return [
    [
      'aml-secure-compute check FILE… [options]',
      'aml-secure-compute fix FILE… [--dry-run] [--allow remove,cost] [--close-the-rest] [options]',
      'aml-secure-compute explain FILE:LINE [TEMPLATE] [options]',
      'aml-secure-compute explain --error TEXT|FILE [FILE…] [options]',
      'aml-secure-compute compare A B [options]',
      'aml-secure-compute check-access FILE… [--cloud public|usgov|china]',
    ].join('\n'),
    say('terminal.help.about', { examples }),
    options.map(row).join('\n'),
    `${say('terminal.help.notCovered')}\n${say('terminal.help.notSaid')}\n${say('terminal.help.ends')}`,
    `explain --error: ${say('terminal.help.explainError')}`,
    `compare A B: ${say('terminal.help.compare')}`,
    `check-access: ${say('terminal.help.checkAccess')}`,
    'aml-secure-compute resolve FILE [options]',
    say('terminal.help.resolve'),
    resolving.map(row).join('\n'),
  ].join('\n\n');
}
