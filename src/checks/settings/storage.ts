import { known } from '../../core/known';
import { nameOf, sameId, segmentOf } from '../../core/network/find';
import { reason } from '../../core/reason';
import type { Perimeter, StorageAccount } from '../../core/services/services';
import { networkOfSubnet } from '../endpoints-in-reach';
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
  undecided,
  type SettingResult,
} from '../setting-result';
import type { PlanContext, SubnetContext } from '../setting-context';
import { ofService, servicesOf } from './services-of';

/** The workspace's own account. */
function ofAccount<C extends PlanContext>(
  check: (account: StorageAccount, context: C) => SettingResult,
): (context: C) => SettingResult {
  return ofService(({ storage }) => storage, check);
}

function asked(service: StorageAccount, groups: readonly string[] = ['blob', 'file']): ServiceQuery {
  return { service, groups, serviceEndpoint: 'Microsoft.Storage' };
}

/**
 * Requirements `storage-same-vnet-2020` and `dbx-storage-same-vnet`: storage that a network secures is in the same one.
 * A private endpoint in a peered network works today, though the page on Databricks doesn't mention it.
 */
export const checkStorageNetwork = ofAccount<SubnetContext>((account, { model, place, plan }) => {
  const { name, subnetRules } = account;
  const isHere = (subnetId: string): boolean => sameId(networkOfSubnet(subnetId), place.network.id);
  const { found } = serviceEndpointsInReach(asked(account), { model, place });
  if (found.some((one) => isHere(one.subnetId))) return passed('judge.storage.ownEndpoint', { name });
  const access = accessTo(asked(account), { model, place });
  if (access.is === 'unknown') return undecided(access.because);
  if (access.is === 'open') return passed('judge.services.open', { name });
  return ofKnown(subnetRules, (rules) => {
    if (rules.some(isHere)) return passed('judge.storage.ownRule', { name });
    const elsewhere = failed('judge.storage.otherNetwork', { name, network: place.network.name });
    return access.is === 'endpoints' && plan.profile === 'current'
      ? withSeverity('warning', elsewhere)
      : elsewhere;
  });
});

/** Requirement `storage-service-endpoint-same-subnet`: asked where named subnets are what lets callers in. */
export const checkStorageRule = ofAccount<SubnetContext>((account, { model, place }) => {
  const access = accessTo(asked(account), { model, place });
  const values = { name: account.name, subnet: place.subnet.name };
  if (access.is === 'subnet') return passed('judge.services.subnet', values);
  if (access.is === 'lacks') return failed(`judge.services.lacks.${access.what}`, values);
  if (access.is === 'far') return failed(access.because.key, access.because.values);
  return notApplicable(otherWays[access.is]);
});

const otherWays: Readonly<Record<Exclude<ServiceAccess['is'], 'subnet' | 'lacks' | 'far'>, string>> = {
  endpoints: 'judge.services.byEndpoint',
  open: 'judge.services.openToAll',
  closed: 'judge.services.noRules',
  perimeter: 'judge.services.noRules',
  unknown: 'judge.services.otherRow',
};

/** Requirement `storage-private-endpoint-subresources`: asked where private endpoints are what lets callers in. */
export const checkStorageEndpoints = ofAccount<SubnetContext>((account, { model, place }) => {
  const { name } = account;
  const access = accessTo(asked(account), { model, place });
  switch (access.is) {
    case 'endpoints':
      return withEndpoints(account, { model, place });
    case 'open':
      return notApplicable('judge.services.openToAll');
    case 'subnet':
    case 'lacks':
    case 'far':
      return notApplicable('judge.services.byRules');
    case 'closed':
      return failed('judge.services.closed', { name });
    case 'perimeter':
      return failed('judge.services.perimeter', { name, perimeter: access.name });
    case 'unknown':
      return undecided(access.because);
  }
});

type Caller = Pick<SubnetContext, 'model' | 'place'>;

/** Blob and file each need one; queue and table only for batch endpoints and parallel runs. */
function withEndpoints(account: StorageAccount, caller: Caller): SettingResult {
  const { name } = account;
  const lacking = (groups: readonly string[]): readonly string[] =>
    groups.filter((group) => serviceEndpointsInReach(asked(account, [group]), caller).found.length === 0);
  const [needed] = lacking(['blob', 'file']);
  if (needed !== undefined) return withoutEndpoint(account, needed, caller);
  const situational = lacking(['queue', 'table']);
  return situational.length > 0
    ? withSeverity('info', failed('judge.storage.situational', { name, groups: situational }))
    : passed('judge.storage.endpoints', { name });
}

