import { unreadResource } from '../checks/causes';
import type { BlockedEarlier, Cause, CauseKind, Component } from '../core/cause';
import { displayPriority, type Decider, type DecidingRoute, type DecidingRule } from '../core/check-result';
import { nameOf } from '../core/network/find';
import { reason, type Reason, type ReasonValues } from '../core/reason';
import type { MessageKey } from '../messages/en/catalog';
import type { Say } from '../messages/say';
import { afterColon } from './lower-after-colon';
import { outcomeShape, type OutcomeShape } from './outcome-text';
import { formatReason, formatSentence } from './reason-text';
import { formatHop } from './subject-text';

/** Returns the icon shape of a cause: by its severity if it certainly fails, otherwise by the unknown. */
export function causeShape({ status, severity, results: [worst] }: Cause): OutcomeShape {
  return status === 'fails' ? severity : outcomeShape(worst);
}

/**
 * Returns the deciding component and the number of its flows: “NSG rule 4096 Deny-All blocks 8 flows”. For a setting,
 * returns its fault.
 */
export function causeTitle(say: Say, cause: Cause): string {
  const { by, because, kind, flows: n } = cause;
  if (by && n > 0) return deciderTitle(say, by, cause);
  if (kind === 'no-outbound-access' && isOfFlows(cause)) {
    return say('cause.no-outbound-access', { subnet: nameOf(cause.resourceId ?? ''), n });
  }
  const why = because ?? textOf(cause);
  return kind === 'not-readable'
    ? unreadTitle(say, why, cause.results.length)
    : settingTitle(say, why, cause);
}

function isOfFlows({ results }: Cause): boolean {
  return results.some(({ outcome }) => outcome.is === 'no-outbound-access');
}

/** Returns the check's text of a setting that a rule or route decides. */
function textOf({ results: [{ outcome, requirement }] }: Cause): Reason {
  return 'text' in outcome ? outcome.text : reason(`requirement.${requirement}.name`);
}

function unreadTitle(say: Say, why: Reason, n: number): string {
  const name = unreadResource(why);
  return name === undefined
    ? say('cause.not-readable.because', { why: splitReason(asTitle(say, why)).why, n })
    : say('cause.not-readable', { name, n });
}

const afterFirstSentence = /\.\s+(\p{Lu}.*)$/su;

/** Splits a formatted reason into its first sentence, without the full stop, and the rest: what users can do. */
export function splitReason(text: string): { readonly why: string; readonly action: string | undefined } {
  return {
    why: text.replace(afterFirstSentence, '').replace(/\.$/, ''),
    action: afterFirstSentence.exec(text)?.[1],
  };
}

/** Settings whose title differs from the check's text. */
const settingTitles: Readonly<Record<string, MessageKey>> = {
  'check.lock.readOnly': 'cause.lock',
  'check.lock.canNotDelete': 'cause.lock',
  'check.policy.denies': 'cause.policy-denies',
  'check.permission.missing': 'cause.permission-missing',
  'check.quota.full': 'cause.quota-short',
  'check.quota.near': 'cause.quota-short',
  'check.cores.short': 'cause.quota-short.cores',
  'check.zones.notLinked': 'cause.dns-missing.link',
  'check.zones.none': 'cause.dns-missing.zone',
  'check.zones.wrongName': 'cause.dns-missing.zone',
  'check.services.closed': 'cause.service-firewall',
  'check.delegation.given': 'cause.subnet-unfit.delegated',
  'check.databricks.yes': 'cause.subnet-unfit.delegated',
  'check.free.short': 'cause.addresses-short',
  'check.size.small': 'cause.addresses-short',
};

function settingTitle(say: Say, why: Reason, { resourceId }: Component): string {
  const key = settingTitles[why.key];
  if (key === undefined) return asTitle(say, why);
  return formatReason(say, reason(key, titleValues(why.values ?? {}, nameOf(resourceId ?? ''))));
}

/**
 * Returns the values of the check with additional values for titles: remaining capacity, available capacity, and the
 * subnet.
 */
function titleValues(values: ReasonValues, subnet: string): ReasonValues {
  const { used, limit, free, usable, service } = values;
  return {
    ...values,
    subnet,
    ...(typeof used === 'number' && typeof limit === 'number' ? { left: Math.max(0, limit - used) } : {}),
    ...(free === undefined && usable === undefined ? {} : { room: free ?? usable ?? 0 }),
    ...(typeof service === 'string' ? { service: serviceName(service) } : {}),
  };
}

/** Returns a short name such as “Databricks” for `Microsoft.Databricks/workspaces`. */
function serviceName(service: string): string {
  return service.replace(/^Microsoft\./i, '').split('/')[0] ?? service;
}

/** Returns the text without the full stop and with a capital letter. */
function asTitle(say: Say, why: Reason): string {
  return formatSentence(say, why).replace(/\.$/, '');
}

