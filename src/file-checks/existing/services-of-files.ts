import { mapKnown, unknown, type Known } from '../../core/known';
import { findById, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { reason } from '../../core/reason';
import type {
  AddressRecord,
  NamedServices,
  PrivateZone,
  KnownZones,
  WorkspaceServices,
} from '../../core/services/services';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import { serviceOf } from './services-with-files';
import { withReason, type UnreadReasons } from './with-reason';

/** Services that a workspace of the files refers to, in their state in Azure. */
export interface OfWorkspace extends NamedServices {
  readonly workspaceId: ResourceId;
}

/**
 * Returns the services of the workspaces that the files create. Services that the files also create have the files'
 * values. Those that the files only refer to have the values that were read.
 * @param isWhole false if a module isn't known, which may create more zones
 */
export function servicesOfFiles(
  files: DeclaredNetwork,
  { named, unread }: { readonly named: readonly OfWorkspace[]; readonly unread: UnreadReasons },
  isWhole: boolean,
): readonly WorkspaceServices[] {
  const ofWorkspace = (id: ResourceId) => named.find((one) => sameId(one.workspaceId, id));
  const joined = files.declaredServices.flatMap(({ stated, referenced }) => {
    const its = ofWorkspace(stated.workspaceId);
    if (!its) return [];
    const declaredEndpoints = files.model.privateEndpoints.known ? files.model.privateEndpoints.value : [];
    return [
      {
        ...stated,
        storage:
          referenced.storage === null ? stated.storage : serviceOf(files, its.storage, declaredEndpoints),
        keyVault:
          referenced.keyVault === null ? stated.keyVault : serviceOf(files, its.keyVault, declaredEndpoints),
        registry:
          referenced.registry === null ? stated.registry : serviceOf(files, its.registry, declaredEndpoints),
        monitoring: referenced.monitoring === null ? stated.monitoring : its.monitoring,
        zones: joinedZones(files, { azure: its.zones, unread }, isWhole),
      },
    ];
  });
  return [...files.services.filter(({ workspaceId }) => !ofWorkspace(workspaceId)), ...joined];
}

/** Joins zones of Azure and of the files. A zone in both counts once, with the links of both. */
function joinedZones(
  files: DeclaredNetwork,
  { azure, unread: reasons }: { readonly azure: KnownZones; readonly unread: UnreadReasons },
  isWhole: boolean,
): KnownZones {
  const { found: own, rulesets = [], elsewhere } = files.zones ?? { found: [] };
  const others = own.filter(({ id }) => !findById(azure.found, id));
  const isUnsure = !isWhole || files.resources.some(isUnnamedZone);
  const unread = azure.unread ?? (isUnsure ? reason('terminal.noZones') : undefined);
  return {
    ...azure,
    found: [
      ...azure.found.map((zone) => withOwn(files, zone, own)),
      ...others.map((one) => withReason(one, reasons)),
    ],
    rulesets: [...(azure.rulesets ?? []), ...rulesets],
    ...(unread ? { unread } : {}),
    ...(elsewhere ? { elsewhere } : {}),
  };
}

function isUnnamedZone({ type, isNamed }: DeclaredNetwork['resources'][number]): boolean {
  return type === 'microsoft.network/privatednszones' && !isNamed;
}

function withOwn(files: DeclaredNetwork, zone: PrivateZone, own: readonly PrivateZone[]): PrivateZone {
  const same = own.filter(({ id }) => sameId(id, zone.id));
  if (same.length === 0) return zone;
  const linked = same.flatMap(({ linkedNetworks }) => (linkedNetworks.known ? linkedNetworks.value : []));
  return {
    ...zone,
    linkedNetworks: mapKnown(zone.linkedNetworks, (all) => [...all, ...linked]),
    records: recordsWith(files, zone),
    keptFor: [...(zone.keptFor ?? []), ...same.flatMap(({ keptFor }) => keptFor ?? [])],
  };
}

/** Adds records in the files, which replace records with the same name. */
function recordsWith(
  { resources }: DeclaredNetwork,
  { id, records }: PrivateZone,
): Known<readonly AddressRecord[]> {
  const written = resources.some(
    (one) =>
      one.type === 'microsoft.network/privatednszones/a' &&
      one.id.toLowerCase().startsWith(`${id.toLowerCase()}/`),
  );
  return written ? unknown(reason('file.existing.zonesInFiles')) : records;
}
