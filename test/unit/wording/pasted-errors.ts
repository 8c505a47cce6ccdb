import type { ErrorSubject } from '../../../src/wording/known-errors';

/** An error message as a user pasted it (names replaced), and its actual cause. */
interface PastedError {
  /** The thread or page with the message, which also states its cause. */
  readonly source: string;
  readonly message: string;
  /** The step that failed; null if the message doesn't state it. */
  readonly subject: ErrorSubject | null;
  /**
   * The causes that the message itself establishes, or IDs of the requirements whose flow fails. Each is the true one.
   */
  readonly reported: readonly string[];
  /** Other possible causes, the most likely first, if the message leaves it open. */
  readonly open?: readonly string[];
}

const urllib3 = (host: string, why: string): string =>
  `requests.exceptions.ConnectionError: HTTPSConnectionPool(host='${host}', port=443): Max retries exceeded with url: /discovery (Caused by NewConnectionError('<urllib3.connection.HTTPSConnection object at 0x7f2b>: Failed to establish a new connection: ${why}'))`;

const ofNodes = ['network', 'addresses', 'quota', 'capacity'];

const creations: readonly PastedError[] = [
  {
    source: 'https://github.com/machine-learning-apps/ml-template-azure/issues/11',
    message: `Exception Details:
	Error Code: Conflict
	Message: ***'error': ***'code': 'MissingSubscriptionRegistration', 'message': "The subscription is not registered to use namespace 'Microsoft.MachineLearningServices'. See https://aka.ms/rps-not-found for how to register subscriptions.", 'details': [***'code': 'MissingSubscriptionRegistration', 'target': 'Microsoft.MachineLearningServices'`,
    subject: 'creation',
    reported: ['provider'],
  },
  {
    source: 'https://github.com/microsoft/vscode-azureappservice/issues/1646',
    message: `Error type: ReadOnlyDisabledSubscription
Error Message: The subscription '00000000-0000-0000-0000-000000000000' is disabled and therefore marked as read only. You cannot perform any write actions on this subscription until it is re-enabled.`,
    subject: 'creation',
    reported: ['disabled'],
  },
  {
    source: 'https://github.com/Azure/terraform/issues/85',
    message: `Provisioning error
The specified subnet /subscriptions/[REDACTED]/resourceGroups/[REDACTED]/providers/Microsoft.Network/virtualNetworks/[REDACTED]/subnets/snet-training-dev has PrivateLinkServiceNetworkPolicies or PrivateEndpointNetworkPolicies enabled. Please disable them to provision cluster/instance with no public IP. Please read this document for more details: https://aka.ms/AMLPLNetPolicies`,
    subject: 'creation',
    reported: ['networkPolicies'],
  },
  {
    source: 'https://github.com/Azure/data-product-analytics/issues/70',
    message: JSON.stringify({
      status: 'Failed',
      error: {
        code: 'UserError',
        message: JSON.stringify(
          {
            error: {
              code: 'UserError',
              message: "Provided EnableNodePublicIp 'False' requires workspace private endpoint.",
            },
            environment: 'eastus2',
            componentName: 'machinelearningcompute',
          },
          null,
          2,
        ),
      },
    }),
    subject: 'creation',
    reported: ['privateEndpoint'],
  },
  {
    source: 'https://github.com/Azure/mlops-v2/issues/81',
    message: `Error: waiting for creation of Compute Cluster "cpu-cluster" in workspace "mlw-dev": Code="BadRequest" Message="The specified subscription has a total vCPU quota of 0 and cannot accomodate for at least 1 requested managed compute node which maps to 2 vCPUs."`,
    subject: 'creation',
    reported: ['quota'],
  },
  {
    source: 'https://github.com/databricks-industry-solutions/pixels/issues/24',
    message:
      'Cluster 1102-04 is in unexpected state Terminated: AZURE_QUOTA_EXCEEDED_EXCEPTION(CLIENT_ERROR): azure_error_code:QuotaExceeded,azure_error_message:Operation could not be completed as it results in exceeding approved standardFFamily Cores quota. Additional details - Location: eastus2, Current Limit: 250, Current Usage: 144, Additional Required: 120',
    subject: 'creation',
    reported: ['quota'],
  },
  {
    source: 'https://github.com/scylladb/scylla-cluster-tests/issues/4994',
    message:
      '(OperationNotAllowed) Operation could not be completed as it results in exceeding approved LowPriorityCores quota. Additional details - Location: eastus, Current Limit: 100, Current Usage: 100, Additional Required: 8\nCode: OperationNotAllowed',
    subject: 'creation',
    reported: ['quota'],
  },
  {
    source: 'https://github.com/MicrosoftDocs/azure-docs/issues/121466',
    message:
      'HttpResponseError: (None) OutOfQuota: Not enough cluster CPU quota. The amount of additional CPU quota requested is 8, and you are currently using 14. Your amount of maximum quota is 20.\nCode: None',
    subject: 'creation',
    reported: ['quota'],
  },
  {
    source: 'https://github.com/Azure/azure-cli/issues/8569',
    message:
      'Resource /subscriptions/5f85/resourceGroups/rg-ml/providers/Microsoft.Network/virtualNetworks/vnet-ml/subnets/snet-train referenced by resource /subscriptions/5f85/resourceGroups/rg-ml/providers/Microsoft.Network/networkInterfaces/nic-1 was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.',
    subject: 'creation',
    reported: ['subnetMissing'],
  },
  {
    source: 'https://github.com/Azure/azure-cli/issues/19761',
    message:
      '{"status":"Failed","error":{"code":"DeploymentFailed","details":[{"code":"NotFound","message":"{\\r\\n  \\"error\\": {\\r\\n    \\"code\\": \\"NotFound\\",\\r\\n    \\"message\\": \\"Resource /subscriptions/576f/resourceGroups/RG-ML/providers/Microsoft.Network/virtualNetworks/VNET-ML not found.\\"\\r\\n  }\\r\\n}"}]}}',
    subject: 'creation',
    reported: ['subnetMissing'],
  },
  {
    source: 'https://github.com/microsoft/ga4gh-tes/issues/80',
    message: '"Either the specified VNet does not exist, or the Batch service does not have access to it"',
    subject: 'creation',
    reported: ['subnetMissing'],
  },
  {
    source: 'https://github.com/microsoft/planetary-computer-hub/pull/25',
    message: `Error: updating Network Security Group Association for Subnet "snet-train": network.SubnetsClient#CreateOrUpdate: Failure sending request: StatusCode=0 -- Original Error: Code="LinkedAuthorizationFailed" Message="The client '686f' with object id '686f' has permission to perform action 'Microsoft.Network/virtualNetworks/subnets/write' on scope '/subscriptions/***/subnets/snet-train'; however, it does not have permission to perform action 'Microsoft.Network/routeTables/join/action' on the linked scope(s) '/subscriptions/***/routeTables/rt' or the linked scope(s) are invalid."`,
    subject: 'creation',
    reported: ['permission'],
  },
  {
    source: 'https://github.com/Azure/OpenShift/issues/41',
    message:
      '{ "code": "LinkedAuthorizationFailed", "message": "The client has permission to perform action \'Microsoft.Network/virtualNetworks/subnets/join/action\' on scope \'/subscriptions/1/resourcegroups/rg/providers/Microsoft.Compute/virtualMachineScaleSets/ss-compute\', however the current tenant \'2\' is not authorized to access linked subscription \'1\'." }',
    subject: 'creation',
    reported: ['tenant'],
  },
  {
    source: 'https://github.com/Azure/azure-cli-extensions/issues/3593',
    message: 'Unknown compute type: AmlCompute',
    subject: 'creation',
    reported: ['oldTool'],
  },
  {
    source: 'https://github.com/hashicorp/terraform-provider-azurerm/issues/25901',
    message:
      '│ Error: `subnet_resource_id` must be set if `node_public_ip_enabled` is set to `false`\n│\n│   with azurerm_machine_learning_compute_cluster.default_compute_cluster,\n│   on main.tf line 12',
    subject: 'creation',
    reported: ['oldTool'],
  },
  {
    source: 'https://github.com/Azure/MachineLearningNotebooks/issues/590',
    message: 'An internal server error occurred. Please try again. If the problem persists, contact support',
    subject: null,
    reported: [],
  },
];

