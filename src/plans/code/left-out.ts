import { nameOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import {
  associationsOf,
  entryName,
  isEntryChange,
  isOfResource,
  isServiceChange,
  settingText,
  settingsOf,
  type AssociatedType,
  type ResourceChange,
  type SettingChange,
} from '../../core/resource-change';
import { serviceReasons, type ServiceChange } from '../../core/service-change';
import type { PlanSay } from '../say';

/** A step that the files don't contain. Its text names `resource` with its type. */
export interface LeftOutStep extends Reason {
  readonly resource?: { readonly type: AssociatedType | 'subnet'; readonly id: ResourceId };
}

/** Returns a sentence for each step that the files don't contain. */
export function leftOutLines(say: PlanSay, steps: readonly LeftOutStep[]): readonly string[] {
  return steps.map(({ key, values, resource }) => {
    const named = resource && { resource: say(`resource.${resource.type}`, { name: nameOf(resource.id) }) };
    return say('write.leftOut', { what: say(key, { ...values, ...named }) });
  });
}

/** Returns the tasks for a change that a template can't contain. */
export function stepsByHand(change: ResourceChange): readonly LeftOutStep[] {
  if (isEntryChange(change)) {
    const key = change.type === 'rule' ? 'write.leftOut.removeRule' : 'write.leftOut.removeRoute';
    return [reason(key, { name: entryName(change), resource: nameOf(change.id) })];
  }
  if (isServiceChange(change)) return serviceSteps(change);
  if (isOfResource(change)) return [{ key: 'write.leftOut.delete', resource: change }];
  return [
    ...settingsOf(change).map(settingStep),
    ...associationsOf(change).map((one): LeftOutStep => {
      const key = one.isAssociated ? 'write.leftOut.associate' : 'write.leftOut.dissociate';
      return { key, values: { to: nameOf(one.to) }, resource: one };
    }),
  ];
}

function settingStep({ id, property, after }: SettingChange): LeftOutStep {
  const subnet = nameOf(id);
  if (after.length === 0) return reason('write.leftOut.undelegate', { subnet });
  return reason('write.leftOut.set', { property, subnet, value: settingText(after) });
}

/**
 * Returns the tasks for a service. A template can't write a part of an existing service, and removals aren't in code.
 */
function serviceSteps(change: ServiceChange): readonly Reason[] {
  return serviceReasons(change).map((one) => ({ ...one, key: keysByHand[one.key] ?? one.key }));
}

const keysByHand: Readonly<Record<string, string>> = {
  'step.addNetworkRule': 'write.leftOut.addNetworkRule',
  'step.trust': 'write.leftOut.trust',
  'step.setImageBuildCompute': 'write.leftOut.setImageBuildCompute',
  'step.link': 'write.leftOut.link',
};
