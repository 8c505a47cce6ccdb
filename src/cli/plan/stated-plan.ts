import { homedir } from 'node:os';
import { isAttachedKind, planKinds, traitsOf, type PlanKind } from '../../core/compute-kinds';
import { reason, type Reason } from '../../core/reason';
import type { Plan } from '../../plans/compute-plan';
import { decodePlan } from '../../plan-file/read-plan-file';
import { lineOfPlanMember, readPlanJson } from '../../plan-file/read-plan-text';
import { formatReason } from '../../wording/reason-text';
import { UsageError } from '../options';
import type { Terminal } from '../terminal';
import { optionsOfMember, type PlanValues } from './plan-options';

type Json = Readonly<Record<string, unknown>>;

/**
 * Returns the plan of a plan file with options that replace its values, or of options only.
 * @returns null if it isn't valid, which is reported on standard error
 * @throws {UnreadableFile} if a file can't be read
 */
export async function statedPlan(
  file: string | undefined,
  values: PlanValues,
  terminal: Terminal,
): Promise<Plan | null> {
  const text = file === undefined ? null : (await terminal.readFile(file)).text;
  const start = text === null ? startOf(values) : jsonOf(text, file, terminal);
  if (start === null) return null;
  const kind = kindOf(start, values);
  const stated = await statedMembers(kind, values, terminal);
  const found = decodePlan(merged(start, stated));
  if (found.is === 'plan') return found.plan;
  const isOfOption = (path: string): boolean =>
    file === undefined || Object.hasOwn(stated, path.split('.')[0] ?? '');
  // The nodes' region defaults to the workspace's, whose own fault is enough.
  const isDouble = file === undefined && values.workspaceRegion === undefined;
  for (const { path, because } of found.faults.filter((one) => one.path !== 'region' || !isDouble)) {
    const options = isOfOption(path) ? optionsOfMember(path, kind, values) : [];
    const line = text === null ? null : lineOfPlanMember(text, path);
    terminal.error(`${placed(because, { file, line, path, options }, terminal)}\n`);
  }
  return null;
}

interface FaultPlace {
  readonly file: string | undefined;
  readonly line: number | null;
  readonly path: string;
  readonly options: readonly string[];
}

/** Formats a fault with its options, or its place in the file. */
function placed(because: Reason, { file, line, path, options }: FaultPlace, { say }: Terminal): string {
  const inFile = [file === undefined ? '' : `${file}:${String(line ?? 1)}`, path].filter((one) => one !== '');
  const place = options.length > 0 ? [options.join(', ')] : inFile;
  return [...place, formatReason(say, because)].join(': ');
}

/** Returns the exit code of a plan that isn't valid: the command line's, or the file's. */
export function invalidPlanCode(file: string | undefined): 2 | 3 {
  return file === undefined ? 2 : 3;
}

/** Parses JSON. Null if the text isn't JSON, or has a duplicate member, which is reported on standard error. */
function jsonOf(text: string, file: string | undefined, terminal: Terminal): Json | null {
  const read = readPlanJson(text);
  if (read.is === 'json' && isGroup(read.json)) return read.json;
  const notAnObject = { line: 1, path: '', because: reason('planFile.fault.json') };
  for (const { line, path, because } of read.is === 'faults' ? read.faults : [notAnObject]) {
    terminal.error(`${placed(because, { file, line, path, options: [] }, terminal)}\n`);
  }
  return null;
}

function kindOf({ kind }: Json, { compute }: PlanValues): PlanKind {
  return planKinds.find((one) => one === (compute ?? kind)) ?? 'cluster';
}

/** Returns the defaults of a plan from options only: the safe choice, or the wizard's. */
function startOf({ compute, workspaceRegion }: PlanValues): Json {
  const kind = planKinds.find((one) => one === compute);
  const shared = { version: 1, kind: compute ?? 'cluster' };
  if (kind !== undefined && isAttachedKind(kind)) return { ...shared, subnet: null };
  const nodes = { min: 0, max: 4, idleMinutes: 2, priority: 'Dedicated' };
  const region = workspaceRegion === undefined ? {} : { region: workspaceRegion };
  return {
    ...shared,
    ...region,
    publicIp: false,
    ...(kind !== undefined && !traitsOf(kind).scales ? {} : { nodes }),
  };
}

