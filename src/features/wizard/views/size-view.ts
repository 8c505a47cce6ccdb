import type { VmSize } from '../../../azure/ports';
import type { Capacity, PlanView, VmSizeRow } from '../../../contract/wizard/plan';
import { nameOf } from '../../../core/network/find';
import { isComputeKind, traitsOf } from '../../../core/compute-kinds';
import { sayReason, type Say } from '../../../messages/say';
import { validateComputeName } from '../../../plans/compute-name';
import { subnetCapacity } from '../../../core/network/subnet-capacity';
import {
  isComputeListStale,
  chosenSubnet,
  chosenVmSize,
  chosenWorkspace,
  limitingQuota,
  neighbors,
  offeredSizes,
  reservedAddresses,
  reservedFor,
} from '../selection';
import { formatMoney } from '../../../wording/money';
import { plannedName, plannedNodes } from '../derived-plan';
import { computeWithSameName, nodesProblem } from '../size-problems';
import type { WizardState } from '../state';
import { listStateOf } from './list-state';
import { sizeOptionsView } from './size-options-view';

type Size = PlanView['size'];

/** Returns name, VM size, nodes, and the addresses that they need. */
export function sizeView(say: Say, state: WizardState): Size {
  const { idleMinutes, priority, kind } = state.choices;
  const nodes = plannedNodes(state);
  return {
    name: plannedName(state),
    nameState: nameState(say, state),
    vmSizes: {
      state: listStateOf(say, state.vmSizes, {
        text: say('list.notReadable'),
        actions: [],
        retry: 'readSizes',
      }),
      rows: sizeRows(say, state),
    },
    vmSize: chosenVmSize(state)?.name ?? null,
    price: chosenPrice(say, state),
    quota: quotaOf(say, state),
    nodes: traitsOf(kind).scales
      ? { ...nodes, idleMinutes, priority, problem: nodesProblem(say, state) }
      : null,
    capacity: capacityView(say, state),
    ...sizeOptionsView(say, state),
  };
}

function nameState(say: Say, state: WizardState): Size['nameState'] {
  const name = plannedName(state);
  const workspace = chosenWorkspace(state)?.name ?? '';
  const format = validateComputeName(state.choices.kind, name);
  if (format.is === 'error') return { is: 'error', text: sayReason(say, format.text) };
  const existingCompute = computeWithSameName(state);
  if (existingCompute) {
    return {
      is: 'taken',
      text: say('size.name.taken', { name, workspace: nameOf(existingCompute.workspaceId) }),
    };
  }
  if (format.is === 'warning') return { is: 'warning', text: sayReason(say, format.text) };
  if (state.computes.is === 'problem') {
    return { is: 'problem', text: say('size.name.unchecked', { workspace }) };
  }
  if (state.computes.is !== 'ready') return { is: 'checking', text: say('size.name.checking') };
  return { is: 'free', text: say('size.name.free', { workspace }) };
}

/** Returns the sizes with quota first, ordered by cores; those without quota last. */
function sizeRows(say: Say, state: WizardState): VmSizeRow[] {
  const rows = offeredSizes(state).map((one) => sizeRow(say, state, one));
  return rows.sort(
    (a, b) => Number(b.available) - Number(a.available) || a.gpus - b.gpus || a.cores - b.cores,
  );
}

function sizeRow(say: Say, state: WizardState, size: VmSize): VmSizeRow {
  const quota = limitingQuota(state, size);
  return {
    name: size.name,
    cores: size.cores,
    memory: say('size.memory', { gb: size.memoryGb }),
    gpus: size.gpus,
    quota: quota ? say('size.quotaShort', quota) : say('size.quotaNotReadable'),
    price: priceText(say, state, size),
    available: !quota || quota.left >= size.cores,
  };
}

function priceText(say: Say, state: WizardState, size: VmSize): string | null {
  const price = plannedPrice(say, state, size);
  return price && say('size.price', { price });
}

