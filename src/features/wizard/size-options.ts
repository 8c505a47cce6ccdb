import { traitsOf } from '../../core/compute-kinds';
import type { SizeOptions } from '../../contract/wizard/size-options';
import { sameId } from '../../core/network/find';
import { assignedUserFault } from '../../plans/assigned-user';
import type { ComputePlan, ResourceTag } from '../../plans/compute-plan';
import { isIdleShutdown } from '../../plans/idle-shutdown';
import { readTime, scheduleFault } from '../../plans/instance-schedule';
import { scriptArgumentsFault, scriptPathFault } from '../../plans/setup-script';
import { readSshKey, type SshKeyOutcome } from '../../plans/ssh-key';
import { sshUserFault } from '../../plans/ssh-user';
import { tagFaults } from '../../plans/tags';
import { usesManagedNetwork, publicIp } from './selection';
import { loadedValue, type WizardState } from './state';

type InstanceOption = 'assignedTo' | 'idleShutdownMinutes' | 'schedule' | 'setupScript';

/** Returns the options of the plan. An incomplete option counts as off, and `optionFault` reports it. */
export function plannedOptions(
  state: WizardState,
): Pick<ComputePlan, 'ssh' | 'identity' | 'tags' | InstanceOption> {
  const { options, kind } = state.choices;
  return {
    ssh: plannedSsh(state),
    identity: plannedIdentity(options.identity),
    tags: plannedTags(options),
    ...(traitsOf(kind).isPersonal ? instanceOptions(options) : notAnInstance),
  };
}

const notAnInstance = { assignedTo: null, idleShutdownMinutes: null, schedule: null, setupScript: null };

function instanceOptions({
  assigned,
  shutdown,
  schedule,
  setupScript,
}: SizeOptions): Pick<ComputePlan, InstanceOption> {
  const { days, timeZone } = schedule;
  const { runs, path, arguments: line } = setupScript;
  return {
    assignedTo: assigned,
    idleShutdownMinutes: shutdown.on ? shutdown.minutes : null,
    schedule: schedule.on
      ? { days, start: readTime(schedule.start), stop: readTime(schedule.stop), timeZone }
      : null,
    setupScript: setupScript.on ? { runs, path, arguments: line } : null,
  };
}

function plannedSsh(state: WizardState): ComputePlan['ssh'] {
  const { on, user } = state.choices.options.ssh;
  const key = sshKey(state);
  if (!on || key.is !== 'ok') return null;
  return { publicPort: usesPublicPort(state), adminUser: user, publicKey: key.key };
}

function plannedIdentity(identity: SizeOptions['identity']): ComputePlan['identity'] {
  if (identity.is !== 'user') return identity;
  return identity.id === null ? { is: 'none' } : { is: 'user', id: identity.id };
}

/** Removes empty rows. */
function plannedTags({ tags }: SizeOptions): readonly ResourceTag[] {
  return tags.filter(({ name, value }) => name !== '' || value !== '');
}

/** Returns the parsed public key. */
export function sshKey(state: WizardState): SshKeyOutcome {
  return readSshKey(state.choices.options.ssh.key);
}

/** Returns why a public port isn't available; null if it is. */
export function noPublicPort(state: WizardState): 'managed' | 'noPublicIp' | null {
  if (usesManagedNetwork(state)) return 'managed';
  return publicIp(state) ? null : 'noPublicIp';
}

/** Checks whether SSH through the public port is selected and available. */
export function usesPublicPort(state: WizardState): boolean {
  const { on, publicPort } = state.choices.options.ssh;
  return on && publicPort && noPublicPort(state) === null;
}

/** Checks whether the chosen user-assigned identity isn't readable, or isn't in the subscription. */
export function isIdentityMissing(state: WizardState): boolean {
  const { identity } = state.choices.options;
  if (identity.is !== 'user') return false;
  const { id } = identity;
  if (id === null) return true;
  const listed = loadedValue(state.identities);
  return listed !== undefined && !listed.some((one) => sameId(one.id, id));
}

export type OptionFault = 'ssh' | 'identity' | 'tags' | 'assigned' | 'shutdown' | 'schedule' | 'setupScript';

/** Returns the first incomplete option; null if all are complete. */
export function optionFault(state: WizardState): OptionFault | null {
  const { options, kind } = state.choices;
  const { ssh } = options;
  const { isPersonal } = traitsOf(kind);
  const isWrong: Readonly<Partial<Record<OptionFault, boolean>>> = {
    ...(isPersonal ? wrongOfInstance(options) : {}),
    ssh: ssh.on && (sshKey(state).is !== 'ok' || (!isPersonal && sshUserFault(ssh.user) !== null)),
    identity: isIdentityMissing(state),
    tags: tagFaults(plannedTags(options)).some((one) => one !== null),
  };
  return (Object.keys(isWrong) as OptionFault[]).find((one) => isWrong[one]) ?? null;
}

function wrongOfInstance({
  assigned,
  shutdown,
  schedule,
  setupScript,
}: SizeOptions): Readonly<Partial<Record<OptionFault, boolean>>> {
  const { path, arguments: line } = setupScript;
  const isScriptWrong = scriptPathFault(path) !== null || scriptArgumentsFault(line) !== null;
  return {
    assigned: assigned !== null && assignedUserFault(assigned) !== null,
    shutdown: shutdown.on && !isIdleShutdown(shutdown.minutes),
    schedule: schedule.on && scheduleFault(schedule) !== null,
    setupScript: setupScript.on && isScriptWrong,
  };
}
