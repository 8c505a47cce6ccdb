/** Causes without a single requirement. Each has the texts `explain.<id>`, `.means`, and `.do`. */
export type CauseId =
  | 'taken'
  | 'name'
  | 'join'
  | 'tenant'
  | 'write'
  | 'permission'
  | 'policy'
  | 'lock'
  | 'provider'
  | 'disabled'
  | 'addresses'
  | 'quota'
  | 'network'
  | 'capacity'
  | 'rules'
  | 'sharedKey'
  | 'storageNetwork'
  | 'storageRole'
  | 'imageBuild'
  | 'registryAccess'
  | 'registryRole'
  | 'imagePull'
  | 'vault'
  | 'delegated'
  | 'networkPolicies'
  | 'privateEndpoint'
  | 'managed'
  | 'region'
  | 'subnetMissing'
  | 'peers'
  | 'names'
  | 'certificate'
  | 'connection'
  | 'client'
  | 'editor'
  | 'oldTool';

/** Subject of a failure, as far as the message states it. */
export type ErrorSubject = 'creation' | 'node' | 'job' | 'image-build' | 'mount';

/** Known phrases of error messages with their causes. */
interface KnownError {
  readonly id: CauseId;
  /** Whether the message states the cause. Otherwise it's one of several possible causes. */
  readonly isReported: boolean;
  readonly words: RegExp;
  /** IDs of requirements. */
  readonly checks: readonly string[];
  /** Causes that exclude this one if the message states them. */
  readonly unless?: readonly (CauseId | 'flow')[];
}

const storageChecks = [
  'storage-trusted-access',
  'storage-private-endpoint-subresources',
  'storage-service-endpoint-same-subnet',
] as const;

const nameChecks = [
  'dns-dependency-zones',
  'dns-zones-linked',
  'dns-custom-instance-record',
  'dns-custom-server-forwarders',
] as const;

/** A failed build without a reason. */
const buildError = /image ?build (?:has )?failed|EnvironmentDetailsFetchFailed/i;

/** Causes that exclude another reason for a failed download or build if the message states them. */
const ofBuilds = ['imageBuild', 'registryAccess', 'registryRole', 'names', 'certificate', 'flow'] as const;

const imageChecks = ['outbound-mcr-443', 'outbound-frontdoor-firstparty-443', 'outbound-acr-443'] as const;

const editorChecks = ['outbound-vscode-hosts', 'outbound-websocket', 'dns-custom-instance-record'] as const;

/** Causes that exclude another reason for a storage refusal or a mount error if the message states them. */
const ofStorage = ['sharedKey', 'storageNetwork', 'storageRole', 'names'] as const;

/**
 * A storage account that couldn't be mounted. The message mentions ports whatever the cause (ai-studio-in-a-box issue
 * 7).
 */
