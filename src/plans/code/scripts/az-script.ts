import { nameOf } from '../../../core/network/find';
import { computeWriteApiVersion } from '../../compute-body';
import { requiredSecret, type AttachPlan, type Plan } from '../../compute-plan';
import type { PlanSay } from '../../say';
import { commentLines } from '../comment-lines';
import { attachesInV2 } from './cli-notes';
import { cloudOfPlan, expandHome, secretPlaces, placeOfWorkspace } from './script-parts';
import { shellWord } from './shell-text';

/** Words of a command, one per line. */
export type ShellCommand = readonly string[];

const attach = 'az ml compute attach';

/**
 * Returns the command that attaches a virtual machine. A password is read from standard input, so that it isn't on a
 * command line.
 */
export function attachCommand(plan: AttachPlan, flags: readonly string[]): ShellCommand {
  return requiredSecret(plan) === 'key'
    ? [attach, ...flags, '--ssh-private-key-file "$SSH_PRIVATE_KEY_FILE"']
    : [`printf '%s' "$SSH_PASSWORD" | ${attach}`, ...flags, '--admin-password @-'];
}

/**
 * Returns a script that stops at the first failure, or if a compute resource of that name exists, because `create`
 * would change it.
 */
export function scriptText(
  plan: Plan,
  more: {
    readonly heading: readonly string[];
    readonly commands: readonly ShellCommand[];
    readonly say: PlanSay;
  },
): string {
  const { heading, commands, say } = more;
  const { subscription, group, name } = placeOfWorkspace(plan);
  const cloud = { public: null, usgov: 'AzureUSGovernment', china: 'AzureChinaCloud' }[cloudOfPlan(plan)];
  const parts: readonly (readonly string[])[] = [
    ['#!/usr/bin/env bash', ...commentLines(heading, '#')],
    commentLines([say(attachesInV2(plan) ? 'write.script.needs' : 'write.script.needsJq')], '#'),
    ['set -euo pipefail'],
    [
      `subscription=${shellWord(subscription)}`,
      `group=${shellWord(group)}`,
      `workspace=${shellWord(name)}`,
      `name=${shellWord(plan.name)}`,
    ],
    ...(cloud === null
      ? []
      : [commentLines([say('write.script.cloud', { command: `az cloud set --name ${cloud}` })], '#')]),
    [
      `compute="/subscriptions/$subscription/resourceGroups/$group/providers/Microsoft.MachineLearningServices/workspaces/$workspace/computes/$name?api-version=${computeWriteApiVersion}"`,
      'if answer=$(az rest --method get --url "$compute" --output none 2>&1); then',
      `  echo ${shellWord(say('write.script.exists', { name: plan.name }))} >&2`,
      '  exit 1',
      'elif [[ "$answer" != *NotFound* ]]; then',
      '  echo "$answer" >&2',
      '  exit 1',
      'fi',
    ],
    ...('targetId' in plan ? [secretLines(plan, say)] : []),
    ...commands.map((one) => commandLines(one)),
    attachesInV2(plan)
      ? commandLines(['az ml compute show', '--name "$name"', ...place, '--output table'])
      : waitLines,
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const place = [
  // With an equals sign, a name that begins with a dash isn't an option.
  '--subscription="$subscription"',
  '--resource-group="$group"',
  '--workspace-name="$workspace"',
];

/** Formats a command. Every command of the ml extension gets the workspace's name. */
function commandLines(words: ShellCommand): readonly string[] {
  const isOfMl = /(?:^|\| )az ml /.test(words[0] ?? '') && !words.includes(place[0] ?? '');
  const all = isOfMl ? [...words, ...place] : words;
  return all.map((word, at) => `${at === 0 ? '' : '  '}${word}${at < all.length - 1 ? ' \\' : ''}`);
}

/** Returns lines that ask for the secret if the environment doesn't contain it. */
function secretLines(plan: AttachPlan, say: PlanSay): readonly string[] {
  const secret = requiredSecret(plan);
  const { variable: name } = secretPlaces[secret];
  const prompt = shellWord(`${say(`write.script.ask.${secret}`, { target: nameOf(plan.targetId) })}: `);
  const isTyped = secret !== 'key';
  return [
    ...commentLines([say(`write.script.secret.${secret}`, { variable: name })], '#'),
    `if [ -z "\${${name}:-}" ]; then read ${isTyped ? '-rs' : '-r'} -p ${prompt} ${name}${isTyped ? '; echo' : ''}; fi`,
    ...(isTyped ? [] : [expandHome(name)]),
  ];
}

/** Lines that follow the creation until it ends. */
const waitLines = [
  'while true; do',
  '  state=$(az rest --method get --url "$compute" --query properties.provisioningState --output tsv)',
  '  echo "$name: $state"',
  '  case "$state" in',
  '    Succeeded) break ;;',
  '    Failed | Canceled) exit 1 ;;',
  '  esac',
  '  sleep 15',
  'done',
];

/**
 * Returns commands that attach what the ml extension can't, with a REST request. `jq` inserts the secret into the body,
 * so that it isn't on a command line.
 */
export function restCommands(plan: AttachPlan, body: string): readonly ShellCommand[] {
  const secret = requiredSecret(plan);
  const { variable: name, path } = secretPlaces[secret];
  const isFile = secret === 'key';
  const filter = `'${path} = ${isFile ? '$secret' : `env.${name}`}'`;
  const jq = isFile ? `jq --rawfile secret "$${name}" ${filter}` : `jq ${filter}`;
  const put = `${jq} <<'BODY' | az rest --method put --url "$compute" --body @- --output none`;
  return [...(isFile ? [] : [[`export ${name}`]]), [`${put}\n${body}\nBODY`]];
}
