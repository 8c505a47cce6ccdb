import { nameOf } from '../../core/network/find';
import type { Perimeter, PerimeterRule } from '../../core/services/services';
import { listAt, textAt, textsAt, type Json, type JsonObject } from '../json';

/** Converts the perimeter configuration that a service reports. */
export function toConfiguration(body: JsonObject): Perimeter {
  return {
    name: nameOf(textAt(body, 'properties', 'networkSecurityPerimeter', 'id') ?? ''),
    isEnforced: isEnforced(textAt(body, 'properties', 'resourceAssociation', 'accessMode')),
    rules: toPerimeterRules(listAt(body, 'properties', 'profile', 'accessRules')),
  };
}

/**
 * True if the perimeter is enforced. In learning, audit, and transition mode, the service's own rules stay in effect.
 */
export function isEnforced(mode: string | undefined): boolean {
  return mode?.toLowerCase() === 'enforced';
}

/** Converts the inbound access rules of a profile. */
export function toPerimeterRules(rules: readonly Json[]): readonly PerimeterRule[] {
  return rules.flatMap(toRule);
}

function toRule(rule: Json): PerimeterRule | readonly PerimeterRule[] {
  if ((textAt(rule, 'properties', 'direction') ?? '').toLowerCase() !== 'inbound') return [];
  return {
    name: textAt(rule, 'name') ?? '',
    addressPrefixes: textsAt(rule, 'properties', 'addressPrefixes'),
    subscriptions: listAt(rule, 'properties', 'subscriptions').flatMap((one) => textAt(one, 'id') ?? []),
  };
}
