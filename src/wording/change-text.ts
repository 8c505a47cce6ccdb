import { nameOf } from '../core/network/find';
import type { ResourceId } from '../core/network/model';
import {
  isBilled,
  associationsOf,
  changesOf,
  isCreatedBy,
  isEntryChange,
  isOfResource,
  isServiceChange,
  settingText,
  settingsOf,
  type Association,
  type NewRoute,
  type NewRule,
  type ResourceChange,
  type RouteChange,
  type RuleChange,
  type SettingChange,
} from '../core/resource-change';
import { formatList } from '../messages/format-list';
import { sayReason, type Say } from '../messages/say';
import { serviceReasons, type ServiceChange } from '../core/service-change';

/** Types of resources that are shown: rules and routes have separate tables. */
type ShownType = Exclude<ResourceChange['type'], 'rule' | 'route'>;

/** Returns the name of a resource type. */
export function formatType(say: Say, type: ShownType): string {
  return say(`preview.type.${type}`);
}

/** Returns a resource of the network with its type: “NAT gateway ng-ml”. */
export function formatResource(say: Say, { type, id }: NetworkResource): string {
  return say(`resource.${type}`, { name: nameOf(id) });
}

interface NetworkResource {
  readonly type: Exclude<ShownType, ServiceChange['type']>;
  readonly id: ResourceId;
}

/** Returns what changes create and Azure bills: “private endpoint pe-ml (billed) and private DNS zones a and b (billed)”. */
function formatBilled(say: Say, changes: readonly ResourceChange[]): string {
  const billed = changes.filter(isBilled);
  const texts = (['natGateway', 'publicIpAddress', 'endpoint', 'zone'] as const).flatMap((type) => {
    const names = billed.filter((one) => one.type === type).map(({ id }) => nameOf(id));
    return names.length > 0 ? [say(`resource.billed.${type}`, { names })] : [];
  });
  return formatList(say, texts);
}

/** Returns the title of changes that create what Azure bills. */
export function billedTitle(say: Say, changes: readonly ResourceChange[]): string {
  return say('file.title.create', { resource: formatBilled(say, changes) });
}

/** Returns the changes of a resource as a sentence: “Adds rules 180, 190, and 200 to nsg-training.” */
export function formatChange(
  say: Say,
  changes: readonly ResourceChange[],
  id: ResourceId,
): readonly string[] {
  const own = changesOf(changes, id);
  return [...formatEntries(say, own, nameOf(id)), ...own.flatMap((one) => formatOther(say, one))];
}

/** Combines the rules and routes of a resource. */
function formatEntries(say: Say, own: readonly ResourceChange[], name: string): readonly string[] {
  const rules = own.filter((one) => one.type === 'rule');
  const routes = own.filter((one) => one.type === 'route');
  const named = (
    key: 'apply.rules' | 'apply.routes' | 'undo.rules' | 'undo.routes',
    names: readonly string[],
  ): readonly string[] =>
    names.length > 0 ? [say(key, { n: names.length, names: formatList(say, names), name })] : [];
  return [
    ...named(
      'apply.rules',
      rules.flatMap(({ after }) => (after ? [String(after.priority)] : [])),
    ),
    ...named(
      'apply.routes',
      routes.flatMap(({ after }) => after?.name ?? []),
    ),
    ...named(
      'undo.rules',
      rules.flatMap(({ before }) => before?.name ?? []),
    ),
    ...named(
      'undo.routes',
      routes.flatMap(({ before }) => before?.name ?? []),
    ),
  ];
}

/** Returns separate lines for other changes; nothing for rules and routes. */
function formatOther(say: Say, change: ResourceChange): readonly string[] {
  if (isEntryChange(change)) return [];
  if (isServiceChange(change)) return serviceReasons(change).map((one) => sayReason(say, one));
  const { type, id, before } = change;
  if (isOfResource(change)) {
    const key = before === null ? 'apply.creates' : 'undo.deletes';
    return [say(key, { name: nameOf(id), type: formatType(say, type) })];
  }
  return [
    ...associationsOf(change).map((one) =>
      say(one.isAssociated ? 'apply.associates' : 'undo.dissociates', {
        resource: formatResource(say, one),
        name: nameOf(id),
      }),
    ),
    ...settingsOf(change).map((one) => formatSetting(say, one)),
  ];
}

function formatSetting(say: Say, { id, property, after }: SettingChange): string {
  const name = nameOf(id);
  const value = settingText(after);
  if (property !== 'delegations') {
    return say('apply.sets', { name, property, value: value || say('preview.none') });
  }
  return value === '' ? say('apply.undelegates', { name }) : say('undo.delegates', { name, services: value });
}

