import { plannedKinds } from '../../core/compute-kinds';
import { nameOf, segmentOf } from '../../core/network/find';
import { attachBody } from '../compute-body';
import { requiredSecret, type AttachPlan, type AttachSecret } from '../compute-plan';
import type { PlanSay } from '../say';
import { bodyValue } from './body-value';
import type { CodeParts } from './code-context';
import type { Candidate } from './parameters';
import { subscriptionKey } from './scopes';
import {
  templateParameter,
  type ExistingResource,
  type ResourceGroupScope,
  type TemplateValue,
} from './template';

/** Returns the code of an attached resource. */
export function attachedCode(plan: AttachPlan): CodeParts {
  const target = nameOf(plan.targetId);
  return {
    existing: () => [attachedTarget(plan)],
    resource: ({ say }) => ({
      comment: attachedComment(plan, say),
      tags: null,
      identity: null,
      properties: attachedProperties(plan),
    }),
    parameters: attachedParameters(plan),
    locationText: 'location.attached',
    place: { key: `write.heading.attached.${plan.subnetId === null ? 'none' : 'subnet'}`, target },
  };
}

/** Returns the resource to attach, which already exists, possibly in another resource group. */
function attachedTarget(plan: AttachPlan): ExistingResource {
  const { type, apiVersion } = plannedKinds[plan.kind].target;
  return {
    symbol: 'target',
    type,
    apiVersion,
    name: templateParameter('targetName'),
    parent: null,
    scope: targetScope(plan),
  };
}

function targetScope({ targetId, workspaceId }: AttachPlan): ResourceGroupScope | null {
  const isElsewhere = subscriptionKey(targetId) !== subscriptionKey(workspaceId);
  const group = (id: string): string => (segmentOf(id, 'resourceGroups') ?? '').toLowerCase();
  if (!isElsewhere && group(targetId) === group(workspaceId)) return null;
  return {
    subscription: isElsewhere ? templateParameter('targetSubscription') : null,
    group: templateParameter('targetResourceGroup'),
  };
}

/** Properties whose value comes from a parameter or the target instead of the plan. */
const followed: Readonly<Record<string, TemplateValue>> = {
  resourceId: { is: 'id', symbol: 'target' },
  workspaceUrl: templateParameter('databricksUrl'),
  databricksAccessToken: templateParameter('databricksAccessToken'),
  address: templateParameter('sshAddress'),
  sshPort: templateParameter('sshPort'),
  username: templateParameter('adminUserName'),
  password: templateParameter('sshPassword'),
  privateKeyData: templateParameter('sshPrivateKey'),
};

/**
 * Returns the `properties` of the attached compute resource, identical to the PUT request's body. Its secret is a
 * parameter.
 */
function attachedProperties(plan: AttachPlan): TemplateValue {
  return bodyValue(attachBody(plan, placeholders[requiredSecret(plan)]).properties, { followed });
}

/** Placeholders for the property of the secret. Their value is never written. */
const placeholders: Readonly<Record<AttachSecret['is'], AttachSecret>> = {
  token: { is: 'token', token: '' },
  password: { is: 'password', password: '' },
  key: { is: 'key', privateKey: '' },
};

/** Returns parameters for values of the attached resource that differ between environments. */
function attachedParameters(plan: AttachPlan): readonly Candidate[] {
  const { targetId } = plan;
  return [
    { name: 'targetName', value: nameOf(targetId), describedBy: `targetName.${plan.kind}` },
    {
      name: 'targetResourceGroup',
      value: segmentOf(targetId, 'resourceGroups') ?? '',
      limits: { minLength: 1, maxLength: 90 },
    },
    { name: 'targetSubscription', value: subscriptionKey(targetId) },
    ...accessParameters(plan),
    secretParameters[requiredSecret(plan)],
  ];
}

function accessParameters({ access }: AttachPlan): readonly Candidate[] {
  if (access.is === 'token') return [{ name: 'databricksUrl', value: access.workspaceUrl }];
  return [
    { name: 'sshAddress', value: access.address },
    { name: 'sshPort', value: access.port, limits: { minValue: 1, maxValue: 65_535 } },
    { name: 'adminUserName', value: access.user, describedBy: 'adminUserName.attached' },
  ];
}

/** Secrets that are supplied at deployment. The files name their environment variable. */
const secretParameters: Readonly<Record<AttachSecret['is'], Candidate>> = {
  token: { name: 'databricksAccessToken', value: '', secure: true, environment: 'DATABRICKS_ACCESS_TOKEN' },
  password: { name: 'sshPassword', value: '', secure: true, environment: 'SSH_PASSWORD' },
  key: { name: 'sshPrivateKey', value: '', secure: true, environment: 'SSH_PRIVATE_KEY' },
};

/** Returns comments about the attached resource for reviewers. */
function attachedComment(plan: AttachPlan, say: PlanSay): readonly string[] {
  return [
    say('write.attached.stays', { target: nameOf(plan.targetId) }),
    say(`write.attached.${requiredSecret(plan)}`),
    say('write.replaces'),
  ];
}
