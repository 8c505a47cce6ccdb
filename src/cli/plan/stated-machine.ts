import { planKinds, traitsOf } from '../../core/compute-kinds';
import { segmentOf } from '../../core/network/find';
import { reason } from '../../core/reason';
import type { NewMachine } from '../../plans/code/machine/machine';
import { machineIdOf } from '../../plans/code/machine/new-machine';
import { matchPlan, type Plan } from '../../plans/compute-plan';
import { UsageError } from '../options';
import type { Terminal } from '../terminal';
import { optionNames, type PlanValues } from './plan-options';
import { statedPlan } from './stated-plan';

const required = ['name', 'workspaceId', 'workspaceRegion', 'subnetId', 'size'] as const;
const possible: ReadonlySet<string> = new Set([...required, 'compute', 'region', 'user', 'newMachine']);

/** User names that Azure refuses for a new virtual machine (`adminUsername` of Microsoft.Compute, 2024-07-01). */
const refusedUsers: ReadonlySet<string> = new Set(
  [
    'administrator admin user user1 test user2 test1 user3 admin1 1 123 a actuser adm admin2 aspnet backup console david',
    'guest john owner root server sql support support_388945a0 sys test2 test3 user4 user5',
  ].flatMap((line) => line.split(' ')),
);

type Required = Readonly<Record<(typeof required)[number], string>>;

/**
 * The virtual machine that options state; null where one isn't valid, which standard error then says.
 * @throws {UsageError} where one is missing, or is of something else
 */
export async function statedMachine(
  file: string | undefined,
  values: PlanValues,
  terminal: Terminal,
): Promise<NewMachine | null> {
  refuseOthers(file, values);
  const stated = requiredOf(values);
  // A network interface and its virtual network are of one subscription.
  const [ofSubnet, ofWorkspace] = [stated.subnetId, stated.workspaceId].map((id) =>
    segmentOf(id, 'subscriptions')?.toLowerCase(),
  );
  if (ofSubnet !== undefined && ofWorkspace !== undefined && ofSubnet !== ofWorkspace) {
    throw new UsageError(reason('terminal.plan.newMachineElsewhere'));
  }
  const user = await adminUser(stated, values, terminal);
  if (user === null) return null;
  if (refusedUsers.has(user.toLowerCase())) {
    throw new UsageError(reason('terminal.plan.newMachineUser', { user }));
  }
  // Size and region have the rules of what Azure ML creates.
  const { region = stated.workspaceRegion } = values;
  const sized = await statedPlan(
    undefined,
    { ...stated, compute: 'cluster', name: 'cluster', region },
    terminal,
  );
  return sized && machineOf(sized, stated, user);
}

function refuseOthers(file: string | undefined, values: PlanValues): void {
  const others = (Object.keys(values) as (keyof PlanValues)[]).filter(
    (one) => values[one] !== undefined && !possible.has(one),
  );
  if (file === undefined && others.length === 0) return;
  const options = file === undefined ? optionNames(others) : [file];
  throw new UsageError(reason('terminal.plan.newMachineFile', { options }));
}

function requiredOf(values: PlanValues): Required {
  const stated = required.flatMap((name) =>
    values[name] === undefined ? [] : [[name, values[name]] as const],
  );
  if (writesNew(values.compute) && stated.length === required.length) {
    return Object.fromEntries(stated) as Required;
  }
  const options = ['--compute virtual-machine', ...optionNames(required)];
  throw new UsageError(reason('terminal.plan.newMachineOnly', { options }));
}

function writesNew(compute: PlanValues['compute']): boolean {
  const kind = planKinds.find((one) => one === compute);
  return kind !== undefined && traitsOf(kind).writesNew;
}

/** Names, IDs, and the user have the rules of what is attached. The address is known once it exists. */
async function adminUser(
  { name, workspaceId, workspaceRegion, subnetId }: Required,
  { user }: PlanValues,
  terminal: Terminal,
): Promise<string | null> {
  const targetId = machineIdOf({ workspaceId, name });
  const attached = await statedPlan(
    undefined,
    {
      ...{ compute: 'virtual-machine', name, workspaceId, workspaceRegion, subnetId },
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

function machineOf(sized: Plan, { name, workspaceId, subnetId }: Required, user: string): NewMachine | null {
  return matchPlan<NewMachine | null>(sized, {
    create: ({ workspaceLocation, location, vmSize }) => ({
      ...{ name, workspaceId, subnetId, workspaceLocation, location, vmSize },
      adminUser: user,
    }),
    attach: () => null,
  });
}
