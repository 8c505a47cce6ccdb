import { typeTraits } from './compute-types';
import { failure, type FailureKey } from '../failure-texts';
import { isBodyObject, bodyObject, bodyText, bodyPart, type BodyObject } from '../body-json';
import { refusal, type Reply } from '../responses';
import { identityType } from '../routes/identities';
import type { ComputeRequest } from './compute-request';
import { computeType } from './compute-nodes';

/** Returns the first error of tags, identity, SSH, the assigned user, and idle shutdown. */
export function validateComputeOptions(request: ComputeRequest): Reply | undefined {
  const inner = bodyObject(request.body, 'properties', 'properties') ?? {};
  return (
    checkTags(bodyObject(request.body, 'tags') ?? {}) ??
    checkIdentity(request) ??
    (typeTraits(request.kind).scales === true ? checkClusterSsh(inner) : checkInstance(inner))
  );
}

function refuse(key: FailureKey, values: Readonly<Record<string, string | number>> = {}): Reply {
  return refusal(400, failure(key, values));
}

function member(name: string, reason: string): Reply {
  return refuse('computeMemberMissing', { member: name, reason });
}

function checkTags(tags: BodyObject): Reply | undefined {
  const entries = Object.entries(tags);
  if (entries.length > 50) return refuse('tooManyTags', { n: entries.length });
  const doubled = entries.find(
    ([name], at) => entries.findIndex(([other]) => other.toLowerCase() === name.toLowerCase()) !== at,
  );
  if (doubled) return refuse('doubledTag', { name: doubled[0] });
  for (const [name, value] of entries) {
    if (/[<>%&\\?/]|\p{Cc}/u.test(name)) return refuse('tagCharacters', { name });
    if (/^(microsoft|azure|windows)/i.test(name)) return refuse('tagReserved', { name });
    if (name === '' || name.length > 512) return refuse('tagLength', { name: name.slice(0, 40), limit: 512 });
    if (typeof value !== 'string' || value.length > 256) return refuse('tagValue', { name, limit: 256 });
  }
  return undefined;
}

const identityTypes = ['None', 'SystemAssigned', 'UserAssigned', 'SystemAssigned,UserAssigned'];

function checkIdentity(request: ComputeRequest): Reply | undefined {
  const { world, body } = request;
  const identity = bodyObject(body, 'identity');
  if (!identity) return undefined;
  const type = bodyText(identity, 'type') ?? '';
  if (!identityTypes.includes(type)) return member('identity.type', `is '${type}'`);
  const ids = Object.keys(bodyObject(identity, 'userAssignedIdentities') ?? {});
  if (type.includes('UserAssigned') !== ids.length > 0) {
    return member('identity.userAssignedIdentities', `does not fit the type '${type}'`);
  }
  const missing = ids.find((id) => world.store.get(id)?.type !== identityType);
  if (missing !== undefined) return refuse('identityNotFound', { resource: request.id, identity: missing });
  const refused = ids.find((id) => !world.access.may('action', id, identityType));
  return refused === undefined ? undefined : mayNotAssign(request, refused);
}

function mayNotAssign({ world, id }: ComputeRequest, identity: string): Reply {
  return refusal(
    403,
    failure('linkedAuthorizationFailed', {
      ...world.settings.user,
      action: `${computeType}/write`,
      scope: id,
      linkedAction: `${identityType}/assign/action`,
      linkedScope: identity,
    }),
  );
}

const publicKey = /^(ssh-rsa|ssh-ed25519|ecdsa-sha2-nistp\d{3}) [A-Za-z0-9+/]+=*( .*)?$/;

function checkClusterSsh(inner: BodyObject): Reply | undefined {
  const access = bodyText(inner, 'remoteLoginPortPublicAccess') ?? 'NotSpecified';
  if (!['Enabled', 'Disabled', 'NotSpecified'].includes(access)) {
    return member('remoteLoginPortPublicAccess', `is '${access}'`);
  }
  const account = bodyPart(inner, 'userAccountCredentials');
  if (!isBodyObject(account)) return undefined;
  if (!bodyText(account, 'adminUserName')) {
    return member('userAccountCredentials.adminUserName', 'is required');
  }
  if (bodyText(account, 'adminUserPassword') !== undefined) return undefined;
  return publicKey.test(bodyText(account, 'adminUserSshPublicKey') ?? '')
    ? undefined
    : refuse('sshKeyInvalid');
}