const nodes: readonly PastedError[] = [
  {
    source: 'https://github.com/Azure/Batch/issues/40',
    message:
      'Code: AllocationTimedout\n\nMessage:\nDesired number of dedicated nodes could not be allocated as the resize timeout was reached\n\nDetails:\nn/a',
    subject: 'node',
    reported: [],
    open: ofNodes,
  },
  {
    source: 'https://github.com/Azure/batch-shipyard/issues/341',
    message: '2020-03-05 08:01:12 node tvm-1 is in state: start task failed',
    subject: 'node',
    reported: [],
    open: ofNodes,
  },
];

const mounts: readonly PastedError[] = [
  {
    source: 'https://github.com/Azure-Samples/ai-studio-in-a-box/issues/2',
    message: `(✓) Done: Machine Learning Workspace: cog-ai-prj-aiinabox-bc7
  |=====  | Creating/Updating resources
ERROR: error executing step command 'provision': deployment failed: error deploying infrastructure: deploying to subscription:

Deployment Error Details:
StorageMountError: The specified Azure ML Compute Instance vmaiinabox-bc7 setup failed with error "Failed to mount storage. Details - Hint:If you're using network security group rules, make sure to allow outbound connection to ports 443, 445 for storage service tag. For more details please visit aka.ms/AMLComputeVnet ". Please delete and try to recreate.`,
    subject: 'mount',
    reported: [],
    open: ['sharedKey', 'storageNetwork', 'outbound-storage-443', 'outbound-storage-445'],
  },
  {
    source: 'https://github.com/MicrosoftDocs/azure-docs/issues/39532',
    message:
      'Run failed: AzureMLCompute job failed. AZFMountError: unable to mount Azure File Info: Could not mount Azure File Share //# at #mounts/new_ds1:',
    subject: 'mount',
    reported: [],
    open: ['sharedKey', 'storageNetwork', 'outbound-storage-443', 'outbound-storage-445'],
  },
  {
    source: 'https://github.com/Azure/azure-storage-fuse/issues/862',
    message: `AzureMLCompute job failed.
BFSMountError: Unable to mount blob fuse file system
	Info: Selected VM image doesn't support containers mounting
	Info: Failed to setup runtime for job execution: Job environment preparation failed on 10.0.0.4 with err exit status 1.`,
    subject: 'mount',
    reported: [],
    open: ['sharedKey', 'storageNetwork', 'outbound-storage-443'],
  },
  {
    source: 'https://github.com/MicrosoftDocs/azure-docs/issues/58012',
    message: `UserError: Dataset initialization failed: DatasetMountValidationException:
	Message: Cannot mount dataset. Source of the dataset is either not accessible or does not contain any data.
	InnerException None
	ErrorResponse { "error": { "code": "UserError" } }`,
    subject: 'mount',
    reported: [],
    open: ['sharedKey', 'storageNetwork', 'outbound-storage-443'],
  },
];

