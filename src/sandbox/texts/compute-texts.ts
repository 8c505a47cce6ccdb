import type { FailureText } from './failure-text';

const learnPage = 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-training-vnet';

/** Errors of the ML provider and of the machines that it starts. */
export const computeTexts = {
  workspaceNotFound: {
    code: 'ResourceNotFound',
    message:
      "The Resource 'Microsoft.MachineLearningServices/workspaces/{workspace}' under resource group '{group}' was not found.",
    origin: 'code seen',
  },
  computeInKind: {
    code: 'BadRequest',
    message: "Compute cannot be created in workspace '{workspace}' of kind '{kind}'.",
    origin: 'made up',
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
  powerOfInstancesOnly: {
    code: 'BadRequest',
    message: "Compute '{name}' is not a compute instance; '{verb}' is not supported.",
    origin: 'made up',
  },
  computeImmutable: {
    code: 'PropertyChangeNotAllowed',
    message: "Property '{property}' of compute '{name}' cannot be changed after creation.",
    origin: 'documented',
    source: learnPage,
  },
  onlyClusterScales: {
    code: 'BadRequest',
    message: "Compute '{name}' is not a cluster: only the scale settings of a cluster can be updated.",
    origin: 'made up',
  },
  networkQuota: {
    code: 'ResourceCountExceedsLimit',
    message: 'Cannot create more than {limit} {title} for this subscription in region {location}.',
    origin: 'made up',
  },
  attachedNameInvalid: {
    code: 'BadRequest',
    message:
      "Compute name '{name}' is invalid. An attached compute has 2 to 16 letters, digits and dashes, starts with a letter and ends with a letter or digit.",
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/machine-learning/v1/how-to-attach-compute-targets',
  },
  attachTargetType: {
    code: 'BadRequest',
    message: "The resource '{target}' cannot be attached as {kind}; its type must be '{type}'.",
    origin: 'made up',
  },
  attachTargetNotFound: {
    code: 'BadRequest',
    message: "The resource '{target}' to attach was not found.",
    origin: 'made up',
  },
  databricksUrl: {
    code: 'BadRequest',
    message: "The address '{url}' is not that of the Databricks workspace to attach.",
    origin: 'made up',
  },
  managedNetworkMachine: {
    code: 'BadRequest',
    message:
      "Workspace '{workspace}' uses a managed network, with which a virtual machine cannot be attached.",
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
  },
  attachUnreachable: {
    code: 'ComputeNotReachable',
    message: "The service could not reach '{address}' on port {port} by SSH.",
    origin: 'made up',
  },
  attachmentBroken: {
    code: 'ComputeNotReachable',
    message:
      "'{target}' was attached a second time as '{name}', which breaks this attachment. Detach it, and attach it once.",
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/machine-learning/v1/how-to-attach-compute-targets',
  },
  computeTypeUnknown: {
    code: 'BadRequest',
    message:
      "Compute type '{type}' is not supported by the embedded Azure; it creates AmlCompute and ComputeInstance, and attaches Databricks, VirtualMachine and HDInsight.",
    origin: 'made up',
  },
  computeMemberMissing: {
    code: 'BadRequest',
    message: "The request is invalid: '{member}' {reason}.",
    origin: 'made up',
  },
  sshKeyInvalid: {
    code: 'BadRequest',
    message: 'The SSH public key is not valid. Provide a key in the format of OpenSSH, for example ssh-rsa.',
    origin: 'made up',
  },
  idleTime: {
    code: 'BadRequest',
    message:
      "The value '{text}' of idleTimeBeforeShutdown is not valid. Time is defined in ISO8601 format. Minimum is 15 min, maximum is 3 days.",
    origin: 'documented',
    source: 'https://learn.microsoft.com/rest/api/azureml/compute/create-or-update',
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
  managedNetworkOff: {
    code: 'BadRequest',
    message: "Workspace '{workspace}' has no managed network: its isolation mode is Disabled.",
    origin: 'made up',
  },
  managedRule: {
    code: 'BadRequest',
    message:
      "Outbound rule '{name}' of type '{type}' is not complete. Types are FQDN, PrivateEndpoint and ServiceTag.",
    origin: 'made up',
  },
  managedRuleMode: {
    code: 'BadRequest',
    message: "Outbound rule '{name}' of type {type} is not supported in isolation mode '{mode}'.",
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
  },
  managedRuleRequired: {
    code: 'BadRequest',
    message: "Outbound rule '{name}' is required by the workspace and cannot be changed or deleted.",
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
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
