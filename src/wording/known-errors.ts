/** Causes that are no single requirement's; each has its texts `explain.<id>`, `.means`, and `.do`. */
export type CauseId =
  | 'taken'
  | 'name'
  | 'join'
  | 'write'
  | 'permission'
  | 'policy'
  | 'lock'
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
  | 'imagePull'
  | 'vault'
  | 'delegated'
  | 'networkPolicies'
  | 'privateEndpoint'
  | 'managed'
  | 'region'
  | 'peers'
  | 'names'
  | 'client'
  | 'editor';

/** What failed, as far as the message tells. */
export type ErrorSubject = 'creation' | 'node' | 'job' | 'image-build' | 'mount';

/** Words that are known from error messages, and what stands behind them. */
interface KnownError {
  readonly id: CauseId;
  /** The message states the cause; where not, it's one of several. */
  readonly isTold: boolean;
  readonly words: RegExp;
  /** IDs of requirements. */
  readonly checks: readonly string[];
}

const storageChecks = [
  'storage-trusted-access',
  'storage-private-endpoint-subresources',
  'storage-service-endpoint-same-subnet',
] as const;

const nameChecks = ['dns-dependency-zones', 'dns-zones-linked', 'dns-custom-server-forwarders'] as const;

/** A storage account that isn't mounted; the message asks for ports whatever the cause (ai-studio-in-a-box issue 7). */
export const mountError = /StorageMountError|AZFMountError|failed to mount|mount error\(\d/i;

/** Most specific first. Sources: the threads and pages that docs/failures.md and the requirements name. */
export const knownErrors: readonly KnownError[] = [
  {
    id: 'sharedKey',
    isTold: true,
    // Storage REST error codes (learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes).
    words: /KeyBasedAuthenticationNotPermitted|Key based authentication is not permitted/i,
    checks: ['storage-shared-key-enabled'],
  },
  { id: 'sharedKey', isTold: false, words: mountError, checks: ['storage-shared-key-enabled'] },
  {
    id: 'storageNetwork',
    isTold: true,
    words: /StorageAuthError|not authorized to perform this operation\.|StreamAccess\.Authentication/i,
    checks: storageChecks,
  },
  {
    id: 'storageRole',
    isTold: true,
    words: /AuthorizationPermissionMismatch|operation using this permission/i,
    checks: [],
  },
  { id: 'storageNetwork', isTold: false, words: mountError, checks: [...storageChecks, ...nameChecks] },
  {
    id: 'imageBuild',
    isTold: true,
    words: /ImageBuildComputeNotValid/i,
    checks: ['image-build-compute', 'acr-premium'],
  },
  {
    id: 'registryAccess',
    isTold: true,
    words: /client with IP \S{1,50} is not allowed access/i,
    checks: ['image-build-compute', 'acr-network-placement', 'acr-trusted-services'],
  },
  {
    id: 'names',
    isTold: true,
    words:
      /unable to resolve|ENOTFOUND|could not resolve host|name or service not known|name resolution|no such host|getaddrinfo failed/i,
    checks: nameChecks,
  },
  {
    id: 'imagePull',
    isTold: true,
    words: /(?:failed to|error|unable to) pull(?:ing)?\b|ImagePullBackOff|failed to pull/i,
    checks: ['outbound-mcr-443', 'outbound-frontdoor-firstparty-443', 'outbound-acr-443'],
  },
  {
    id: 'vault',
    isTold: true,
    // Error codes of Key Vault (learn.microsoft.com/azure/key-vault/general/rest-error-codes).
    words: /ForbiddenByFirewall|ForbiddenByConnection|caller is not a trusted service/i,
    checks: ['keyvault-network', 'outbound-keyvault-443'],
  },
  {
    id: 'delegated',
    isTold: true,
    words: /has a delegation|is delegated to|delegations of subnet/i,
    checks: ['subnet-no-delegation'],
  },
  {
    id: 'networkPolicies',
    isTold: true,
    words: /Private(?:LinkService|Endpoint)NetworkPolicies/i,
    checks: ['pe-network-policies-workspace'],
  },
  {
    id: 'privateEndpoint',
    isTold: true,
    words: /requires (?:a )?workspace (?:with a )?private endpoint/i,
    checks: ['npip-requires-private-endpoint'],
  },
  {
    id: 'managed',
    isTold: true,
    words:
      /managed (?:virtual )?network isolation mode|compute in a custom virtual network is not supported/i,
    checks: ['managed-vnet-exclusive'],
  },
  {
    id: 'region',
    isTold: true,
    words: /not supported in the compute region|must be in the (?:same )?region|the compute is in region/i,
    checks: ['vnet-same-region-instance', 'vnet-same-region-cluster'],
  },
  {
    id: 'peers',
    isTold: true,
    words: /sendlogstoartifacts|:16384\b/i,
    checks: ['inbound-intra-subnet'],
  },
  {
    id: 'client',
    isTold: true,
    words: /outside of the designated private link/i,
    checks: [],
  },
  {
    id: 'editor',
    isTold: true,
    words: /websocket server|non-101 status code/i,
    checks: ['outbound-vscode-hosts', 'outbound-websocket'],
  },
];

/** Words of a connection that nobody answered, or that was refused. */
export const connectionError =
  /timed? ?out|refused|unreachable|reset by peer|ECONNRESET|ETIMEDOUT|new connection|max retries|connection ?error|SSLError|(?:could not|failed to|unable to|cannot) (?:connect|reach|download|fetch)/i;

/** A node that didn't come up, in words where the code is missing. */
export const nodeError = /nodes could not be allocated|\bunusable\b|start task failed/i;
