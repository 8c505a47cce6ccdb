import { known, mapKnown, type Known } from '../../../core/known';
import type { WorkspaceAccess } from '../../../core/services/services';
import { propertyOf, type DeclaredResource } from '../declared-resource';
import { allKnown, flagPart, itemsPart, partOf, textPart, textsPart } from '../parts';

/** Returns the networks from which a workspace of a file is accessible. */
export function workspaceAccess(workspace: DeclaredResource): WorkspaceAccess {
  return { publicAccess: publicAccessOf(workspace), addressList: allowedAddresses(workspace) };
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
 * Whether public access is on. API versions before this switch had another one, which was off (workspace reference,
 * allowPublicAccessWhenBehindVnet).
 */
function publicAccessOf(workspace: DeclaredResource): Known<boolean> {
  const now = textPart<null>(propertyOf(workspace, 'publicNetworkAccess'), known(null));
  if (!now.known) return now;
  if (now.value !== null) return known(now.value.toLowerCase() !== 'disabled');
  return flagPart(propertyOf(workspace, 'allowPublicAccessWhenBehindVnet'), known(true));
}