async function statedMembers(kind: PlanKind, values: PlanValues, terminal: Terminal): Promise<Json> {
  return defined({
    kind: values.compute,
    name: values.name,
    workspace: values.workspaceId,
    workspaceRegion: values.workspaceRegion,
    region: values.region,
    subnet: values.managedNetwork ? null : values.subnetId,
    publicIp: values.publicIp === undefined ? undefined : values.publicIp === 'yes',
    size: values.size,
    nodes: group({
      min: values.minNodes,
      max: values.maxNodes,
      idleMinutes: values.idleMinutes,
      priority: values.priority && { dedicated: 'Dedicated', 'low-priority': 'LowPriority' }[values.priority],
    }),
    ssh: await sshOf(values, terminal),
    identity: values.identity,
    tags: values.tag,
    idleShutdownMinutes: values.idleShutdown,
    ...instanceMembers(values),
    target: values.targetId,
    access: accessOf(kind, values),
  });
}

function instanceMembers(values: PlanValues): Json {
  const days = values.days && { 'every-day': 'everyDay', weekdays: 'weekdays' }[values.days];
  const { start, stop, timeZone, setupScript, setupArguments, setupRuns } = values;
  const hasTime = start !== undefined || stop !== undefined;
  return {
    assignedTo: group({ objectId: values.assignedUser, tenantId: values.assignedTenant }),
    schedule: group({
      days: days ?? (hasTime ? 'weekdays' : undefined),
      start,
      stop,
      timeZone: timeZone ?? (hasTime ? 'UTC' : undefined),
    }),
    setupScript: group({
      runs: setupRuns ?? (setupScript === undefined ? undefined : 'creation'),
      path: setupScript,
      arguments: setupArguments,
    }),
  };
}

async function sshOf(
  { sshKey, sshUser, publicSsh }: PlanValues,
  terminal: Terminal,
): Promise<Json | undefined> {
  if (sshKey === undefined) {
    if (sshUser === undefined && publicSsh === undefined) return undefined;
    throw new UsageError(reason('terminal.plan.sshNeedsKey'));
  }
  const { text } = await terminal.readFile(inHome(sshKey));
  return defined({ user: sshUser, publicKey: text.trim(), publicPort: publicSsh ?? false });
}

/** A shell expands `~` only at the start of a word, so `--ssh-key=~/.ssh/id.pub` contains it. */
function inHome(path: string): string {
  return /^~[/\\]/.test(path) ? `${homedir()}${path.slice(1)}` : path;
}

function accessOf(kind: PlanKind, values: PlanValues): Json | undefined {
  const { databricksUrl, address, port, user, signIn } = values;
  if (traitsOf(kind).access?.is !== 'ssh') return group({ workspaceUrl: databricksUrl });
  const given = group({ address, port, user, signIn });
  if (given === undefined) return undefined;
  const usual = traitsOf(kind).access;
  return {
    port: 22,
    signIn: 'key',
    ...(usual?.is === 'ssh' ? { user: usual.user } : {}),
    ...given,
  };
}

/** Returns an object with the values that are set, or undefined if there are none. */
function group(members: Json): Json | undefined {
  const stated = defined(members);
  return Object.keys(stated).length === 0 ? undefined : stated;
}

function defined(members: Json): Json {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** Merges values that are set into `start`. Groups keep their other members. */
function merged(start: Json, stated: Json): Json {
  const all = Object.entries(stated).map(([name, value]) => {
    const before = start[name];
    return [name, isGroup(before) && isGroup(value) ? { ...before, ...value } : value] as const;
  });
  return { ...start, ...Object.fromEntries(all) };
}

function isGroup(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