const storage: readonly PastedError[] = [
  {
    source: 'https://github.com/Azure/azureml-previews/issues/181',
    message: '(StorageAuthError) Forbidden. Please make sure you have permission to access the resource.',
    subject: 'job',
    reported: [],
    open: ['storageNetwork', 'storageRole'],
  },
  {
    source: 'https://github.com/Azure/azureml-examples/issues/2994',
    message: `Error Code: ScriptExecution.WriteStreams.Authentication
Native Error: An error occur when streaming data to output target.
	DestinationError(PermissionDenied(None))
=> Permission denied while trying to write: None.
Error Message: Authentication failed when trying to access destination. Make sure you have correct permissions set up. Err("")| session_id=d09c77bc`,
    subject: 'job',
    reported: [],
    open: ['storageRole', 'storageNetwork'],
  },
  {
    source:
      'https://easihub.com/community/t/data-lake-storage-gen2-access-denied-for-ml-training-jobs-using-service-principal-authentication/8129',
    message:
      'Azure.Storage.DataLake.DataLakeServiceException:\nStatus: 403 (Forbidden)\nErrorCode: AuthorizationPermissionMismatch\nPath: /training-data/invoices/dataset_v2.parquet',
    subject: 'job',
    reported: ['storageRole'],
  },
  {
    source: 'https://github.com/Azure/azure-cli/issues/10190',
    message:
      'This request is not authorized to perform this operation. ErrorCode: AuthorizationFailure\n<?xml version="1.0" encoding="utf-8"?><Error><Code>AuthorizationFailure</Code><Message>This request is not authorized to perform this operation.\nRequestId:b85cbaed-501a-005a-60ce-4d0326000000',
    subject: 'job',
    reported: ['storageNetwork'],
  },
  {
    source: 'https://github.com/Azure/azure-cli-extensions/issues/8706',
    message:
      'Failed to access storage.  Service request failed.  Status: 403 (This request is not authorized to perform this operation)',
    subject: 'job',
    reported: ['storageNetwork'],
  },
  {
    source: 'https://github.com/Azure/sap-automation/issues/245',
    message:
      'keyvault.BaseClient#GetSecret: Failure responding to request: StatusCode=403 -- Original Error: autorest/azure: Service returned an error. Status=403 Code="Forbidden" Message="Client address is not authorized and caller is not a trusted service.\\r\\nClient address: 20.111.13.60\\r\\nVault: KV-ML;location=westeurope" InnerError={"code":"ForbiddenByFirewall"}',
    subject: 'job',
    reported: ['vault'],
  },
  {
    source: 'https://learn.microsoft.com/azure/key-vault/general/rest-error-codes',
    message:
      '(Forbidden) Public network access is disabled and request is not from a trusted service nor via an approved private link.\nInner error: { "code": "ForbiddenByConnection" }',
    subject: 'job',
    reported: ['vault'],
  },
];

