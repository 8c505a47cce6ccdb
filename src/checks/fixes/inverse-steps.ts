import {
  changedResource,
  isChangedBy,
  isServiceStep,
  type FixStep,
  type ServiceStep,
  type SetStep,
} from '../../core/fix';
import { findSubnet, sameId } from '../../core/network/find';
import type { NetworkModel } from '../../core/network/model';
import { asNewRule } from './to-new-rule';

/** The steps that take `steps` back, the last first; `before` is the network as it was. */
export function inverseSteps(steps: readonly FixStep[], before: NetworkModel): readonly FixStep[] {
  return [...steps].reverse().flatMap((step): readonly FixStep[] => {
    // What went into a resource of the fix's own goes with it.
    const isOwn =
      (step.do !== 'create' && isChangedBy(steps, changedResource(step))) || goesWithEndpoint(step, steps);
    return isOwn ? [] : inverseOf(step, before);
  });
}

/** The zone group of an endpoint that the steps make goes with it. */
function goesWithEndpoint(step: FixStep, steps: readonly FixStep[]): boolean {
  return step.do === 'register' && steps.some((one) => one.do === 'connect' && sameId(one.id, step.endpoint));
}

function inverseOf(step: FixStep, before: NetworkModel): readonly FixStep[] {
  switch (step.do) {
    case 'insert':
      return [{ do: 'remove', what: step.what, from: step.into, name: nameOfEntry(step) }];
    case 'create':
      return [{ do: 'delete', what: step.what, id: step.id }];
    case 'attach':
      return [{ do: 'detach', what: step.what, id: step.id, from: step.to }];
    case 'set':
      return settingBefore(step, before);
    case 'remove':
      return step.what === 'rule' ? ruleBefore(step, before) : [];
    default:
      return isServiceStep(step) ? inverseBeside(step) : [];
  }
}

function inverseBeside(step: ServiceStep): readonly FixStep[] {
  switch (step.do) {
    case 'admit':
      return [{ ...step, do: 'dismiss' }];
    case 'trust':
      return [{ ...step, do: 'distrust' }];
    case 'link':
      return [{ ...step, do: 'unlink' }];
    case 'appoint':
      // No text found says how a workspace is made to name nobody again.
      return step.before ? [{ ...step, builder: step.before, before: step.builder }] : [];
    case 'connect':
      return [{ ...step, do: 'disconnect' }];
    case 'addZone':
      return [{ ...step, do: 'removeZone' }];
    case 'register':
      return [{ ...step, do: 'deregister' }];
    default:
      return [];
  }
}

function nameOfEntry(step: Extract<FixStep, { do: 'insert' }>): string {
  return step.what === 'rule' ? step.rule.name : step.route.name;
}

function ruleBefore(
  { from, name }: Extract<FixStep, { do: 'remove' }>,
  before: NetworkModel,
): readonly FixStep[] {
  const group = before.securityGroups.find((one) => sameId(one.id, from));
  const found = group?.rules.known ? group.rules.value.find((one) => one.name === name) : undefined;
  const rule = found && asNewRule(found);
  return rule ? [{ do: 'insert', what: 'rule', into: from, rule }] : [];
}

function settingBefore(step: SetStep, before: NetworkModel): readonly FixStep[] {
  const subnet = findSubnet(before, step.at)?.subnet;
  if (step.property === 'privateEndpointNetworkPolicies') {
    const was = subnet?.privateEndpointNetworkPolicies;
    return was?.known ? [{ ...step, value: was.value }] : [];
  }
  const was = subnet?.[step.property];
  return was?.known ? [{ ...step, value: was.value }] : [];
}
