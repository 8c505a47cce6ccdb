import * as v from 'valibot';
import { isComputeKind, plannedKinds, planKinds, traitsOf, type PlanKind } from '../core/compute-kinds';
import { reason, type Reason } from '../core/reason';
import { assignedUserFault } from '../plans/assigned-user';
import { validateComputeName } from '../plans/compute-name';
import type { AttachPlan, ComputePlan, Plan } from '../plans/compute-plan';
import { isIdleShutdown } from '../plans/idle-shutdown';
import { readTime, scheduleFault } from '../plans/instance-schedule';
import { scriptArgumentsFault, scriptPathFault } from '../plans/setup-script';
import { readSshKey } from '../plans/ssh-key';
import { attachUserFault, instanceUser, sshUserFault } from '../plans/ssh-user';
import { tagFaults } from '../plans/tags';
import { attachedSchema, createdSchemas, type AttachedFile, type CreatedFile } from './plan-file-schema';

/** A problem in a plan file. An empty path means the whole file. */
interface PlanFileFault {
  readonly path: string;
  readonly because: Reason;
}

export type ReadPlanFile =
  | { readonly is: 'plan'; readonly plan: Plan }
  | { readonly is: 'faults'; readonly faults: readonly PlanFileFault[] };

/** Maximum length of a plan file, in characters. */
export const longestPlanFile = 1_000_000;

/** Decodes the content of a plan file, or options in the same format. Never throws. */
export function decodePlan(json: unknown): ReadPlanFile {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return failed('', reason('planFile.fault.json'));
  }
  const { version, kind } = json as { readonly version?: unknown; readonly kind?: unknown };
  if (version !== 1) return failed('version', reason('planFile.fault.version'));
  if (typeof kind !== 'string' || !isKind(kind)) {
    return failed('kind', reason('planFile.fault.allowed', { allowed: planKinds }));
  }
  return isComputeKind(kind)
    ? decoded(createdSchemas[kind], json, toCreated)
    : decoded(attachedSchema, json, toAttached);
}

function isKind(kind: string): kind is PlanKind {
  return planKinds.some((one) => one === kind);
}

function failed(path: string, because: Reason): ReadPlanFile {
  return { is: 'faults', faults: [{ path, because }] };
}

function decoded<File>(
  schema: v.GenericSchema<unknown, File>,
  json: unknown,
  convert: (file: File) => { readonly plan: Plan; readonly faults: readonly PlanFileFault[] },
): ReadPlanFile {
  const { success, output, issues } = v.safeParse(schema, json);
  if (!success) return { is: 'faults', faults: issues.map(toFault) };
  const { plan, faults } = convert(output);
  return faults.length > 0 ? { is: 'faults', faults } : { is: 'plan', plan };
}

/** Converts an issue of a schema to a fault. */
function toFault(issue: v.BaseIssue<unknown>): PlanFileFault {
  const path = v.getDotPath(issue) ?? '';
  if (issue.expected === 'never') return { path, because: reason('planFile.fault.unknown') };
  if (issue.received === 'undefined') return { path, because: reason('planFile.fault.missing') };
  return { path, because: reason('planFile.fault.value') };
}

/** Collects faults. */
class Faults {
  readonly all: PlanFileFault[] = [];

  add(path: string, because: Reason | null): void {
    if (because !== null) this.all.push({ path, because });
  }

  /** Reports a fault unless `id` is a resource ID of the given type. */
  id(path: string, id: string, type: string): void {
    this.add(path, isIdOf(id, type) ? null : reason('planFile.fault.id', { type }));
  }
}

/** Characters of the names of resource groups, workspaces, networks, and attached resources; never `.` or `..`. */
const segment = /^(?!\.{1,2}$)[\p{L}\p{N}_.()-]+$/u;

/**
 * Checks whether `id` is the ID of a resource of that type in a resource group. Azure compares IDs without regard to
 * case.
 */
function isIdOf(id: string, type: string): boolean {
  const [provider = '', ...kinds] = type.split('/');
  const expected = ['', 'subscriptions', null, 'resourceGroups', null, 'providers', provider];
  const all = [...expected, ...kinds.flatMap((kind) => [kind, null])];
  const parts = id.split('/');
  return (
    parts.length === all.length &&
    all.every((one, at) =>
      one === null ? segment.test(parts[at] ?? '') : parts[at]?.toLowerCase() === one.toLowerCase(),
    )
  );
}

const workspaceType = 'Microsoft.MachineLearningServices/workspaces';
const subnetType = 'Microsoft.Network/virtualNetworks/subnets';
const identityType = 'Microsoft.ManagedIdentity/userAssignedIdentities';

function shared(file: CreatedFile | AttachedFile, faults: Faults): void {
  const name = validateComputeName(file.kind, file.name);
  faults.add('name', name.is === 'error' ? name.text : null);
  faults.id('workspace', file.workspace, workspaceType);
  if (file.subnet !== null) faults.id('subnet', file.subnet, subnetType);
}

/** Converts a region to ARM's form. */
function region(text: string): string {
  return text.toLowerCase().replaceAll(' ', '');
}

function toCreated(file: CreatedFile): { readonly plan: Plan; readonly faults: readonly PlanFileFault[] } {
  const faults = new Faults();
  shared(file, faults);
  const location = region(file.region);
  const workspaceLocation = region(file.workspaceRegion);
  if (!traitsOf(file.kind).followsNetwork && location !== workspaceLocation) {
    faults.add('region', reason('planFile.fault.region'));
  }
  const plan: ComputePlan = {
    kind: file.kind,
    name: file.name,
    workspaceId: file.workspace,
    workspaceLocation,
    location,
    publicIp: file.publicIp,
    subnetId: file.subnet,
    vmSize: file.size,
    nodes: nodesOf(file, faults),
    ssh: sshOf(file, faults),
    identity: identityOf(file, faults),
    tags: tagsOf(file, faults),
    ...instanceParts(file, faults),
    fixes: [],
  };
  return { plan, faults: faults.all };
}

