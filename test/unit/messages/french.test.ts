import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { english } from '../../../src/messages/en/catalog';
import { french } from '../../support/french';
import { messagesIn } from '../../support/messages-in';
import { requirements } from '../../../src/requirements/requirements';

const en: Readonly<Record<string, string>> = english;
const fr: Readonly<Record<string, string>> = french;

const manifest = {
  en: JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>,
  fr: JSON.parse(readFileSync('package.nls.fr.json', 'utf8')) as Record<string, string>,
};

/** Same in both languages: proper names, symbols, units, and words that French writes alike. */
const alike = new Set([
  'review.form.bicep',
  'review.form.arm',
  'review.form.terraform',
  'review.form.python',
  'review.billedOne',
  'cause.of.setting',
  'terminal.text',
  'terminal.level.info',
  'terminal.summary.infos',
  'count.infos',
  'terminal.hint.modules',
  'terminal.count.cluster',
  'terminal.count.instance',
  'file.status.name',
  'page.column.securityGroup',
  'request.internet',
  'request.layer.nsg',
  'request.page.setting',
  'request.page.outboundFlow',
  'requestPage.why',
  'requestPage.source',
  'requestPage.sources',
  'request.owner.nsg',
  'access.noAnswer',
  'access.of.instance',
  'file.detail.left',
  'file.detail.source',
  'request.source',
  'readiness.others',
  'readiness.spoken.causeAlone',
  'request.column.from',
  'tree.route',
  'report.id',
  'preview.columnAccess',
  'preview.columnFrom',
  'preview.columnTo',
  'request.column.to',
  'compare.azure',
  'account.cloud',
  'account.cloud.public',
  'account.source.azureCli',
  'account.source.default',
  'readiness.fixOf',
  'kind.databricks',
  'kind.hdinsight',
  'plan.secret',
  'review.picture.databricks',
  'review.picture.hdinsight',
  'write.kind.databricks',
  'write.kind.hdinsight',
  'readiness.spoken.row',
  'readiness.changedTo',
  'preview.tableTitle',
  'preview.routeTitle',
  'count.changes',
  'create.likely.possible',
  'create.likely.quota',
  'creation.hours',
  'creation.minutes',
  'creation.seconds',
  'detail.packetNoPort',
  'detail.ifLeft',
  'detail.notKnownBecause',
  'detail.question',
  'detail.sentBy',
  'review.columnSecurityGroup',
  'review.picture.reaches',
  'detail.packetText',
  'detail.rule',
  'requirement.inbound-ssh-22-cluster.short',
  'requirement.inbound-vscode-8704-8710.short',
  'requirement.outbound-aml-443.short',
  'requirement.outbound-aml-8787.short',
  'requirement.outbound-arm-443.short',
  'requirement.outbound-batch-443.short',
  'requirement.outbound-graph-443.short',
  'detail.source',
  'tree.cluster',
  'tree.databricks',
  'tree.hdinsight',
  'tree.instance',
  'tree.kind.route',
  'duration.minutes',
  'duration.seconds',
  'list.appliance',
  'list.natGateway',
  'list.none',
  'page.idle.minutes',
  'page.list.pending',
  'plan.machines.one',
  'plan.ssh',
  'create.compare.ssh',
  'page.ssh',
  'workspace.kind.hub',
  'page.ssh.key.hint',
  'plan.tags.all',
  'preview.addsRoutes',
  'preview.columnDestination',
  'preview.columnPort',
  'request.column.ports',
  'review.picture.appliance',
  'review.picture.instance',
  'review.picture.routes',
  'review.columnRoute',
  'preview.columnType',
  'review.copyBicep',
  'review.picture.appliance',
  'review.picture.instance',
  'review.picture.routes',
  'review.picture.routes',
  'review.wayAppliance',
  'review.wayInternet',
  'subject.port',
]);

