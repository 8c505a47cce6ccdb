import type { RequestRoute } from '../router';
import { childListOf } from './child-lists';
import { childWriteOf } from './child-writes';

const rulesetType = 'Microsoft.Network/dnsForwardingRulesets';

/** Networks and rules of a DNS forwarding ruleset; the ruleset itself is a resource like others. */
export const forwardingRulesetRoutes: readonly RequestRoute[] = [
  'virtualNetworkLinks',
  'forwardingRules',
].flatMap((kind) => [childListOf(`${rulesetType}/${kind}`), childWriteOf(rulesetType, kind)]);
