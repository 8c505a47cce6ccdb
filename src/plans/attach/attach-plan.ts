import type { Fix } from '../../core/fix';
import type { ResourceId } from '../../core/network/model';
import type { AttachedKind } from '../../core/compute-kinds';
import type { ComputePlan } from '../compute-plan';

/** Something that stands already and can be attached, or written as code: every choice made. */
export interface AttachPlan {
  readonly kind: AttachedKind;
  readonly name: string;
  readonly workspaceId: ResourceId;
  /** Region of the workspace, ARM spelling (`westeurope`). */
  readonly workspaceLocation: string;
  /** Region in which Azure ML keeps the compute: the workspace's. */
  readonly location: string;
  readonly targetId: ResourceId;
  /** The subnet that Readiness checked; null where its machines are in none that is known. */
  readonly subnetId: ResourceId | null;
  /** The other subnets that its machines are in. */
  readonly otherSubnetIds: readonly ResourceId[];
  readonly access: AttachAccess;
  /** Fixes that the person wants written into the code instead of applied in Azure. */
  readonly fixes: readonly Fix[];
}

/** How Azure ML gets in; what is secret of it is asked for when attaching, and is in no plan. */
export type AttachAccess =
  | {
      readonly is: 'token';
      /** Address of the Databricks workspace, without scheme. */
      readonly workspaceUrl: string;
    }
  | {
      readonly is: 'ssh';
      readonly address: string;
      readonly port: number;
      readonly user: string;
      readonly signIn: SshSignIn;
    };

type SshSignIn = 'password' | 'key';

/** What only the person knows. It goes into the body of the PUT and nowhere else. */
export type AttachSecret =
  | { readonly is: 'token'; readonly token: string }
  | { readonly is: 'password'; readonly password: string }
  | { readonly is: 'key'; readonly privateKey: string };

/** A plan of either sort. */
export type Plan = ComputePlan | AttachPlan;

export function isAttachPlan(plan: Plan): plan is AttachPlan {
  return 'targetId' in plan;
}

/** Which secret has to be asked for. */
export function requiredSecret({ access }: AttachPlan): AttachSecret['is'] {
  return access.is === 'token' ? 'token' : access.signIn;
}
