import type { RequestRoute } from '../router';
import { childListOf } from './child-lists';
import { childWriteOf } from './child-writes';

const rulesetType = 'Microsoft.Network/dnsForwardingRulesets';

/** Routes for networks and rules of a DNS forwarding ruleset. The ruleset itself is a resource like any other. */
export const forwardingRulesetRoutes: readonly RequestRoute[] = [
  'virtualNetworkLinks',
  'forwardingRules',
].flatMap((kind) => [childListOf(`${rulesetType}/${kind}`), childWriteOf(rulesetType, kind)]);