function deciderTitle(say: Say, by: Decider, cause: Cause): string {
  const { flows: n, kind } = cause;
  switch (by.kind) {
    case 'firewall-rule':
      return say('cause.firewall-blocks', { name: by.firewallName, n });
    case 'rule':
      return say(ruleTitles[ruleKind(by)], { ...ruleValues(by), n });
    case 'route':
      if (kind === 'reply-route') return say('cause.reply-route', { hop: formatHop(say, by), n });
      return kind === 'appliance-decides' ? dependsTitle(say, by, cause) : dropsTitle(say, by, n);
  }
}

type RuleKind = 'admin' | 'default' | 'written';

const ruleTitles: Readonly<Record<RuleKind, MessageKey>> = {
  admin: 'cause.admin-rule-blocks',
  default: 'cause.nsg-default-blocks',
  written: 'cause.nsg-rule-blocks',
};

function ruleKind({ level, isDefault }: DecidingRule): RuleKind {
  if (level === 'network-manager') return 'admin';
  return isDefault ? 'default' : 'written';
}

function ruleValues(by: DecidingRule) {
  return { name: by.name, priority: displayPriority(by) };
}

function dependsTitle(say: Say, { nextHopAddress: ip }: DecidingRoute, cause: Cause): string {
  const n = flowsOfCause(cause).size;
  return ip === null ? say('cause.on-premises-decides', { n }) : say('cause.appliance-decides', { ip, n });
}

/**
 * Returns the requirement IDs of a cause's flows. For a next hop that decides, they include those that an earlier
 * component blocks, because they depend on it, too.
 */
export function flowsOfCause({ kind, results, blockedEarlier }: Cause): ReadonlySet<string> {
  const earlier = kind === 'appliance-decides' ? blockedEarlier.flatMap((one) => one.results) : [];
  const flows = results.filter(({ subject }) => subject !== null);
  return new Set([...flows, ...earlier].map(({ requirement }) => requirement));
}

function dropsTitle(say: Say, { destination: prefix, tableName: table }: DecidingRoute, n: number): string {
  return table === null
    ? say('cause.route-drops.system', { prefix, n })
    : say('cause.route-drops', { prefix, table, n });
}

/** Returns the deciding component inside a sentence: “rule 4096 Deny-All”, “route 0.0.0.0/0 in rt-hub”. */
export function componentName(say: Say, { by, kind, because, resourceId }: Component): string {
  if (by === null) {
    const subnet = nameOf(resourceId ?? '');
    return kind === 'no-outbound-access' || because === null
      ? say('cause.name.no-outbound-access', { subnet })
      : formatReason(say, because);
  }
  return deciderName(say, by);
}

/** Returns a rule or route inside a sentence. */
export function deciderName(say: Say, by: Decider): string {
  switch (by.kind) {
    case 'firewall-rule':
      return say('cause.name.firewall', { name: by.firewallName });
    case 'rule':
      return say(ruleNames[ruleKind(by)], ruleValues(by));
    case 'route':
      return routeName(say, by);
  }
}

const ruleNames: Readonly<Record<RuleKind, MessageKey>> = {
  admin: 'cause.name.admin-rule',
  default: 'cause.name.default-rule',
  written: 'cause.name.rule',
};

function routeName(say: Say, { destination: prefix, tableName: table }: DecidingRoute): string {
  return table === null
    ? say('cause.name.route.system', { prefix })
    : say('cause.name.route', { prefix, table });
}

/** Returns “8 flows are blocked earlier by rule 4096 Deny-All”. */
export function blockedEarlierText(say: Say, { by, results }: BlockedEarlier): string {
  return say('cause.earlier', { n: results.length, by: componentName(say, by) });
}

/**
 * Returns the component that decides a flow next: “Also blocked by rule 200 Deny-443”, “Then depends on appliance
 * 10.0.1.4”.
 */
export function alsoBlockedText(say: Say, component: Component): string {
  const { kind, by } = component;
  if (kind === 'no-outbound-access') return say('cause.also.no-outbound-access');
  if (kind !== 'appliance-decides' || by?.kind !== 'route') {
    return say('cause.also', { by: componentName(say, component) });
  }
  return by.nextHopAddress === null
    ? say('cause.also.on-premises')
    : say('cause.also.appliance', { ip: by.nextHopAddress });
}

/**
 * Returns the component's location: “nsg-train-hub on the subnet · outbound”. Undefined if the title already has it.
 * @param subscription its name, if it isn't the subnet's own
 */
export function causePlace(
  say: Say,
  cause: Component,
  subscription: string | null = null,
): string | undefined {
  const { by, because } = cause;
  if (by) return deciderPlace(say, by, { cause, subscription });
  if (!because || cause.kind !== 'not-readable') return undefined;
  const text = formatReason(say, because);
  // The title doesn't include the role for reading it, or what to do.
  return unreadResource(because) === undefined ? splitReason(text).action : text;
}

