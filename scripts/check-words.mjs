// The words of the pages in docs/checks that no message of the product holds, in each language.
import * as english from './check-findings.mjs';
import * as french from './check-findings.fr.mjs';

/**
 * @typedef {import('../src/requirements/requirement').InProfile} InProfile
 * @typedef {InProfile['appliesTo']} AppliesTo
 * @typedef {import('../src/requirements/requirement').FlowTemplate['remote']} Remote
 * @typedef {typeof en} Words
 */

/** @param {Remote & { readonly is: 'tag' }} remote */
export const regional = ({ tag }) => `\`${tag}.{region}\``;

/**
 * `a, b or c`
 * @param {readonly string[]} all
 * @param {string} or
 */
const listed = (all, or) =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${or} ${all.at(-1)}`;

const en = {
  findings: english.findings,
  noteFindings: english.noteFindings,
  heads: {
    finds: 'What it finds',
    why: 'Why it matters',
    fix: 'How to fix',
    sources: 'Who says so',
    blind: 'What it cannot see',
  },
  profiles: { current: 'Today’s requirements', '2020-12': 'Requirements of December 2020' },
  /** @type {Readonly<Record<AppliesTo['kinds'][number], string>>} */
  kinds: {
    cluster: 'a cluster',
    instance: 'an instance',
    databricks: 'an attached Databricks',
    'virtual-machine': 'an attached virtual machine',
    hdinsight: 'an attached HDInsight',
    serverless: 'serverless compute with a subnet of its own',
  },
  /** @param {readonly string[]} kinds */
  forKinds: (kinds) => `for ${listed(kinds, 'or')}`,
  /** @param {string} kind */
  ofKind: (kind) => `For ${kind}:`,
  publicIp: { with: 'with a public IP', without: 'without a public IP' },
  privateLink: 'in a workspace with a private endpoint',
  /** @param {readonly string[]} clouds */
  clouds: (clouds) => `in the clouds ${clouds.join(', ')}`,
  managed: 'also in a managed network',
  noNetwork: 'also in no network of yours',
  /** @param {string} type */
  clusterType: (type) => `of the type ${type}`,
  /** @param {string} date */
  from: (date) => `from ${date}`,
  /** @param {string} date */
  until: (date) => ` until ${date}`,
  /** @type {Readonly<Record<string, string>>} */
  terms: {},
  effect: {
    /** @param {string} date */
    refused: (date) => `Effect: refused at creation. Last checked on ${date}.`,
    /** @param {string} date */
    fails: (date) => `Effect: fails at run time. Last checked on ${date}.`,
    /** @param {string} date */
    documented: (date) => `Effect: documented only, not seen enforced. Last checked on ${date}.`,
  },
  colon: ':',
  /** @param {string} severities */
  ofAttached: (severities) => ` Of what is attached: ${severities}.`,
  columns: ['Direction', 'Protocol', 'Ports', 'Far side', 'A rule says'],
  any: 'any',
  anyProtocol: 'Any',
  ownSubnet: 'the subnet itself',
  ownNetwork: 'the virtual network and its peers',
  targetSubnets: 'both subnets of Databricks',
  /** @param {string} groups */
  endpoints: (groups) => `private endpoints (${groups}) in this or a peered network`,
  regions: {
    'subnet+workspace': 'of the subnet’s region and the workspace’s',
    storage: 'of the region of the subnet, the workspace, and its storage accounts',
    registry: 'of the registry’s region',
    'registry-layers': 'of the registry’s region, unless the registry has dedicated data endpoints',
    'key-vault': 'of the key vault’s region',
  },
  /** @param {Remote & { readonly is: 'tag' }} remote */
  manyRegions: (remote) => `${regional(remote)}, of every region that looks after the subnet’s`,
  fixOffered:
    'Where a security rule or a service-tag route is enough, a fix is offered: tried on a copy first, and only where no other verdict gets worse.',
  fixLookedFor:
    'A fix is offered where a copy proves it: every other verdict stays at least as good, and all that it changes is shown before.',
  finding: {
    of: {
      'security-group': 'Of each rule of a security group.',
      'route-table': 'Of each route of a route table.',
      both: 'Of each rule of a security group, and each route of a route table.',
      compute: 'Of each compute in a file.',
      role: 'Of each role definition in a file.',
      network: 'Of each checked network and subnet in a file.',
    },
    /** @param {string} severity */
    severity: (severity) => `At most: ${severity}.`,
    /** @param {string} profile */
    only: (profile) => `Only with the profile “${profile}”.`,
    /** @param {string} id */
    refines: (id) => `\`${id}\` tells of the first of them among the requirements of a subnet.`,
  },
  /** @param {string} hosts */
  hosts: (hosts) => `At a firewall that goes by name, in the public cloud: ${hosts}.`,
  undated: 'undated',
  /** @param {string} date */
  read: (date) => `Pages and threads were last read on ${date}.`,
  agree: 'Nothing in them contradicts this requirement.',
  disagree: 'Sources disagree.',
  blindSpots: {
    flows:
      'Appliances on the way and firewalls that you may not read, whose own rules decide; the security group of a network card that the service makes; security admin rules of Azure Virtual Network Manager; proxies and TLS inspection. What a service tag holds is as old as the list in use, whose date stands beside every verdict.',
    setting:
      'Only what Azure Resource Manager returns for the network, or what a file says. What you may not read is told as unknown, never as met.',
    services:
      'What host names are really answered with, and whatever lies in a subscription that you may not read: private endpoints and DNS zones there are told as unknown where they could matter. It is read for the subnet that is chosen, never for a list’s rows.',
    azure:
      'Files: only Azure can say it, so it is asked for the place that is chosen, never for a list’s rows. Deny assignments, eligible roles that are not active, and what changes after the reading. What you may not read is told as unknown.',
    names:
      'Other firewalls and proxies, and what a network rule by address or service tag lets through: where that could matter it stands among the things to ask, and never counts against a subnet.',
    note: 'All of it: no network model holds host names behind somebody’s firewall, browsers, proxies or data. That is why it stands among the things to ask, and never counts against a subnet.',
  },
};

