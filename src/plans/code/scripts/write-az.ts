import { plannedKinds } from '../../../core/compute-kinds';
import { attachBody } from '../../compute-body';
import { isSshPublic } from '../../created-kinds';
import { matchPlan, requiredSecret, type AttachPlan, type ComputePlan, type Plan } from '../../compute-plan';
import type { PlanSay } from '../../say';
import { safeFileName } from '../build-template';
import type { CodeContext, WrittenCode } from '../code-context';
import { attachCommand, restCommands, scriptText, type ShellCommand } from './az-script';
import { attachesInV2, cliLeftOut, cliNotes } from './cli-notes';
import { hiddenCharacters } from './hidden-characters';
import { scriptHeading } from './script-parts';
import { shellWord } from './shell-text';
import { yamlFile } from './write-yaml';

/** Returns the plan as a script of the Azure CLI, `{name}.sh`. */
export function writeAz(plan: Plan, context: CodeContext, say: PlanSay): WrittenCode {
  const fileName = safeFileName(context.fileName ?? plan.name);
  const leftOut = cliLeftOut(plan, context);
  const heading = [...scriptHeading(plan, { context, leftOut, say }), ...cliNotes(plan, say)];
  const commands = matchPlan(plan, { create: createCommands, attach: attachCommands });
  const notes = attachesInV2(plan) ? [] : [say('write.script.rest')];
  return {
    files: [
      {
        name: `${fileName}.sh`,
        text: scriptText(plan, { heading: [...heading, ...notes], commands, say }),
      },
    ],
    leftOut,
  };
}

/** Returns the commands with flags if each setting has one; otherwise with a file that the script contains. */
function createCommands(plan: ComputePlan): readonly ShellCommand[] {
  if (!hasFlags(plan)) {
    const text = yamlFile(plan, []);
    const end = endOfDocument(text);
    return [
      [
        `folder=$(mktemp -d)\ntrap 'rm -r "$folder"' EXIT\nfile=$folder/compute.yml\ncat > "$file" <<'${end}'\n${text}${end}`,
      ],
      ['az ml compute create', '--file "$file"'],
    ];
  }
  return [['az ml compute create', '--name "$name"', ...createFlags(plan)]];
}

/** Returns an end marker that isn't a line of the text. */
function endOfDocument(text: string): string {
  let end = 'YAML';
  while (text.split('\n').includes(end)) end += '_';
  return end;
}

/**
 * Checks whether flags suffice. Schedules, setup scripts, and idle shutdown don't have flags.
 * A tag that begins with a dash would be a flag, and `@` would read a file.
 */
function hasFlags({ idleShutdownMinutes, schedule, setupScript, tags }: ComputePlan): boolean {
  const isPlain = tags.every(({ name, value }) => /^\w[\w .-]*$/.test(name) && /^[\w .:-]*$/.test(value));
  return idleShutdownMinutes === null && schedule === null && setupScript === null && isPlain;
}

function createFlags(plan: ComputePlan): readonly string[] {
  const { kind, vmSize, subnetId, publicIp, ssh, tags } = plan;
  const { computeType, scales } = plannedKinds[kind];
  return [
    flag('type', computeType),
    flag('size', vmSize),
    ...(scales ? scaleFlags(plan) : []),
    ...(subnetId === null ? [] : [flag('subnet', subnetId), flag('enable-node-public-ip', publicIp)]),
    flag('ssh-public-access-enabled', isSshPublic(plan)),
    ...(ssh !== null && scales ? [flag('admin-username', ssh.adminUser)] : []),
    ...(ssh === null ? [] : [flag('ssh-key-value', ssh.publicKey)]),
    ...identityFlags(plan),
    ...(tags.length === 0
      ? []
      : [`--tags ${tags.map(({ name, value }) => shellWord(`${name}=${value}`)).join(' ')}`]),
  ];
}

function flag(name: string, value: string | number | boolean): string {
  return `--${name}=${shellWord(String(value))}`;
}

function scaleFlags({ location, nodes }: ComputePlan): readonly string[] {
  return [
    flag('location', location),
    flag('tier', nodes.priority === 'LowPriority' ? 'low_priority' : 'dedicated'),
    flag('min-instances', nodes.min),
    flag('max-instances', nodes.max),
    flag('idle-time-before-scale-down', nodes.idleMinutes * 60),
  ];
}

function identityFlags({ identity, assignedTo }: ComputePlan): readonly string[] {
  return [
    ...(identity.is === 'system' ? [flag('identity-type', 'SystemAssigned')] : []),
    ...(identity.is === 'user'
      ? [flag('identity-type', 'UserAssigned'), flag('user-assigned-identities', identity.id)]
      : []),
    ...(assignedTo === null
      ? []
      : [flag('user-tenant-id', assignedTo.tenantId), flag('user-object-id', assignedTo.objectId)]),
  ];
}

function attachCommands(plan: AttachPlan): readonly ShellCommand[] {
  if (!attachesInV2(plan)) return restCommands(plan, bodyText(plan));
  const { targetId, access } = plan;
  const ssh = access.is === 'ssh' ? [flag('admin-username', access.user), flag('ssh-port', access.port)] : [];
  const flags = ['--name "$name"', flag('type', 'virtualmachine'), flag('resource-id', targetId), ...ssh];
  return [attachCommand(plan, flags)];
}

/** Returns the request body with an empty secret. */
function bodyText(plan: AttachPlan): string {
  const empty = {
    token: { is: 'token', token: '' },
    password: { is: 'password', password: '' },
    key: { is: 'key', privateKey: '' },
  } as const;
  return JSON.stringify(attachBody(plan, empty[requiredSecret(plan)]), null, 2)
    .split('\n')
    .map(hiddenCharacters)
    .join('\n');
}