interface Placing {
  readonly cause: Component;
  readonly subscription: string | null;
}

function deciderPlace(say: Say, by: Decider, { cause, subscription }: Placing): string {
  const within = (name: string): string =>
    subscription === null ? name : say('cause.place.in', { name, subscription });
  switch (by.kind) {
    case 'firewall-rule':
      return by.isDefault
        ? say('cause.place.firewall.default', { name: within(by.firewallName) })
        : say('cause.place.firewall', { rule: by.name, collection: by.collection });
    case 'rule':
      return say(rulePlaces[by.level][by.direction], { name: within(by.groupName) });
    case 'route': {
      if (by.tableName === null) return say('cause.place.route.system', { prefix: by.destination });
      const values = { prefix: by.destination, table: within(by.tableName) };
      const isAppliance = cause.kind === 'appliance-decides' && by.nextHopAddress !== null;
      return say(isAppliance ? 'cause.place.appliance' : 'cause.place.route', values);
    }
  }
}

const rulePlaces: Readonly<
  Record<DecidingRule['level'], Readonly<Record<DecidingRule['direction'], MessageKey>>>
> = {
  subnet: { Outbound: 'cause.place.subnet.outbound', Inbound: 'cause.place.subnet.inbound' },
  'network-interface': { Outbound: 'cause.place.nic.outbound', Inbound: 'cause.place.nic.inbound' },
  'network-manager': { Outbound: 'cause.place.manager.outbound', Inbound: 'cause.place.manager.inbound' },
};

/**
 * Returns a report's message for a cause: “Rule 4096 'Deny-All' blocks 8 flows of 'snet-training'”, as in the editor.
 * Its values `n`, `of`, and `subnets` come from the report, which shows a cause of several subnets once.
 * @param compute name of the compute resource for which it was found
 */
export function causeMessage(say: Say, cause: Cause, compute: string | null): Reason {
  const { by, flows, kind, because } = cause;
  if (by && flows > 0) return deciderMessage(say, by, cause);
  if (kind === 'no-outbound-access' && isOfFlows(cause)) {
    return reason('file.cause.no-outbound-access', { subnet: nameOf(cause.resourceId ?? '') });
  }
  const why = because ?? textOf(cause);
  if (kind !== 'not-readable') return settingMessage(say, why, { cause, compute });
  return reason('file.cause.not-readable', {
    why: afterColon(say, formatReason(say, why)).replace(/\.$/, ''),
  });
}

function settingMessage(
  say: Say,
  why: Reason,
  { cause, compute }: { readonly cause: Cause; readonly compute: string | null },
): Reason {
  const { needed, room } = titleValues(why.values ?? {}, '');
  const isShort = cause.kind === 'addresses-short' && needed !== undefined && room !== undefined;
  return isShort && compute !== null
    ? reason('cause.of.addresses-short', { compute, needed, room })
    : reason('cause.of.setting', { title: settingTitle(say, why, cause) });
}

function deciderMessage(say: Say, by: Decider, { kind }: Cause): Reason {
  switch (by.kind) {
    case 'firewall-rule':
      return reason('file.cause.firewall-blocks', { name: by.firewallName });
    case 'rule':
      return reason(ruleMessages[ruleKind(by)], { ...ruleValues(by), holder: by.groupName });
    case 'route':
      return routeMessage(say, by, kind);
  }
}

const ruleMessages: Readonly<Record<RuleKind, MessageKey>> = {
  admin: 'file.cause.admin-rule-blocks',
  default: 'file.cause.nsg-default-blocks',
  written: 'file.cause.nsg-rule-blocks',
};

function routeMessage(say: Say, by: DecidingRoute, kind: CauseKind): Reason {
  const { destination: prefix, tableName: table, nextHopAddress: ip } = by;
  if (kind === 'reply-route') return reason('file.cause.reply-route', { hop: formatHop(say, by) });
  if (kind === 'appliance-decides') {
    return ip === null
      ? reason('file.cause.on-premises-decides')
      : reason('cause.of.appliance-decides', { ip });
  }
  return table === null
    ? reason('file.cause.route-drops.system', { prefix })
    : reason('file.cause.route-drops', { prefix, table });
}

/** Returns a message with its flows and subnets. */
export function formatCauseMessage(
  say: Say,
  { key, values }: Reason,
  { n, subnets }: { readonly n: number; readonly subnets: readonly string[] },
): string {
  const [name = ''] = subnets;
  const isOne = subnets.length === 1;
  return formatReason(
    say,
    reason(key, {
      ...values,
      n,
      of: isOne
        ? say('file.cause.ofSubnet', { subnet: name })
        : say('file.cause.ofSubnets', { n: subnets.length }),
      subnets: isOne ? say('cause.subnet', { name }) : say('cause.subnets', { n: subnets.length }),
    }),
  );
}
