import { known } from '../../core/known';
import type { SecurityGroup } from '../../core/network/model';
import { textAt, type JsonObject } from '../json';
import { childrenIn, referencedIds, locationIn, nameIn } from './members';
import { toSecurityRule } from './to-security-rule';

export function toSecurityGroup(body: JsonObject): SecurityGroup {
  const etag = textAt(body, 'etag');
  return {
    id: textAt(body, 'id') ?? '',
    name: nameIn(body),
    location: locationIn(body),
    rules: childrenIn(body, 'securityRules', toSecurityRule),
    // Azure omits the member if no subnet uses the NSG.
    usedBy: known(referencedIds(body, 'subnets')),
    ...(etag === undefined ? {} : { etag }),
  };
}
