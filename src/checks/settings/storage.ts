import { known } from '../../core/known';
import { virtualNetworkIdOf, nameOf, sameId, segmentOf } from '../../core/network/find';
import { reason } from '../../core/reason';
import type { Perimeter, StorageAccount } from '../../core/services/services';
import {
  accessTo,
  serviceEndpointsInReach,
  isClosed,
  type ServiceQuery,
  type ServiceAccess,
} from '../service-access';
import {
  withSeverity,
  passed,
  failed,
  notApplicable,
  ofKnown,
  unknownResult,
  type SettingResult,
} from '../setting-result';
import type { PlaceContext, PlanContext } from '../setting-context';
import { ofService, servicesOf } from './services-of';

/** Runs a check of the workspace's own storage account. */
function ofAccount<C extends PlanContext>(
  check: (account: StorageAccount, context: C) => SettingResult,
): (context: C) => SettingResult {
  return ofService(({ storage }) => storage, check);
}

function storageQuery(service: StorageAccount, groups: readonly string[] = ['blob', 'file']): ServiceQuery {
  return { service, groups, serviceEndpoint: 'Microsoft.Storage' };
}

/**
 * Checks requirements `storage-same-vnet-2020` and `dbx-storage-same-vnet`: storage that a network secures is in the
 * same network. A private endpoint in a peered network works today, although the page on Databricks doesn't mention it.
 */
export const checkStorageNetwork = ofAccount<PlaceContext>((account, { model, place, plan }) => {
  const { name, subnetRules } = account;
  const isHere = (subnetId: string): boolean => sameId(virtualNetworkIdOf(subnetId), place.network.id);
  const { found } = serviceEndpointsInReach(storageQuery(account), { model, place });
  if (found.some((one) => isHere(one.subnetId))) return passed('check.storage.ownEndpoint', { name });
  const access = accessTo(storageQuery(account), { model, place });
  if (access.is === 'unknown') return unknownResult(access.because);
  if (access.is === 'open') return passed('check.services.open', { name });
  return ofKnown(subnetRules, (rules) => {
    if (rules.some(isHere)) return passed('check.storage.ownRule', { name });
    const elsewhere = failed('check.storage.otherNetwork', { name, network: place.network.name });
    return access.is === 'endpoints' && plan.profile === 'current'
      ? withSeverity('warning', elsewhere)
      : elsewhere;
  });
});

/** Checks requirement `storage-service-endpoint-same-subnet` if the account allows selected subnets. */
export const checkStorageRule = ofAccount<PlaceContext>((account, { model, place }) => {
  const access = accessTo(storageQuery(account), { model, place });
  const values = { name: account.name, subnet: place.subnet.name };
  if (access.is === 'subnet') return passed('check.services.subnet', values);
  if (access.is === 'missing') return failed(`check.services.missing.${access.what}`, values);
  if (access.is === 'far') return failed(access.because.key, access.because.values);
  return notApplicable(otherWays[access.is]);
});

const otherWays: Readonly<Record<Exclude<ServiceAccess['is'], 'subnet' | 'missing' | 'far'>, string>> = {
  endpoints: 'check.services.byEndpoint',
  open: 'check.services.openToAll',
  closed: 'check.services.noRules',
  perimeter: 'check.services.noRules',
  unknown: 'check.services.otherRow',
};

/** Checks requirement `storage-private-endpoint-subresources` if access is by private endpoints. */
export const checkStorageEndpoints = ofAccount<PlaceContext>((account, { model, place }) => {
  const { name } = account;
  const access = accessTo(storageQuery(account), { model, place });
  switch (access.is) {
    case 'endpoints':
      return withEndpoints(account, { model, place });
    case 'open':
      return notApplicable('check.services.openToAll');
    case 'subnet':
    case 'missing':
    case 'far':
      return notApplicable('check.services.byRules');
    case 'closed':
      return failed('check.services.closed', { name });
    case 'perimeter':
      return failed('check.services.perimeter', { name, perimeter: access.name });
    case 'unknown':
      return unknownResult(access.because);
  }
});

type Caller = Pick<PlaceContext, 'model' | 'place'>;

/** Blob and file each need an endpoint. Queue and table need one only for batch endpoints and parallel runs. */
function withEndpoints(account: StorageAccount, caller: Caller): SettingResult {
  const { name } = account;
  const lacking = (groups: readonly string[]): readonly string[] =>
    groups.filter(
      (group) => serviceEndpointsInReach(storageQuery(account, [group]), caller).found.length === 0,
    );
  const [needed] = lacking(['blob', 'file']);
  if (needed !== undefined) return withoutEndpoint(account, needed, caller);
  const situational = lacking(['queue', 'table']);
  return situational.length > 0
    ? withSeverity('info', failed('check.storage.situational', { name, groups: situational }))
    : passed('check.storage.endpoints', { name });
}

/**
 * Returns the result for a missing endpoint. It may be in a place that wasn't read, or the account's own rules may
 * allow the other calls.
 */
