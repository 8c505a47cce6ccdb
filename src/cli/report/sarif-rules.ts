import type { ReportingDescriptor } from 'sarif';
import { findFindingCheck, findingChecks } from '../../checks/findings/finding-catalog';
import { causeKinds, type CauseKind } from '../../core/cause';
import type { Basis, Severity } from '../../core/check-result';
import { fileOnlyChecks, findFileOnlyCheck } from '../../file-checks/file-check-catalog';
import type { Say } from '../../messages/say';
import { findRequirement, requirements } from '../../requirements/requirements';
import { checkName } from '../../wording/check-name';
import { findingConsequence } from '../../wording/finding-text';
import { requirementConsequence } from '../../wording/requirement-text';
import { sarifLevels } from './sarif-text';

/** The texts that describe rules. */
export interface RuleTexts {
  readonly say: Say;
  /** Markdown of every page, by its path from `docs`. */
  readonly pages: Readonly<Record<string, string>>;
  /** Address of the repository that contains the pages. */
  readonly repository: string;
}

/**
 * Returns every rule that a result can have, with its page: the kinds of causes, then the checks. GitHub shows the page
 * next to an alert and filters by tags, precision, and security severity.
 * https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning,
 * read 2026-11-30
 */
export function sarifRules(texts: RuleTexts): readonly ReportingDescriptor[] {
  return [
    ...causeKinds.map((kind) => causeRule(texts, kind)),
    ...[...findingChecks, ...fileOnlyChecks].map((one) =>
      checkRule(texts, one, findingConsequence(texts.say, one.id)),
    ),
    ...requirements.map(({ id, profiles: { current, '2020-12': before } }) => {
      const { severity, basis } = current ?? before ?? { severity: 'error', basis: 'documented' };
      return checkRule(texts, { id, severity, basis }, requirementConsequence(texts.say, id));
    }),
    notCheckedRule(texts),
  ];
}

/** Returns the rule for subnets beyond the limits of a run. GitHub requires a description of each rule. */
function notCheckedRule({ say, repository }: RuleTexts): ReportingDescriptor {
  const [name, why] = [
    say('terminal.sarif.notChecked'),
    say('terminal.sarif.whyNotChecked', { option: '--subnet' }),
  ];
  return {
    id: 'subnets-not-checked',
    shortDescription: { text: name },
    fullDescription: { text: why },
    help: { text: why, markdown: `# ${name}\n\n${why}\n` },
    helpUri: `${repository}/blob/main/docs/cli.md#which-subnets-are-checked`,
    defaultConfiguration: { level: 'warning' },
    properties: { tags: [...tags, 'configuration'], precision: 'very-high' },
  };
}

/** Causes that another owner decides, or with unknown results, aren't errors of the files. */
const causeSeverities: Readonly<Partial<Record<CauseKind, Severity>>> = {
  'appliance-decides': 'warning',
  'not-readable': 'warning',
  'addresses-short': 'warning',
  lock: 'warning',
};

function causeRule(texts: RuleTexts, kind: CauseKind): ReportingDescriptor {
  const name = texts.say(`cause.kind.${kind}`);
  const page = pageOf(texts, 'causes', kind);
  return {
    id: kind,
    shortDescription: { text: name },
    fullDescription: { text: page.first ?? name },
    help: { text: page.first ?? name, markdown: page.markdown },
    helpUri: page.uri,
    defaultConfiguration: { level: sarifLevels[causeSeverities[kind] ?? 'error'] },
    properties: { tags: [...tags, 'cause'], precision: precisionOfCause(kind) },
  };
}

function precisionOfCause(kind: CauseKind): Precision {
  return kind === 'appliance-decides' || kind === 'not-readable' ? 'medium' : 'very-high';
}

type Precision = 'very-high' | 'high' | 'medium';

interface DescribedCheck {
  readonly id: string;
  readonly severity: Severity;
  readonly basis: Basis;
}

const tags = ['azure', 'machine-learning', 'network'];

function checkRule(
  texts: RuleTexts,
  { id, severity, basis }: DescribedCheck,
  consequence: string,
): ReportingDescriptor {
  const page = pageOf(texts, 'checks', id);
  const grade = securitySeverities[id];
  return {
    id,
    shortDescription: { text: checkName(texts.say, id) },
    fullDescription: { text: consequence },
    help: { text: consequence, markdown: page.markdown },
    helpUri: page.uri,
    defaultConfiguration: { level: sarifLevels[severity] },
    properties: {
      tags: [...tags, kindOf(id), ...(grade === undefined ? [] : ['security'])],
      precision: basis === 'documented' ? 'very-high' : 'high',
      ...(grade === undefined ? {} : { 'security-severity': grade }),
    },
  };
}

function kindOf(id: string): string {
  if (findRequirement(id)) return 'requirement';
  return findFindingCheck(id) || findFileOnlyCheck(id) ? 'configuration' : 'network';
}

/**
 * Checks for unnecessary exposure. GitHub grades from 4.0 as medium, and from 7.0 as high. All other checks are about
 * what doesn't work, and not about security.
 */
const securitySeverities: Readonly<Partial<Record<string, string>>> = {
  'inbound-ssh-22-cluster': '7.0',
  'retired-batch-opening': '6.5',
  'wide-security-rule': '6.0',
  'compute-outside-network': '5.5',
  'outbound-default-open': '5.0',
  'private-link-public-access-features': '5.0',
  'inbound-none-for-npip': '4.0',
  'inbound-npip-preview-internal': '4.0',
};

interface Page {
  readonly markdown: string;
  readonly uri: string;
  /** Its first paragraph, without links. */
  readonly first: string | undefined;
}

function pageOf({ say, pages, repository }: RuleTexts, folder: 'checks' | 'causes', id: string): Page {
  const path = say.language === 'fr' ? `${folder}/fr/${id}.md` : `${folder}/${id}.md`;
  const uri = `${repository}/blob/main/docs/${path}`;
  const page = pages[path] ?? '';
  const markdown = page.replace(
    /\]\((?!https?:)([^()\s]+)\)/g,
    (_, link: string) => `](${new URL(link, uri).href})`,
  );
  const first = page.split('\n\n').find((one) => one !== '' && !one.startsWith('#'));
  return { markdown, uri, first: first?.replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1').replaceAll('\n', ' ') };
}