/** English counts in two forms, French has one word for both. */
const invariable = new Set([
  'file.title.fixDefault',
  'file.cause.nsg-rule-blocks',
  'file.cause.nsg-default-blocks',
  'file.cause.admin-rule-blocks',
  'file.cause.route-drops',
  'file.cause.route-drops.system',
  'file.cause.firewall-blocks',
  'readiness.copyRequest',
  'readiness.summary.notReadyFlows',
  'readiness.summary.notReadySome',
  'readiness.summary.notConfirmedFlows',
  'count.errorFlows',
  'count.toConfirmFlows',
  'readiness.fixFlows',
  'review.fixFlowsFirst',
  'preview.headingFlows',
  'terminal.summary.flows',
  'cause.action.fix',
  'cause.admin-rule-blocks',
  'cause.appliance-decides',
  'cause.firewall-blocks',
  'cause.nsg-default-blocks',
  'cause.nsg-rule-blocks',
  'cause.on-premises-decides',
  'cause.route-drops',
  'cause.route-drops.system',
  'diff.tab',
  'diff.title.flows',
  'file.closing.title',
  'file.rule.decides',
  'page.vmSize.gpus',
  'request.page.flows',
  'request.page.route',
  'review.flowsSummary',
]);

/** “…” for an operation in progress, not for a button that asks for more. */
const goingOn = new Set([
  'start.signingIn',
  'readiness.checking',
  'page.list.pending',
  'page.list.reading',
  'preview.applying',
  'preview.reading',
  'size.name.checking',
  'wizard.loading',
]);

/** A verb in the infinitive, its pronoun or negation before it. */
const infinitive = /^(?:Ne plus |Se )?\p{L}+(?:er|ir|re)(?!\p{L})/u;

const placeholder = /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g;

interface Placeholders {
  readonly names: string[];
  readonly counted: string[];
}

