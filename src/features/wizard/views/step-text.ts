import {
  changedResource,
  settingText,
  type CreatedType,
  type FixStep,
  type SetStep,
} from '../../../core/fix';
import { nameOf, sameId } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import type { MessageKey } from '../../../messages/en/catalog';
import { sayReason, type Say } from '../../../messages/say';
import { formatList } from '../../../messages/format-list';
import { serviceStepReason } from '../../../plans/service-steps';

/** What a type of resource is called. */
export function formatType(say: Say, what: CreatedType): string {
  return say(`preview.type.${what}`);
}

/** What the steps do to one resource: “Adds rules 180, 190, and 200 to nsg-training.” */
export function formatChange(say: Say, steps: readonly FixStep[], id: ResourceId): readonly string[] {
  const own = steps.filter((one) => sameId(changedResource(one), id));
  return [...formatEntries(say, own, nameOf(id)), ...own.flatMap((step) => formatStep(say, step) ?? [])];
}

/** Rules and routes of one resource come together. */
function formatEntries(say: Say, own: readonly FixStep[], name: string): readonly string[] {
  const named = (
    key: 'apply.rules' | 'apply.routes' | 'undo.rules' | 'undo.routes',
    names: string[],
  ): string[] =>
    names.length > 0 ? [say(key, { n: names.length, names: formatList(say, names), name })] : [];
  const rules = own.flatMap((one) =>
    one.do === 'insert' && one.what === 'rule' ? [String(one.rule.priority)] : [],
  );
  const routes = own.flatMap((one) => (one.do === 'insert' && one.what === 'route' ? [one.route.name] : []));
  const removed = (what: 'rule' | 'route'): string[] =>
    own.flatMap((one) => (one.do === 'remove' && one.what === what ? [one.name] : []));
  return [
    ...named('apply.rules', rules),
    ...named('apply.routes', routes),
    ...named('undo.rules', removed('rule')),
    ...named('undo.routes', removed('route')),
  ];
}

/** A step that stands for itself; undefined for rules and routes. */
function formatStep(say: Say, step: FixStep): string | undefined {
  const values = { name: nameOf(changedResource(step)) };
  switch (step.do) {
    case 'create':
    case 'delete': {
      const key: MessageKey = step.do === 'create' ? 'apply.creates' : 'undo.deletes';
      return say(key, { ...values, type: formatType(say, step.what) });
    }
    case 'attach':
      return say('apply.attaches', { part: nameOf(step.id), ...values });
    case 'detach':
      return say('undo.detaches', { part: nameOf(step.id), ...values });
    case 'set':
      return settingChange(say, step);
    case 'insert':
    case 'remove':
      return undefined;
    default:
      return sayReason(say, serviceStepReason(step));
  }
}

function settingChange(say: Say, step: SetStep): string {
  const name = nameOf(step.at);
  const value = settingText(step);
  if (step.property !== 'delegations') {
    return say('apply.sets', { name, property: step.property, value: value || say('preview.none') });
  }
  return value === '' ? say('apply.undelegates', { name }) : say('undo.delegates', { name, services: value });
}
