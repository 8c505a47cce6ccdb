import { nameOf, segmentOf } from '../../../core/network/find';
import { reason, type Reason } from '../../../core/reason';
import type { AttachSecret, Plan } from '../../compute-plan';
import type { PlanSay } from '../../say';
import type { CodeContext } from '../code-context';
import { leftOutLines, type LeftOutStep } from '../left-out';

/** Location of the workspace. */
export interface WorkspacePlace {
  readonly subscription: string;
  readonly group: string;
  readonly name: string;
}

export function placeOfWorkspace({ workspaceId }: Plan): WorkspacePlace {
  return {
    subscription: segmentOf(workspaceId, 'subscriptions') ?? '',
    group: segmentOf(workspaceId, 'resourceGroups') ?? '',
    name: nameOf(workspaceId),
  };
}

/** Returns the parts of a plan that a form for the compute resource alone omits: all network resources. */
export function notInScript(plan: Plan, { newNetwork }: CodeContext): readonly Reason[] {
  if (newNetwork) return [reason('write.leftOut.network', { network: nameOf(newNetwork.id) })];
  return plan.fixes.length === 0 ? [] : [reason('write.leftOut.fixes', { n: plan.fixes.length })];
}

/** Returns the heading of a script: its purpose, the location of the machines, and the omitted parts. */
export function scriptHeading(
  plan: Plan,
  more: { readonly context: CodeContext; readonly leftOut: readonly LeftOutStep[]; readonly say: PlanSay },
): readonly string[] {
  const { context, leftOut, say } = more;
  const target = 'targetId' in plan ? nameOf(plan.targetId) : '';
  const subnet = nameOf(plan.subnetId ?? '');
  const network = segmentOf(plan.subnetId ?? '', 'virtualNetworks') ?? '';
  const isIn = plan.subnetId === null ? 'none' : 'subnet';
  const place = 'targetId' in plan ? `attached.${isIn}` : plan.subnetId === null ? 'managed' : 'subnet';
  return [
    say(`write.heading.${plan.kind}`, { name: plan.name, workspace: nameOf(plan.workspaceId) }),
    say(`write.heading.${place}`, { subnet, network, target }),
    say('write.heading.written', { date: context.writtenOn }),
    ...leftOutLines(say, leftOut),
  ];
}

/** Returns the cloud of a workspace by its region. */
export function cloudOfPlan({
  workspaceLocation,
}: Pick<Plan, 'workspaceLocation'>): 'public' | 'usgov' | 'china' {
  if (/^us(?:gov|dod)/.test(workspaceLocation)) return 'usgov';
  return workspaceLocation.startsWith('china') ? 'china' : 'public';
}

/** The environment variable of a secret, which is in no file, and the secret's path in the request body. */
export const secretPlaces: Readonly<
  Record<AttachSecret['is'], { readonly variable: string; readonly path: string }>
> = {
  token: { variable: 'DATABRICKS_ACCESS_TOKEN', path: '.properties.properties.databricksAccessToken' },
  password: { variable: 'SSH_PASSWORD', path: '.properties.properties.administratorAccount.password' },
  // The variable contains a file path.
  key: {
    variable: 'SSH_PRIVATE_KEY_FILE',
    path: '.properties.properties.administratorAccount.privateKeyData',
  },
};

/** Returns a line of Bash that expands `~` in a typed path, which Bash does only for `~` in scripts. */
export function expandHome(variable: string): string {
  return `${variable}="\${${variable}/#\\~\\//$HOME/}"`;
}
