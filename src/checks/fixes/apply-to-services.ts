import type { FixStep, ServiceStep } from '../../core/fix';
import { isServiceStep } from '../../core/fix';
import { known, mapKnown, type Known } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { DataService, PrivateZone, WorkspaceServices } from '../../core/services/services';
import type { JudgeFacts } from '../judge';

/** The facts as they will be once the steps are applied: services and zones are no part of the network. */
export function applyToFacts(facts: JudgeFacts, steps: readonly FixStep[]): JudgeFacts {
  if (!facts.services) return facts;
  return { ...facts, services: steps.filter(isServiceStep).reduce(applyStep, facts.services) };
}

function applyStep(services: WorkspaceServices, step: ServiceStep): WorkspaceServices {
  switch (step.do) {
    case 'admit':
      return changeService(services, step.at, { subnetRules: (ids) => [...ids, step.subnet] });
    case 'dismiss':
      return changeService(services, step.at, { subnetRules: (ids) => without(ids, step.subnet) });
    case 'trust':
    case 'distrust':
      return changeService(services, step.at, { trustsAzure: () => step.do === 'trust' });
    case 'link':
      return changeZone(services, step.zone, (ids) => [...ids, step.network]);
    case 'unlink':
      return changeZone(services, step.zone, (ids) => without(ids, step.network));
    case 'appoint':
      return { ...services, buildCompute: known(step.builder) };
  }
}

interface ServiceChange {
  readonly subnetRules?: (ids: readonly ResourceId[]) => readonly ResourceId[];
  readonly trustsAzure?: (trusts: boolean) => boolean;
}

function changeService(
  services: WorkspaceServices,
  id: ResourceId,
  { subnetRules = (ids) => ids, trustsAzure = (trusts) => trusts }: ServiceChange,
): WorkspaceServices {
  const changed = <T extends DataService>(service: Known<T | null>): Known<T | null> =>
    mapKnown(service, (one) =>
      one && sameId(one.id, id)
        ? {
            ...one,
            subnetRules: mapKnown(one.subnetRules, subnetRules),
            trustsAzure: mapKnown(one.trustsAzure, trustsAzure),
          }
        : one,
    );
  const { storage, keyVault, registry } = services;
  return {
    ...services,
    storage: changed(storage),
    keyVault: changed(keyVault),
    registry: changed(registry),
  };
}

function changeZone(
  services: WorkspaceServices,
  id: ResourceId,
  change: (networks: readonly ResourceId[]) => readonly ResourceId[],
): WorkspaceServices {
  const { zones } = services;
  const found = zones.found.map((zone): PrivateZone => {
    return sameId(zone.id, id) ? { ...zone, linkedNetworks: mapKnown(zone.linkedNetworks, change) } : zone;
  });
  return { ...services, zones: { ...zones, found } };
}

function without(ids: readonly ResourceId[], id: ResourceId): readonly ResourceId[] {
  return ids.filter((one) => !sameId(one, id));
}
