import type { EntryChange } from '../checks/fixes/entry-changes';
import type { FixStep } from '../core/fix';
import { nameOf, sameId } from '../core/network/find';
import { wordReason } from './reason-words';
import type { ProvenEdits } from '../file-checks/edits/proven-edits';
import { sayReason, type Say } from '../messages/say';
import { serviceStepReason } from '../plans/service-steps';

/** A fix as the title of a quick fix: what it changes, opens or adds, and where. */
export function wordFixTitle(say: Say, { fix, changes }: Pick<ProvenEdits, 'fix' | 'changes'>): string {
  if (fix.spelling !== undefined) return say('file.title.spelling', { right: fix.spelling });
  if (fix.title) return wordReason(say, fix.title);
  const [title = '', ...more] = wordFixChanges(say, { fix, changes });
  return more.length > 0 ? say('file.title.more', { title, n: more.length }) : title;
}

/** Everything that a fix changes, each as a line of its own. */
export function wordFixChanges(
  say: Say,
  { fix, changes }: Pick<ProvenEdits, 'fix' | 'changes'>,
): readonly string[] {
  if (fix.steps.length === 0) return [wordFixTitle(say, { fix, changes })];
  const steps = fix.steps.filter((step) => !changes.some((change) => isOf(step, change)));
  const telling = [
    ...changes.map((change) => changeTitle(say, change)),
    ...steps.filter(isTelling).map((step) => stepTitle(say, step)),
  ];
  return telling.length > 0 ? telling : steps.slice(0, 1).map((step) => stepTitle(say, step));
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
    if (fresh.length === 0) return say('file.title.alone', { text: after.join(', '), name });
    if (gone.length > 0) {
      return say('file.title.correct', { wrong: gone.join(', '), right: fresh.join(', '), name });
    }
    const key = member === 'destinationPorts' ? 'file.title.addPorts' : 'file.title.addAddresses';
    return say(key, { n: fresh.length, added: fresh.join(', '), name });
  });
  return told.join(', ');
}

/** What is made, and an address for a gateway, goes without saying beside the attaching. */
function isTelling(step: FixStep): boolean {
  return step.do !== 'create' && !(step.do === 'attach' && step.what === 'publicIpAddress');
}

function stepTitle(say: Say, step: FixStep): string {
  switch (step.do) {
    case 'insert':
      return step.what === 'rule' ? ruleTitle(say, step) : routeTitle(say, step);
    case 'remove':
      return say(step.what === 'rule' ? 'file.title.removeRule' : 'file.title.removeRoute', {
        name: step.name,
      });
    case 'set':
      return say('file.title.set', { property: step.property, name: nameOf(step.at) });
    case 'create':
      return say('file.title.create', { name: nameOf(step.id) });
    case 'attach':
      return attachTitle(say, step);
    case 'detach':
      return say('file.title.detach', { name: nameOf(step.id), from: nameOf(step.from) });
    case 'delete':
      return say('file.title.delete', { name: nameOf(step.id) });
    default:
      return sayReason(say, serviceStepReason(step));
  }
}

function attachTitle(say: Say, { what, id, to }: Extract<FixStep, { do: 'attach' }>): string {
  const key = what === 'natGateway' ? 'file.title.attachGateway' : 'file.title.attach';
  return say(key, { name: nameOf(id), to: nameOf(to) });
}

function ruleTitle(say: Say, { rule }: Extract<FixStep, { what: 'rule'; do: 'insert' }>): string {
  const outbound = rule.direction === 'Outbound';
  const remote = (outbound ? rule.destinations : rule.sources).join(', ');
  const part = partTitle(say, rule.protocol, rule.destinationPorts.join(', '));
  const way = rule.access === 'Deny' ? 'deny' : outbound ? 'allowTo' : 'allowFrom';
  return say(`file.title.${way}`, { part, remote, priority: rule.priority });
}

function partTitle(say: Say, protocol: string, ports: string): string {
  if (protocol !== '*') return ports === '*' ? protocol.toUpperCase() : `${protocol.toUpperCase()} ${ports}`;
  return ports === '*' ? say('subject.any') : say('file.title.anyProtocol', { ports });
}

function routeTitle(say: Say, { route }: Extract<FixStep, { what: 'route'; do: 'insert' }>): string {
  const key = route.nextHop === 'Internet' ? 'file.title.routeInternet' : 'file.title.route';
  return say(key, { destination: route.destination, name: route.name });
}
