import { known, type Known } from '../../../src/core/known';
import type {
  AddressRecord,
  BuildCompute,
  ContainerRegistry,
  DataService,
  Monitoring,
  Perimeter,
  PublicAccess,
  KnownZones,
  StorageAccount,
  WorkspaceServices,
} from '../../../src/core/services/services';
import { reason } from '../../../src/core/reason';
import {
  buildModel,
  buildPlan,
  facts,
  modelNetworkId,
  unreadFact,
  serviceId,
  subnetIdOf,
  modelSubscription,
  modelWorkspaceId,
  type NetworkSpec,
  type PlanSpec,
} from './model-builder';

/** Network access of a service of the small workspace. Open to all networks by default. */
export interface ServiceSpec {
  readonly access?: PublicAccess;
  readonly denies?: boolean;
  /** Names of subnets in the tested network, or full IDs. */
  readonly subnets?: readonly string[];
  readonly addresses?: readonly string[];
  readonly trusts?: boolean;
  readonly endpoints?: readonly string[];
  readonly perimeter?: Perimeter | null | 'unread';
  readonly location?: string;
  readonly isUnread?: boolean;
  readonly isAbsent?: boolean;
}

export interface ServicesSpec {
  readonly storage?: ServiceSpec & { readonly keys?: boolean; readonly resources?: readonly string[] };
  readonly keyVault?: ServiceSpec;
  readonly registry?: ServiceSpec & {
    readonly sku?: string;
    readonly hosts?: readonly string[];
    readonly dataEndpoints?: boolean;
    /** Regions of its replicas. */
    readonly replicas?: readonly string[];
  };
  readonly monitoring?: Monitoring | null;
  /** Name of a network whose subnet serverless compute is in. */
  readonly serverlessIn?: string;
  readonly builder?: { readonly subnet: string | null; readonly size?: string; readonly isCluster?: boolean };
  /** `privatelink.api.azureml.ms vnet-ml-prod-weu 10.40.7.4`: zone, linked networks, addresses of its records. */
  readonly zones?: readonly string[];
  readonly zonesUnread?: boolean;
  readonly publicAccess?: boolean;
  readonly addressList?: readonly string[];
  readonly byIdentity?: boolean;
  readonly endpoints?: readonly string[];
  readonly managedTargets?: readonly string[];
  readonly workspaceId?: string;
}

const networks = modelNetworkId.slice(0, modelNetworkId.lastIndexOf('/'));
export const endpointId = (name: string): string =>
  `${modelNetworkId.slice(0, modelNetworkId.indexOf('/virtualNetworks'))}/privateEndpoints/${name}`;

const usual = {
  storage: {},
  keyVault: {},
  registry: {},
  monitoring: null,
  publicAccess: false,
  addressList: [],
  byIdentity: false,
  endpoints: [],
  managedTargets: [],
  workspaceId: modelWorkspaceId,
} as const satisfies ServicesSpec;

export function buildServices(spec: ServicesSpec = {}): WorkspaceServices {
  const full: Required<Omit<ServicesSpec, 'builder' | 'serverlessIn' | 'zones' | 'zonesUnread'>> = {
    ...usual,
    ...spec,
  };
  const { storage, keyVault, registry } = full;
  return {
    workspaceId: full.workspaceId,
    publicAccess: known(full.publicAccess),
    addressList: known(full.addressList),
    endpointIds: known(full.endpoints.map(endpointId)),
    managedEndpointTargets: full.managedTargets.map(serviceId),
    datastoresByIdentity: known(full.byIdentity),
    storage: part<StorageAccount>(storage, {
      ...service('blob', 'stfraudprod', storage),
      sharedKeyAccess: known(storage.keys ?? true),
      trustedResources: known(storage.resources ?? []),
    }),
    keyVault: part<DataService>(keyVault, service('vault', 'kv-fraudprod', keyVault)),
    registry: part<ContainerRegistry>(registry, {
      ...service('registry', 'crfraudprod', registry),
      sku: known(registry.sku ?? 'Premium'),
      hosts: registry.hosts ? known(registry.hosts) : unreadFact,
      hasDataEndpoints: known(registry.dataEndpoints ?? false),
      ...(registry.replicas && { replicas: known(registry.replicas) }),
    }),
    monitoring: known(full.monitoring),
    buildCompute: known(spec.builder ? buildBuilder(spec.builder) : null),
    serverlessSubnet: known(
      spec.serverlessIn ? `${networks}/${spec.serverlessIn}/subnets/snet-serverless` : null,
    ),
    zones: buildZones(spec),
  };
}

