import { withoutEnd } from '../../core/cut-text';
import type { DatabricksTarget } from '../../core/attach-target';
import { known } from '../../core/known';
import type { ResourceId } from '../../core/network/model';
import { flagAt, textAt, type JsonObject } from '../json';
import { nameIn } from '../network/members';
import { unreadMember } from '../network/unreadable';
import { targetBase } from './target-base';

const parameters = ['properties', 'parameters'] as const;

/** A Databricks workspace; one without a network of the owner's has one of its own, which nobody else sees. */
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
    // What a workspace that does not say has, changed over the years: so silence is no answer.
    noPublicIp: noPublicIp === undefined ? unreadMember(nameIn(body)) : known(noPublicIp),
    // The default of its deployment (Databricks private link page).
    requiredRules: known(textAt(body, 'properties', 'requiredNsgRules') ?? 'AllRules'),
  };
}

/** The public (host) subnet, then the private (container) one. */
function subnetsOf(body: JsonObject): readonly ResourceId[] {
  const network = textAt(body, ...parameters, 'customVirtualNetworkId', 'value') ?? '';
  if (network === '') return [];
  return ['customPublicSubnetName', 'customPrivateSubnetName'].flatMap((one) => {
    const name = textAt(body, ...parameters, one, 'value') ?? '';
    return name === '' ? [] : [`${network}/subnets/${name}`];
  });
}
