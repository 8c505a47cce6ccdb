import { nameOf } from '../core/network/find';
import { reason, type Reason } from '../core/reason';
import {
  accessOf,
  endpointOf,
  isDataServiceChange,
  stateOf,
  zoneOf,
  type DataServiceChange,
  type ServiceChange,
} from '../core/resource-change';

/** What a change outside the network does, as sentences that every surface shows. */
export function serviceReasons(change: ServiceChange): readonly Reason[] {
  if (isDataServiceChange(change)) return accessReasons(change);
  const { id, after } = change;
  const name = nameOf(id);
  const key = (created: string, deleted: string): string => (after === null ? deleted : created);
  switch (change.type) {
    case 'workspace':
      return [reason('step.appoint', { name, compute: stateOf(change).buildCompute?.name ?? '' })];
    case 'endpoint': {
      const { target, group, subnet } = stateOf(change);
      const values = { name, target: nameOf(target), group, subnet: nameOf(subnet) };
      return [reason(key('step.connect', 'step.disconnect'), values)];
    }
    case 'zone':
      return [reason(key('step.addZone', 'step.removeZone'), { name })];
    case 'zoneLink': {
      const values = { zone: nameOf(zoneOf(id)), network: nameOf(stateOf(change).network) };
      return [reason(key('step.link', 'step.unlink'), values)];
    }
    case 'zoneGroup': {
      const values = { endpoint: nameOf(endpointOf(id)), zones: stateOf(change).zones.map(nameOf) };
      return [reason(key('step.register', 'step.deregister'), values)];
    }
  }
}

function accessReasons(change: DataServiceChange): readonly Reason[] {
  const { added, removed, trusts } = accessOf(change);
  const name = nameOf(change.id);
  return [
    ...added.map((id) => reason('step.admit', { name, subnet: nameOf(id) })),
    ...removed.map((id) => reason('step.dismiss', { name, subnet: nameOf(id) })),
    ...(trusts === undefined ? [] : [reason(trusts ? 'step.trust' : 'step.distrust', { name })]),
  ];
}
