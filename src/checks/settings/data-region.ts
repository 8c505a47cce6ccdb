import type { Known } from '../../core/known';
import { findSubnet } from '../../core/network/find';
import type { WorkspaceFacts } from '../../core/plan';
import { reason } from '../../core/reason';
import type { WorkspaceServices } from '../../core/services/services';
import { isUnstated, regionOf } from '../../core/unstated-region';
import { plainRegion } from '../regions';
import { readOr } from '../service-regions';
import { passed, failed, type SettingResult } from '../setting-result';
import type { PlanContext } from '../setting-context';
import { servicesOf } from './services-of';

/** A storage account of the workspace; null if only the user states its region, undefined if it isn't known. */
interface DataAccount {
  readonly name: string | null;
  readonly region: string | undefined;
}

/** Checks requirement `storage-region-close-to-compute`. The result is a note if the regions aren't all known. */
export function checkDataRegion(context: PlanContext): SettingResult {
  const region = regionOfNodes(context);
  const accounts = accountsOf(context);
  if (region === undefined) return toConfirm;
  const elsewhere = accounts.filter((one) => isIn(one, region) === false);
  if (elsewhere.length > 0) return failed(...faultOf(elsewhere, region));
  return accounts.length > 0 && accounts.every((one) => isIn(one, region))
    ? passed(...passedAs(accounts, region))
    : toConfirm;
}

function passedAs(all: readonly DataAccount[], region: string): Parameters<typeof passed> {
  const accounts = namesOf(all);
  return accounts.length === 0
    ? ['check.dataRegion.statedSame', { region }]
    : ['check.dataRegion.same', { n: accounts.length, accounts, region }];
}

function namesOf(accounts: readonly DataAccount[]): readonly string[] {
  return [...new Set(accounts.flatMap(({ name }) => name ?? []))];
}

const toConfirm: SettingResult = {
  outcome: { is: 'note', text: reason('requirement.storage-region-close-to-compute.ask') },
};

function faultOf(elsewhere: readonly DataAccount[], region: string): Parameters<typeof failed> {
  const accounts = namesOf(elsewhere);
  const regions = [...new Set(elsewhere.flatMap((one) => one.region ?? []))];
  return accounts.length === 0
    ? ['check.dataRegion.statedElsewhere', { regions, region }]
    : ['check.dataRegion.elsewhere', { n: accounts.length, accounts, regions, region }];
}

/**
 * Returns the region of the nodes: the region of their network, or the workspace's region in a managed virtual network.
 */
function regionOfNodes({ model, plan }: PlanContext): string | undefined {
  const workspace = plan.workspace.known ? plan.workspace.value : undefined;
  const subnetId = workspace && isManaged(workspace) ? null : plan.subnetId;
  const found = subnetId === null ? undefined : findSubnet(model, subnetId);
  return spelledRegion(found?.network.location ?? plan.location ?? workspace?.location);
}

function spelledRegion(location: Known<string> | undefined): string | undefined {
  const region = location && regionOf(location);
  return region === undefined ? undefined : plainRegion(region);
}

function isManaged({ managedNetwork }: WorkspaceFacts): boolean {
  return managedNetwork.known && managedNetwork.value !== 'disabled';
}

function accountsOf({ facts, plan }: PlanContext): readonly DataAccount[] {
  const services = servicesOf({ facts, plan });
  const stated = plan.serviceRegions ?? {};
  return [
    ...ownAccount(services?.storage, stated.storage),
    ...datastoreAccounts(services?.datastores, stated.datastores),
  ];
}

function ownAccount(
  storage: WorkspaceServices['storage'] | undefined,
  stated: readonly string[] | undefined,
): readonly DataAccount[] {
  if (!storage?.known) return inRegions(null, stated ?? [undefined]);
  const { value: account } = storage;
  return account ? inRegions(account.name, readOr(account.location, stated) ?? [undefined]) : [];
}

function datastoreAccounts(
  datastores: WorkspaceServices['datastores'],
  stated: readonly string[] | undefined,
): readonly DataAccount[] {
  if (!datastores?.known) return inRegions(null, stated ?? []);
  return datastores.value.flatMap(({ name, location }) =>
    inRegions(name, readOr(regionOf(location), stated) ?? [undefined]),
  );
}

function inRegions(name: string | null, regions: readonly (string | undefined)[]): readonly DataAccount[] {
  return regions.map((region) => ({ name, region: region === undefined ? undefined : plainRegion(region) }));
}

/** Compares regions. A region that isn't stated may be any. */
function isIn({ region }: DataAccount, there: string): boolean | undefined {
  if (region === there) return true;
  return region === undefined || isUnstated(region) || isUnstated(there) ? undefined : false;
}
