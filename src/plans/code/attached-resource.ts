import type { AttachedKind } from '../../core/compute-kinds';
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

/** What is written for a resource that is attached. */
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

/** Types of what is attached, in versions that Bicep 0.49 and years of older ones know. */
const types: Readonly<Record<AttachedKind, readonly [type: string, apiVersion: string]>> = {
  databricks: ['Microsoft.Databricks/workspaces', '2023-02-01'],
  'virtual-machine': ['Microsoft.Compute/virtualMachines', '2024-03-01'],
  hdinsight: ['Microsoft.HDInsight/clusters', '2021-06-01'],
};

/** What is attached, which exists already, perhaps in another resource group. */
function attachedTarget(plan: AttachPlan): ExistingResource {
  const [type, apiVersion] = types[plan.kind];
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

/** Properties that follow a parameter or the target instead of the plan's own value. */
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

/** The attached compute's `properties`, word for word the body of the PUT; its secret is a parameter. */
function attachedProperties(plan: AttachPlan): TemplateValue {
  return bodyValue(attachBody(plan, placeholders[requiredSecret(plan)]).properties, { followed });
}

/** They say which property the secret goes into; what it holds is never written. */
const placeholders: Readonly<Record<AttachSecret['is'], AttachSecret>> = {
  token: { is: 'token', token: '' },
  password: { is: 'password', password: '' },
  key: { is: 'key', privateKey: '' },
};

/** What of the attached compute differs between environments. */
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

/** Whoever deploys gives them; the files name where from. */
const secretParameters: Readonly<Record<AttachSecret['is'], Candidate>> = {
  token: { name: 'databricksAccessToken', value: '', secure: true, environment: 'DATABRICKS_ACCESS_TOKEN' },
  password: { name: 'sshPassword', value: '', secure: true, environment: 'SSH_PASSWORD' },
  key: { name: 'sshPrivateKey', value: '', secure: true, environment: 'SSH_PRIVATE_KEY' },
};

/** What a reviewer asks of the attached compute itself. */
function attachedComment(plan: AttachPlan, say: PlanSay): readonly string[] {
  return [
    say('write.attached.stays', { target: nameOf(plan.targetId) }),
    say(`write.attached.${requiredSecret(plan)}`),
    say('write.replaces'),
  ];
}
