import type { EntryChange } from '../checks/fixes/entry-changes';
import { isChangedBy, type FixStep } from '../core/fix';
import { isBilled } from '../core/fix-effect';
import { nameOf, sameId } from '../core/network/find';
import { formatReason } from './reason-text';
import type { TestedEdits } from '../file-checks/edits/tested-edits';
import { sayReason, type Say } from '../messages/say';
import { serviceStepReason } from '../plans/service-steps';

type Titled = Pick<TestedEdits, 'fix' | 'changes' | 'affects'>;

/**
 * A fix as the title of a quick fix: what it changes, opens or adds, and where. Other subnets whose traffic it stops come
 * first.
 */
export function formatFixTitle(say: Say, fix: Titled): string {
  return withAffected(say, ownTitle(say, fix), fix);
}

/** A title with the other subnets whose traffic the fix changes. */
export function withAffected(say: Say, title: string, { affects }: Pick<Titled, 'affects'>): string {
  const names = (all: Titled['affects']): readonly string[] => all.map(({ name }) => name);
  const worse = affects.filter(({ isWorse }) => isWorse);
  if (worse.length > 0) return say('file.title.worse', { title, names: names(worse) });
  return affects.length > 0 ? say('file.title.also', { title, names: names(affects) }) : title;
}

function ownTitle(say: Say, { fix, changes }: Titled): string {
  if (fix.spelling !== undefined) return say('file.title.spelling', { right: fix.spelling });
  if (fix.title) return formatReason(say, fix.title);
  const [title = '', ...more] = changesOf(say, { fix, changes });
  return more.length > 0 ? say('file.title.more', { title, n: more.length }) : title;
}

/** Everything that a fix changes, each as a line of its own; the first names other subnets whose traffic it changes. */
export function formatFixChanges(say: Say, fix: Titled): readonly string[] {
  if (fix.fix.steps.length === 0) return [formatFixTitle(say, fix)];
  const [first = '', ...more] = changesOf(say, fix);
  return [withAffected(say, first, fix), ...more];
}

function changesOf(say: Say, { fix, changes }: Pick<TestedEdits, 'fix' | 'changes'>): readonly string[] {
  const steps = fix.steps.filter((step) => !changes.some((change) => isOf(step, change)));
  const telling = [
    ...changes.map((change) => changeTitle(say, change)),
    ...steps.filter(isTelling).map((step) => stepTitle(say, step, steps)),
  ];
  return telling.length > 0 ? telling : steps.slice(0, 1).map((step) => stepTitle(say, step, steps));
}

function isOf(step: FixStep, { of, name }: EntryChange): boolean {
  if (step.do === 'remove') return sameId(step.from, of) && sameId(step.name, name);
  if (step.do !== 'insert') return false;
  return sameId(step.into, of) && sameId(step.what === 'rule' ? step.rule.name : step.route.name, name);
}

function changeTitle(say: Say, { name, members }: EntryChange): string {
  const told = members.map(({ member, before, after }) => {
    const gone = before.filter((text) => !after.includes(text));
    const fresh = after.filter((text) => !before.includes(text));
    if (fresh.length === 0) return say('file.title.alone', { text: after, name });
    if (gone.length > 0) {
      return say('file.title.correct', { wrong: gone, right: fresh, name });
    }
    const key = member === 'destinationPorts' ? 'file.title.addPorts' : 'file.title.addAddresses';
    return say(key, { n: fresh.length, added: fresh, name });
  });
  return told.join(', ');
}

/** What is made, and an address for a gateway, goes without saying beside the attaching. */
function isTelling(step: FixStep): boolean {
  return step.do !== 'create' && !(step.do === 'attach' && step.what === 'publicIpAddress');
}

function stepTitle(say: Say, step: FixStep, all: readonly FixStep[]): string {
  switch (step.do) {
    case 'insert':
      return step.what === 'rule' ? ruleTitle(say, step) : routeTitle(say, step);
    case 'remove':
      return say(step.what === 'rule' ? 'file.title.removeRule' : 'file.title.removeRoute', {
        name: step.name,
      });
    case 'set':
      return setTitle(say, step);
    case 'create':
      return createTitle(say, step);
    case 'attach':
      return attachTitle(say, step, isChangedBy(all, step.id));
    case 'detach':
      return say('file.title.detach', { name: nameOf(step.id), from: nameOf(step.from) });
    case 'delete':
      return say('file.title.delete', { name: nameOf(step.id) });
    default:
      return sayReason(say, serviceStepReason(step));
  }
}

function createTitle(say: Say, step: Extract<FixStep, { do: 'create' }>): string {
  return say(isBilled(step) ? 'file.title.createBilled' : 'file.title.create', { name: nameOf(step.id) });
}

function setTitle(say: Say, { property, at }: Extract<FixStep, { do: 'set' }>): string {
  const name = nameOf(at);
  return property === 'delegations'
    ? say('file.title.undelegate', { name })
    : say('file.title.set', { property, name });
}

function attachTitle(say: Say, { what, id, to }: Extract<FixStep, { do: 'attach' }>, isNew: boolean): string {
  const gateway = isNew ? 'file.title.createGateway' : 'file.title.attachGateway';
  const key = what === 'natGateway' ? gateway : 'file.title.attach';
  return say(key, { name: nameOf(id), to: nameOf(to) });
}

function ruleTitle(say: Say, { rule }: Extract<FixStep, { what: 'rule'; do: 'insert' }>): string {
  const outbound = rule.direction === 'Outbound';
  const remote = outbound ? rule.destinations : rule.sources;
  const part = partTitle(say, rule);
  const way = rule.access === 'Deny' ? 'deny' : outbound ? 'allowTo' : 'allowFrom';
  return say(`file.title.${way}`, { part, remote });
}

/** Protocol and ports of a rule: “TCP 80 and 443”, “port 443 (any protocol)”. */
export function partTitle(
  say: Say,
  { protocol, destinationPorts }: { readonly protocol: string; readonly destinationPorts: readonly string[] },
): string {
  const isAny = destinationPorts.includes('*');
  if (protocol === '*') {
    const values = { n: destinationPorts.length, ports: destinationPorts };
    return isAny ? say('part.all') : say('file.title.anyProtocol', values);
  }
  const name = protocol.toUpperCase();
  return isAny ? name : `${name} ${new Intl.ListFormat(say.language).format(destinationPorts)}`;
}

function routeTitle(say: Say, { route }: Extract<FixStep, { what: 'route'; do: 'insert' }>): string {
  const key = route.nextHop === 'Internet' ? 'file.title.routeInternet' : 'file.title.route';
  return say(key, { destination: route.destination, name: route.name });
}