/** @type {Words} */
const fr = {
  findings: french.findings,
  noteFindings: french.noteFindings,
  heads: {
    finds: 'Ce qui est constaté',
    why: 'Pourquoi c’est important',
    fix: 'Comment corriger',
    sources: 'Qui le dit',
    blind: 'Ce qui ne se voit pas',
  },
  profiles: { current: 'Exigences d’aujourd’hui', '2020-12': 'Exigences de décembre 2020' },
  kinds: {
    cluster: 'un cluster',
    instance: 'une instance',
    databricks: 'un Databricks rattaché',
    'virtual-machine': 'une machine virtuelle rattachée',
    hdinsight: 'un HDInsight rattaché',
    serverless: 'un calcul serverless dans son propre sous-réseau',
  },
  forKinds: (kinds) => `pour ${listed(kinds, 'ou')}`,
  ofKind: (kind) => `Pour ${kind}\u00a0:`,
  publicIp: { with: 'avec une IP publique', without: 'sans IP publique' },
  privateLink: 'dans un espace de travail qui a un point de terminaison privé',
  clouds: (clouds) => `dans les clouds ${clouds.join(', ')}`,
  managed: 'aussi dans un réseau managé',
  noNetwork: 'aussi dans aucun réseau à vous',
  clusterType: (type) => `du type ${type}`,
  from: (date) => `depuis le ${date}`,
  until: (date) => ` jusqu’au ${date}`,
  terms: {
    required: 'requis',
    recommended: 'recommandé',
    optional: 'facultatif',
    forbidden: 'interdit',
    situational: 'selon le cas',
    error: 'erreur',
    warning: 'avertissement',
    info: 'information',
    Outbound: 'Sortant',
    Inbound: 'Entrant',
  },
  effect: {
    refused: (date) => `Effet\u00a0: refusé à la création. Dernière vérification le ${date}.`,
    fails: (date) => `Effet\u00a0: échoue à l’exécution. Dernière vérification le ${date}.`,
    documented: (date) =>
      `Effet\u00a0: seulement documenté, non appliqué à notre connaissance. Dernière vérification le ${date}.`,
  },
  colon: '\u00a0:',
  ofAttached: (severities) => ` Pour ce qui est rattaché\u00a0: ${severities}.`,
  columns: ['Sens', 'Protocole', 'Ports', 'Autre côté', 'Une règle dit'],
  any: 'tous',
  anyProtocol: 'Tous',
  ownSubnet: 'le sous-réseau même',
  ownNetwork: 'le réseau virtuel et ses pairs',
  targetSubnets: 'les deux sous-réseaux de Databricks',
  endpoints: (groups) => `points de terminaison privés (${groups}) dans ce réseau ou dans un réseau appairé`,
  regions: {
    'subnet+workspace': 'de la région du sous-réseau et de celle de l’espace de travail',
    storage: 'de la région du sous-réseau, de l’espace de travail et de ses comptes de stockage',
    registry: 'de la région du registre',
    'registry-layers':
      'de la région du registre, sauf si le registre a des points de terminaison de données dédiés',
    'key-vault': 'de la région du coffre de clés',
  },
  manyRegions: (remote) => `${regional(remote)}, de chaque région qui s’occupe de celle du sous-réseau`,
  fixOffered:
    'Là où une règle de sécurité ou une route par balise de service suffit, une correction est proposée\u00a0: essayée d’abord sur une copie, et seulement si aucun autre verdict n’empire.',
  fixLookedFor:
    'Une correction est proposée là où une copie la prouve\u00a0: tout autre verdict reste au moins aussi bon, et tout ce qu’elle change est montré avant.',
  finding: {
    of: {
      'security-group': 'Pour chaque règle d’un groupe de sécurité.',
      'route-table': 'Pour chaque route d’une table de routage.',
      both: 'Pour chaque règle d’un groupe de sécurité, et chaque route d’une table de routage.',
      compute: 'Pour chaque calcul d’un fichier.',
      role: 'Pour chaque définition de rôle d’un fichier.',
      network: 'Pour chaque réseau et sous-réseau vérifié d’un fichier.',
    },
    severity: (severity) => `Au plus\u00a0: ${severity}.`,
    only: (profile) => `Seulement avec le profil «\u00a0${profile}\u00a0».`,
    refines: (id) => `\`${id}\` signale la première parmi les exigences d’un sous-réseau.`,
  },
  hosts: (hosts) => `Sur un pare-feu qui se fie aux noms, dans le cloud public\u00a0: ${hosts}.`,
  undated: 'sans date',
  read: (date) => `Dernière lecture des pages et des fils de discussion\u00a0: ${date}.`,
  agree: 'Rien n’y contredit cette exigence.',
  disagree: 'Les sources se contredisent.',
  blindSpots: {
    flows:
      'Les appliances en chemin et les pare-feu que vous ne pouvez pas lire, dont les propres règles décident\u00a0; le groupe de sécurité d’une carte réseau que le service crée\u00a0; les règles d’administration de sécurité d’Azure Virtual Network Manager\u00a0; les proxys et l’inspection TLS. Ce que contient une balise de service est aussi ancien que la liste utilisée, dont la date figure à côté de chaque verdict.',
    setting:
      'Seulement ce qu’Azure Resource Manager renvoie pour le réseau, ou ce que dit un fichier. Ce que vous ne pouvez pas lire est dit inconnu, jamais satisfait.',
    services:
      'Les réponses que reçoivent réellement les noms d’hôtes, et tout ce qui se trouve dans un abonnement que vous ne pouvez pas lire\u00a0: les points de terminaison privés et les zones DNS y sont dits inconnus là où ils pourraient compter. C’est lu pour le sous-réseau choisi, jamais pour les lignes d’une liste.',
    azure:
      'Les fichiers\u00a0: seul Azure peut le dire, donc la question est posée pour l’endroit choisi, jamais pour les lignes d’une liste. Les affectations de refus, les rôles éligibles qui ne sont pas actifs, et ce qui change après la lecture. Ce que vous ne pouvez pas lire est dit inconnu.',
    names:
      'Les autres pare-feu et proxys, et ce qu’une règle réseau par adresse ou balise de service laisse passer\u00a0: là où cela pourrait compter, cela figure parmi les questions à poser, et ne compte jamais contre un sous-réseau.',
    note: 'Tout\u00a0: aucun modèle de réseau ne contient les noms d’hôtes derrière le pare-feu de quelqu’un, les navigateurs, les proxys ou les données. C’est pourquoi cela figure parmi les questions à poser, et ne compte jamais contre un sous-réseau.',
  },
};

/** By the folder below docs/checks that the pages of a language stand in. */
export const words = /** @type {const} */ ([
  { folder: '', language: 'en', words: en },
  { folder: 'fr', language: 'fr', words: fr },
]);
