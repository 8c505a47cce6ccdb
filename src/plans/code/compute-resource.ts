import { computeBody, tagRecord, type ComputeBody } from '../compute-body';
import type { ComputePlan } from '../compute-plan';
import { isSshPublic } from '../created-kinds';
import { idleShutdownLimits } from '../idle-shutdown';
import type { PlanSay } from '../say';
import { bodyValue } from './body-value';
import type { CodeContext, CodeParts } from './code-context';
import type { Candidate } from './parameters';
import { virtualNetworkScope } from './scopes';
import { templateObject, templateParameter, type ExistingResource, type TemplateValue } from './template';
import { networkCodeApiVersion } from './writing';

/** Returns the code of a compute resource that Azure ML creates. */
export function createdCode(plan: ComputePlan): CodeParts {
  const isManaged = plan.subnetId === null;
  return {
    existing: (isNetworkNew) => networkOf(plan, isNetworkNew),
    resource: ({ isNetworkNew, context, say }) => ({
      comment: computeComment(plan, context, say),
      tags: computeTags(plan),
      identity: computeIdentity(plan),
      properties: computeProperties(computeBody(plan), !isNetworkNew),
    }),
    parameters: [...computeParameters(plan), ...accessParameters(plan)],
    locationText: isManaged ? 'location.managed' : 'location',
    place: { key: isManaged ? 'write.heading.managed' : 'write.heading.subnet', target: '' },
  };
}

/** Symbol of the network, whether it's new or existing. */
export const networkSymbol = 'virtualNetwork';

const networkType = 'Microsoft.Network/virtualNetworks';

const subnet: ExistingResource = {
  symbol: 'subnet',
  type: `${networkType}/subnets`,
  apiVersion: networkCodeApiVersion,
  name: templateParameter('subnetName'),
  parent: networkSymbol,
  scope: null,
};

/** Returns the subnet and its network as existing resources. A new network isn't one. */
function networkOf(
  { subnetId, workspaceId }: ComputePlan,
  isNetworkNew: boolean,
): readonly ExistingResource[] {
  if (subnetId === null) return [];
  if (isNetworkNew) return [subnet];
  const virtualNetwork: ExistingResource = {
    symbol: networkSymbol,
    type: networkType,
    apiVersion: networkCodeApiVersion,
    name: templateParameter('virtualNetworkName'),
    parent: null,
    scope: virtualNetworkScope(subnetId, workspaceId),
  };
  return [virtualNetwork, subnet];
}

/**
 * Returns the compute resource's `properties`, identical to the PUT request's body, with parameters for values that
 * differ between environments.
 * An existing subnet was checked in Azure, so a check that no file declares it is suppressed.
 */
function computeProperties(body: ComputeBody, subnetExists: boolean): TemplateValue {
  const ignored = subnetExists ? { subnet: 'subnet-not-in-files' } : {};
  return bodyValue(body.properties, { followed, ignored });
}

/** Properties whose value doesn't come from the plan directly. */
const followed: Readonly<Record<string, TemplateValue>> = {
  computeLocation: templateParameter('location'),
  vmSize: templateParameter('vmSize'),
  vmPriority: templateParameter('vmPriority'),
  minNodeCount: templateParameter('minNodes'),
  maxNodeCount: templateParameter('maxNodes'),
  nodeIdleTimeBeforeScaleDown: { is: 'format', parts: ['PT', templateParameter('idleMinutes'), 'M'] },
  idleTimeBeforeShutdown: { is: 'format', parts: ['PT', templateParameter('idleShutdownMinutes'), 'M'] },
  adminUserName: templateParameter('adminUserName'),
  adminUserSshPublicKey: templateParameter('sshPublicKey'),
  adminPublicKey: templateParameter('sshPublicKey'),
  objectId: templateParameter('assignedUserObjectId'),
  tenantId: templateParameter('assignedUserTenantId'),
  subnet: templateObject({ id: { is: 'id', symbol: 'subnet' } }),
};

/** Returns the compute resource's tags; null without tags. */
function computeTags({ tags }: ComputePlan): TemplateValue | null {
  return tags.length === 0 ? null : templateParameter('tags');
}

/** Returns the compute resource's identity; null without one. */
function computeIdentity({ identity }: ComputePlan): TemplateValue | null {
  switch (identity.is) {
    case 'none':
      return null;
    case 'system':
      return templateObject({ type: 'SystemAssigned' });
    case 'user':
      return templateObject({
        type: 'UserAssigned',
        userAssignedIdentities: {
          is: 'keyed',
          key: templateParameter('userAssignedIdentityId'),
          value: templateObject({}),
        },
      });
  }
}

/** Returns parameters for SSH access, the assigned user, the identity, and tags. */
function accessParameters(plan: ComputePlan): readonly Candidate[] {
  const { ssh, assignedTo, identity, tags } = plan;
  return [
    ...(ssh === null
      ? []
      : [
          { name: 'adminUserName', value: ssh.adminUser, limits: { minLength: 1, maxLength: 20 } },
          { name: 'sshPublicKey', value: ssh.publicKey, secure: true },
        ]),
    ...(assignedTo === null
      ? []
      : [
          { name: 'assignedUserObjectId', value: assignedTo.objectId },
          { name: 'assignedUserTenantId', value: assignedTo.tenantId },
        ]),
    ...(identity.is === 'user' ? [{ name: 'userAssignedIdentityId', value: identity.id }] : []),
    { name: 'tags', value: { is: 'object', fields: tagRecord(tags) } },
  ];
}

/** Returns parameters for VM size and number of nodes. */
function computeParameters(plan: ComputePlan): readonly Candidate[] {
  const { vmSize, nodes, subnetId, idleShutdownMinutes } = plan;
  return [
    { name: 'vmSize', value: vmSize },
    { name: 'vmPriority', value: nodes.priority, limits: { allowed: ['Dedicated', 'LowPriority'] } },
    { name: 'minNodes', value: nodes.min, limits: { minValue: 0 } },
    {
      name: 'maxNodes',
      value: nodes.max,
      limits: { minValue: 1 },
      describedBy: subnetId === null ? 'maxNodes.managed' : 'maxNodes',
    },
    { name: 'idleMinutes', value: nodes.idleMinutes, limits: { minValue: 1 } },
    ...(idleShutdownMinutes === null
      ? []
      : [
          {
            name: 'idleShutdownMinutes',
            value: idleShutdownMinutes,
            limits: { minValue: idleShutdownLimits.least, maxValue: idleShutdownLimits.most },
          },
        ]),
  ];
}

/** Returns comments about the compute resource for reviewers. */
function computeComment(plan: ComputePlan, context: CodeContext, say: PlanSay): readonly string[] {
  return [
    say(`write.publicIp.${addressWord(plan, context)}`),
    say(`write.ssh.${sshWord(plan)}`),
    say('write.replaces'),
  ];
}

/**
 * Returns the key about the public IP. In December 2020, Batch connected to every node, and Azure ML only to instances;
 * having no public IP became possible later.
 */
function addressWord({ subnetId, publicIp, kind }: ComputePlan, { profile }: CodeContext): string {
  if (subnetId === null) return 'managed';
  if (profile !== '2020-12') return publicIp ? 'yes' : 'no';
  return publicIp ? `${kind}2020` : 'no2020';
}

function sshWord(plan: ComputePlan): 'off' | 'private' | 'public' {
  if (plan.ssh === null) return 'off';
  return isSshPublic(plan) ? 'public' : 'private';
}