/** Returns the price of the selected size, for a node or for the whole instance. */
function chosenPrice(say: Say, state: WizardState): string | null {
  const size = chosenVmSize(state);
  if (!size) return null;
  const price = plannedPrice(say, state, size);
  if (price === null) return say('size.price.unknown');
  return say(traitsOf(state.choices.kind).scales ? 'size.price.node' : 'size.price', { price });
}

/** Formats the price of a planned machine. Only cluster nodes can have low priority. */
function plannedPrice(say: Say, { choices }: WizardState, { price }: VmSize): string | null {
  const isLow = traitsOf(choices.kind).scales && choices.priority === 'LowPriority';
  const amount = isLow ? price?.lowPriority : price?.dedicated;
  return !price || amount === undefined || amount === null ? null : formatMoney(say, amount, price.currency);
}

function quotaOf(say: Say, state: WizardState): Size['quota'] {
  const size = chosenVmSize(state);
  if (!size) return null;
  const quota = limitingQuota(state, size);
  if (!quota) return { text: say('size.quotaNotReadable'), shortage: null };
  const { max } = plannedNodes(state);
  const needed = max * size.cores;
  return needed <= quota.left
    ? { text: say('size.quotaOf', quota), shortage: null }
    : {
        text: say('size.quotaNotEnough', { ...quota, max, n: needed }),
        shortage: severityOf(state, 'quota-aml-compute'),
      };
}

/** Returns the subnet's addresses and how many this plan takes; null if they aren't known. */
export function capacityView(say: Say, state: WizardState): Capacity | null {
  const { kind } = state.choices;
  const found = chosenSubnet(state);
  // An attached resource already has its addresses.
  if (!found || !isComputeKind(kind)) return null;
  const reserved = reservedAddresses(state, found.subnet.id);
  const { total, inUse, free } = subnetCapacity(found.subnet, reserved);
  if (total === null) return null;
  const plan = plannedNodes(state).max;
  const left = Math.max(0, (free ?? total) - plan);
  return {
    total,
    inUse,
    reserved,
    plan,
    left,
    text: capacityText(say, state, { total, inUse, reserved, plan, left }),
    reservedFor:
      reserved > 0
        ? neighbors(state, found.subnet.id)
            .filter((one) => reservedFor(one) > 0)
            .map((one) => one.name)
            .join(', ')
        : null,
    ...(free === null || plan <= free ? enough : shortageView(say, state, { plan, free })),
  };
}

interface CapacityParts {
  readonly total: number;
  readonly inUse: number | null;
  readonly reserved: number;
  readonly plan: number;
  readonly left: number;
}

function capacityText(say: Say, state: WizardState, parts: CapacityParts): string {
  const { inUse } = parts;
  if (inUse === null) return say('capacity.notReadable');
  // Same as the assumption in Readiness.
  if (isComputeListStale(state)) return say('capacity.textReservedWhenLastRead', { ...parts, inUse });
  if (state.computes.is !== 'ready') return say('capacity.textReservedUnread', { ...parts, inUse });
  return say(parts.reserved > 0 ? 'capacity.text' : 'capacity.textNoneReserved', { ...parts, inUse });
}

type Shortage = Pick<Capacity, 'short' | 'shortage' | 'setTo'>;

const enough: Shortage = { short: null, shortage: null, setTo: null };

function shortageView(
  say: Say,
  state: WizardState,
  { plan, free }: { readonly plan: number; readonly free: number },
): Shortage {
  if (!traitsOf(state.choices.kind).scales) {
    const shortage = severityOf(state, 'subnet-free-ips-instance');
    return { short: say('capacity.shortInstance'), shortage, setTo: null };
  }
  return {
    short: say('capacity.short', { n: plan, m: free }),
    shortage: severityOf(state, 'subnet-free-ips-cluster'),
    setTo: free > 0 ? free : null,
  };
}

/** Returns the severity that Readiness shows for the same shortage: an error if not even the first nodes can start. */
function severityOf(state: WizardState, requirement: string): 'error' | 'warning' {
  const found = state.evaluation?.results.find((one) => one.requirement === requirement);
  return found?.outcome.is === 'failed' && found.severity === 'error' ? 'error' : 'warning';
}
