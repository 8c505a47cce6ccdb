// Why a requirement has no fix: one sentence of its page in docs/checks, by language. Decisions 0050 and 0055 have the fixes outside of the network.

/**
 * @typedef {import('../src/requirements/requirement').Requirement} Requirement
 * @typedef {import('../src/requirements/requirement').InProfile} InProfile
 * @typedef {keyof typeof en} NoFix
 */

const en = {
  choice:
    'No fix is offered: where a compute goes and what it is called is chosen in the plan, and no network is made over for one compute.',
  standing: 'No fix is offered: what stands already is its owner’s, and is made anew rather than changed.',
  rights:
    'No fix is offered: roles, locks, policies and quotas belong to whoever looks after the subscription.',
  meant: 'No fix is offered: what a rule or a route was written for is not to be told from here.',
  endpoint:
    'No fix is offered: which of several networks is to hold all the endpoints is decided by whoever made them.',
  service:
    'No fix is offered: how far a service is closed is decided by its owner, and nothing here opens more of it than one subnet.',
  servers: 'No fix is offered: name servers of your own are set up where Azure does not see it.',
  closed: 'No fix is offered: what somebody closed on purpose is opened by whoever closed it.',
  each: 'No fix is offered for all of it at once: each rule that is wrong is a finding of its own, with a fix where one is proven.',
  plan: 'No fix is offered: the plan has a button for it.',
  note: 'No fix is offered: nobody sees from here whether there is something to fix.',
};

/** @type {Readonly<Record<NoFix, string>>} */
const fr = {
  choice:
    'Aucune correction n’est proposée\u00a0: l’endroit et le nom d’un calcul se choisissent dans le plan, et aucun réseau n’est refait pour un seul calcul.',
  standing:
    'Aucune correction n’est proposée\u00a0: ce qui existe déjà appartient à son propriétaire, et se refait plutôt que de se changer.',
  rights:
    'Aucune correction n’est proposée\u00a0: rôles, verrous, stratégies et quotas relèvent de qui gère l’abonnement.',
  meant:
    'Aucune correction n’est proposée\u00a0: ce à quoi sert une règle ou une route ne se voit pas d’ici.',
  endpoint:
    'Aucune correction n’est proposée\u00a0: lequel de plusieurs réseaux doit porter tous les points de terminaison, c’est à qui les a créés d’en décider.',
  service:
    'Aucune correction n’est proposée\u00a0: c’est le propriétaire d’un service qui décide jusqu’où il est fermé, et rien ici n’en ouvre plus qu’un sous-réseau.',
  servers:
    'Aucune correction n’est proposée\u00a0: vos propres serveurs de noms se règlent là où Azure ne voit rien.',
  closed:
    'Aucune correction n’est proposée\u00a0: ce que quelqu’un a fermé exprès s’ouvre par qui l’a fermé.',
  each: 'Aucune correction n’est proposée pour le tout\u00a0: chaque règle fautive est un constat à part, avec une correction là où elle est prouvée.',
  plan: 'Aucune correction n’est proposée\u00a0: le plan a un bouton pour cela.',
  note: 'Aucune correction n’est proposée\u00a0: personne ne voit d’ici s’il y a quelque chose à corriger.',
};

export const noFix = { en, fr };

/** @type {Readonly<Record<string, NoFix>>} */
const byId = {
  'multi-private-endpoints': 'endpoint',
  'managed-network-set-up': 'plan',
  'nsg-rule-wellformed': 'each',
  'nsg-rule-limits': 'meant',
  'service-tag-region-selection': 'each',
  'inbound-none-for-npip': 'meant',
  'udr-service-tag-limits': 'meant',
  'udr-unsupported-tags': 'meant',
  'exfil-service-endpoint-policy': 'closed',
  'hdi-no-service-endpoint-policy': 'closed',
  'hdinsight-dns-53': 'closed',
  'dns-custom-server-forwarders': 'servers',
  'inbound-ssh-22-cluster': 'choice',
};

/** @type {Readonly<Partial<Record<Requirement['group'], NoFix>>>} */
const byGroup = {
  placement: 'choice',
  addresses: 'choice',
  permissions: 'rights',
  quota: 'rights',
  routes: 'meant',
  services: 'service',
  names: 'servers',
};

const attached = ['databricks', 'virtual-machine', 'hdinsight'];

/**
 * Why nothing is looked for; there is a reason for each requirement, or a new one is missing here.
 * @param {Requirement} requirement
 * @param {InProfile} asked
 * @returns {NoFix}
 */
export function noFixOf({ id, group }, { what, appliesTo }) {
  if (what.is === 'note') return 'note';
  const own = byId[id];
  if (own) return own;
  if (appliesTo.kinds.every((kind) => attached.includes(kind))) return 'standing';
  const found = byGroup[group];
  if (!found) throw new Error(`No page says why ${id} has no fix`);
  return found;
}

/** Every id that the reasons name, for the test that each is a requirement without a fix. */
export const namedIds = Object.keys(byId);

/** Requirements that a private endpoint fixes, which no edit of a checked file makes. */
export const endpointIds = [
  'npip-requires-private-endpoint',
  'cluster-cross-region-connectivity',
  'computes-in-pe-vnet',
  'serverless-npip-ip-allowlist',
  'storage-private-endpoint-subresources',
  'keyvault-network',
  'acr-network-placement',
];

export const endpointInFiles = {
  en: 'A private endpoint is made in Azure, or written with the code of a plan; in files of yours it is written by hand, since which of them owns the endpoints of the network is not to be told from here.',
  fr: 'Un point de terminaison privé se crée dans Azure, ou s’écrit avec le code d’un plan\u00a0; dans vos fichiers il s’écrit à la main, car lequel d’entre eux porte les points de terminaison du réseau ne se voit pas d’ici.',
};
