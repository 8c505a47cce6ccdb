import { tagRecord, type ComputeBody } from '../compute-body';
import { idleShutdownLimits } from '../idle-shutdown';
import type { ComputePlan } from '../compute-plan';
import { bodyValue } from './body-value';
import type { Candidate } from './parameters';
import { object, parameter, type Value } from './template';

/**
 * The compute's `properties`, word for word the body of the PUT, with parameters where environments differ. A subnet that
 * exists was checked in Azure: that no file declares it isn't reported.
 */
export function computeProperties(body: ComputeBody, subnetExists: boolean): Value {
  const ignored = subnetExists ? { subnet: 'subnet-not-in-files' } : {};
  return bodyValue(body.properties, { followed, ignored });
}

/** Properties that follow something else than the plan's own value. */
const followed: Readonly<Record<string, Value>> = {
  computeLocation: parameter('location'),
  vmSize: parameter('vmSize'),
  vmPriority: parameter('vmPriority'),
  minNodeCount: parameter('minNodes'),
  maxNodeCount: parameter('maxNodes'),
  nodeIdleTimeBeforeScaleDown: { is: 'format', parts: ['PT', parameter('idleMinutes'), 'M'] },
  idleTimeBeforeShutdown: { is: 'format', parts: ['PT', parameter('idleShutdownMinutes'), 'M'] },
  adminUserName: parameter('adminUserName'),
  adminUserSshPublicKey: parameter('sshPublicKey'),
  adminPublicKey: parameter('sshPublicKey'),
  objectId: parameter('assignedUserObjectId'),
  tenantId: parameter('assignedUserTenantId'),
  subnet: object({ id: { is: 'id', symbol: 'subnet' } }),
};

/** The compute's tags; null where it has none. */
export function computeTags({ tags }: ComputePlan): Value | null {
  return tags.length === 0 ? null : parameter('tags');
}

/** The compute's identity; null where it has none. */
export function computeIdentity({ identity }: ComputePlan): Value | null {
  switch (identity.is) {
    case 'none':
      return null;
    case 'system':
      return object({ type: 'SystemAssigned' });
    case 'user':
      return object({
        type: 'UserAssigned',
        userAssignedIdentities: {
          is: 'keyed',
          key: parameter('userAssignedIdentityId'),
          value: object({}),
        },
      });
  }
}

/** Parameters of who may use the compute, who it is to Azure, and its tags. */
export function accessParameters(plan: ComputePlan): readonly Candidate[] {
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

/** Parameters of machine size and number. */
export function computeParameters(plan: ComputePlan): readonly Candidate[] {
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
