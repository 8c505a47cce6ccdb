import { reason } from '../../../core/reason';
import type { Cloud } from '../../../core/network/model';
import type { DeploymentScope } from '../../template/template';
import { textValue, unknownValue } from '../make-value';
import { concatenateTexts } from '../symbols';
import type { Value } from '../value';

/** Configured properties of the deployment target. */
export interface DeploymentInput {
  readonly subscriptionId?: string | undefined;
  readonly resourceGroup?: string | undefined;
  readonly location?: string | undefined;
  readonly tenantId?: string | undefined;
  readonly managementGroup?: string | undefined;
  readonly deploymentName?: string | undefined;
  readonly cloud: Cloud;
}

/**
 * The target of a deployment. A property that isn't configured is unknown, and is the same unknown wherever it's used.
 */
export interface Target {
  readonly kind: DeploymentScope;
  readonly subscriptionId: Value;
  readonly resourceGroup: Value;
  readonly managementGroup: Value;
  readonly tenantId: Value;
  /** Region of the resource group. For a deployment above resource groups, its own region. */
  readonly location: Value;
  readonly deploymentName: Value;
  readonly cloud: Cloud;
}

/** Returns the target of a file whose template is written for `kind`. */
export function deploymentTarget(kind: DeploymentScope, given: DeploymentInput): Target {
  return {
    kind,
    cloud: given.cloud,
    subscriptionId: stated(given.subscriptionId, 'subscription().subscriptionId'),
    resourceGroup: stated(given.resourceGroup, 'resourceGroup().name'),
    managementGroup: stated(given.managementGroup, 'managementGroup().name'),
    tenantId: stated(given.tenantId, 'tenant().tenantId'),
    location: stated(
      given.location,
      kind === 'resourceGroup' ? 'resourceGroup().location' : 'deployment().location',
    ),
    deploymentName: stated(given.deploymentName, 'deployment().name'),
  };
}

function stated(value: string | undefined, what: string): Value {
  return value === undefined
    ? unknownValue(reason('unknown.deployment', { what }), `‹${what}›`)
    : textValue(value);
}

/** Returns the prefix of the IDs of the deployment's resources. */
export function idOfTarget(target: Target): Value {
  const subscription = ['/subscriptions/', target.subscriptionId];
  switch (target.kind) {
    case 'resourceGroup':
      return concatenateTexts([...subscription, '/resourceGroups/', target.resourceGroup]);
    case 'subscription':
      return concatenateTexts(subscription);
    case 'managementGroup':
      return concatenateTexts(['/providers/Microsoft.Management/managementGroups/', target.managementGroup]);
    case 'tenant':
      return textValue('');
  }
}
