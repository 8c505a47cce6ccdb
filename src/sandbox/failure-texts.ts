import type { ServiceError } from './responses';

/**
 * Where a text comes from. `seen`: a user posted the service's own words. `code seen`: the code is real, the sentence
 * is ours. `documented`: a Microsoft page describes the refusal. `made up`: nobody is known to have published it.
 */
export type TextOrigin = 'seen' | 'code seen' | 'documented' | 'made up';

export interface FailureText {
  readonly code: string;
  /** `{name}` is replaced by a value. */
  readonly message: string;
  readonly origin: TextOrigin;
  readonly source?: string;
}

const learnPage = 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-training-vnet';

/** Every error text of the sandbox. A decoder of real messages may rely on the `seen` ones only. */
export const failureTexts = {
  missingApiVersion: {
    code: 'MissingApiVersionParameter',
    message: 'The api-version query parameter (?api-version=) is required for all requests.',
    origin: 'seen',
    source: 'error bodies in public client tests, e.g. Flow REST clients of 2019',
  },
  invalidApiVersion: {
    code: 'InvalidApiVersionParameter',
    message:
      "The api-version '{version}' is invalid. The supported versions are dates such as '2024-05-01' or '2024-05-01-preview'.",
    origin: 'code seen',
  },
  authenticationFailed: {
    code: 'AuthenticationFailed',
    message: "Authentication failed. The 'Authorization' header is missing.",
    origin: 'code seen',
  },
  expiredToken: {
    code: 'ExpiredAuthenticationToken',
    message: 'The access token expiry UTC time is earlier than current UTC time.',
    origin: 'code seen',
  },
  authorizationFailed: {
    code: 'AuthorizationFailed',
    message:
      "The client '{client}' with object id '{objectId}' does not have authorization to perform action '{action}' over scope '{scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.",
    origin: 'seen',
    source: 'https://github.com/Azure/CloudShell/issues/561',
  },
  linkedAuthorizationFailed: {
    code: 'LinkedAuthorizationFailed',
    message:
      "The client '{client}' with object id '{objectId}' has permission to perform action '{action}' on scope '{scope}'; however, it does not have permission to perform action '{linkedAction}' on the linked scope(s) '{linkedScope}' or the linked scope(s) are invalid.",
    origin: 'code seen',
  },
  subscriptionNotFound: {
    code: 'SubscriptionNotFound',
    message: "The subscription '{subscription}' could not be found.",
    origin: 'code seen',
  },
  resourceGroupNotFound: {
    code: 'ResourceGroupNotFound',
    message: "Resource group '{group}' could not be found.",
    origin: 'code seen',
  },
  resourceNotFound: {
    code: 'ResourceNotFound',
    message:
      "The Resource '{resource}' under resource group '{group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix",
    origin: 'code seen',
  },
  childNotFound: { code: 'NotFound', message: 'Resource {id} not found.', origin: 'code seen' },
  parentNotFound: {
    code: 'ParentResourceNotFound',
    message:
      "Failed to perform '{action}' on resource(s) of type '{type}', because the parent resource '{parent}' could not be found.",
    origin: 'code seen',
  },
  invalidResourceType: {
    code: 'InvalidResourceType',
    message:
      "The resource type '{type}' could not be found in the namespace '{provider}' of the embedded Azure.",
    origin: 'code seen',
  },
  invalidRequestContent: {
    code: 'InvalidRequestContent',
    message: "The request content was invalid and could not be deserialized: '{reason}'.",
    origin: 'code seen',
  },
  invalidRequestFormat: {
    code: 'InvalidRequestFormat',
    message: 'Cannot parse the request.',
    origin: 'code seen',
  },
  locationRequired: {
    code: 'LocationRequired',
    message: 'The location property is required for this definition.',
    origin: 'code seen',
  },
  invalidResourceLocation: {
    code: 'InvalidResourceLocation',
    message:
      "The resource '{name}' already exists in location '{location}' in resource group '{group}'. A resource with the same name cannot be created in location '{other}'. Please select a new resource name.",
    origin: 'code seen',
  },
  preconditionFailed: {
    code: 'PreconditionFailed',
    message: "Precondition failed. The etag provided '{etag}' does not match the resource's etag.",
    origin: 'code seen',
  },
  anotherOperation: {
    code: 'AnotherOperationInProgress',
    message:
      'Another operation on this or dependent resource is in progress. To retrieve status of the operation use uri: {uri}.',
    origin: 'code seen',
    source: 'https://github.com/hashicorp/terraform-provider-azurerm (retry lists of public modules)',
  },
  tooManyRequests: {
    code: 'TooManyRequests',
    message: 'The request is being throttled as the limit has been reached for operation type.',
    origin: 'code seen',
  },
  internalError: { code: 'InternalServerError', message: 'An error occurred.', origin: 'code seen' },

  invalidReference: {
    code: 'InvalidResourceReference',
    message:
      'Resource {target} referenced by resource {id} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.',
    origin: 'code seen',
  },
  invalidAddressPrefix: {
    code: 'InvalidAddressPrefixFormat',
    message:
      'Address prefix {prefix} of resource {id} is not formatted correctly. It should follow CIDR notation, for example 10.0.0.0/24.',
    origin: 'code seen',
  },
  disallowedAddressSpace: {
    code: 'AddressPrefixNotAllowed',
    message: 'Address prefix {prefix} of virtual network {name} overlaps with the reserved range {reserved}.',
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq',
  },
  addressSpaceRequired: {
    code: 'NoAddressPrefixOrPoolProvided',
    message: 'No address prefix or pool has been provided for {id}.',
    origin: 'made up',
  },
  invalidSubnet: {
    code: 'NetcfgInvalidSubnet',
    message: "Subnet '{name}' is not valid in virtual network '{network}'.",
    origin: 'seen',
    source: 'https://github.com/Azure/azure-cli/issues/10917',
  },
  subnetInUse: {
    code: 'InUseSubnetCannotBeDeleted',
    message:
      'Subnet {name} is in use by {user} and cannot be deleted. In order to delete the subnet, delete all the resources within the subnet. See aka.ms/deletesubnet.',
    origin: 'seen',
    source: 'comment in the azurerm provider, orchestrated scale set resource',
  },
  subnetPrefixInUse: {
    code: 'InUsePrefixCannotBeDeleted',
    message: 'IpPrefix {prefix} on Subnet {name} has active allocations and cannot be deleted.',
    origin: 'code seen',
  },
  delegationInUse: {
    code: 'SubnetDelegationsCannotChangeWhenSubnetUsedByResource',
    message:
      'Delegations of subnet {id} cannot be changed from [{from}] to [{to}] because it is being used by the resource {user}.',
    origin: 'seen',
    source: 'https://github.com/Azure/MachineLearningNotebooks/issues/1294',
  },
  groupInUse: {
    code: 'InUseNetworkSecurityGroupCannotBeDeleted',
    message:
      'Network security group {id} cannot be deleted because it is in use by the following resources: {users}. In order to delete the Network security group, remove the association with the resource(s). To learn how to do this, see aka.ms/deletensg.',
    origin: 'seen',
    source: 'error bodies quoted in public tests of deployment tools (first sentence)',
  },
  routeTableInUse: {
    code: 'InUseRouteTableCannotBeDeleted',
    message: 'Route table {id} is in use and cannot be deleted.',
    origin: 'code seen',
  },
  natGatewayInUse: {
    code: 'InUseNatGatewayCannotBeDeleted',
    message: 'Nat gateway {id} is in use by the following resources: {users} and cannot be deleted.',
    origin: 'made up',
  },
  publicAddressInUse: {
    code: 'PublicIPAddressCannotBeDeleted',
    message: 'Public IP address {id} can not be deleted since it is still allocated to resource {users}.',
    origin: 'code seen',
  },
  natGatewaySku: {
    code: 'NatGatewayInvalidSku',
    message: 'Nat gateway {id} must have sku Standard or StandardV2, and its public addresses the same one.',
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/nat-gateway/nat-overview',
  },
  natGatewayOnGatewaySubnet: {
    code: 'NatGatewayNotSupportedOnGatewaySubnet',
    message: 'NAT gateway {id} cannot be attached to subnet GatewaySubnet.',
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/nat-gateway/nat-overview',
  },

  rulePriority: {
    code: 'SecurityRuleInvalidPriority',
    message: 'Security rule has invalid Priority. Value provided: {value} Allowed range 100-4096.',
    origin: 'code seen',
  },
  ruleConflict: {
    code: 'SecurityRuleConflict',
    message:
      'Security rule {name} conflicts with rule {other}. Rules cannot have the same Priority and Direction.',
    origin: 'seen',
    source: 'lab notes and Databricks modules in public repositories, 2025-2026',
  },
  ruleAddressPrefix: {
    code: 'SecurityRuleInvalidAddressPrefix',
    message: 'Security rule has invalid Address prefix. Value provided: {value}',
    origin: 'seen',
    source: 'https://github.com/ernestio/ernest/issues/473',
  },
  rulePluralValue: {
    code: 'SecurityRuleParameterContainsUnsupportedValue',
    message:
      "Security rule parameter {parameter} for rule with Id {id} cannot specify existing VIRTUALNETWORK, INTERNET, AZURELOADBALANCER, '*' or system tags. Unsupported value used: {value}.",
    origin: 'seen',
    source: 'event log of a public AKS chaos project, 2026',
  },
  rulePort: {
    code: 'SecurityRuleInvalidPortRange',
    message:
      "Security rule has invalid Port range. Value provided: {value}. Value should be an integer OR integer range with '-' delimiter. Valid range 0-65535.",
    origin: 'code seen',
  },
  rulePluralPort: {
    code: 'SecurityRuleParameterContainsInvalidPortRanges',
    message:
      'Security rule parameter {parameter} for rule with Id {id} contains unsupported port ranges: {value}.',
    origin: 'code seen',
  },
  ruleMember: {
    code: 'SecurityRuleMissingOrInvalidMember',
    message: "Security rule {name} has no or an unknown value for '{member}'. Value provided: {value}",
    origin: 'made up',
  },
  ruleBothForms: {
    code: 'SecurityRuleParametersCannotBeSpecifiedTogether',
    message:
      'Security rule parameters {singular} and {plural} for rule with Id {id} cannot be specified at the same time.',
    origin: 'code seen',
  },
  ruleLimit: {
    code: 'SecurityRuleLimitReached',
    message: 'Network security group {id} cannot have more than 1000 security rules.',
    origin: 'documented',
    source:
      'https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits',
  },
  routePrefix: {
    code: 'InvalidRoutePrefix',
    message: 'Address prefix {value} of route {id} is not a valid CIDR or supported service tag.',
    origin: 'made up',
  },
  routeTagUnsupported: {
    code: 'ServiceTagNotSupportedInRoute',
    message: 'Service tag {value} is not supported as address prefix of route {id}.',
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/virtual-network/service-tags-overview',
  },
  routeTagLimit: {
    code: 'ServiceTagRouteLimitReached',
    message: 'Route table {id} cannot have more than 25 routes with service tags.',
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview',
  },
  routeConflict: {
    code: 'RouteConflict',
    message: 'Route {name} conflicts with route {other}. Routes cannot have the same AddressPrefix.',
    origin: 'code seen',
  },
  routeNextHop: {
    code: 'InvalidNextHop',
    message: "Route {id} has an invalid next hop. NextHopType '{type}', NextHopIpAddress '{address}'.",
    origin: 'made up',
  },

  workspaceNotFound: {
    code: 'ResourceNotFound',
    message:
      "The Resource 'Microsoft.MachineLearningServices/workspaces/{workspace}' under resource group '{group}' was not found.",
    origin: 'code seen',
  },
  computeNotFound: {
    code: 'UserError',
    message: "Compute with name '{name}' not found in workspace '{workspace}'.",
    origin: 'made up',
  },
  computeNameInvalid: {
    code: 'BadRequest',
    message:
      "Compute name '{name}' is not available. Reason: Invalid. Message: A name for an Azure ML Compute Instance must be between 3 and 24 characters in length and must use only numbers, letters and minus symbol (-)，must start with letters. Numbers cannot be the ending of the name if the previous character is a minus symbol (-). Please specify a different Azure ML Instance name",
    origin: 'seen',
    source: 'https://github.com/MicrosoftDocs/pipelines-azureml/issues/19',
  },
  clusterNameInvalid: {
    code: 'BadRequest',
    message:
      "Compute name '{name}' is invalid. It can include letters, digits and dashes. It must start with a letter, end with a letter or digit, and be between 3 and 32 characters in length.",
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/machine-learning/how-to-create-attach-compute-cluster',
  },
  clusterNameTaken: {
    code: 'Conflict',
    message:
      'Compute with this name already exists. Compute name needs to be unique across all existing computes within an Azure region.',
    origin: 'seen',
    source: 'https://github.com/microsoft/MCW-ML-Ops/issues/28',
  },
  instanceNameTaken: {
    code: 'Conflict',
    message:
      "Compute name '{name}' is not available. Reason: AlreadyExists. Message: The specified name {name} is already in use and is therefore unavailable",
    origin: 'seen',
    source:
      'https://github.com/microsoft/Templates-For-Dynamics-365-Supply-Chain-Management-Demand-Forecasting-With-Azure-Machine-Learning/issues/4',
  },
  computeBusy: {
    code: 'Conflict',
    message: "The operation could not be completed because compute '{name}' is in state '{state}'.",
    origin: 'made up',
  },
  computeImmutable: {
    code: 'PropertyChangeNotAllowed',
    message: "Property '{property}' of compute '{name}' cannot be changed after creation.",
    origin: 'documented',
    source: learnPage,
  },
  computeTypeUnknown: {
    code: 'BadRequest',
    message:
      "Compute type '{type}' is not supported by the embedded Azure; it creates AmlCompute and ComputeInstance.",
    origin: 'made up',
  },
  computeMemberMissing: {
    code: 'BadRequest',
    message: "The request is invalid: '{member}' {reason}.",
    origin: 'made up',
  },
  deleteActionMissing: {
    code: 'BadRequest',
    message:
      "Query parameter 'underlyingResourceAction' is required. Accepted values are 'Delete' and 'Detach'.",
    origin: 'documented',
    source: 'https://learn.microsoft.com/rest/api/azureml/compute/delete',
  },
  machineSizeUnknown: {
    code: 'BadRequest',
    message: "Virtual machine size '{size}' is not supported for {kind} in region '{location}'.",
    origin: 'made up',
  },
  familyQuota: {
    code: 'BadRequest',
    message:
      'The specified subscription has a {family} vCPU quota of {quota} and cannot accomodate for at least 1 requested managed compute nodes which maps to {cores} vCPUs. Talk to your Subscription Admin or refer to https://docs.microsoft.com/azure/machine-learning/how-to-manage-quotas#request-quota-increases to increase the family quota',
    origin: 'seen',
    source: 'https://github.com/dotnet/machinelearning-modelbuilder/issues/2140',
  },
  clusterLimit: {
    code: 'OK',
    message:
      'failed with status "Failed". Additional Info:"Operation results in exceeding quota limits of Microsoft.Batchlusters"',
    origin: 'seen',
    source: 'https://github.com/Azure/MachineLearningNotebooks/issues/613',
  },
  subnetNotFound: {
    code: 'BadRequest',
    message: 'The specified subnet {subnet} does not exist or cannot be read by the service.',
    origin: 'made up',
  },
  subnetOtherSubscription: {
    code: 'BadRequest',
    message: 'The specified subnet {subnet} must be in the same subscription as the workspace.',
    origin: 'documented',
    source: learnPage,
  },
  subnetOtherRegion: {
    code: 'BadRequest',
    message:
      "The virtual network of subnet {subnet} is in region '{network}', the compute is in region '{compute}'.",
    origin: 'documented',
    source: learnPage,
  },
  instanceOtherRegion: {
    code: 'BadRequest',
    message: "A compute instance must be in the region of its workspace '{workspace}', not in '{location}'.",
    origin: 'documented',
    source: learnPage,
  },
  subnetDelegated: {
    code: 'BadRequest',
    message:
      'The specified subnet {subnet} is delegated to {service}. Azure Machine Learning compute requires a subnet without delegation.',
    origin: 'documented',
    source: learnPage,
  },
  subnetReserved: {
    code: 'BadRequest',
    message: 'The specified subnet {subnet} has a name that is reserved for another service.',
    origin: 'made up',
  },
  managedNetworkSubnet: {
    code: 'BadRequest',
    message:
      "Workspace '{workspace}' has managed network isolation mode '{mode}'. Compute in a custom virtual network is not supported.",
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network-compute',
  },
  noPublicIpNeedsPrivateEndpoint: {
    code: 'BadRequest',
    message:
      "Compute without public IP requires a workspace with a private endpoint. Workspace '{workspace}' has no approved private endpoint connection.",
    origin: 'documented',
    source: learnPage,
  },

  groupRulesMissing: {
    code: 'BadRequest',
    message: `The subnet has a network security group ({group}) that is missing the following rules below. Please add those rules or increase the priority to allow traffic if the rules already exist. For network security group requirements, please refer to https://docs.microsoft.com/azure/machine-learning/how-to-secure-training-vnet?tabs=azure-studio#azure-machine-learning-compute-clusterinstance-1.
{
"name": "Outbound Storage 445"
"properties": {
"protocol": "TCP",
"sourcePortRange": "*"
"destinationPortRange": "445"
"sourceAddressPrefix": "VirtualNetwork"
"destinationAddressPrefix": "Storage OR Internet OR Storage.{region}",
"priority": "Higher than {priority}",
"direction": "Outbound"
}
}`,
    origin: 'seen',
    source: 'https://github.com/microsoft/AzureTRE/issues/2780',
  },
  allocationTimedOut: {
    code: 'AllocationTimedout',
    message: 'Desired number of dedicated nodes could not be allocated as the resize timeout was reached',
    origin: 'seen',
    source: 'https://github.com/Azure/Batch/issues/40 and https://github.com/microsoft/AzureTRE/issues/4151',
  },
  allocationFailed: {
    code: 'AllocationFailed',
    message: 'Desired number of dedicated nodes could not be allocated',
    origin: 'seen',
    source: 'https://learn.microsoft.com/azure/batch/batch-pool-node-error-checking',
  },
  subnetFull: {
    code: 'SubnetIsFull',
    message:
      'Subnet {name} with address prefix {prefix} does not have enough capacity for {count} IP addresses.',
    origin: 'code seen',
  },
  coreQuotaReached: {
    code: 'AccountCoreQuotaReached',
    message: 'The specified account has reached core quota',
    origin: 'seen',
    source: 'https://github.com/Azure/doAzureParallel/issues/234',
  },
  storageMount: {
    code: 'StorageMountError',
    message:
      'The specified Azure ML Compute Instance {name} setup failed with error "Failed to mount storage. Details - Hint:If you\'re using network security group rules, make sure to allow outbound connection to ports 443, 445 for storage service tag. For more details please visit aka.ms/AMLComputeVnet ". Please delete and try to recreate. If the problem persists, please follow up with Azure Support.',
    origin: 'seen',
    source: 'https://github.com/Azure-Samples/ai-studio-in-a-box/issues/2',
  },
  instanceSetup: {
    code: 'SetupFailed',
    message:
      'The specified Azure ML Compute Instance {name} setup failed with error "Timed out waiting for the instance to report its state". Please delete and try to recreate. If the problem persists, please follow up with Azure Support.',
    origin: 'made up',
  },
  instanceUnreachable: {
    code: 'CreateFailed',
    message:
      'The specified Azure ML Compute Instance {name} could not be reached by the service and its creation timed out. Please delete and try to recreate. If the problem persists, please follow up with Azure Support.',
    origin: 'made up',
  },
} as const satisfies Readonly<Record<string, FailureText>>;

export type FailureKey = keyof typeof failureTexts;

/** The service's error for one entry of the table, with its values put in. */
export function failure(
  key: FailureKey,
  values: Readonly<Record<string, string | number>> = {},
  details: readonly ServiceError[] = [],
): ServiceError {
  const entry: FailureText = failureTexts[key];
  const message = entry.message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return { code: entry.code, message, details };
}