function buildBuilder({
  subnet,
  size = 'STANDARD_DS3_V2',
  isCluster = true,
}: NonNullable<ServicesSpec['builder']>): BuildCompute {
  return {
    name: 'cpu-build',
    isThere: true,
    isCluster,
    subnetId: subnet === null ? null : idOf(subnet),
    vmSize: size,
  };
}

function buildZones({ zones = [], zonesUnread }: ServicesSpec): KnownZones {
  const found = zones.map(zone);
  return zonesUnread ? { found, unread: reason('check.zones.notListed', { name: 'x' }) } : { found };
}

function part<T>(spec: ServiceSpec | undefined, value: T): Known<T | null> {
  if (spec?.isUnread) return unreadFact;
  return known(spec?.isAbsent ? null : value);
}

function service(group: string, name: string, spec: ServiceSpec = {}): DataService {
  return {
    id: serviceId(group),
    name,
    ...inRegion(spec),
    publicAccess: known(spec.access ?? 'enabled'),
    deniesByDefault: known(spec.denies ?? spec.subnets !== undefined),
    subnetRules: known((spec.subnets ?? []).map(idOf)),
    addressRules: known(spec.addresses ?? []),
    trustsAzure: known(spec.trusts ?? true),
    endpointIds: known((spec.endpoints ?? []).map(endpointId)),
    perimeter: spec.perimeter === 'unread' ? unreadFact : known(spec.perimeter ?? null),
  };
}

function inRegion({ location }: ServiceSpec): Pick<DataService, 'location'> {
  return location === undefined ? {} : { location };
}

function idOf(subnet: string): string {
  return subnet.startsWith('/') ? subnet : subnetIdOf(subnet);
}

function zone(text: string, at: number) {
  const [name = '', linked = '', addresses = ''] = text.split(' ');
  const list = (one: string): readonly string[] =>
    one.split(',').filter((each) => each !== '' && each !== '-');
  return {
    id: `${modelSubscription}/zones-${at}/${name}`,
    name,
    linkedNetworks: linked === '?' ? unreadFact : known(list(linked).map((one) => `${networks}/${one}`)),
    records: known(list(addresses).flatMap((record) => recordsIn(name, record))),
  };
}

/** `name=10.40.7.4`, or only an address: the names that Azure itself writes into a zone of that name. */
function recordsIn(zone: string, text: string): readonly AddressRecord[] {
  const [first = '', second] = text.split('=');
  const names = second === undefined ? usualRecords(zone) : [first];
  return names.map((name) => ({ name, addresses: [second ?? first] }));
}

function usualRecords(zone: string): readonly string[] {
  if (zone.startsWith('privatelink.api.')) {
    return ['f00d.workspace.westeurope', 'f00d.workspace.westeurope.cert'];
  }
  if (zone.startsWith('privatelink.vaultcore.')) return ['kv-fraudprod'];
  if (zone.startsWith('privatelink.azurecr.')) return ['crfraudprod', 'crfraudprod.westeurope.data'];
  return zone.startsWith('privatelink.notebooks.')
    ? ['ml-fraud-westeurope-f00d.westeurope']
    : ['stfraudprod'];
}

/** A network, a plan, and the services of its workspace. */
export interface ServicesCaseSpec {
  readonly network?: NetworkSpec;
  readonly plan?: PlanSpec;
  readonly services?: ServicesSpec;
}

export function buildInput({ network = {}, plan = {}, services = {} }: ServicesCaseSpec) {
  return {
    model: buildModel(network),
    plan: buildPlan(plan),
    facts: { ...facts, services: buildServices(services) },
  };
}