const images: readonly PastedError[] = [
  {
    source: 'https://github.com/Azure/terraform-azurerm-avm-res-machinelearningservices-workspace/pull/45',
    message:
      'Container registry\nCode: ImageBuildComputeNotValid\nMessage: If Container Registry is behind the virtual network, Container Registry cannot build your image. Set the imageBuildCompute property to build your image. See https://docs.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet#enable-azure-container-registry-acr',
    subject: 'image-build',
    reported: ['imageBuild'],
  },
  {
    source: 'https://github.com/MicrosoftDocs/azure-docs/issues/70718',
    message:
      '{ "error": { "code": "UserError", "message": "Unable to get image details : Unable to resolve Container Registry: amlsacrdev.azurecr.io. If private link is enabled in workspace, please verify ACR is part of private link and retry operation." } }',
    subject: 'image-build',
    reported: ['names'],
  },
  {
    source: 'https://github.com/Azure/acr/issues/662',
    message: `Logging in to registry: 181osz.azurecr.io
failed to login, ran out of retries: failed to set docker credentials: Error response from daemon: Get "https://181osz.azurecr.io/v2/": denied: client with IP '20.49.1.2' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.`,
    subject: 'image-build',
    reported: ['registryAccess'],
  },
  {
    source: 'https://github.com/Azure/acr/issues/603',
    message:
      "denied: client with IP '<my public IP>' is not allowed access. Refer https://aka.ms/acr/firewall to grant access",
    subject: 'image-build',
    reported: ['registryAccess'],
  },
  {
    source: 'https://github.com/Azure/azure-cli/issues/8798',
    message:
      "Unable to get AAD authorization tokens with message: Registry 'crml.azurecr.io' did not issue a challenge.\nError: requested access to the resource is denied. Correlation ID: d1de6b02-8fba-45c9-88ee-7692ce3d7639.",
    subject: 'image-build',
    reported: ['registryAccess'],
  },
  {
    source: 'https://github.com/Azure/MachineLearningNotebooks/issues/1733',
    message: `AzureMLCompute job failed.
FailedPullingImage: Unable to pull docker image
	imageName: crml.azurecr.io/custom:v1
	error: Run docker command to pull public image failed with error: Error response from daemon: Head "https://crml.azurecr.io/v2/custom/manifests/v1": unauthorized: authentication required, visit https://aka.ms/acr/authorization for more information.
	Info: Failed to setup runtime for job execution: Job environment preparation failed on 10.235.22.6`,
    subject: 'job',
    reported: ['registryRole'],
  },
  {
    source: 'https://github.com/solliancenet/tech-immersion-data-ai/issues/40',
    message: `Error: AzureMLCompute job failed.
AcrRefreshTokenRetrievalError: Unable to retrieve ACR refresh token using Compute Identity a91a298d, please check if compute identity has access to ACR.
	Reason: Retrieving ACR refresh token using identity failed
	err: Run docker command to pull private image failed with error: error response from daemon: get https://crml.azurecr.iocrml.azurecr.io/v2/: dial tcp: lookup crml.azurecr.iocrml.azurecr.io on 168.63.129.16:53: no such host`,
    subject: 'job',
    reported: ['names', 'registryRole'],
  },
  {
    source: 'https://github.com/Azure/MachineLearningNotebooks/issues/1482',
    message: `2021-05-22T15:12:41Z Running Docker Command attempt 7 failed with client timeout err: exit status 1,Error response from daemon: Get https://mcr.microsoft.com/v2/: net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)
2021-05-22T15:13:11Z Job environment preparation failed on 10.8.96.89. Output:`,
    subject: 'job',
    reported: ['outbound-mcr-443', 'outbound-frontdoor-firstparty-443'],
  },
  {
    source: 'https://github.com/microsoft/containerregistry/issues/139',
    message:
      'Step 1/4 : FROM mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu20.04\nGet "https://mcr.microsoft.com/v2/": dial tcp 204.79.197.219:443: i/o timeout',
    subject: 'image-build',
    reported: ['outbound-mcr-443', 'outbound-frontdoor-firstparty-443'],
  },
  {
    source: 'https://github.com/Azure/acr/issues/594',
    message:
      '[2021-12-29T14:41:37Z] Validating image pull permission: FAILED\nACR crml.azurecr.io rejected token exchange: failed to send token exchange request: Post https://crml.azurecr.io/oauth2/exchange: dial tcp 10.201.3.5:443: i/o timeout',
    subject: 'job',
    reported: ['outbound-acr-443'],
  },
  {
    source: 'https://github.com/microsoft/nlp-recipes/issues/410',
    message:
      "Pip subprocess error:\n  WARNING: Retrying (Retry(total=4, connect=None, read=None, redirect=None, status=None)) after connection broken by 'ReadTimeoutError(\"HTTPSConnectionPool(host='files.pythonhosted.org', port=443): Read timed out. (read timeout=15)\",)': /packages/f4/d5/azureml_dataprep-1.1.8-py3-none-any.whl",
    subject: 'job',
    reported: ['outbound-python-packages'],
  },
  {
    source: 'https://github.com/conda/conda/issues/6007',
    message:
      'CondaHTTPError: HTTP 000 CONNECTION FAILED for url <https://repo.anaconda.com/pkgs/main/linux-64/repodata.json>\nElapsed: -',
    subject: 'job',
    reported: ['outbound-python-packages'],
  },
  {
    source: 'https://github.com/Azure/MachineLearningNotebooks/issues/1227',
    message:
      '{ "code": "InternalServerError", "statusCode": 500, "message": "An internal server error occurred.", "details": [ { "code": "EnvironmentDetailsFetchFailedUserError", "message": "Failed to fetch details for Environment with Name: myenv Version: Autosave_2020 Reason: InternalServerError." } ] }',
    subject: 'image-build',
    reported: [],
    open: ['imageBuild', 'imagePull', 'outbound-python-packages'],
  },
  {
    source: 'https://github.com/Azure/azure-sdk-for-python/issues/39535',
    message:
      'azure.core.exceptions.HttpResponseError: (UserError) Image build failed. Build log: https://weumanaged209.blob.core.windows.net/8531/logs/cba3/rawtext.log\nCode: UserError',
    subject: 'image-build',
    reported: [],
    open: ['imageBuild', 'imagePull', 'outbound-python-packages'],
  },
];

