import { setsOverlap } from '../core/addresses/interval-algebra';
import { parsePorts } from '../core/addresses/ports';
import type {
  Decider,
  DecidingFirewallRule,
  DecidingRule,
  FlowPart,
  CheckResult,
  Severity,
  Outcome,
} from '../core/check-result';
import { displayPriority, statusOf } from '../core/check-result';
import type { Reason } from '../core/reason';
import type { Say } from '../messages/say';
import { afterColon } from './lower-after-colon';
import { formatDate } from './dates';
import { formatReason } from './reason-text';
import { formatHop, formatParts, subjectUnder } from './subject-text';

/** Shape of a result's icon. Each shape differs, so that color never carries meaning alone. */
export type OutcomeShape =
  'pass' | 'pass-default' | 'error' | 'warning' | 'info' | 'unknown' | 'appliance' | 'unfit';

/** A result as text, for surfaces that show its label in bold before the rest, in a line, or alone. */
export interface OutcomeText {
  readonly shape: OutcomeShape;
  /** Text before `rest`: “Blocked” before “by rule 4096 Deny-All”, “Blocked:” before a reason. */
  readonly word: string;
  readonly rest: string;
  /** Both in a single line. */
  readonly line: string;
  /** Label without following text: “Reply lost”. */
  readonly label: string;
  /** Text alone at the right of a row. */
  readonly short: string;
}

type OpenShape = Extract<OutcomeShape, 'error' | 'warning' | 'info'>;
const openShapes: Readonly<Record<Severity, OpenShape>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
};

/**
 * Formats a result: its outcome, the deciding component, and the protocol and port if it is a flow.
 * @param title of the line above it, whose protocol and port aren't repeated
 */
export function formatOutcome(say: Say, result: CheckResult, title = ''): OutcomeText {
  const words = outcomeText(say, result);
  const shape = outcomeShape(result);
  const subject = result.subject ? subjectUnder(say, title, result.subject) : '';
  const isOpen = !['fine', 'note', 'hidden'].includes(statusOf(result.outcome));
  const isPartAdded = isOpen && subject !== '' && !words.statesPart;
  const rest = isPartAdded ? [words.rest, subject].filter(Boolean).join(' · ') : words.rest;
  return { shape, rest, short: words.short ?? words.rest, ...inFrontOf(say, { ...words, rest }) };
}

/** Adds a colon to a label, unless the following text continues its phrase. */
function inFrontOf(
  say: Say,
  { word: label, rest, continues = false }: Pick<RawText, 'word' | 'rest' | 'continues'>,
): Pick<OutcomeText, 'word' | 'line' | 'label'> {
  if (rest === '') return { word: label, line: label, label };
  const word = continues ? label : say('outcome.before', { word: label });
  return { word, line: `${word} ${rest}`, label };
}

/** Returns the question for the network team as a sentence, and whether the requirement is retired. */
export function formatNote(say: Say, result: CheckResult): string {
  const { outcome } = result;
  return outcome.is === 'note' && outcome.retired === undefined
    ? formatReason(say, outcome.text)
    : formatOutcome(say, result).line;
}

/** Returns the icon shape of a result. */
export function outcomeShape(result: CheckResult): OutcomeShape {
  const { outcome } = result;
  switch (statusOf(outcome)) {
    case 'open':
      return openShapes[result.severity];
    case 'unknown':
      // It is shown but never counted, so it has the style of what isn't counted.
      if (result.severity === 'info') return 'info';
      return outcome.is === 'forwarded' ? 'appliance' : 'unknown';
    case 'note':
      return 'info';
    case 'hidden':
      return 'unfit';
    case 'fine':
      return outcome.is === 'allowed' && !outcome.explicit ? 'pass-default' : 'pass';
  }
}

interface RawText {
  readonly word: string;
  readonly rest: string;
  /** Whether the rest continues the label (“by rule …”) without a colon. */
  readonly continues?: boolean;
  readonly short?: string;
  /** Whether the rest already includes protocol and port. */
  readonly statesPart?: boolean;
}

function outcomeText(say: Say, result: CheckResult): RawText {
  const { outcome } = result;
  switch (outcome.is) {
    case 'allowed':
      return allowedText(say, outcome);
    case 'partly-blocked':
      return {
        word: say('outcome.partlyBlocked'),
        rest: partlyRest(say, result, outcome.by),
        continues: isNamed(outcome.by),
        statesPart: true,
      };
    case 'blocked':
      return blockedText(say, result, outcome.by);
    case 'no-outbound-access':
      return {
        word: say('outcome.noOutboundAccess'),
        rest: reasonAfter(say, outcome.because),
        statesPart: true,
      };
    case 'reply-lost':
      return {
        word: say('outcome.replyLost'),
        rest: say('outcome.replyLeaves', { hop: formatHop(say, outcome.by) }),
      };
    case 'forwarded':
      return rawForwarded(say, outcome);
    case 'unknown':
      return { word: say('outcome.unknown'), rest: reasonAfter(say, outcome.because), statesPart: true };
    default:
      return settingWords(say, outcome);
  }
}

/** Returns a reason in the form that follows a result's label and colon. */
function reasonAfter(say: Say, reason: Reason): string {
  return afterColon(say, formatReason(say, reason));
}

function settingWords(
  say: Say,
  outcome: Extract<Outcome, { is: 'passed' | 'failed' | 'not-applicable' | 'note' }>,
): RawText {
  switch (outcome.is) {
    case 'passed':
      return { word: say('outcome.passed'), rest: reasonAfter(say, outcome.text) };
    case 'failed':
      return { word: say('outcome.failed'), rest: reasonAfter(say, outcome.text) };
    case 'not-applicable':
      return { word: say('outcome.notNeeded'), rest: reasonAfter(say, outcome.because) };
    case 'note':
      return outcome.retired === undefined
        ? { word: say('outcome.note'), rest: reasonAfter(say, outcome.text) }
        : {
            word: say('outcome.retired'),
            rest: say('outcome.since', { date: formatDate(say, outcome.retired) }),
            continues: true,
          };
  }
}