function checkInstance(inner: BodyObject): Reply | undefined {
  const access = bodyText(inner, 'sshSettings', 'sshPublicAccess') ?? 'Disabled';
  if (!['Enabled', 'Disabled'].includes(access)) {
    return member('sshSettings.sshPublicAccess', `is '${access}'`);
  }
  const key = bodyText(inner, 'sshSettings', 'adminPublicKey');
  if (key === undefined && access === 'Enabled') return member('sshSettings.adminPublicKey', 'is required');
  if (key !== undefined && !publicKey.test(key)) return refuse('sshKeyInvalid');
  return checkAssignedUser(inner) ?? checkIdle(inner) ?? checkSchedules(inner) ?? checkScripts(inner);
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function checkAssignedUser(inner: BodyObject): Reply | undefined {
  const user = bodyObject(inner, 'personalComputeInstanceSettings', 'assignedUser');
  if (!user) return undefined;
  const wrong = ['objectId', 'tenantId'].find((name) => !guid.test(bodyText(user, name) ?? ''));
  return wrong === undefined
    ? undefined
    : member(`personalComputeInstanceSettings.assignedUser.${wrong}`, 'is not a GUID');
}

/** Seconds of a day, an hour, a minute, and a second. */
const secondsOf = [86_400, 3600, 60, 1];

function checkIdle(inner: BodyObject): Reply | undefined {
  const text = bodyText(inner, 'idleTimeBeforeShutdown');
  if (text === undefined) return undefined;
  const parts = /^P(?=[\dT])(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  const counts = parts?.slice(1).map((part: string | undefined) => Number(part ?? 0)) ?? [];
  const seconds = counts.reduce((sum, count, index) => sum + count * (secondsOf[index] ?? 0), 0);
  return seconds >= 15 * 60 && seconds <= 3 * 86_400 ? undefined : refuse('idleTime', { text });
}

/**
 * Allows at most four schedules (how-to-create-compute-instance, read on 2026-11-30). The rest follows the REST
 * reference.
 */
function checkSchedules(inner: BodyObject): Reply | undefined {
  const entries = bodyPart(inner, 'schedules', 'computeStartStop');
  if (!Array.isArray(entries)) return undefined;
  const at = 'schedules.computeStartStop';
  if (entries.length > 4) return member(at, `has ${String(entries.length)} entries`);
  for (const entry of entries) {
    const refused = checkSchedule(isBodyObject(entry) ? entry : {}, at);
    if (refused) return refused;
  }
  return undefined;
}

function checkSchedule(entry: BodyObject, at: string): Reply | undefined {
  const action = bodyText(entry, 'action') ?? '';
  const trigger = bodyText(entry, 'triggerType') ?? '';
  const cron = bodyText(entry, 'cron', 'expression') ?? '';
  if (!['Start', 'Stop'].includes(action)) return member(`${at}.action`, `is '${action}'`);
  if (!['Cron', 'Recurrence'].includes(trigger)) return member(`${at}.triggerType`, `is '${trigger}'`);
  const isWrong = trigger === 'Cron' && !/^\S+( \S+){4}$/.test(cron);
  return isWrong ? member(`${at}.cron`, `is '${cron}'`) : undefined;
}

function checkScripts(inner: BodyObject): Reply | undefined {
  for (const name of ['creationScript', 'startupScript']) {
    const script = bodyObject(inner, 'setupScripts', 'scripts', name);
    const source = bodyText(script ?? {}, 'scriptSource') ?? '';
    const isKnown = ['workspaceStorage', 'inline'].includes(source);
    if (script && !isKnown) return member(`${name}.scriptSource`, `is '${source}'`);
    if (script && !bodyText(script, 'scriptData')) return member(`${name}.scriptData`, 'is required');
  }
  return undefined;
}