const clients: readonly PastedError[] = [
  {
    source: 'https://github.com/Azure/azure-cli-extensions/issues/6294',
    message:
      'Code: UserError\nMessage: User is not authorized to access provided resources due to none of the workspaces/registries are accessible from outside of the designated private link..',
    subject: null,
    reported: ['client'],
  },
  {
    source: 'https://github.com/microsoft/vscode-tools-for-ai/issues/2486',
    message: `Could not fetch remote environment.
Failed to connect to the remote extension host server (Error: WebSocket close with status code 1006).
Action: Resolver.resolve
Error Message: Cannot read properties of undefined (reading 'statusCode')`,
    subject: 'job',
    reported: ['editor'],
  },
  {
    source: 'https://github.com/microsoft/vscode-tools-for-ai/issues/2646',
    message:
      'Action: Resolver.resolve\nError type: 335\nError Message: Cannot connect to Jupyter Lab Terminal. Please try again.\n\nVersion: 1.4.5\nOS: win32\nUTC time: Thu, 19 Mar 2026 13:26:49 GMT',
    subject: 'job',
    reported: [],
    open: ['editor'],
  },
  {
    source: 'https://github.com/microsoft/vscode-tools-for-ai/issues/2402',
    message: 'Error: getaddrinfo ENOTFOUND ci-anna.westeurope.instances.azureml.ms',
    subject: 'job',
    reported: ['names'],
  },
  {
    source: 'https://github.com/MicrosoftDocs/azure-docs/issues/87505',
    message:
      'This site can’t be reached. Check if there is a typo in ci-anna.westeurope.instances.azureml.ms. DNS_PROBE_FINISHED_NXDOMAIN',
    subject: 'job',
    reported: ['names'],
  },
  {
    source: 'https://github.com/Azure/MachineLearningNotebooks/issues/958',
    message: urllib3('westeurope.experiments.azureml.net', '[Errno -2] Name or service not known'),
    subject: 'job',
    reported: ['names'],
  },
  {
    source: 'https://github.com/Azure/MachineLearningNotebooks/issues/958',
    message: urllib3(
      'westeurope.api.azureml.ms',
      '[WinError 10060] A connection attempt failed because the connected party did not properly respond after a period of time',
    ),
    subject: 'job',
    reported: ['outbound-aml-443'],
  },
  {
    source: 'https://github.com/Azure/azureml-sdk-for-r/issues/210',
    message:
      "SSLError: HTTPSConnectionPool(host='centralus.experiments.azureml.net', port=443): Max retries exceeded with url: /discovery (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self signed certificate in certificate chain (_ssl.c:1076)')))",
    subject: 'job',
    reported: ['certificate'],
  },
  {
    source: 'https://github.com/Azure/azure-cli/issues/12911',
    message:
      "ClientRequestError: Error occurred in request., SSLError: HTTPSConnectionPool(host='management.azure.com', port=443): Max retries exceeded (Caused by SSLError(SSLError(\"bad handshake: Error([('SSL routines', 'tls_process_server_certificate', 'certificate verify failed')])\")))",
    subject: 'job',
    reported: ['certificate'],
  },
];

export const pastedErrors: readonly PastedError[] = [
  ...creations,
  ...nodes,
  ...mounts,
  ...storage,
  ...images,
  ...clients,
];
