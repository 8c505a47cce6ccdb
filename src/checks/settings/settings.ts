import type { SettingName } from '../../requirements/requirement';
import type { PlaceSettingCheck, PlanSettingCheck, TrafficSettingCheck } from '../setting-context';
import { checkContainerOverlap, checkDisallowed, checkFreeAddresses, checkSubnetSize } from './addresses';
import { governanceSettings } from './governance';
import { checkGroupLimits, checkGroupRules } from './group-rules';
import { checkBothGroupsAgree, checkNoInbound, checkOldBatchRule, checkSsh } from './inbound';
import { checkAttachedOnce, checkAttachNetwork, checkAttachSupport } from './attached';
import {
  checkDatabricksPlace,
  checkDatabricksPublicIp,
  checkDatabricksRoutes,
  checkDatabricksSize,
  checkDatabricksSubnets,
  checkDefaultSubnet,
} from './databricks';
import {
  checkClusterAddress,
  checkClusterPolicy,
  checkManagementReplies,
  checkPlatformDns,
} from './hdinsight';
import { checkKeyVault } from './key-vault';
import { checkMonitoring } from './monitoring';
import { checkComputeName } from './compute-name';
import { checkDataRegion } from './data-region';
import { checkBatchNames, checkInstanceRecord } from './instance-records';
import { checkNameServers, checkServiceZones, checkWorkspaceZones } from './dns';
import { checkEndpointPolicy, checkListOf2020, checkOpenDefault, checkTagRegions } from './outbound';
import {
  checkDatabricks,
  checkDelegation,
  checkNetworkModel,
  checkRegion,
  checkReservedName,
  checkSubscription,
  checkWorkspaceConnection,
} from './placement';
import {
  checkAddressList,
  checkEndpointPolicies,
  checkPublicAccess,
  checkSeveralEndpoints,
} from './private-link';
import { checkBuildCompute } from './image-builder';
import { checkRegistryPlace, checkRegistrySku, checkRegistryTrust } from './registry';
import {
  checkApplianceHealth,
  checkBatchReplies,
  checkDirectReplies,
  checkRouteLimits,
  checkRouteTags,
} from './routes';
import {
  checkEndpointMix,
  checkSharedKey,
  checkStorageEndpoints,
  checkPerimeterSmb,
  checkStorageNetwork,
  checkStorageRule,
  checkStorageTrust,
} from './storage';
import { checkMachineAddress, checkMachineSystem } from './virtual-machine';
import {
  checkDefaultAccess,
  checkDirectRoutes,
  checkHiddenDefaultRoute,
  checkNatGateway,
  checkNatUsed,
  checkNoBlackhole,
  checkExplicitOutbound,
} from './outbound-access';
import {
  checkExistingCompute,
  checkManagedNetwork,
  checkManagedNetworkSetUp,
  checkPrivateEndpoint,
} from './workspace';

/** Settings of an attached resource, which its own data contains. */
const attachedSettings = {
  'attach-support': checkAttachSupport,
  'attached-once': checkAttachedOnce,
  'attach-network': checkAttachNetwork,
  'machine-system': checkMachineSystem,
  'machine-address': checkMachineAddress,
  'cluster-address': checkClusterAddress,
  'databricks-place': checkDatabricksPlace,
  'databricks-public-ip': checkDatabricksPublicIp,
} as const satisfies Readonly<Record<string, PlanSettingCheck>>;

/** Settings of the workspace's services, independent of the compute resource's subnet. */
const serviceSettings = {
  'storage-trust': checkStorageTrust,
  'shared-key': checkSharedKey,
  'endpoint-mix': checkEndpointMix,
  'registry-sku': checkRegistrySku,
  'registry-trust': checkRegistryTrust,
  monitoring: checkMonitoring,
  'several-endpoints': checkSeveralEndpoints,
  'public-access': checkPublicAccess,
  'data-region': checkDataRegion,
} as const satisfies Readonly<Record<string, PlanSettingCheck>>;