function nodesOf(file: CreatedFile, faults: Faults): ComputePlan['nodes'] {
  if (!('nodes' in file)) return { min: 1, max: 1, idleMinutes: 2, priority: 'Dedicated' };
  if (file.nodes.min > file.nodes.max) faults.add('nodes.min', reason('planFile.fault.nodes'));
  return file.nodes;
}

function sshOf({ kind, ssh }: CreatedFile, faults: Faults): ComputePlan['ssh'] {
  if (ssh === undefined) return null;
  const key = readSshKey(ssh.publicKey);
  if (key.is !== 'ok') faults.add('ssh.publicKey', key.text);
  const namesUser = traitsOf(kind).scales;
  if (namesUser) faults.add('ssh.user', sshUserFault(ssh.user ?? ''));
  return {
    publicPort: ssh.publicPort,
    adminUser: namesUser ? (ssh.user ?? '') : instanceUser,
    publicKey: key.is === 'ok' ? key.key : '',
  };
}

function identityOf({ identity }: CreatedFile, faults: Faults): ComputePlan['identity'] {
  if (identity === undefined) return { is: 'none' };
  if (identity === 'system') return { is: 'system' };
  faults.id('identity', identity, identityType);
  return { is: 'user', id: identity };
}

function tagsOf({ tags = {} }: CreatedFile, faults: Faults): ComputePlan['tags'] {
  const all = Object.entries(tags).map(([name, value]) => ({ name, value }));
  for (const [at, fault] of tagFaults(all).entries()) faults.add(`tags.${all[at]?.name ?? ''}`, fault);
  return all;
}

type InstanceParts = Pick<ComputePlan, 'assignedTo' | 'idleShutdownMinutes' | 'schedule' | 'setupScript'>;

function instanceParts(file: CreatedFile, faults: Faults): InstanceParts {
  if ('nodes' in file) {
    return { assignedTo: null, idleShutdownMinutes: null, schedule: null, setupScript: null };
  }
  const { assignedTo = null, idleShutdownMinutes = null } = file;
  const fault = assignedTo && assignedUserFault(assignedTo);
  if (fault) faults.add(`assignedTo.${fault}`, reason('planFile.fault.directoryId'));
  if (idleShutdownMinutes !== null && !isIdleShutdown(idleShutdownMinutes)) {
    faults.add('idleShutdownMinutes', reason('planFile.fault.idle'));
  }
  return {
    assignedTo,
    idleShutdownMinutes,
    schedule: scheduleOf(file, faults),
    setupScript: scriptOf(file, faults),
  };
}

type InstanceFile = Extract<CreatedFile, { readonly kind: 'instance' }>;

function scheduleOf({ schedule }: InstanceFile, faults: Faults): ComputePlan['schedule'] {
  if (schedule === undefined) return null;
  const { days, start = '', stop = '', timeZone } = schedule;
  faults.add('schedule', scheduleFault({ start, stop, timeZone }));
  return { days, start: readTime(start), stop: readTime(stop), timeZone };
}

function scriptOf({ setupScript }: InstanceFile, faults: Faults): ComputePlan['setupScript'] {
  if (setupScript === undefined) return null;
  const { runs, path, arguments: line = '' } = setupScript;
  faults.add('setupScript.path', scriptPathFault(path));
  faults.add('setupScript.arguments', scriptArgumentsFault(line));
  return { runs, path, arguments: line };
}

function toAttached(file: AttachedFile): { readonly plan: Plan; readonly faults: readonly PlanFileFault[] } {
  const faults = new Faults();
  shared(file, faults);
  faults.id('target', file.target, plannedKinds[file.kind].target.type);
  const otherSubnetIds = file.otherSubnets ?? [];
  for (const [at, id] of otherSubnetIds.entries()) faults.id(`otherSubnets.${at}`, id, subnetType);
  const workspaceLocation = region(file.workspaceRegion);
  const plan: AttachPlan = {
    kind: file.kind,
    name: file.name,
    workspaceId: file.workspace,
    workspaceLocation,
    location: workspaceLocation,
    targetId: file.target,
    subnetId: file.subnet,
    otherSubnetIds,
    access: accessOf(file, faults),
    fixes: [],
  };
  return { plan, faults: faults.all };
}

/** A host name or an address, without a scheme, path, or port. */
const host = /^[A-Za-z0-9](?:[A-Za-z0-9.:-]*[A-Za-z0-9])?$/;

function accessOf({ kind, access }: AttachedFile, faults: Faults): AttachPlan['access'] {
  const isToken = traitsOf(kind).access?.is === 'token';
  if ('workspaceUrl' in access) {
    if (!isToken) faults.add('access', reason('planFile.fault.access'));
    if (!host.test(access.workspaceUrl)) faults.add('access.workspaceUrl', reason('planFile.fault.host'));
    return { is: 'token', workspaceUrl: access.workspaceUrl };
  }
  if (isToken) faults.add('access', reason('planFile.fault.access'));
  if (!host.test(access.address)) faults.add('access.address', reason('planFile.fault.host'));
  faults.add('access.user', attachUserFault(access.user));
  return { is: 'ssh', ...access };
}
