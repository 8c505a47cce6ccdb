import type { Decider } from '../core/check-result';
import type { Component } from '../core/cause';
import type { LoggedPlace } from '../core/logged-change';
import { idUpTo, nameOf } from '../core/network/find';
import type { ResourceId } from '../core/network/model';

/**
 * Returns the resources in Azure's activity log under which a change of a deciding component appears: the rule or route
 * itself, and the resource that contains it, because that can be written as a whole. Empty for components that aren't a
 * part of the network, and for routes of Azure and of gateways.
 */
export function loggedPlaces({ by, kind, resourceId }: Component): readonly LoggedPlace[] {
  if (by) return placesOf(by);
  // The subnet's NAT gateway, route table, and default outbound access are its properties.
  return kind === 'no-outbound-access' && resourceId !== null
    ? partOf(idUpTo(resourceId, 'subnets'), 'subnets', nameOf(resourceId))
    : [];
}

function placesOf(by: Decider): readonly LoggedPlace[] {
  switch (by.kind) {
    case 'rule':
      // No rule allows the flow: one could have been removed. An admin configuration contains its rules in collections.
      return by.isDefault || by.level === 'network-manager'
        ? [{ id: by.groupId, scope: 'with-parts' }]
        : partOf(by.groupId, 'securityRules', by.name);
    case 'firewall-rule':
      return [{ id: by.writtenIn, scope: 'with-parts' }];
    case 'route':
      return by.tableId === null ? [] : partOf(by.tableId, 'routes', by.name);
  }
}

function partOf(id: ResourceId, type: string, name: string): readonly LoggedPlace[] {
  return [
    { id: `${id}/${type}/${name}`, scope: 'own' },
    { id, scope: 'whole' },
  ];
}
