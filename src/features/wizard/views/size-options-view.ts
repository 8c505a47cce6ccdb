import { traitsOf } from '../../../core/compute-kinds';
import { displayText } from '../../../core/text/display-text';
import type { PlanView } from '../../../contract/wizard/plan';
import type { FieldState } from '../../../contract/wizard/size-options';
import { nameOf } from '../../../core/network/find';
import { sayReason, type Say } from '../../../messages/say';
import { isDirectoryId } from '../../../plans/assigned-user';
import { windowsTimeZones } from '../../../core/windows-time-zones';
import { idleShutdownLimits, isIdleShutdown } from '../../../plans/idle-shutdown';
import { scheduleFault } from '../../../plans/instance-schedule';
import { scriptArgumentsFault, scriptPathFault } from '../../../plans/setup-script';
import { sshUserFault } from '../../../plans/ssh-user';
import { tagFaults } from '../../../plans/tags';
import { chosenSubscription, chosenWorkspace } from '../selection';
import { isIdentityMissing, noPublicPort, sshKey, usesPublicPort } from '../size-options';
import { loadedValue, type WizardState } from '../state';
import { listStateOf } from './list-state';
import { formatRegion } from '../../../wording/region-text';

type Size = PlanView['size'];

/** Returns SSH, identity, and tags; for an instance, also its user, its schedule, and its setup script. */
export function sizeOptionsView(
  say: Say,
  state: WizardState,
): Pick<Size, 'ssh' | 'identity' | 'tags' | 'assigned' | 'shutdown' | 'schedule' | 'setupScript'> {
  const { isPersonal } = traitsOf(state.choices.kind);
  return {
    ssh: sshView(say, state),
    identity: identityView(say, state),
    tags: tagViews(say, state),
    assigned: isPersonal ? assignedView(say, state) : null,
    shutdown: isPersonal ? shutdownView(say, state) : null,
    schedule: isPersonal ? scheduleView(say, state) : null,
    setupScript: isPersonal ? setupScriptView(say, state) : null,
  };
}

function sshView(say: Say, state: WizardState): Size['ssh'] {
  const { on, user, key } = state.choices.options.ssh;
  // On a personal machine, the service sets the user name.
  const { isPersonal } = traitsOf(state.choices.kind);
  const fault = isPersonal ? null : sshUserFault(user);
  const noPort = noPublicPort(state);
  return {
    on,
    publicPort: usesPublicPort(state),
    noPort: noPort && say(`size.ssh.${noPort}`, { workspace: chosenWorkspace(state)?.name ?? '' }),
    user: isPersonal ? null : user,
    userFault: fault && sayReason(say, fault),
    key,
    keyState: keyState(say, state),
  };
}

function keyState(say: Say, state: WizardState): FieldState {
  if (state.privateKeyRefused) return { is: 'error', text: say('ssh.key.private') };
  const outcome = sshKey(state);
  const text = sayReason(say, outcome.text);
  if (outcome.is === 'ok') return { is: outcome.warning ? 'warning' : 'ok', text };
  return { is: outcome.is === 'missing' ? 'missing' : 'error', text };
}

function identityView(say: Say, state: WizardState): Size['identity'] {
  const { identity } = state.choices.options;
  const chosen = identity.is === 'user' ? identity.id : identity.is;
  const isChosenMissing = isIdentityMissing(state) && chosen !== null;
  const listed = (loadedValue(state.identities) ?? []).map(({ id, name, resourceGroup, location }) => ({
    id,
    name: say('size.identity.user', { name }),
    detail: [resourceGroup, formatRegion(location)].map(displayText).join(' · '),
  }));
  return {
    state: listStateOf(say, state.identities, {
      text: say('size.identity.empty', { subscription: chosenSubscription(state)?.name ?? '' }),
      actions: [],
      retry: 'readIdentities',
    }),
    rows: [
      { id: 'none', name: say('size.identity.none'), detail: '' },
      { id: 'system', name: say('size.identity.system'), detail: '' },
      ...listed,
      ...notListed(say, state, chosen),
    ],
    chosen,
    fault: isChosenMissing ? say('size.identity.gone', { name: nameOf(chosen) }) : null,
  };
}

/** Returns a row for a chosen identity that isn't listed, or while the list isn't available. */
function notListed(say: Say, state: WizardState, chosen: string | null): Size['identity']['rows'] {
  if (chosen === null || chosen === 'none' || chosen === 'system') return [];
  if (loadedValue(state.identities) !== undefined && !isIdentityMissing(state)) return [];
  return [{ id: chosen, name: say('size.identity.user', { name: nameOf(chosen) }), detail: '' }];
}

function tagViews(say: Say, state: WizardState): Size['tags'] {
  const { tags } = state.choices.options;
  const faults = tagFaults(tags);
  return tags.map(({ name, value }, index) => {
    const fault = name === '' && value === '' ? null : (faults[index] ?? null);
    return { name, value, fault: fault && sayReason(say, fault) };
  });
}

function assignedView(say: Say, state: WizardState): Size['assigned'] {
  const { assigned } = state.choices.options;
  const tenant = chosenSubscription(state)?.tenantId ?? '';
  if (assigned === null) {
    return { self: true, objectId: '', tenantId: tenant, objectFault: null, tenantFault: null };
  }
  const { objectId, tenantId } = assigned;
  return {
    self: false,
    objectId,
    tenantId,
    objectFault: isNoId(objectId) ? say('size.assigned.objectId') : null,
    tenantFault: isNoId(tenantId) ? say('size.assigned.tenantId') : null,
  };
}

/** Checks for an invalid ID. Empty input isn't an error yet: *Continue* shows what is missing. */
function isNoId(typed: string): boolean {
  return typed !== '' && !isDirectoryId(typed);
}

function shutdownView(say: Say, state: WizardState): Size['shutdown'] {
  const { on, minutes } = state.choices.options.shutdown;
  const fault = on && !isIdleShutdown(minutes) ? say('size.shutdown', idleShutdownLimits) : null;
  return { on, minutes, fault };
}

function scheduleView(say: Say, state: WizardState): Size['schedule'] {
  const { schedule } = state.choices.options;
  const fault = schedule.on ? scheduleFault(schedule) : null;
  return { ...schedule, timeZones: [...windowsTimeZones], fault: fault && sayReason(say, fault) };
}

function setupScriptView(say: Say, state: WizardState): Size['setupScript'] {
  const { setupScript } = state.choices.options;
  const { path, arguments: line } = setupScript;
  // Empty input isn't an error yet.
  const wrongPath = path === '' ? null : scriptPathFault(path);
  const wrongLine = scriptArgumentsFault(line);
  return {
    ...setupScript,
    pathFault: wrongPath && sayReason(say, wrongPath),
    argumentsFault: wrongLine && sayReason(say, wrongLine),
  };
}