function withoutEndpoint(account: StorageAccount, group: string, caller: Caller): SettingResult {
  const access = accessTo(storageQuery(account, [group]), caller);
  const values = { name: account.name, group };
  if (access.is === 'unknown') return unknownResult(access.because);
  return access.is === 'open' || access.is === 'subnet'
    ? passed('check.storage.restByRules', values)
    : failed('check.storage.noEndpoint', values);
}

/**
 * Checks requirement `storage-perimeter-smb`: an instance mounts a file share. One page states that everything except
 * HTTPS is blocked in a perimeter, and that private link always succeeds (storage-network-security-perimeter,
 * 2025-07-27).
 */
export const checkPerimeterSmb = ofAccount<PlaceContext>((account, { model, place }) =>
  ofKnown(account.perimeter, (perimeter) => {
    if (perimeter === null) return notApplicable('check.storage.noPerimeter');
    const values = { name: account.name, perimeter: perimeter.name };
    const { found } = serviceEndpointsInReach(storageQuery(account, ['file']), { model, place });
    return found.length > 0
      ? unknownResult(reason('check.storage.smbByEndpoint', values))
      : failed('check.storage.smbInPerimeter', values);
  }),
);

/** Checks requirement `storage-trusted-access`: for the workspace itself, not for compute resources. */
export const checkStorageTrust = ofAccount<PlanContext>((account, { plan }) =>
  ofKnown(account.perimeter, (perimeter) => {
    if (perimeter?.isEnforced) {
      return ofKnown(plan.workspace, ({ id }) => trustThroughPerimeter(account.name, perimeter, id));
    }
    return ofKnown(isClosed(account), (closed) => {
      if (!closed) return passed('check.services.open', { name: account.name });
      return ofKnown(plan.workspace, ({ id }) => checkTrust(account, id));
    });
  }),
);

/**
 * Checks trust through a perimeter. Trusted services have no effect in enforced mode, and Azure Machine Learning isn't
 * among the services that can join a perimeter. A rule for the workspace's subscription allows its identity
 * (storage-network-security-perimeter, 2025-07-27; network-security-perimeter-concepts, 2025-08-01).
 */
function trustThroughPerimeter(account: string, perimeter: Perimeter, workspaceId: string): SettingResult {
  const own = (segmentOf(workspaceId, 'subscriptions') ?? '').toLowerCase();
  const isNamed = perimeter.rules.some(({ subscriptions }) =>
    subscriptions.some((id) => (segmentOf(id, 'subscriptions') ?? id).toLowerCase() === own),
  );
  const values = { name: account, perimeter: perimeter.name };
  return isNamed
    ? passed('check.storage.trustByPerimeter', values)
    : failed('check.storage.noTrustInPerimeter', values);
}

function checkTrust(
  { name, trustsAzure, trustedResources }: StorageAccount,
  workspaceId: string,
): SettingResult {
  const workspace = nameOf(workspaceId);
  if (trustsAzure.known && trustsAzure.value) return passed('check.storage.trusted', { name });
  return ofKnown(trustedResources, (resources) => {
    if (resources.some((one) => covers(one, workspaceId))) {
      return passed('check.storage.namesWorkspace', { name, workspace });
    }
    return ofKnown(trustsAzure, () => failed('check.storage.untrusted', { name, workspace }));
  });
}

/** True if the pattern matches. Resource instance rules can end with `/*`. */
function covers(pattern: string, id: string): boolean {
  const [before = '', after] = pattern.toLowerCase().split('*');
  return after === undefined ? before === id.toLowerCase() : id.toLowerCase().startsWith(before);
}

/**
 * Checks requirement `storage-shared-key-enabled`. A workspace that uses identities for its datastores doesn't need it.
 */
export const checkSharedKey = ofAccount<PlanContext>((account, context) =>
  ofKnown(account.sharedKeyAccess, (allowed) => {
    const { name } = account;
    if (allowed) return passed('check.storage.keys', { name });
    const byIdentity = servicesOf(context)?.datastoresByIdentity ?? known(false);
    return ofKnown(byIdentity, (identities) =>
      identities ? passed('check.storage.byIdentity', { name }) : failed('check.storage.noKeys', { name }),
    );
  }),
);

/** Checks requirement `endpoint-mix` for a managed virtual network. */
export const checkEndpointMix = ofAccount<PlanContext>((account, context) =>
  ofKnown(context.plan.workspace, ({ managedNetwork }) =>
    ofKnown(managedNetwork, (mode) => {
      if (mode === 'disabled') return notApplicable('check.mix.own');
      const { name, id, subnetRules } = account;
      const targets = servicesOf(context)?.managedEndpointTargets ?? [];
      if (!targets.some((one) => sameId(one, id))) return passed('check.mix.noEndpoint', { name });
      return ofKnown(subnetRules, ({ length: n }) =>
        n > 0 ? failed('check.mix.both', { name, n }) : passed('check.mix.endpointOnly', { name }),
      );
    }),
  ),
);