/** Returns a change for the terminal in a readable notation. */
export function changeLines(say: Say, change: ResourceChange): readonly string[] {
  if (isEntryChange(change)) return entryLines(say, change);
  if (isServiceChange(change)) return formatOther(say, change);
  const { type, id, before } = change;
  const name = nameOf(id);
  if (isOfResource(change)) {
    return [
      before === null
        ? say('terminal.step.create', { name, type: formatType(say, type) })
        : say('terminal.step.delete', { name, type: formatType(say, type) }),
    ];
  }
  return [
    ...associationsOf(change).map((one) =>
      one.isAssociated
        ? say('terminal.step.associate', { resource: formatResource(say, one), to: name })
        : say('terminal.step.dissociate', { resource: formatResource(say, one), from: name }),
    ),
    ...settingsOf(change).map(({ property, after }) =>
      say('terminal.step.set', { property, at: name, value: settingText(after) || '[]' }),
    ),
  ];
}

function entryLines(say: Say, change: RuleChange | RouteChange): readonly string[] {
  const { id, before } = change;
  const added =
    change.type === 'rule'
      ? change.after && ruleLine(say, change.after, id)
      : change.after && routeLine(say, change.after, id);
  return [
    ...(before ? [say('terminal.step.remove', { name: before.name, from: nameOf(id) })] : []),
    ...(added === null ? [] : [added]),
  ];
}

function ruleLine(say: Say, rule: NewRule, group: ResourceId): string {
  return say('terminal.step.rule', {
    name: rule.name,
    priority: rule.priority,
    group: nameOf(group),
    what: say(`terminal.rule.${rule.access === 'Deny' ? 'deny' : 'allow'}${rule.direction}`, {
      part: formatPart(say, rule),
      from: addresses(say, rule.sources),
      to: addresses(say, rule.destinations),
    }),
  });
}

function addresses(say: Say, all: readonly string[]): readonly string[] {
  return all.map((one) => (one === '*' ? say('terminal.rule.any') : one));
}

function routeLine(say: Say, route: NewRoute, table: ResourceId): string {
  const { name, destination, nextHop, nextHopAddress } = route;
  const hop = nextHopAddress === null ? nextHop : `${nextHop} ${nextHopAddress}`;
  return say('terminal.step.route', { name, destination, hop, table: nameOf(table) });
}

/** Returns a change of a fix as part of the title of a quick fix. */
export function changeTitles(
  say: Say,
  change: ResourceChange,
  all: readonly ResourceChange[],
): readonly string[] {
  if (isEntryChange(change)) return entryTitles(say, change);
  if (isServiceChange(change)) return formatOther(say, change);
  const { id, before } = change;
  const name = nameOf(id);
  if (isOfResource(change)) {
    if (isBilled(change)) return [billedTitle(say, [change])];
    const resource = formatResource(say, change);
    return [say(before === null ? 'file.title.create' : 'file.title.delete', { resource })];
  }
  return [
    ...associationsOf(change).map((one) => associationTitle(say, one, all)),
    ...settingsOf(change).map(({ property }) =>
      property === 'delegations'
        ? say('file.title.undelegate', { name })
        : say('file.title.set', { property, name }),
    ),
  ];
}

function entryTitles(say: Say, change: RuleChange | RouteChange): readonly string[] {
  const { type, before } = change;
  const key = type === 'rule' ? 'file.title.removeRule' : 'file.title.removeRoute';
  const added =
    type === 'rule'
      ? change.after && ruleTitle(say, change.after)
      : change.after && routeTitle(say, change.after);
  return [...(before ? [say(key, { name: before.name })] : []), ...(added === null ? [] : [added])];
}

function associationTitle(say: Say, association: Association, all: readonly ResourceChange[]): string {
  const { id, isAssociated } = association;
  const [resource, to] = [formatResource(say, association), nameOf(association.to)];
  if (!isAssociated) return say('file.title.dissociate', { resource, from: to });
  const created = all.filter((one) => isCreatedBy([one], id));
  if (created.length === 0) return say('file.title.associate', { resource, to });
  const billed = created.some(isBilled) ? formatBilled(say, created) : resource;
  return say('file.title.createFor', { resource: billed, to });
}

function ruleTitle(say: Say, rule: NewRule): string {
  const outbound = rule.direction === 'Outbound';
  const remote = outbound ? rule.destinations : rule.sources;
  const way = rule.access === 'Deny' ? 'deny' : outbound ? 'allowTo' : 'allowFrom';
  return say(`file.title.${way}`, { part: formatPart(say, rule), remote });
}

function routeTitle(say: Say, route: NewRoute): string {
  const key = route.nextHop === 'Internet' ? 'file.title.routeInternet' : 'file.title.route';
  return say(key, { destination: route.destination, name: route.name });
}

/** Returns protocol and ports of a rule: “TCP 80 and 443”, “port 443 (any protocol)”. */
export function formatPart(
  say: Say,
  { protocol, destinationPorts }: { readonly protocol: string; readonly destinationPorts: readonly string[] },
): string {
  const isAny = destinationPorts.includes('*');
  if (protocol === '*') {
    const values = { n: destinationPorts.length, ports: destinationPorts };
    return isAny ? say('part.all') : say('file.title.anyProtocol', values);
  }
  const name = protocol.toUpperCase();
  return isAny ? name : `${name} ${formatList(say, destinationPorts)}`;
}
