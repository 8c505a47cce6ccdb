import type { Creation } from '../contract/wizard/creation';
import { traitsOf } from '../core/compute-kinds';
import { nameOf, sameId } from '../core/network/find';
import type { ResourceId } from '../core/network/model';
import { sayReason, type Say } from '../messages/say';
import { isSshPublic } from '../plans/created-kinds';
import { matchPlan, type AttachPlan, type ComputePlan, type Plan } from '../plans/compute-plan';
import { powerSchedules, scheduleInText } from '../plans/instance-schedule';
import { identitySummary } from '../plans/plan-summary';
import { scriptInText } from '../plans/setup-script';

type Row = Creation['comparison'][number];

/** A compute resource as Azure returned it, as far as a plan determines it. */
interface ReturnedCompute {
  readonly workspaceId: ResourceId;
  readonly subnetId: ResourceId | null;
  readonly targetId: ResourceId | null;
  readonly publicIp: boolean | null;
  readonly publicAddress: string | null;
  readonly vmSize: string | null;
  readonly nodes: { readonly min: number; readonly max: number } | null;
  readonly publicSsh: boolean | null;
  readonly identity: { readonly system: boolean; readonly userIds: readonly ResourceId[] };
  readonly tags: Readonly<Record<string, string>>;
  readonly assignedTo: string | null;
  readonly idleShutdownMinutes: number | null;
  readonly schedules: readonly string[];
  readonly setupScripts: readonly string[];
}

/** Compares a compute resource with its plan, setting by setting. */
export function compareCompute(say: Say, plan: Plan, compute: ReturnedCompute): Row[] {
  return matchPlan(plan, {
    create: (one) => createdRows(say, one, compute),
    attach: (one) => [targetRow(say, one, compute)],
  });
}

function createdRows(say: Say, plan: ComputePlan, compute: ReturnedCompute): Row[] {
  return [
    workspaceRow(say, plan, compute),
    ...subnetRows(say, plan, compute),
    publicIpRow(say, plan, compute),
    sizeRow(say, plan, compute),
    ...nodesRows(say, plan, compute),
    sshRow(say, plan, compute),
    identityRow(say, plan, compute),
    ...tagRows(say, plan, compute),
    ...(traitsOf(plan.kind).isPersonal ? instanceRows(say, plan, compute) : []),
  ];
}

function targetRow(say: Say, { targetId }: AttachPlan, { targetId: made }: ReturnedCompute): Row {
  const values = {
    asPlanned: made !== null && sameId(made, targetId),
    planned: nameOf(targetId),
    made: made === null ? say('create.compare.none') : nameOf(made),
  };
  return row(say, say('attach.compare.target'), values);
}

function workspaceRow(say: Say, plan: ComputePlan, compute: ReturnedCompute): Row {
  const values = {
    asPlanned: sameId(compute.workspaceId, plan.workspaceId),
    planned: nameOf(plan.workspaceId),
    made: nameOf(compute.workspaceId),
  };
  return row(say, say('create.compare.workspace'), values);
}

function publicIpRow(say: Say, plan: ComputePlan, compute: ReturnedCompute): Row {
  const planned = publicIpText(say, plan.publicIp);
  const made = compute.publicAddress ?? publicIpText(say, compute.publicIp);
  // In a managed virtual network, it can't be chosen, so it can't differ.
  const asPlanned = plan.subnetId === null || compute.publicIp === plan.publicIp;
  if (!asPlanned && compute.publicIp === null) {
    return { label: say('create.compare.publicIp'), text: say('create.compare.notSaid'), asPlanned };
  }
  return row(say, say('create.compare.publicIp'), { asPlanned, planned, made });
}

function publicIpText(say: Say, publicIp: boolean | null): string {
  if (publicIp === null) return say('create.compare.notSaid');
  return say(publicIp ? 'publicIp.yes' : 'publicIp.no');
}

function subnetRows(say: Say, plan: ComputePlan, compute: ReturnedCompute): Row[] {
  if (plan.subnetId === null) return [];
  const asPlanned = compute.subnetId !== null && sameId(compute.subnetId, plan.subnetId);
  const made = compute.subnetId === null ? say('create.compare.none') : nameOf(compute.subnetId);
  return [row(say, say('create.compare.subnet'), { asPlanned, planned: nameOf(plan.subnetId), made })];
}

/** Of a cluster: how many nodes it keeps, and how many it starts at most. */
function nodesRows(say: Say, { kind, nodes: planned }: ComputePlan, { nodes }: ReturnedCompute): Row[] {
  if (!traitsOf(kind).scales) return [];
  const label = say('create.compare.scale');
  if (nodes === null) return [{ label, text: say('create.compare.notSaid'), asPlanned: false }];
  const word = ({ min, max }: { readonly min: number; readonly max: number }): string =>
    say('section.size.nodes', { min, max });
  const asPlanned = nodes.min === planned.min && nodes.max === planned.max;
  return [row(say, label, { asPlanned, planned: word(planned), made: word(nodes) })];
}

function sizeRow(say: Say, plan: ComputePlan, compute: ReturnedCompute): Row {
  const label = say('create.compare.size');
  if (compute.vmSize === null) return { label, text: say('create.compare.notSaid'), asPlanned: false };
  const asPlanned = compute.vmSize.toLowerCase() === plan.vmSize.toLowerCase();
  return row(say, label, { asPlanned, planned: plan.vmSize, made: compute.vmSize });
}

