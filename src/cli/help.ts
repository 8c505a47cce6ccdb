import type { Say } from '../messages/say';

/** Every option with its words and what it means, as `--help` prints it. */
export function helpText(say: Say): string {
  const options: readonly (readonly [option: string, what: string])[] = [
    ['--subnet NAME', say('terminal.help.subnet')],
    ['--compute cluster|instance|serverless', say('terminal.help.compute')],
    ['--public-ip yes|no', say('terminal.help.publicIp')],
    ['--workspace public|private', say('terminal.help.workspace')],
    ['--region LOCATION', say('terminal.help.region')],
    ['--cloud public|usgov|china', say('terminal.help.cloud', { first: 'public' })],
    ['--profile current|2020-12', say('terminal.help.profile', { first: 'current' })],
    ['--params FILE', say('terminal.help.params')],
    ['--service-tags FILE', say('terminal.help.serviceTags', { command: 'az network list-service-tags' })],
    [
      '--effective-routes FILE',
      say('terminal.help.effectiveRoutes', { command: 'az network nic show-effective-route-table' }),
    ],
    [
      '--admin-rules FILE',
      say('terminal.help.adminRules', { command: 'az network manager list-effective-security-admin-rule' }),
    ],
    ['--format text|json', say('terminal.help.format', { first: 'text' })],
    ['--fail-on error|warning|info', say('terminal.help.failOn', { first: 'error' })],
    ['--allow-unknown', say('terminal.help.allowUnknown')],
  ];
  const width = Math.max(...options.map(([option]) => option.length));
  const examples = 'az network vnet show, az network nsg show, az graph query';
  return [
    'aml-secure-compute check FILE… [options]',
    say('terminal.help.about', { examples }),
    options.map(([option, what]) => `  ${option.padEnd(width)}  ${what}`).join('\n'),
    `${say('terminal.help.notCovered')}\n${say('terminal.help.notSaid')}\n${say('terminal.help.ends')}`,
  ].join('\n\n');
}
