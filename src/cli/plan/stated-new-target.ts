import { traitsOf, type AttachedKind } from '../../core/compute-kinds';
import { reason, type Reason } from '../../core/reason';
import {
  newTargetIdOf,
  newTargetKinds,
  type NewTarget,
  type NewTargetType,
} from '../../plans/code/new-target/new-target';
import {
  isInSubscription,
  newTargetUserFault,
  storageAccountFault,
  storageIdentityFault,
} from '../../plans/code/new-target/new-target-faults';
import { matchPlan, type Plan } from '../../plans/compute-plan';
import { formatReason } from '../../wording/reason-text';
import { UsageError } from '../options';
import type { Terminal } from '../terminal';
import { optionNames, type PlanValues } from './plan-options';
import { statedPlan } from './stated-plan';

const required = ['name', 'workspaceId', 'workspaceRegion', 'subnetId', 'size'] as const;
const optional = ['compute', 'region', 'user'] as const;
/** Options for a cluster, which keeps its files in a storage account. */
const storageOptions = ['storageAccountId', 'identity'] as const;

type OptionName = keyof NewTargetValues;
type Required = Readonly<Record<(typeof required)[number], string>>;

/** Options of a plan, and of the new resource that is written with it. */
export interface NewTargetValues extends PlanValues {
  readonly storageAccountId?: string;
}

/**
 * Returns the new resource in the options. Null if an option isn't valid, which is reported on standard error.
 * @throws {UsageError} if an option is missing, or isn't for this kind of resource
 */
export async function statedNewTarget(
  file: string | undefined,
  values: NewTargetValues,
  terminal: Terminal,
): Promise<NewTarget | null> {
  const { is, kind, stated } = statedPlace(file, values);
  const user = await adminUser(
    { kind, targetId: newTargetIdOf({ is, ...stated }), stated },
    values,
    terminal,
  );
  if (user === null || showFaults(faultsOf(is, user, values), terminal)) return null;
  // Validates size and region with the rules for resources that Azure Machine Learning creates.
  const { region = stated.workspaceRegion, storageAccountId = '', identity = '' } = values;
  const sized = await statedPlan(
    undefined,
    { ...stated, compute: 'cluster', name: 'cluster', region },
    terminal,
  );
  const storage = { storageAccountId, storageIdentityId: identity };
  return sized && targetOf(is, sized, { ...stated, user, storage });
}

interface StatedPlace {
  readonly is: NewTargetType;
  readonly kind: AttachedKind;
  readonly stated: Required;
}

/**
 * Checks which options are present.
 * @throws {UsageError} if an option is missing, or isn't for this kind of resource
 */
function statedPlace(file: string | undefined, values: NewTargetValues): StatedPlace {
  const kind = newTargetKinds.find((one) => one === values.compute);
  const is = kind === undefined ? null : traitsOf(kind).writesNew;
  const needed: readonly OptionName[] = is === 'spark' ? [...required, ...storageOptions] : required;
  refuseOthers(file, values, [...needed, ...optional]);
  const missing = needed.filter((name) => values[name] === undefined);
  if (kind === undefined || is === null || missing.length > 0) {
    const compute = `--compute ${newTargetKinds.join('|')}`;
    throw new UsageError(reason('terminal.plan.newOnly', { options: [compute, ...optionNames(needed)] }));
  }
  const stated = Object.fromEntries(required.map((name) => [name, values[name]])) as Required;
  if (!isInSubscription(stated.subnetId, stated.workspaceId)) {
    throw new UsageError(reason('terminal.plan.newElsewhere'));
  }
  return { is, kind, stated };
}

type OptionFault = readonly [OptionName, Reason | null];

function faultsOf(
  is: NewTargetType,
  user: string,
  { workspaceId = '', storageAccountId = '', identity = '' }: NewTargetValues,
): readonly OptionFault[] {
  const userFault: OptionFault = ['user', newTargetUserFault(user)];
  if (is === 'machine') return [userFault];
  return [
    userFault,
    ['storageAccountId', storageAccountFault(storageAccountId, workspaceId)],
    ['identity', storageIdentityFault(identity)],
  ];
}

function showFaults(faults: readonly OptionFault[], { say, error }: Terminal): boolean {
  const found = faults.flatMap(([name, fault]) =>
    fault === null ? [] : [[...optionNames([name]), formatReason(say, fault)].join(': ')],
  );
  for (const line of found) error(`${line}\n`);
  return found.length > 0;
}

function refuseOthers(
  file: string | undefined,
  values: NewTargetValues,
  possible: readonly OptionName[],
): void {
  const others = (Object.keys(values) as OptionName[]).filter(
    (one) => values[one] !== undefined && !possible.includes(one),
  );
  if (file === undefined && others.length === 0) return;
  const options = file === undefined ? optionNames(others) : [file];
  throw new UsageError(reason('terminal.plan.newFile', { options }));
}

/**
 * Returns the user. Validates names, IDs, and the user with the rules for attached resources. The address is a
 * placeholder, because it isn't known before the resource exists.
 */
async function adminUser(
  { kind, targetId, stated }: Omit<StatedPlace, 'is'> & { readonly targetId: string },
  { user }: PlanValues,
  terminal: Terminal,
): Promise<string | null> {
  const { name, workspaceId, workspaceRegion, subnetId } = stated;
  const attached = await statedPlan(
    undefined,
    {
      ...{ compute: kind, name, workspaceId, workspaceRegion, subnetId },
      ...{ targetId, address: '10.0.0.4' },
      ...(user === undefined ? {} : { user }),
    },
    terminal,
  );
  return (
    attached &&
    matchPlan(attached, {
      create: () => null,
      attach: ({ access }) => (access.is === 'ssh' ? access.user : null),
    })
  );
}

function targetOf(
  is: NewTargetType,
  sized: Plan,
  stated: Required & {
    readonly user: string;
    readonly storage: { readonly storageAccountId: string; readonly storageIdentityId: string };
  },
): NewTarget | null {
  const { name, workspaceId, subnetId, user, storage } = stated;
  return matchPlan<NewTarget | null>(sized, {
    create: ({ workspaceLocation, location, vmSize }) => {
      const shared = { name, workspaceId, subnetId, workspaceLocation, location, vmSize, adminUser: user };
      return is === 'spark' ? { is, ...shared, ...storage } : { is, ...shared };
    },
    attach: () => null,
  });
}
