import { reason } from '../core/reason';
import type { Say } from '../messages/say';
import { aboutKey } from '../team-settings/settings-help';
import { settingNames } from '../team-settings/read-team-settings';
import { teamFileNames } from '../team-settings/team-file-names';
import { UsageError } from './options';
import { UnreadableFile } from './resources/read-resources';
import type { ExitCode, Terminal } from './terminal';

/**
 * Writes a first settings file into a folder, without overwriting a file.
 * @throws `UsageError`
 */
export async function init(files: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [folder = '.', second] = files;
  if (second !== undefined) throw new UsageError(reason('terminal.oneFile', { file: second }));
  const start = folder === '.' ? '' : `${folder.replace(/(?<!\/)\/+$/, '')}/`;
  if ((await terminal.namesIn(start === '' ? './' : start)) === undefined && start !== '') {
    throw new UsageError(reason('terminal.noFolder', { folder }));
  }
  for (const name of teamFileNames) {
    if (await isThere(terminal, `${start}${name}`)) {
      throw new UsageError(reason('terminal.init.exists', { file: `${start}${name}` }));
    }
  }
  const file = `${start}${teamFileNames[0]}`;
  await terminal.writeFiles(new Map([[file, firstSettings(terminal.say)]]));
  terminal.out(`${terminal.say('terminal.init.written', { file })}\n`);
  return 0;
}

/** True if there is a file or a broken link, or if that isn't known. */
export async function isThere(
  { readFile, namesIn }: Pick<Terminal, 'readFile' | 'namesIn'>,
  file: string,
): Promise<boolean> {
  try {
    await readFile(file);
    return true;
  } catch (error) {
    if (!(error instanceof UnreadableFile) || error.because.values?.['code'] !== 'ENOENT') return true;
    const start = file.lastIndexOf('/') + 1;
    const names = await namesIn(start === 0 ? './' : file.slice(0, start));
    return names?.includes(file.slice(start)) === true;
  }
}

/** An example for each setting. */
const examples: Readonly<Record<(typeof settingNames)[number], string>> = {
  compute: 'compute: cluster',
  publicIp: 'publicIp: no',
  workspace: 'workspace: private',
  region: 'region: westeurope',
  serviceRegions: 'serviceRegions:\n  storage: northeurope',
  cloud: 'cloud: public',
  profile: 'profile: current',
  subnets: 'subnets:\n  - vnet-ml/snet-training',
  allSubnets: 'allSubnets: no',
  parameters: 'parameters:\n  infra/main.bicep: infra/main.prod.bicepparam',
  deployments: [
    'deployments:',
    '  - name: production',
    '    parts:',
    '      - template: hub/main.bicep',
    '        parameters: hub/prod.bicepparam',
    '        resourceGroup: rg-hub',
    '      - template: infra/main.bicep',
    '      - resources: exports/firewall.json',
  ].join('\n'),
  severity: 'severity:\n  outbound-aml-udp-5831: warning',
  ignore: [
    'ignore:',
    '  - id: nsg-rule-blocks',
    '    path: infra/legacy/**',
    '    reason: The network team opens it with the next release.',
    '    expires: 2027-03-31',
  ].join('\n'),
  exclude: 'exclude:\n  - sandbox/**',
};

function firstSettings(say: Say): string {
  const parts = settingNames.map((name) => {
    const about = aboutKey([name]);
    const text = say.has(about) ? say(about) : name;
    const lines = examples[name].split('\n').map((line) => `#${line}`);
    return [`# ${text}`, ...lines].join('\n');
  });
  return `${[`# ${say('team.first')}`, ...parts].join('\n\n')}\n`;
}