function placeholdersOf(text: string): Placeholders {
  const found = [...text.matchAll(placeholder)];
  const plain = found.filter((one) => one[2] === undefined).map((one) => one[1] ?? '');
  const counted = found.filter((one) => one[2] !== undefined).map((one) => one[1] ?? '');
  return { names: unique([...plain, ...counted]), counted: unique(counted) };
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

/** Returns the text without the syntax of its placeholders, with each counted form. */
function proseOf(text: string): string {
  return text.replace(placeholder, (_whole, _name, one?: string, other?: string) =>
    one === undefined ? 'x' : `${one} / ${other ?? ''}`,
  );
}

function keysWhere(faulty: (key: string, french: string, english: string) => boolean): string[] {
  return Object.entries(fr).flatMap(([key, text]) => (faulty(key, text, en[key] ?? '') ? [key] : []));
}

/** Violations of French typography. Links of the manifest are left out. */
function typographyFaults(texts: Readonly<Record<string, string>>): string[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const prose = proseOf(text).replace(/\(command:[\w.]+\)/g, '');
    return [
      ...(/(?<!\u00a0)[:;?!»]|«(?!\u00a0)/.test(prose) ? [`${key}: no-break space missing`] : []),
      ...(/\u00a0(?![:;?!»\d])(?<!«\u00a0)|\u202f/.test(prose) ? [`${key}: stray no-break space`] : []),
      ...(/['"“”]/.test(prose) ? [`${key}: straight apostrophe or English quotation mark`] : []),
      ...(/\.\.\./.test(prose) ? [`${key}: three dots`] : []),
      ...(/ {2}/.test(prose) ? [`${key}: two spaces`] : []),
    ];
  });
}

describe('every English text has a French one', () => {
  test('no text is missing', () => {
    expect(Object.keys(en).filter((key) => !Object.hasOwn(fr, key))).toEqual([]);
  });

  test('no text is superfluous', () => {
    expect(Object.keys(fr).filter((key) => !Object.hasOwn(en, key))).toEqual([]);
  });

  test('no text is left in English', () => {
    expect(keysWhere((key, text, other) => text === other && !alike.has(key))).toEqual([]);
    expect([...alike].filter((key) => fr[key] !== en[key])).toEqual([]);
  });

  test('files have the same order as the English ones', () => {
    const files = globSync(['src/messages/fr/*.json', 'src/requirements/*/fr.json']);
    expect(files.length).toBeGreaterThan(150);
    const english = (file: string): string => file.replace(/\bfr(?=\.json$|[/\\])/, 'en');
    expect(files.filter((file) => keysOf(file).join() !== keysOf(english(file)).join())).toEqual([]);
  });

  test('every requirement has its name, its consequence, and its remedy', () => {
    expect(requirements.length).toBeGreaterThan(50);
    const wanted = requirements.flatMap(({ id }) =>
      ['name', 'consequence', 'ask'].map((part) => `requirement.${id}.${part}`),
    );
    expect(wanted.filter((key) => !Object.hasOwn(fr, key))).toEqual([]);
  });
});

describe('both languages use the values of a text', () => {
  test('placeholders are the same', () => {
    expect(
      keysWhere((_key, text, other) => {
        const names = placeholdersOf(text).names.join();
        return names !== placeholdersOf(other).names.join();
      }),
    ).toEqual([]);
  });

  test('French has two forms where English has two', () => {
    expect(
      keysWhere((key, text, other) => {
        const counted = placeholdersOf(text).counted;
        return !invariable.has(key) && placeholdersOf(other).counted.some((one) => !counted.includes(one));
      }),
    ).toEqual([]);
  });

  test('both forms of a counted word differ', () => {
    expect(
      keysWhere((_key, text) =>
        [...text.matchAll(placeholder)].some((one) => one[2] !== undefined && one[2] === one[3]),
      ),
    ).toEqual([]);
  });
});

describe('French typography and terms', () => {
  test('spaces, apostrophes, and quotation marks follow the rules', () => {
    expect(typographyFaults(fr)).toEqual([]);
    expect(typographyFaults(manifest.fr)).toEqual([]);
  });

  test('the page’s code doesn’t add a colon, before which French has a space', () => {
    const glued = globSync('webview-ui/src/**/*.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/[\])}]\}:[ <$].*/g)].map(([found]) => `${file}: ${found}`),
    );
    expect(glued).toEqual([]);
  });

  test('a button that asks for more ends with “…”', () => {
    expect(
      keysWhere((_key, text, other) => /…(?: \{\w+\})?$/.test(other) !== /…(?: \{\w+\})?$/.test(text)),
    ).toEqual([]);
  });

  test('such a button starts with an infinitive', () => {
    const buttons = Object.entries(fr).filter(([key, text]) => text.endsWith('…') && !goingOn.has(key));
    expect(buttons.length).toBeGreaterThan(8);
    expect(buttons.filter(([, text]) => !infinitive.test(text))).toEqual([]);
  });

  test('sentences end as the English ones do', () => {
    const end = (text: string): string => /[.?:…]$/.exec(text.trim())?.[0] ?? '';
    expect(keysWhere((_key, text, other) => end(text) !== end(other))).toEqual([]);
  });

  test('the reader is “vous”', () => {
    expect(keysWhere((_key, text) => /(?<![\p{L}’-])(?:tu|toi|ton|ta|tes)(?![\p{L}-])/iu.test(text))).toEqual(
      [],
    );
  });

  test('words aren’t borrowed if French has its own', () => {
    const borrowed =
      /\b(?:firewall|subnet|workspace|network|gateway|peering|tags?|nodes?|jobs?|managed|default)\b/i;
    // Azure's operations aren't translated, and neither are options, Node.js, and the subnet name that Databricks requires.
    const operations = /\bMicrosoft\.[\w./]+|\bnommé default\b|--auth default\b|\bNode\.js|`[^`]*`/g;
    expect(keysWhere((_key, text) => borrowed.test(proseOf(text).replace(operations, '')))).toEqual([]);
  });

  test('a concept has one term', () => {
    const others: readonly (readonly [RegExp, string])[] = [
      [/correctifs?\b/i, 'correction'],
      [/\bparamètre(?:s|r)? d’installation|script d’installation/i, 'script de configuration'],
      [/administration de sécurité/i, 'administration de la sécurité'],
      [/noms d’hôtes/i, 'noms d’hôte'],
      [/(?<!\p{L})saisi(?:r|ssez)/iu, 'entrer'],
      [/(?<!\p{L})tâches?(?!\p{L})/iu, 'travail'],
      [/êtes pas autorisé/i, 'n’avez pas l’autorisation'],
      [/l’autre trafic|tout autre trafic/i, 'le reste du trafic'],
      [/pare-feu Azure/, 'Pare-feu Azure'],
      [/constru(?:i|c)\p{L}* (?:des |les |toutes les |d’)images?/iu, 'générer des images'],
      [/paquets? (?:Python|R\b|privé)|(?:hôtes|dépôts) de paquets/i, 'packages'],
      [/Azure (?:a |limite )?(?:accepté|refusé|rejeté|les)? ?(?:la |les )demandes?/i, 'requête'],
      [/simul\p{L}* (?:un échec|d’échecs)/iu, 'défaillance'],
    ];
    const all = Object.entries({ ...fr, ...manifest.fr });
    const found = others.flatMap(([other, term]) =>
      all.flatMap(([key, text]) => (other.test(proseOf(text)) ? [`${key}: ${term}`] : [])),
    );
    expect(found).toEqual([]);
  });

  test('a counted noun has a form for one', () => {
    const plural =
      /\{(\w+)\} (?:nœuds|vérifications|fichiers|abonnements|nouvelles|flux testables)(?!\p{L})/u;
    const alwaysSeveral = new Set([
      'file.leftOutAmong',
      'file.check.tooMany',
      'file.status.someParameters',
      'file.status.severalParameters',
      'diff.tabSeveral',
      'diff.verifiedChecks',
      'create.partial.none',
      'workspace.allHidden',
      'account.tooMany',
    ]);
    expect(keysWhere((key, text) => plural.test(text) && !alwaysSeveral.has(key))).toEqual([]);
  });

  test('an instruction is in the imperative, and only buttons and options are infinitives', () => {
    const another =
      /^(?:Azure|Votre|Cluster|Nombre|Dernière|Lecture|Nécessaire|Retire|Compare|Appaire|Attacher la) /;
    const isOption = (key: string): boolean => /^terminal\.(?:help|plan)\./.test(key);
    expect(
      keysWhere(
        (key, text) => text.endsWith('.') && infinitive.test(text) && !another.test(text) && !isOption(key),
      ),
    ).toEqual([]);
  });

  test('a quoted label is the label', () => {
    const labels = new Set(
      [...Object.values(fr), ...Object.values(manifest.fr)].map((text) => text.replace(/…$/, '')),
    );
    const quoted = Object.entries(fr).flatMap(([key, text]) =>
      [...text.matchAll(/(?<![*`\w])\*([\p{L}][^*`]+)\*(?![*`\w])/gu)].map(
        ([, label]) => [key, label] as const,
      ),
    );
    expect(quoted.length).toBeGreaterThan(1);
    expect(quoted.filter(([, label]) => !labels.has(label ?? ''))).toEqual([]);
  });

  test('a check is a “vérification” everywhere, and its counts agree with it', () => {
    expect(keysWhere((_key, text) => /contrôles?\b(?! Databricks)/i.test(text))).toEqual([]);
    const counts = ['count.passed', 'count.unknown', 'readiness.fold.passed', 'readiness.fold.rules'];
    expect(counts.filter((key) => !/\{n:\p{L}+e[,|]/u.test(fr[key] ?? ''))).toEqual([]);
  });

  test('a rule’s description fits Azure’s limit of 140 characters', () => {
    const longest = requirements.map(({ id }) => id).reduce((a, b) => (b.length > a.length ? b : a));
    const text = messagesIn('fr')('fix.rule.why', { id: longest, date: '2026-03-19' });
    expect(text.length).toBeLessThanOrEqual(140);
  });
});