export const mountError =
  /StorageMountError|(?:AZF|BFS)MountError|(?:failed to|unable to|could not|cannot) mount|mount error\(\d/i;

/**
 * Known errors, the most specific first. Sources: the threads and pages in docs/failures.md and in the requirements.
 */
export const knownErrors: readonly KnownError[] = [
  {
    id: 'sharedKey',
    isReported: true,
    // Storage REST error codes (learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes).
    words: /KeyBasedAuthenticationNotPermitted|Key based authentication is not permitted/i,
    checks: ['storage-shared-key-enabled'],
  },
  {
    id: 'sharedKey',
    isReported: false,
    words: mountError,
    checks: ['storage-shared-key-enabled'],
    unless: ofStorage,
  },
  {
    id: 'storageNetwork',
    isReported: true,
    // A missing role adds "using this permission", and another kind of token adds "using this resource type".
    words:
      /not authorized to perform this operation(?! using)|\bAuthorizationFailure\b|Firewalls (?:&|and) virtual networks/i,
    checks: storageChecks,
  },
  {
    id: 'storageRole',
    isReported: true,
    words: /AuthorizationPermissionMismatch|operation using this permission/i,
    checks: [],
  },
  // Network rules and missing roles both have this result (azureml-previews issue 181, azureml-examples issue 2994).
  {
    id: 'storageNetwork',
    isReported: false,
    words: /StorageAuthError/i,
    checks: storageChecks,
    unless: ofStorage,
  },
  {
    id: 'storageRole',
    isReported: false,
    words: /StorageAuthError|(?:StreamAccess|WriteStreams)\.Authentication/i,
    checks: [],
    unless: ofStorage,
  },
  {
    id: 'storageNetwork',
    isReported: false,
    words: /(?:StreamAccess|WriteStreams)\.Authentication/i,
    checks: storageChecks,
    unless: ofStorage,
  },
  {
    id: 'storageNetwork',
    isReported: false,
    words: mountError,
    checks: [...storageChecks, ...nameChecks],
    unless: ofStorage,
  },
  {
    id: 'imageBuild',
    isReported: true,
    words: /ImageBuildComputeNotValid/i,
    checks: ['image-build-compute', 'acr-premium'],
  },
  {
    id: 'registryAccess',
    isReported: true,
    words: /client with IP .{1,60}? is not allowed access|did not issue a challenge/i,
    checks: ['image-build-compute', 'acr-network-placement', 'acr-trusted-services'],
  },
  {
    id: 'imageBuild',
    isReported: false,
    words: buildError,
    checks: ['image-build-compute', 'acr-premium'],
    unless: ofBuilds,
  },
  {
    id: 'names',
    isReported: true,
    words:
      /unable to resolve|ENOTFOUND|could not (?:be )?resolve|(?:name|node) or service not known|nodename nor servname|name resolution|remote name could not|no such host|no address associated with|NXDOMAIN|server can't find|getaddrinfo failed/i,
    checks: nameChecks,
  },
  {
    id: 'registryRole',
    isReported: true,
    // MachineLearningNotebooks issue 1733, azureml-examples issue 3420.
    words:
      /AcrRefreshTokenRetrievalError|aka\.ms\/acr\/authorization|authentication failed for container registry/i,
    checks: [],
  },
  {
    id: 'certificate',
    isReported: true,
    // azureml-sdk-for-r issue 210: a proxy that terminates TLS.
    words:
      /CERTIFICATE_VERIFY_FAILED|certificate verify failed|self[- ]signed certificate|unable to get (?:local )?issuer|certificate signed by unknown authority/i,
    checks: [],
  },
  {
    id: 'imagePull',
    isReported: false,
    words: /(?:failed to|error|unable to) pull(?:ing)?\b|ImagePullBackOff|FailedPullingImage/i,
    checks: imageChecks,
    unless: ofBuilds,
  },
  {
    id: 'imagePull',
    isReported: false,
    words: buildError,
    checks: imageChecks,
    unless: ofBuilds,
  },
  {
    id: 'provider',
    isReported: true,
    // azure-resource-manager/troubleshooting/error-register-resource-provider; ml-template-azure issue 11.
    words: /MissingSubscriptionRegistration|subscription is not registered to use namespace/i,
    checks: [],
  },
  {
    id: 'disabled',
    isReported: true,
    // cost-management-billing/manage/subscription-disabled.
    words: /ReadOnlyDisabledSubscription|is disabled and therefore marked as read only/i,
    checks: [],
  },
  {
    id: 'vault',
    isReported: true,
    // Error codes of Key Vault (learn.microsoft.com/azure/key-vault/general/rest-error-codes).
    words:
      /ForbiddenByFirewall|ForbiddenByConnection|caller is not a trusted service|not from a trusted service nor/i,
    checks: ['keyvault-network', 'outbound-keyvault-443'],
  },
  {
    id: 'delegated',
    isReported: true,
    words: /has a delegation|is delegated to|delegations of subnet/i,
    checks: ['subnet-no-delegation'],
  },
  {
    id: 'networkPolicies',
    isReported: true,
    words: /Private(?:LinkService|Endpoint)NetworkPolicies/i,
    checks: ['pe-network-policies-workspace'],
  },
  {
    id: 'privateEndpoint',
    isReported: true,
    words: /requires (?:a )?workspace (?:with a )?private endpoint/i,
    checks: ['npip-requires-private-endpoint'],
  },
  {
    id: 'managed',
    isReported: true,
    words:
      /managed (?:virtual )?network isolation mode|compute in a custom virtual network is not supported/i,
    checks: ['managed-vnet-exclusive'],
  },
  {
    id: 'region',
    isReported: true,
    words: /not supported in the compute region|must be in the (?:same )?region|the compute is in region/i,
    checks: ['vnet-same-region-instance', 'vnet-same-region-cluster'],
  },
  {
    id: 'capacity',
    isReported: true,
    // azure-resource-manager/troubleshooting/error-sku-not-available; virtual-machines/allocation-failure.
    words: /SkuNotAvailable|do not have sufficient [\w ]{0,80}capacity/i,
    checks: [],
  },
  {
    id: 'subnetMissing',
    isReported: true,
    // azure-cli issues 8569 and 19761, ga4gh-tes issue 80: names that are looked up in another resource group.
    words:
      /\/(?:virtualNetworks|subnets)\/[\w.-]{1,80} (?:referenced by resource [^\s'"]{1,400} )?(?:was )?not found|specified (?:VNet|subnet [^\s'"]{1,400}) does not exist|(?:virtualNetworks|subnets)\/[\w.-]{1,80} does not exist/i,
    checks: [],
  },
  {
    id: 'peers',
    isReported: true,
    words: /sendlogstoartifacts|:16384\b/i,
    checks: ['inbound-intra-subnet'],
  },
  {
    id: 'peers',
    isReported: false,
    // NCCL (ncclRemoteError, socket.h), Gloo, torch.distributed, and Open MPI, if a process can't reach another. The
    // other process may also have ended.
    words:
      /NCCL WARN (?:[a-z]{1,40}: )?Connect to|gloo\/transport\/tcp|client socket has timed out after .{1,40} connect to \(|ORTE was unable to reliably start/i,
    checks: ['inbound-intra-subnet'],
  },
  {
    id: 'client',
    isReported: true,
    words: /outside of the designated private link/i,
    checks: [],
  },
  {
    id: 'editor',
    isReported: true,
    words: /websocket (?:server|close)|open websocket|non-101 status code|remote extension host server/i,
    checks: editorChecks,
  },
  // Jupyter may also just hang (vscode-tools-for-ai issue 2646).
  {
    id: 'editor',
    isReported: false,
    words: /cannot connect to Jupyter/i,
    checks: editorChecks,
  },
  {
    id: 'oldTool',
    isReported: true,
    // azure-cli-extensions issue 3593, azure-sdk-for-python issue 28496, terraform-provider-azurerm issues 25901 and 27506.
    words:
      /Unknown compute type: AmlCompute|got an unexpected keyword argument|subnet_resource_id\W{1,3}must be set if \W?node_public_ip_enabled\W{1,3}is set to \W?false\b\W?(?! or )/i,
    checks: [],
  },
];

/** Phrases for a connection without a response, or a refused connection. */
export const connectionError =
  /timed? ?out|refused|unreachable|reset by peer|ECONNRESET|ETIMEDOUT|new connection|max retries|connection ?(?:error|failed)|SSLError|(?:could not|failed to|unable to|cannot) (?:connect|reach|download|fetch)/i;

/** Phrases for a missing answer, without those for an unresolved name or an invalid certificate. */
export const unansweredError =
  /timed? ?out|refused|unreachable|reset by peer|ECONNRESET|ETIMEDOUT|WinError 1006\d/i;

/** Phrases for a node that didn't start, in messages without a code. */
export const nodeError = /nodes could not be allocated|\bunusable\b|start task failed/i;
