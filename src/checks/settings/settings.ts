import type { SettingName } from '../../requirements/requirement';
import type { PlanSettingJudge, SubnetSettingJudge } from '../setting-context';
import { judgeContainerOverlap, judgeDisallowed, judgeFreeAddresses, judgeSubnetSize } from './addresses';
import { governanceSettings } from './governance';
import { judgeGroupLimits, judgeGroupRules } from './group-rules';
import { judgeBothGroupsAgree, judgeNoInbound, judgeOldBatchOpening, judgeSsh } from './inbound';
import { judgeAttachedOnce, judgeAttachNetwork, judgeAttachSupport } from './attached';
import {
  judgeDatabricksPlace,
  judgeDatabricksPublicIp,
  judgeDatabricksRoutes,
  judgeDatabricksSize,
  judgeDatabricksSubnets,
  judgeDefaultSubnet,
} from './databricks';
import {
  judgeClusterAddress,
  judgeClusterPolicy,
  judgeManagementReplies,
  judgePlatformDns,
} from './hdinsight';
import { judgeKeyVault } from './key-vault';
import { judgeMonitoring } from './monitoring';
import { judgeComputeName } from './name';
import { judgeDataRegion } from './data-region';
import { judgeBatchNames, judgeInstanceRecord } from './instance-records';
import { judgeNameServers, judgeServiceZones, judgeWorkspaceZones } from './names';
import { judgeEndpointPolicy, judgeListOf2020, judgeOpenDefault, judgeTagRegions } from './outbound';
import {
  judgeDatabricks,
  judgeDelegation,
  judgeNetworkModel,
  judgeRegion,
  judgeReservedName,
  judgeSubscription,
  judgeWorkspaceConnection,
} from './placement';
import {
  judgeAddressList,
  judgeEndpointPolicies,
  judgePublicDoor,
  judgeSeveralEndpoints,
} from './private-link';
import { judgeBuildCompute } from './image-builder';
import { judgeRegistryPlace, judgeRegistrySku, judgeRegistryTrust } from './registry';
import {
  judgeApplianceHealth,
  judgeBatchReplies,
  judgeDirectReplies,
  judgeRouteLimits,
  judgeRouteTags,
} from './routes';
import {
  judgeEndpointMix,
  judgeSharedKey,
  judgeStorageEndpoints,
  judgePerimeterSmb,
  judgeStorageNetwork,
  judgeStorageRule,
  judgeStorageTrust,
} from './storage';
import { judgeMachineAddress, judgeMachineSystem } from './virtual-machine';
import {
  judgeDefaultAccess,
  judgeDirectRoutes,
  judgeHiddenDefaultRoute,
  judgeNatGateway,
  judgeNatUsed,
  judgeNoBlackhole,
  judgeWayOut,
} from './way-out';
import {
  judgeExistingCompute,
  judgeManagedNetwork,
  judgeManagedNetworkSetUp,
  judgePrivateEndpoint,
} from './workspace';

/** Settings of what is attached, which it says itself. */
const attachedSettings = {
  'attach-support': judgeAttachSupport,
  'attached-once': judgeAttachedOnce,
  'attach-network': judgeAttachNetwork,
  'machine-system': judgeMachineSystem,
  'machine-address': judgeMachineAddress,
  'cluster-address': judgeClusterAddress,
  'databricks-place': judgeDatabricksPlace,
  'databricks-public-ip': judgeDatabricksPublicIp,
} as const satisfies Readonly<Record<string, PlanSettingJudge>>;

/** Settings of what the workspace keeps its data in, whichever subnet the compute is in. */
const serviceSettings = {
  'storage-trust': judgeStorageTrust,
  'shared-key': judgeSharedKey,
  'endpoint-mix': judgeEndpointMix,
  'registry-sku': judgeRegistrySku,
  'registry-trust': judgeRegistryTrust,
  monitoring: judgeMonitoring,
  'several-endpoints': judgeSeveralEndpoints,
  'public-door': judgePublicDoor,
  'data-region': judgeDataRegion,
} as const satisfies Readonly<Record<string, PlanSettingJudge>>;

