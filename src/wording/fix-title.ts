import type { Fix, FixStep } from '../core/fix';
import { nameOf } from '../core/network/find';
import type { Say } from '../messages/say';

/** A fix as the title of a quick fix: what it opens or changes, and where. */
export function wordFixTitle(say: Say, { steps }: Pick<Fix, 'steps'>): string {
  const telling = steps.filter(isTelling);
  const [first = steps[0], ...more] = telling;
  if (!first) return '';
  const title = stepTitle(say, first);
  return more.length > 0 ? say('file.title.more', { title, n: more.length }) : title;
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
  }
}

function attachTitle(say: Say, { what, id, to }: Extract<FixStep, { do: 'attach' }>): string {
  const key = what === 'natGateway' ? 'file.title.attachGateway' : 'file.title.attach';
  return say(key, { name: nameOf(id), to: nameOf(to) });
}

function ruleTitle(say: Say, { rule }: Extract<FixStep, { what: 'rule'; do: 'insert' }>): string {
  const outbound = rule.direction === 'Outbound';
  const remote = (outbound ? rule.destinations : rule.sources).join(', ');
  const protocol = rule.protocol === '*' ? say('subject.any') : rule.protocol.toUpperCase();
  const ports = rule.destinationPorts.join(', ');
  const part = ports === '*' ? protocol : `${protocol} ${ports}`;
  const way = rule.access === 'Deny' ? 'deny' : outbound ? 'allowTo' : 'allowFrom';
  return say(`file.title.${way}`, { part, remote, priority: rule.priority });
}

function routeTitle(say: Say, { route }: Extract<FixStep, { what: 'route'; do: 'insert' }>): string {
  const key = route.nextHop === 'Internet' ? 'file.title.routeInternet' : 'file.title.route';
  return say(key, { destination: route.destination, name: route.name });
}
