import { tagRecord, type ComputeBody } from '../compute-body';
import { idleShutdownLimits } from '../idle-shutdown';
import type { ComputePlan } from '../compute-plan';
import { bodyValue } from './body-value';
import type { Candidate } from './parameters';
import { templateObject, templateParameter, type TemplateValue } from './template';

/**
 * The compute's `properties`, word for word the body of the PUT, with parameters where environments differ. A subnet that
 * exists was checked in Azure: that no file declares it isn't reported.
 */
export function computeProperties(body: ComputeBody, subnetExists: boolean): TemplateValue {
  const ignored = subnetExists ? { subnet: 'subnet-not-in-files' } : {};
  return bodyValue(body.properties, { followed, ignored });
}

/** Properties that follow something else than the plan's own value. */
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

/** The compute's tags; null where it has none. */
export function computeTags({ tags }: ComputePlan): TemplateValue | null {
  return tags.length === 0 ? null : templateParameter('tags');
}

/** The compute's identity; null where it has none. */
export function computeIdentity({ identity }: ComputePlan): TemplateValue | null {
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