function sshRow(say: Say, plan: ComputePlan, compute: ReturnedCompute): Row {
  const label = say('create.compare.ssh');
  if (compute.publicSsh === null) return { label, text: say('create.compare.notSaid'), asPlanned: false };
  const word = (open: boolean): string => say(open ? 'create.compare.ssh.on' : 'create.compare.ssh.off');
  const wanted = isSshPublic(plan);
  const asPlanned = compute.publicSsh === wanted;
  return row(say, label, { asPlanned, planned: word(wanted), made: word(compute.publicSsh) });
}

function identityRow(say: Say, { identity }: ComputePlan, { identity: made }: ReturnedCompute): Row {
  const plannedUserIdentity = identity.is === 'user' ? [identity.id] : [];
  const asPlanned =
    made.system === (identity.is === 'system') &&
    made.userIds.length === plannedUserIdentity.length &&
    plannedUserIdentity.every((id) => made.userIds.some((other) => sameId(other, id)));
  const names = [
    ...(made.system ? [say('size.identity.system')] : []),
    ...made.userIds.map((id) => say('size.identity.user', { name: nameOf(id) })),
  ];
  const values = {
    asPlanned,
    planned: sayReason(say, identitySummary(identity)),
    made: names.length === 0 ? say('plan.identity.none') : names.join(', '),
  };
  return row(say, say('create.compare.identity'), values);
}

/** Only tags of the plan count: a policy may add others. */
function tagRows(say: Say, { tags }: ComputePlan, compute: ReturnedCompute): Row[] {
  if (tags.length === 0) return [];
  const made = new Map(Object.entries(compute.tags).map(([name, value]) => [name.toLowerCase(), value]));
  const lost = tags.filter(({ name, value }) => made.get(name.toLowerCase()) !== value);
  const word = (one: (typeof lost)[number]): string => `${one.name}=${one.value}`;
  const values = {
    asPlanned: lost.length === 0,
    planned: lost.map(word).join(', '),
    shown: tags.map(word).join(', '),
    made:
      lost
        .flatMap(({ name }) => {
          const value = made.get(name.toLowerCase());
          return value === undefined ? [] : [word({ name, value })];
        })
        .join(', ') || say('create.compare.none'),
  };
  return [row(say, say('create.compare.tags'), values)];
}

function assignedRow(say: Say, { assignedTo }: ComputePlan, compute: ReturnedCompute): Row {
  const word = (id: string | null): string =>
    id === null ? say('plan.assigned.self') : say('plan.assigned.other', { id });
  const wanted = assignedTo?.objectId ?? null;
  const asPlanned = wanted?.toLowerCase() === compute.assignedTo?.toLowerCase();
  return row(say, say('create.compare.assigned'), {
    asPlanned: asPlanned || wanted === null,
    planned: word(wanted),
    made: word(compute.assignedTo),
  });
}

function idleRow(say: Say, { idleShutdownMinutes: wanted }: ComputePlan, compute: ReturnedCompute): Row {
  const made = compute.idleShutdownMinutes;
  const word = (n: number | null): string =>
    n === null ? say('create.compare.idle.never') : say('create.compare.idle.minutes', { n });
  const values = { asPlanned: wanted === made, planned: word(wanted), made: word(made) };
  return row(say, say('create.compare.idle'), values);
}

function instanceRows(say: Say, plan: ComputePlan, compute: ReturnedCompute): Row[] {
  return [
    assignedRow(say, plan, compute),
    idleRow(say, plan, compute),
    ...scheduleRows(say, plan, compute),
    ...scriptRows(say, plan, compute),
  ];
}

/** A policy may add schedules, so that only those of the plan count. */
function scheduleRows(say: Say, { schedule }: ComputePlan, { schedules }: ReturnedCompute): Row[] {
  if (schedule === null) return [];
  const wanted = powerSchedules(schedule).map(
    ({ action, cron }) => `${action} ${cron.expression} ${cron.timeZone}`,
  );
  const values = {
    asPlanned: wanted.every((one) => schedules.includes(one)),
    planned: sayReason(say, scheduleInText(schedule)),
    shown: sayReason(say, scheduleInText(schedule)),
    made: schedules.join(', ') || say('create.compare.none'),
  };
  return [row(say, say('plan.schedule'), values)];
}

function scriptRows(say: Say, { setupScript }: ComputePlan, { setupScripts }: ReturnedCompute): Row[] {
  if (setupScript === null) return [];
  const { runs, path, arguments: line } = setupScript;
  const values = {
    asPlanned: setupScripts.includes(`${runs} ${path} ${line}`.trimEnd()),
    planned: sayReason(say, scriptInText(setupScript)),
    shown: sayReason(say, scriptInText(setupScript)),
    made: setupScripts.join(', ') || say('create.compare.none'),
  };
  return [row(say, say('plan.script'), values)];
}

interface Compared {
  readonly asPlanned: boolean;
  readonly planned: string;
  readonly made: string;
  /** Display text, if Azure's value isn't readable text. */
  readonly shown?: string;
}

/** Builds a row with Azure's value, and the planned value if it differs. */
function row(say: Say, label: string, { asPlanned, planned, made, shown = made }: Compared): Row {
  return { label, text: asPlanned ? shown : say('create.readback', { a: planned, b: made }), asPlanned };
}
