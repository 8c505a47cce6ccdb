import { nameOf, sameId, segmentOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { Perimeter } from '../../core/services/services';
import { networkReadApiVersion } from '../network/network-api-versions';
import { textAt, type JsonObject } from '../json';
import { rawList } from '../raw-list';
import { urlOf } from '../raw-request';
import type { ArmClient } from '../arm-client';
import { storageApiVersion } from './api-versions';
import { isEnforced, toConfiguration, toPerimeterRules } from './to-perimeter';

/** Reads the network security perimeter of a storage account, which the account itself reports. */
export async function readStoragePerimeter(arm: ArmClient, id: ResourceId): Promise<Perimeter | null> {
  const type = `${id}/networkSecurityPerimeterConfigurations`;
  const [found] = await rawList(arm.sender, urlOf(arm.endpoint, type, storageApiVersion), arm.signal);
  return found === undefined ? null : toConfiguration(found);
}

/** A perimeter and the services associated with it. */
export interface ListedPerimeter {
  readonly id: ResourceId;
  readonly associations: readonly JsonObject[];
}

/** Reads the perimeters of a subscription: key vaults and registries don't report which perimeter they belong to. */
export async function readPerimeters(
  arm: ArmClient,
  subscriptionId: string,
): Promise<readonly ListedPerimeter[]> {
  const { sender, endpoint, signal } = arm;
  const list = (id: string): Promise<readonly JsonObject[]> =>
    rawList(sender, urlOf(endpoint, id, networkReadApiVersion), signal);
  const found = await list(
    `/subscriptions/${subscriptionId}/providers/Microsoft.Network/networkSecurityPerimeters`,
  );
  return Promise.all(
    found.map(async (one) => {
      const id = textAt(one, 'id') ?? '';
      return { id, associations: await list(`${id}/resourceAssociations`) };
    }),
  );
}

/** Returns the perimeter of a service from the list, with the rules of its profile; null if it isn't in one. */
export async function servicePerimeter(
  arm: ArmClient,
  listed: readonly ListedPerimeter[],
  serviceId: ResourceId,
): Promise<Perimeter | null> {
  for (const { id, associations } of listed) {
    const own = associations.find((one) =>
      sameId(textAt(one, 'properties', 'privateLinkResource', 'id') ?? '', serviceId),
    );
    if (!own) continue;
    const profile = textAt(own, 'properties', 'profile', 'id') ?? '';
    const url = urlOf(arm.endpoint, `${profile}/accessRules`, networkReadApiVersion);
    const rules = await rawList(arm.sender, url, arm.signal);
    return {
      name: nameOf(id),
      isEnforced: isEnforced(textAt(own, 'properties', 'accessMode')),
      rules: toPerimeterRules(rules),
    };
  }
  return null;
}

/** Returns the subscription of a resource. */
export function subscriptionOfService(id: ResourceId): string {
  return segmentOf(id, 'subscriptions') ?? '';
}
