import { known } from '../../core/known';
import { nameOf, sameId, segmentOf } from '../../core/network/find';
import { reason } from '../../core/reason';
import type { Perimeter, StorageAccount } from '../../core/services/services';
import { networkOfSubnet } from '../endpoints-in-reach';
import { accessTo, endpointsOf, isClosed, type AskedService, type ServiceAccess } from '../service-access';
import { at, met, notMet, notNeeded, ofKnown, undecided, type SettingAnswer } from '../setting-answer';
import type { PlanContext, SubnetContext } from '../setting-context';
import { ofService, servicesOf } from './services-of';

/** The workspace's own account. */
function ofAccount<C extends PlanContext>(
  judge: (account: StorageAccount, context: C) => SettingAnswer,
): (context: C) => SettingAnswer {
  return ofService(({ storage }) => storage, judge);
}

function asked(service: StorageAccount, groups: readonly string[] = ['blob', 'file']): AskedService {
  return { service, groups, serviceEndpoint: 'Microsoft.Storage' };
}

/**
 * Requirements `storage-same-vnet-2020` and `dbx-storage-same-vnet`: storage that a network secures is in the same one.
 * A private endpoint in a peered network works today, though the page on Databricks doesn't mention it.
 */
export const judgeStorageNetwork = ofAccount<SubnetContext>((account, { model, place, plan }) => {
  const { name, subnetRules } = account;
  const isHere = (subnetId: string): boolean => sameId(networkOfSubnet(subnetId), place.network.id);
  const { found } = endpointsOf(asked(account), { model, place });
  if (found.some((one) => isHere(one.subnetId))) return met('judge.storage.ownEndpoint', { name });
  const access = accessTo(asked(account), { model, place });
  if (access.is === 'unknown') return undecided(access.because);
  if (access.is === 'open') return met('judge.services.open', { name });
  return ofKnown(subnetRules, (rules) => {
    if (rules.some(isHere)) return met('judge.storage.ownRule', { name });
    const elsewhere = notMet('judge.storage.otherNetwork', { name, network: place.network.name });
    return access.is === 'endpoints' && plan.profile === 'current' ? at('warning', elsewhere) : elsewhere;
  });
});

/** Requirement `storage-service-endpoint-same-subnet`: asked where named subnets are what lets callers in. */
export const judgeStorageRule = ofAccount<SubnetContext>((account, { model, place }) => {
  const access = accessTo(asked(account), { model, place });
  const values = { name: account.name, subnet: place.subnet.name };
  if (access.is === 'subnet') return met('judge.services.subnet', values);
  if (access.is === 'lacks') return notMet(`judge.services.lacks.${access.what}`, values);
  if (access.is === 'far') return notMet(access.because.key, access.because.values);
  return notNeeded(otherWays[access.is]);
});

const otherWays: Readonly<Record<Exclude<ServiceAccess['is'], 'subnet' | 'lacks' | 'far'>, string>> = {
  endpoints: 'judge.services.byEndpoint',
  open: 'judge.services.openToAll',
  closed: 'judge.services.noRules',
  perimeter: 'judge.services.noRules',
  unknown: 'judge.services.otherRow',
};

/** Requirement `storage-private-endpoint-subresources`: asked where private endpoints are what lets callers in. */
export const judgeStorageEndpoints = ofAccount<SubnetContext>((account, { model, place }) => {
  const { name } = account;
  const access = accessTo(asked(account), { model, place });
  switch (access.is) {
    case 'endpoints':
      return withEndpoints(account, { model, place });
    case 'open':
      return notNeeded('judge.services.openToAll');
    case 'subnet':
    case 'lacks':
    case 'far':
      return notNeeded('judge.services.byRules');
    case 'closed':
      return notMet('judge.services.closed', { name });
    case 'perimeter':
      return notMet('judge.services.perimeter', { name, perimeter: access.name });
    case 'unknown':
      return undecided(access.because);
  }
});

type Caller = Pick<SubnetContext, 'model' | 'place'>;

/** Blob and file each need one; queue and table only for batch endpoints and parallel runs. */
function withEndpoints(account: StorageAccount, caller: Caller): SettingAnswer {
  const { name } = account;
  const lacking = (groups: readonly string[]): readonly string[] =>
    groups.filter((group) => endpointsOf(asked(account, [group]), caller).found.length === 0);
  const [needed] = lacking(['blob', 'file']);
  if (needed !== undefined) return withoutEndpoint(account, needed, caller);
  const situational = lacking(['queue', 'table']);
  return situational.length > 0
    ? at('info', notMet('judge.storage.situational', { name, groups: situational }))
    : met('judge.storage.endpoints', { name });
}