type PlanSetting =
  | 'existing-compute'
  | 'managed-network'
  | 'managed-network-set-up'
  | 'compute-name'
  | 'private-endpoint'
  | keyof typeof attachedSettings
  | keyof typeof governanceSettings
  | keyof typeof serviceSettings;

/** Settings that the plan and Azure's data decide, without a network model. */
export const planSettings: Readonly<Record<PlanSetting, PlanSettingCheck>> = {
  'existing-compute': checkExistingCompute,
  'managed-network': checkManagedNetwork,
  'managed-network-set-up': checkManagedNetworkSetUp,
  'compute-name': checkComputeName,
  'private-endpoint': checkPrivateEndpoint,
  ...attachedSettings,
  ...governanceSettings,
  ...serviceSettings,
};

/** Settings of the subnet, its network, NSG, and routes that depend on service tags, as flows do. */
export const trafficSettings = {
  'both-groups-agree': checkBothGroupsAgree,
  'tag-regions': checkTagRegions,
  'list-of-2020': checkListOf2020,
  'outbound-access': checkExplicitOutbound,
  'default-access': checkDefaultAccess,
  'direct-routes': checkDirectRoutes,
  'batch-replies': checkBatchReplies,
  'direct-replies': checkDirectReplies,
  'no-blackhole': checkNoBlackhole,
  'group-rules': checkGroupRules,
  'management-replies': checkManagementReplies,
  'databricks-routes': checkDatabricksRoutes,
  'build-compute': checkBuildCompute,
  'endpoint-policies': checkEndpointPolicies,
  'name-servers': checkNameServers,
} as const satisfies Readonly<Record<string, TrafficSettingCheck>>;

type TrafficSetting = keyof typeof trafficSettings;

/** Settings of the subnet, its network, NSG, and routes that are the same for all meanings of a service tag. */
export const placeSettings: Readonly<
  Record<Exclude<SettingName, PlanSetting | TrafficSetting>, PlaceSettingCheck>
> = {
  'same-subscription': checkSubscription,
  'same-region': checkRegion,
  'workspace-connection': checkWorkspaceConnection,
  'free-addresses': checkFreeAddresses,
  'subnet-size': checkSubnetSize,
  delegation: checkDelegation,
  'reserved-name': checkReservedName,
  'databricks-subnet': checkDatabricks,
  'container-overlap': checkContainerOverlap,
  'disallowed-addresses': checkDisallowed,
  'resource-manager': checkNetworkModel,
  'old-batch-opening': checkOldBatchRule,
  'no-inbound': checkNoInbound,
  ssh: checkSsh,
  'open-default': checkOpenDefault,
  'endpoint-policy': checkEndpointPolicy,
  'nat-used': checkNatUsed,
  'appliance-health': checkApplianceHealth,
  'group-limits': checkGroupLimits,
  'route-limits': checkRouteLimits,
  'route-tags': checkRouteTags,
  'hidden-default-route': checkHiddenDefaultRoute,
  'nat-gateway': checkNatGateway,
  'cluster-policy': checkClusterPolicy,
  'platform-dns': checkPlatformDns,
  'databricks-subnets': checkDatabricksSubnets,
  'databricks-default-subnet': checkDefaultSubnet,
  'databricks-size': checkDatabricksSize,
  'databricks-storage': checkStorageNetwork,
  'storage-network': checkStorageNetwork,
  'storage-rule': checkStorageRule,
  'storage-endpoints': checkStorageEndpoints,
  'key-vault': checkKeyVault,
  'registry-place': checkRegistryPlace,
  'address-list': checkAddressList,
  'perimeter-smb': checkPerimeterSmb,
  'workspace-zones': checkWorkspaceZones,
  'service-zones': checkServiceZones,
  'instance-record': checkInstanceRecord,
  'batch-names': checkBatchNames,
};

/** True for a setting that doesn't need a subnet. */
export function isPlanSetting(name: SettingName): name is PlanSetting {
  return Object.hasOwn(planSettings, name);
}

/** True for a setting that depends on service tags. */
export function isTrafficSetting(name: SettingName): name is TrafficSetting {
  return Object.hasOwn(trafficSettings, name);
}
