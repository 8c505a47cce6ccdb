import { withoutEnd } from '../../core/cut-text';
import type { DatabricksTarget } from '../../core/attach-target';
import { known } from '../../core/known';
import type { ResourceId } from '../../core/network/model';
import { flagAt, textAt, type JsonObject } from '../json';
import { nameIn } from '../network/members';
import { unreadMember } from '../network/unreadable';
import { targetBase } from './target-base';

const parameters = ['properties', 'parameters'] as const;

/**
 * Converts the body of a Databricks workspace. Without VNet injection, the workspace is in a network that only
 * Databricks sees.
 */
export function toDatabricks(body: JsonObject): DatabricksTarget {
  const url = textAt(body, 'properties', 'workspaceUrl');
  const noPublicIp = flagAt(body, ...parameters, 'enableNoPublicIp', 'value');
  return {
    kind: 'databricks',
    ...targetBase(body),
    subnets: known(subnetsOf(body)),
    url:
      url === undefined
        ? unreadMember(nameIn(body))
        : known(withoutEnd(url.replace(/^https?:\/\//i, ''), '/')),
    // The default for an omitted member changed over the years, so an omitted member is unknown.
    noPublicIp: noPublicIp === undefined ? unreadMember(nameIn(body)) : known(noPublicIp),
    // Default of the deployment (Databricks private link page).
    requiredRules: known(textAt(body, 'properties', 'requiredNsgRules') ?? 'AllRules'),
  };
}

/** Returns the public (host) subnet, then the private (container) subnet. */
function subnetsOf(body: JsonObject): readonly ResourceId[] {
  const network = textAt(body, ...parameters, 'customVirtualNetworkId', 'value') ?? '';
  if (network === '') return [];
  return ['customPublicSubnetName', 'customPrivateSubnetName'].flatMap((one) => {
    const name = textAt(body, ...parameters, one, 'value') ?? '';
    return name === '' ? [] : [`${network}/subnets/${name}`];
  });
}