/** The one that lacks may stand where nobody looked, or the account's own rules may let the other calls in. */
function withoutEndpoint(account: StorageAccount, group: string, caller: Caller): SettingResult {
  const access = accessTo(asked(account, [group]), caller);
  const values = { name: account.name, group };
  if (access.is === 'unknown') return undecided(access.because);
  return access.is === 'open' || access.is === 'subnet'
    ? passed('judge.storage.restByRules', values)
    : failed('judge.storage.lacks', values);
}

/**
 * Requirement `storage-perimeter-smb`: an instance mounts a file share. One page states that everything but HTTPS is
 * blocked in a perimeter, and that private link always succeeds (storage-network-security-perimeter, 2025-07-27).
 */
export const checkPerimeterSmb = ofAccount<SubnetContext>((account, { model, place }) =>
  ofKnown(account.perimeter, (perimeter) => {
    if (perimeter === null) return notApplicable('judge.storage.noPerimeter');
    const values = { name: account.name, perimeter: perimeter.name };
    const { found } = serviceEndpointsInReach(asked(account, ['file']), { model, place });
    return found.length > 0
      ? undecided(reason('judge.storage.smbByEndpoint', values))
      : failed('judge.storage.smbInPerimeter', values);
  }),
);

/** Requirement `storage-trusted-access`: the workspace itself, not the computes. */
export const checkStorageTrust = ofAccount<PlanContext>((account, { plan }) =>
  ofKnown(account.perimeter, (perimeter) => {
    if (perimeter?.isEnforced) {
      return ofKnown(plan.workspace, ({ id }) => trustThroughPerimeter(account.name, perimeter, id));
    }
    return ofKnown(isClosed(account), (closed) => {
      if (!closed) return passed('judge.services.open', { name: account.name });
      return ofKnown(plan.workspace, ({ id }) => checkTrust(account, id));
    });
  }),
);

/**
 * Trusted services count for nothing in enforced mode, and Azure Machine Learning isn't among the services that can join a
 * perimeter: a rule for the workspace's subscription lets its identity in (storage-network-security-perimeter,
 * 2025-07-27; network-security-perimeter-concepts, 2025-08-01).
 */
function trustThroughPerimeter(account: string, perimeter: Perimeter, workspaceId: string): SettingResult {
  const own = (segmentOf(workspaceId, 'subscriptions') ?? '').toLowerCase();
  const isNamed = perimeter.rules.some(({ subscriptions }) =>
    subscriptions.some((id) => (segmentOf(id, 'subscriptions') ?? id).toLowerCase() === own),
  );
  const values = { name: account, perimeter: perimeter.name };
  return isNamed
    ? passed('judge.storage.trustByPerimeter', values)
    : failed('judge.storage.noTrustInPerimeter', values);
}

function checkTrust(
  { name, trustsAzure, trustedResources }: StorageAccount,
  workspaceId: string,
): SettingResult {
  const workspace = nameOf(workspaceId);
  if (trustsAzure.known && trustsAzure.value) return passed('judge.storage.trusted', { name });
  return ofKnown(trustedResources, (resources) => {
    if (resources.some((one) => covers(one, workspaceId))) {
      return passed('judge.storage.namesWorkspace', { name, workspace });
    }
    return ofKnown(trustsAzure, () => failed('judge.storage.untrusted', { name, workspace }));
  });
}

/** Resource instance rules may end in `/*`. */
function covers(pattern: string, id: string): boolean {
  const [before = '', after] = pattern.toLowerCase().split('*');
  return after === undefined ? before === id.toLowerCase() : id.toLowerCase().startsWith(before);
}

/** Requirement `storage-shared-key-enabled`: a workspace that opens its datastores with identities does without. */
export const checkSharedKey = ofAccount<PlanContext>((account, context) =>
  ofKnown(account.sharedKeyAccess, (allowed) => {
    const { name } = account;
    if (allowed) return passed('judge.storage.keys', { name });
    const byIdentity = servicesOf(context)?.datastoresByIdentity ?? known(false);
    return ofKnown(byIdentity, (identities) =>
      identities ? passed('judge.storage.byIdentity', { name }) : failed('judge.storage.noKeys', { name }),
    );
  }),
);

/** Requirement `endpoint-mix`: asked of a managed network. */
export const checkEndpointMix = ofAccount<PlanContext>((account, context) =>
  ofKnown(context.plan.workspace, ({ managedNetwork }) =>
    ofKnown(managedNetwork, (mode) => {
      if (mode === 'disabled') return notApplicable('judge.mix.own');
      const { name, id, subnetRules } = account;
      const targets = servicesOf(context)?.managedEndpointTargets ?? [];
      if (!targets.some((one) => sameId(one, id))) return passed('judge.mix.noEndpoint', { name });
      return ofKnown(subnetRules, ({ length: n }) =>
        n > 0 ? failed('judge.mix.both', { name, n }) : passed('judge.mix.endpointOnly', { name }),
      );
    }),
  ),
);