type PlanSetting =
  | 'existing-compute'
  | 'managed-network'
  | 'managed-network-set-up'
  | 'compute-name'
  | 'private-endpoint'
  | keyof typeof attachedSettings
  | keyof typeof governanceSettings
  | keyof typeof serviceSettings;

/** Settings that the plan decides with what Azure says of its place, no network model needed. */
export const planSettings: Readonly<Record<PlanSetting, PlanSettingJudge>> = {
  'existing-compute': judgeExistingCompute,
  'managed-network': judgeManagedNetwork,
  'managed-network-set-up': judgeManagedNetworkSetUp,
  'compute-name': judgeComputeName,
  'private-endpoint': judgePrivateEndpoint,
  ...attachedSettings,
  ...governanceSettings,
  ...serviceSettings,
};

/** Settings of the subnet, its network, group and routes. */
export const subnetSettings: Readonly<Record<Exclude<SettingName, PlanSetting>, SubnetSettingJudge>> = {
  'same-subscription': judgeSubscription,
  'same-region': judgeRegion,
  'workspace-connection': judgeWorkspaceConnection,
  'free-addresses': judgeFreeAddresses,
  'subnet-size': judgeSubnetSize,
  delegation: judgeDelegation,
  'reserved-name': judgeReservedName,
  'databricks-subnet': judgeDatabricks,
  'container-overlap': judgeContainerOverlap,
  'disallowed-addresses': judgeDisallowed,
  'resource-manager': judgeNetworkModel,
  'old-batch-opening': judgeOldBatchOpening,
  'no-inbound': judgeNoInbound,
  ssh: judgeSsh,
  'both-groups-agree': judgeBothGroupsAgree,
  'open-default': judgeOpenDefault,
  'tag-regions': judgeTagRegions,
  'endpoint-policy': judgeEndpointPolicy,
  'list-of-2020': judgeListOf2020,
  'way-out': judgeWayOut,
  'default-access': judgeDefaultAccess,
  'direct-routes': judgeDirectRoutes,
  'batch-replies': judgeBatchReplies,
  'direct-replies': judgeDirectReplies,
  'nat-used': judgeNatUsed,
  'no-blackhole': judgeNoBlackhole,
  'appliance-health': judgeApplianceHealth,
  'group-limits': judgeGroupLimits,
  'group-rules': judgeGroupRules,
  'route-limits': judgeRouteLimits,
  'route-tags': judgeRouteTags,
  'hidden-default-route': judgeHiddenDefaultRoute,
  'nat-gateway': judgeNatGateway,
  'cluster-policy': judgeClusterPolicy,
  'platform-dns': judgePlatformDns,
  'management-replies': judgeManagementReplies,
  'databricks-subnets': judgeDatabricksSubnets,
  'databricks-default-subnet': judgeDefaultSubnet,
  'databricks-size': judgeDatabricksSize,
  'databricks-storage': judgeStorageNetwork,
  'databricks-routes': judgeDatabricksRoutes,
  'storage-network': judgeStorageNetwork,
  'storage-rule': judgeStorageRule,
  'storage-endpoints': judgeStorageEndpoints,
  'key-vault': judgeKeyVault,
  'registry-place': judgeRegistryPlace,
  'build-compute': judgeBuildCompute,
  'endpoint-policies': judgeEndpointPolicies,
  'address-list': judgeAddressList,
  'perimeter-smb': judgePerimeterSmb,
  'workspace-zones': judgeWorkspaceZones,
  'service-zones': judgeServiceZones,
  'name-servers': judgeNameServers,
  'instance-record': judgeInstanceRecord,
  'batch-names': judgeBatchNames,
};

/** True for a setting that needs no subnet. */
export function isPlanSetting(name: SettingName): name is PlanSetting {
  return Object.hasOwn(planSettings, name);
}
