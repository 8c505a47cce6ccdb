// Reasons why a check has no quick fix, by ID or group. Decisions 0050 and 0055 describe the fixes outside of the
// network.

/**
 * @typedef {import('../../src/requirements/requirement').Requirement} Requirement
 * @typedef {import('../../src/requirements/requirement').InProfile} InProfile
 * @typedef {(typeof noFixReasons)[number]} NoFix
 */

/** In the order of the page about all checks. Each has its text. */
export const noFixReasons = /** @type {const} */ ([
  'choice',
  'existing',
  'rights',
  'intent',
  'service',
  'servers',
  'each',
  'plan',
  'confirm',
]);

/** @type {Readonly<Record<string, NoFix>>} */
const byId = {
  'multi-private-endpoints': 'intent',
  'managed-network-set-up': 'plan',
  'nsg-rule-wellformed': 'each',
  'nsg-rule-limits': 'intent',
  'service-tag-region-selection': 'each',
  'inbound-none-for-npip': 'intent',
  'udr-service-tag-limits': 'intent',
  'udr-unsupported-tags': 'intent',
  'exfil-service-endpoint-policy': 'service',
  'hdi-no-service-endpoint-policy': 'service',
  'hdinsight-dns-53': 'intent',
  'dns-custom-server-forwarders': 'servers',
  'inbound-ssh-22-cluster': 'choice',
  'policy-denies-resource': 'rights',
  'subnet-not-in-files': 'confirm',
  'endpoint-in-delegated-subnet': 'choice',
  'auto-nsg-do-not-edit': 'service',
  'conflicting-terraform-resources': 'choice',
  'unassociated-security-group': 'choice',
};

/** @type {Readonly<Partial<Record<Requirement['group'], NoFix>>>} */
const byGroup = {
  placement: 'choice',
  addresses: 'choice',
  permissions: 'rights',
  quota: 'rights',
  routes: 'intent',
  services: 'service',
  names: 'servers',
};

const attached = ['databricks', 'virtual-machine', 'hdinsight'];

/**
 * Returns the reason for a requirement. Each one has a reason, unless a new one is missing here.
 * @param {Requirement} requirement
 * @param {InProfile} asked
 * @returns {NoFix}
 */
export function noFixOf({ id, group }, { what, appliesTo }) {
  if (what.is === 'note') return 'confirm';
  const own = byId[id];
  if (own) return own;
  if (appliesTo.kinds.every((kind) => attached.includes(kind))) return 'existing';
  const found = byGroup[group];
  if (!found) throw new Error(`No reason why ${id} has no quick fix`);
  return found;
}

/** @param {string} id of a check of rules, routes, or files @returns {NoFix} */
export const noFixOfFinding = (id) => byId[id] ?? 'intent';
