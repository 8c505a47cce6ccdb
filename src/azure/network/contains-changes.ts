import type { FixStep } from '../../core/fix';
import { jsonAt, isJsonObject, listAt, textAt, type Json, type JsonObject } from '../json';
import { attachedAs } from './changed-body';

/**
 * True where a resource holds all that `sent` was written for. An answer that is lost on its way says nothing of the
 * write, and a write that is sent once more then meets its own etag: what stands there decides.
 */
export function holdsSteps(now: JsonObject, sent: JsonObject, steps: readonly FixStep[]): boolean {
  return steps.every((step) => holdsStep(now, sent, step));
}

function holdsStep(now: JsonObject, sent: JsonObject, step: FixStep): boolean {
  switch (step.do) {
    case 'insert':
      return holdsEntry(now, sent, step);
    case 'remove':
      return childOf(now, listOf(step.what), step.name) === undefined;
    case 'set':
      return covers(jsonAt(now, 'properties', step.property), jsonAt(sent, 'properties', step.property));
    case 'attach':
      return names(now, step);
    case 'detach':
      return !names(now, step);
    // A name that is taken may be somebody else's; what is deleted is looked for by itself, and so are services.
    default:
      return false;
  }
}

function holdsEntry(now: JsonObject, sent: JsonObject, step: Extract<FixStep, { do: 'insert' }>): boolean {
  const list = listOf(step.what);
  const name = step.what === 'rule' ? step.rule.name : step.route.name;
  const [there, wanted] = [childOf(now, list, name), childOf(sent, list, name)];
  return there !== undefined && wanted !== undefined && covers(there, wanted);
}

type PartStep = Extract<FixStep, { do: 'attach' | 'detach' }>;

function names(body: JsonObject, { what, id }: PartStep): boolean {
  if (what !== 'publicIpAddress') return covers(jsonAt(body, 'properties', attachedAs[what]), { id });
  return listAt(body, 'properties', 'publicIpAddresses').some((one) => covers(one, { id }));
}

function listOf(what: 'rule' | 'route'): string {
  return what === 'rule' ? 'securityRules' : 'routes';
}

function childOf(body: JsonObject, list: string, name: string): Json | undefined {
  const all = listAt(body, 'properties', list);
  return all.find((one) => textAt(one, 'name')?.toLowerCase() === name.toLowerCase());
}

/** Every member that was sent is there as it was sent; what Azure adds is no difference. */
function covers(there: Json | undefined, wanted: Json | undefined): boolean {
  if (isJsonObject(wanted)) {
    return isJsonObject(there) && Object.entries(wanted).every(([name, value]) => covers(there[name], value));
  }
  if (Array.isArray(wanted)) {
    const all = Array.isArray(there) ? there : [];
    return all.length === wanted.length && wanted.every((one, index) => covers(all[index], one));
  }
  const written = (value: Json | undefined): string => JSON.stringify(value ?? null).toLowerCase();
  return written(there) === written(wanted);
}