/** The one that lacks may stand where nobody looked, or the account's own rules may let the other calls in. */
function withoutEndpoint(account: StorageAccount, group: string, caller: Caller): SettingAnswer {
  const access = accessTo(asked(account, [group]), caller);
  const values = { name: account.name, group };
  if (access.is === 'unknown') return undecided(access.because);
  return access.is === 'open' || access.is === 'subnet'
    ? met('judge.storage.restByRules', values)
    : notMet('judge.storage.lacks', values);
}

/**
 * Requirement `storage-perimeter-smb`: an instance mounts a file share. One page states that everything but HTTPS is
 * blocked in a perimeter, and that private link always succeeds (storage-network-security-perimeter, 2025-07-27).
 */
export const judgePerimeterSmb = ofAccount<SubnetContext>((account, { model, place }) =>
  ofKnown(account.perimeter, (perimeter) => {
    if (perimeter === null) return notNeeded('judge.storage.noPerimeter');
    const values = { name: account.name, perimeter: perimeter.name };
    const { found } = endpointsOf(asked(account, ['file']), { model, place });
    return found.length > 0
      ? undecided(reason('judge.storage.smbByEndpoint', values))
      : notMet('judge.storage.smbInPerimeter', values);
  }),
);

/** Requirement `storage-trusted-access`: the workspace itself, not the computes. */
export const judgeStorageTrust = ofAccount<PlanContext>((account, { plan }) =>
  ofKnown(account.perimeter, (perimeter) => {
    if (perimeter?.isEnforced) {
      return ofKnown(plan.workspace, ({ id }) => trustThroughPerimeter(account.name, perimeter, id));
    }
    return ofKnown(isClosed(account), (closed) => {
      if (!closed) return met('judge.services.open', { name: account.name });
      return ofKnown(plan.workspace, ({ id }) => judgeTrust(account, id));
    });
  }),
);

/**
 * Trusted services count for nothing in enforced mode, and Azure Machine Learning isn't among the services that can join a
 * perimeter: a rule for the workspace's subscription lets its identity in (storage-network-security-perimeter,
 * 2025-07-27; network-security-perimeter-concepts, 2025-08-01).
 */
function trustThroughPerimeter(account: string, perimeter: Perimeter, workspaceId: string): SettingAnswer {
  const own = (segmentOf(workspaceId, 'subscriptions') ?? '').toLowerCase();
  const isNamed = perimeter.rules.some(({ subscriptions }) =>
    subscriptions.some((id) => (segmentOf(id, 'subscriptions') ?? id).toLowerCase() === own),
  );
  const values = { name: account, perimeter: perimeter.name };
  return isNamed
    ? met('judge.storage.trustByPerimeter', values)
    : notMet('judge.storage.noTrustInPerimeter', values);
}

function judgeTrust(
  { name, trustsAzure, trustedResources }: StorageAccount,
  workspaceId: string,
): SettingAnswer {
  const workspace = nameOf(workspaceId);
  if (trustsAzure.known && trustsAzure.value) return met('judge.storage.trusted', { name });
  return ofKnown(trustedResources, (resources) => {
    if (resources.some((one) => covers(one, workspaceId))) {
      return met('judge.storage.namesWorkspace', { name, workspace });
    }
    return ofKnown(trustsAzure, () => notMet('judge.storage.untrusted', { name, workspace }));
  });
}

/** Resource instance rules may end in `/*`. */
function covers(pattern: string, id: string): boolean {
  const [before = '', after] = pattern.toLowerCase().split('*');
  return after === undefined ? before === id.toLowerCase() : id.toLowerCase().startsWith(before);
}

/** Requirement `storage-shared-key-enabled`: a workspace that opens its datastores with identities does without. */
export const judgeSharedKey = ofAccount<PlanContext>((account, context) =>
  ofKnown(account.sharedKeyAccess, (allowed) => {
    const { name } = account;
    if (allowed) return met('judge.storage.keys', { name });
    const byIdentity = servicesOf(context)?.datastoresByIdentity ?? known(false);
    return ofKnown(byIdentity, (identities) =>
      identities ? met('judge.storage.byIdentity', { name }) : notMet('judge.storage.noKeys', { name }),
    );
  }),
);

/** Requirement `endpoint-mix`: asked of a managed network. */
export const judgeEndpointMix = ofAccount<PlanContext>((account, context) =>
  ofKnown(context.plan.workspace, ({ managedNetwork }) =>
    ofKnown(managedNetwork, (mode) => {
      if (mode === 'disabled') return notNeeded('judge.mix.own');
      const { name, id, subnetRules } = account;
      const targets = servicesOf(context)?.managedEndpointTargets ?? [];
      if (!targets.some((one) => sameId(one, id))) return met('judge.mix.noEndpoint', { name });
      return ofKnown(subnetRules, ({ length: n }) =>
        n > 0 ? notMet('judge.mix.both', { name, n }) : met('judge.mix.endpointOnly', { name }),
      );
    }),
  ),
);