describe('the manifest', () => {
  test('has the same texts in both languages, and none is left in English', () => {
    expect(Object.keys(manifest.fr)).toEqual(Object.keys(manifest.en));
    const same = Object.keys(manifest.en).filter((key) => manifest.en[key] === manifest.fr[key]);
    // The product's name is the same in both languages.
    expect(same).toEqual(['extension.displayName', 'configuration.title']);
  });

  test('has the same commands in its links', () => {
    const links = (texts: Record<string, string>): string[][] =>
      Object.values(texts).map((text) => text.match(/\(command:[^)]*\)/g) ?? []);
    expect(links(manifest.fr)).toEqual(links(manifest.en));
  });
});

describe('the French texts', () => {
  const say = messagesIn('fr-CA');

  test('are found by the base language', () => {
    expect(say.language).toBe('fr');
    expect(say('readiness.title', { name: 'snet-training' })).toBe('État de préparation de snet-training');
    expect(messagesIn('de').language).toBe('en');
  });

  test.each([
    [0, '0 inconnue'],
    [1, '1 inconnue'],
    [2, '2 inconnues'],
  ])('count %i as French does', (n, text) => {
    expect(say('count.unknown', { n })).toBe(text);
  });

  test('use Azure’s terms as the portal shows them', () => {
    expect(`${say('outcome.blocked')} ${say('outcome.byRule', { priority: 4096, name: 'Deny-All' })}`).toBe(
      'Bloqué par la règle 4096 Deny-All',
    );
    expect(say('readiness.summary.notReadyFlows', { n: 3, k: 8 })).toBe(
      'Pas prêt\u00a0: 3 erreurs bloquent 8 flux',
    );
  });
});

/** Returns the keys of one catalog file, in text order. */
function keysOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^ {2}"([^"]+)":/gm)].map((found) => found[1] ?? '');
}
