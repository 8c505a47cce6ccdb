import {
  asItems,
  asJoined,
  asObject,
  asObjectsWith,
  asOpposite,
  asReference,
  asWord,
  type ArgumentTable,
} from './argument-table';
import type { ResourceTables } from './resource-table';

const onOff = asWord('Enabled', 'Disabled');

/** Rules of storage accounts and key vaults. The provider sends `Deny` and `Allow` as written. */
const networkAcls: ArgumentTable = {
  default_action: 'defaultAction',
  ip_rules: { to: 'ipRules', as: asObjectsWith('value') },
  virtual_network_subnet_ids: { to: 'virtualNetworkRules', as: asObjectsWith('id') },
  private_link_access: {
    to: 'resourceAccessRules',
    as: asItems({ endpoint_resource_id: 'resourceId' }),
  },
};

/** The same rules as a separate resource. */
export const storageRules: ArgumentTable = {
  ...networkAcls,
  bypass: { to: 'bypass', as: asJoined(', ') },
};

export const serviceTables: ResourceTables = {
  azurerm_storage_account: {
    type: 'Microsoft.Storage/storageAccounts',
    arguments: {
      location: 'location',
      public_network_access_enabled: { to: 'properties.publicNetworkAccess', as: onOff, unset: 'Enabled' },
      shared_access_key_enabled: { to: 'properties.allowSharedKeyAccess', unset: true },
      network_rules: { to: 'properties.networkAcls', as: asObject(storageRules) },
    },
  },
  azurerm_key_vault: {
    type: 'Microsoft.KeyVault/vaults',
    arguments: {
      location: 'location',
      public_network_access_enabled: { to: 'properties.publicNetworkAccess', as: onOff, unset: 'Enabled' },
      network_acls: {
        to: 'properties.networkAcls',
        as: asObject({ ...networkAcls, bypass: 'bypass' }),
      },
    },
  },
  azurerm_container_registry: {
    type: 'Microsoft.ContainerRegistry/registries',
    arguments: {
      location: 'location',
      sku: 'sku.name',
      public_network_access_enabled: { to: 'properties.publicNetworkAccess', as: onOff, unset: 'Enabled' },
      network_rule_bypass_option: { to: 'properties.networkRuleBypassOptions', unset: 'AzureServices' },
      data_endpoint_enabled: { to: 'properties.dataEndpointEnabled', unset: false },
      network_rule_set: {
        to: 'properties.networkRuleSet',
        as: asObject({
          default_action: { to: 'defaultAction', unset: 'Allow' },
          ip_rule: { to: 'ipRules', as: asItems({ ip_range: 'value' }) },
          virtual_network: { to: 'virtualNetworkRules', as: asItems({ subnet_id: 'id' }) },
        }),
      },
    },
  },
  azurerm_application_insights: {
    type: 'Microsoft.Insights/components',
    arguments: {
      location: 'location',
      workspace_id: 'properties.WorkspaceResourceId',
      internet_ingestion_enabled: {
        to: 'properties.publicNetworkAccessForIngestion',
        as: onOff,
        unset: 'Enabled',
      },
      internet_query_enabled: { to: 'properties.publicNetworkAccessForQuery', as: onOff, unset: 'Enabled' },
    },
  },
  azurerm_log_analytics_workspace: {
    type: 'Microsoft.OperationalInsights/workspaces',
    arguments: {
      location: 'location',
      internet_ingestion_enabled: {
        to: 'properties.publicNetworkAccessForIngestion',
        as: onOff,
        unset: 'Enabled',
      },
    },
  },
  azurerm_machine_learning_workspace: {
    type: 'Microsoft.MachineLearningServices/workspaces',
    arguments: {
      location: 'location',
      kind: 'kind',
      application_insights_id: 'properties.applicationInsights',
      key_vault_id: 'properties.keyVault',
      storage_account_id: 'properties.storageAccount',
      container_registry_id: 'properties.containerRegistry',
      // From 3.24 to 3.117, the provider disables it if it isn't set (terraform-provider-azurerm pull request 18279, and
      // its resource before 4.0). Earlier versions only set whether it's public next to a private endpoint (issue 16177).
      public_network_access_enabled: {
        to: 'properties.publicNetworkAccess',
        as: onOff,
        unset: 'Enabled',
        unsetBefore4: 'Disabled',
        isSince324: true,
      },
      public_access_behind_virtual_network_enabled: 'properties.allowPublicAccessWhenBehindVnet',
      image_build_compute_name: 'properties.imageBuildCompute',
      high_business_impact: 'properties.hbiWorkspace',
      v1_legacy_mode_enabled: { to: 'properties.v1LegacyMode', unset: false },
      storage_account_access_type: 'properties.systemDatastoresAuthMode',
      managed_network: {
        to: 'properties.managedNetwork',
        as: asObject({ isolation_mode: 'isolationMode' }),
      },
      serverless_compute: {
        to: 'properties.serverlessComputeSettings',
        as: asObject({
          subnet_id: 'serverlessComputeCustomSubnet',
          public_ip_enabled: { to: 'serverlessComputeNoPublicIP', as: asOpposite, unset: true },
        }),
      },
    },
  },
  azurerm_machine_learning_compute_cluster: {
    type: 'Microsoft.MachineLearningServices/workspaces/computes',
    parent: { id: 'machine_learning_workspace_id' },
    fixed: { 'properties.computeType': 'AmlCompute' },
    arguments: {
      location: 'location',
      vm_size: 'properties.properties.vmSize',
      vm_priority: 'properties.properties.vmPriority',
      subnet_resource_id: { to: 'properties.properties.subnet', as: asReference },
      node_public_ip_enabled: { to: 'properties.properties.enableNodePublicIp', unset: true },
      ssh_public_access_enabled: {
        to: 'properties.properties.remoteLoginPortPublicAccess',
        as: onOff,
        unset: 'Disabled',
      },
      scale_settings: {
        to: 'properties.properties.scaleSettings',
        as: asObject({ min_node_count: 'minNodeCount', max_node_count: 'maxNodeCount' }),
      },
    },
  },
  azurerm_machine_learning_compute_instance: {
    type: 'Microsoft.MachineLearningServices/workspaces/computes',
    parent: { id: 'machine_learning_workspace_id' },
    fixed: { 'properties.computeType': 'ComputeInstance' },
    arguments: {
      location: 'location',
      virtual_machine_size: 'properties.properties.vmSize',
      subnet_resource_id: { to: 'properties.properties.subnet', as: asReference },
      node_public_ip_enabled: { to: 'properties.properties.enableNodePublicIp', unset: true },
      // The block enables SSH. Without it, the provider disables SSH.
      ssh: {
        to: 'properties.properties.sshSettings',
        as: asObject({ public_key: 'adminPublicKey', opens: { to: 'sshPublicAccess', unset: 'Enabled' } }),
      },
    },
  },
  azurerm_machine_learning_workspace_network_outbound_rule_private_endpoint: {
    type: 'Microsoft.MachineLearningServices/workspaces/outboundRules',
    parent: { id: 'workspace_id' },
    fixed: { 'properties.type': 'PrivateEndpoint' },
    arguments: {
      service_resource_id: 'properties.destination.serviceResourceId',
      sub_resource_target: 'properties.destination.subresourceTarget',
    },
  },
  azurerm_databricks_workspace: {
    type: 'Microsoft.Databricks/workspaces',
    arguments: {
      location: 'location',
      custom_parameters: {
        to: 'properties.parameters',
        as: asObject({
          virtual_network_id: 'customVirtualNetworkId.value',
          public_subnet_name: 'customPublicSubnetName.value',
          private_subnet_name: 'customPrivateSubnetName.value',
        }),
      },
    },
  },
  ...Object.fromEntries(
    ['hadoop', 'hbase', 'interactive_query', 'kafka', 'spark'].map((kind) => [
      `azurerm_hdinsight_${kind}_cluster`,
      { type: 'Microsoft.HDInsight/clusters', arguments: { location: 'location' } },
    ]),
  ),
};
