import { known, mapKnown, type Known } from '../../../core/known';
import type { WorkspaceAccess } from '../../../core/services/services';
import { propertyOf, type DeclaredResource } from '../declared-resource';
import { allKnown, flagPart, itemsPart, partOf, textPart, textsPart } from '../parts';

/** Returns the networks from which a workspace of a file is accessible. */
export function workspaceAccess(workspace: DeclaredResource): WorkspaceAccess {
  const publicAccess = textPart<null>(propertyOf(workspace, 'publicNetworkAccess'), known(null));
  const addressList = allowedAddresses(workspace);
  return publicAccess.known && publicAccess.value === null
    ? { publicAccess: publicAccessBehindEndpoint(workspace), onlyBehindEndpoint: true, addressList }
    : { publicAccess: mapKnown(publicAccess, (word) => word?.toLowerCase() !== 'disabled'), addressList };
}

/** Reads both members that contain “Enabled from selected IP addresses”. */
function allowedAddresses(workspace: DeclaredResource): Known<readonly string[]> {
  const listed = textsPart(propertyOf(workspace, 'ipAllowlist'));
  const action = textPart(propertyOf(workspace, 'networkAcls', 'defaultAction'), known('Allow'));
  if (!listed.known || (action.known && action.value.toLowerCase() !== 'deny')) return listed;
  const rules = itemsPart(propertyOf(workspace, 'networkAcls', 'ipRules'));
  if (!action.known) return action;
  if (!rules.known) return rules;
  const values = allKnown(rules.value.map((one) => textPart(partOf(one, 'value'), known(''))));
  return mapKnown(values, (all) => [...listed.value, ...all]);
}

/**
 * Returns whether public access is on next to a private endpoint, by the switch of older API versions. A workspace without a
 * private endpoint is public, whatever its value (workspace reference, allowPublicAccessWhenBehindVnet).
 */
function publicAccessBehindEndpoint(workspace: DeclaredResource): Known<boolean> {
  return flagPart(propertyOf(workspace, 'allowPublicAccessWhenBehindVnet'), known(true));
}