function allowedText(say: Say, outcome: Extract<Outcome, { is: 'allowed' }>): RawText {
  const { by, explicit } = outcome;
  if (by === null) return { word: say('outcome.allowed'), rest: say('outcome.byNoGroup') };
  if (by.kind === 'firewall-rule') return allowedByFirewall(say, by);
  const values = { priority: displayPriority(by), name: by.name };
  if (by.level === 'network-manager') {
    return { word: say('outcome.allowed'), rest: say('outcome.byAdminRule', values), continues: true };
  }
  if (!explicit) return { word: say('outcome.allowedByDefault'), rest: say('outcome.byDefaultRule', values) };
  return {
    word: say('outcome.allowed'),
    rest: say('outcome.byRule', values),
    short: say('outcome.byRuleShort', values),
    continues: true,
  };
}

function allowedByFirewall(say: Say, { name, firewallName }: DecidingFirewallRule): RawText {
  const values = { name, firewall: firewallName };
  return {
    word: say('outcome.allowed'),
    rest: say('outcome.byFirewall', values),
    short: say('outcome.byFirewallShort', values),
    continues: true,
  };
}

/** Returns the blocked parts. If several flows are blocked, each includes its destination. */
function blockedText(say: Say, { blocked }: CheckResult, by: Decider): RawText {
  const decided = formatDecider(say, by);
  const words = { word: say('outcome.blocked'), rest: decided, short: decided, continues: isNamed(by) };
  return blocked.length > 1 && blocked.some(({ to }) => to !== undefined)
    ? { ...words, rest: `${decided} · ${formatParts(say, blocked)}`, statesPart: true }
    : words;
}

function partlyRest(say: Say, result: CheckResult, by: Decider): string {
  return [formatDecider(say, by), blockedPartText(say, result)].filter(Boolean).join(' · ');
}

/**
 * Returns the failing part of a partly blocked flow: “all but TCP 443”; empty for other flows, and if the part isn't
 * known.
 */
export function blockedPartText(say: Say, { outcome, blocked, allowed }: CheckResult): string {
  if (outcome.is !== 'partly-blocked') return '';
  const telling = allowed.filter((one) => !isEverything(one));
  // “All but TCP 443” would be wrong if a part of TCP 443 is blocked.
  const isSplit = blocked.some((one) => telling.some((other) => sharePorts(one, other)));
  if (isSplit) return formatParts(say, blocked);
  const part = formatParts(say, telling);
  return part === '' ? '' : say('outcome.allBut', { part });
}

/** True if both parts have the same protocol and share a port, so that their addresses or names differ. */
function sharePorts(one: FlowPart, other: FlowPart): boolean {
  const isSameProtocol =
    one.protocol === other.protocol || [one, other].some(({ protocol }) => protocol === 'Any');
  if (!isSameProtocol) return false;
  const [a, b] = [one, other].map(({ ports }) => parsePorts(ports.split(', ')));
  return a === undefined || b === undefined || setsOverlap(a, b);
}

/**
 * True if the part is everything: one of several flows may pass completely, and “all but everything” wouldn't be
 * meaningful.
 */
export function isEverything(part: Pick<FlowPart, 'protocol' | 'ports'>): boolean {
  return part.protocol === 'Any' && ['0-65535', '*', 'any', ''].includes(part.ports);
}

/** Returns the next decider of packets: an appliance, or an on-premises network. */
export function handedOnText(
  say: Say,
  outcome: Extract<Outcome, { is: 'forwarded' }>,
): Pick<OutcomeText, 'word' | 'rest' | 'line' | 'label'> {
  const words = rawForwarded(say, outcome);
  return { rest: words.rest, ...inFrontOf(say, words) };
}

function rawForwarded(say: Say, { to, by }: Extract<Outcome, { is: 'forwarded' }>): RawText {
  return to === 'appliance'
    ? { word: say('outcome.toAppliance'), rest: by.nextHopAddress ?? '' }
    : { word: say('outcome.toOnPremises'), rest: '' };
}

/** Returns the text for an unknown result, with its reason. */
export function undecidedText(say: Say, because: Reason): Pick<OutcomeText, 'word' | 'line' | 'label'> {
  return inFrontOf(say, { word: say('outcome.unknown'), rest: reasonAfter(say, because) });
}

/** True if a named rule or route decides, not the end of a list without a match. */
function isNamed(by: Decider): boolean {
  return by.kind === 'route' || !by.isDefault;
}

/**
 * Returns “by rule 4096 Deny-All”, “no allow rule matches (default rule 65500)”, or “by route 10.0.0.0/8, next hop
 * None”.
 */
function formatDecider(say: Say, by: Decider): string {
  switch (by.kind) {
    case 'route':
      return say('outcome.byRoute', { destination: by.destination });
    case 'firewall-rule':
      return by.isDefault
        ? say('outcome.byNoFirewallRule', { firewall: by.firewallName })
        : say('outcome.byFirewall', { name: by.name, firewall: by.firewallName });
    case 'rule':
      return byRule(say, by);
  }
}

function byRule(say: Say, rule: DecidingRule): string {
  const { isDefault, level, name } = rule;
  const priority = displayPriority(rule);
  if (isDefault) return say('outcome.byNoRule', { priority });
  const key = level === 'network-manager' ? 'outcome.byAdminRule' : 'outcome.byRule';
  return say(key, { priority, name });
}
