// Texts of docs/checks that aren't messages of the product, in English.
import { englishSettings } from './settings-en.mjs';

/** @param {readonly string[]} all @param {string} word */
const listed = (all, word) =>
  new Intl.ListFormat('en', { type: word === 'or' ? 'disjunction' : 'conjunction' }).format(all);

export const englishPageWords = {
  settings: englishSettings,
  listed,
  colon: ':',
  reason: 'Reason',
  /** Names of the placeholders in a command. @param {string} command */
  placeholders: (command) => command,
  heads: {
    when: 'Reports when',
    impact: 'Impact',
    fails: 'Fails',
    passes: 'Passes',
    fix: 'Fix',
    suppress: 'When to suppress',
    limits: 'Limitations',
    related: 'Related',
    sources: 'Sources',
  },
  facts: {
    severity: 'Severity',
    appliesTo: 'Applies to',
    status: 'Status',
    older: 'December 2020',
    attached: 'Attached compute',
    effect: 'Effect',
    quickFix: 'Quick fix',
  },
  severity: { error: 'Error', warning: 'Warning', info: 'Info' },
  /** @type {Readonly<Record<string, string>>} */
  kinds: {
    cluster: 'compute cluster',
    instance: 'compute instance',
    databricks: 'attached Databricks',
    'virtual-machine': 'attached virtual machine',
    hdinsight: 'attached HDInsight',
    serverless: 'serverless compute in your subnet',
  },
  /** @type {Readonly<Record<string, string>>} */
  findingOf: {
    'security-group': 'Each rule of an NSG',
    'route-table': 'Each route of a route table',
    both: 'Each rule of an NSG, each route of a route table',
    compute: 'Each compute resource of a file',
    role: 'Each role definition of a file',
    network: 'Each checked network and subnet of a file',
  },
  publicIp: { with: 'with a public IP', without: 'without a public IP' },
  privateLink: 'in a workspace with a private endpoint',
  /** @param {readonly string[]} clouds */
  clouds: (clouds) => `in ${listed(clouds, 'and')}`,
  /** @type {Readonly<Record<string, string>>} */
  cloudNames: { public: 'Azure', usgov: 'Azure Government', china: 'Azure in China' },
  managed: 'also in a managed virtual network',
  noNetwork: 'also outside your networks',
  /** @param {string} type */
  clusterType: (type) => `of type ${type}`,
  /** @type {Readonly<Record<string, string>>} */
  level: {
    required: 'Required',
    recommended: 'Recommended',
    optional: 'Optional',
    forbidden: 'Not allowed',
    situational: 'Depends on the situation',
  },
  /** @type {Readonly<Record<string, string>>} */
  basis: {
    documented: 'documented',
    derived: 'derived from documentation',
    observed: 'reported by users, undocumented',
  },
  /** @param {string} from @param {string | null} until */
  dates: (from, until) => (until === null ? `since ${from}` : `from ${from} to ${until}`),
  same: 'Same',
  only: 'Only this profile',
  notThen: 'Not required',
  effect: {
    refused: 'Azure refuses the creation',
    fails: 'Fails at run time',
    documented: 'Documented, not seen enforced',
  },
  columns: ['Direction', 'Protocol', 'Ports', 'Other side', 'Protocol in a rule'],
  directions: { Inbound: 'Inbound', Outbound: 'Outbound' },
  any: 'any',
  anyProtocol: 'Any',
  /** @param {string} what `Outbound`, `Inbound` @param {string} subject */
  stopped: (what, subject) =>
    `An NSG rule, a route, or a firewall on the path blocks ${what === 'Inbound' ? 'inbound' : 'outbound'} ${subject}.`,
  stoppedOne: 'An NSG rule, a route, or a firewall on the path blocks at least one of these flows.',
  /** @param {string} ports @param {string} remote @param {string} direction */
  subject: (ports, remote, direction) => `${ports} ${direction === 'Inbound' ? 'from' : 'to'} ${remote}`,
  /** @param {string} ports @param {string} protocol */
  ports: (ports, protocol) =>
    ports === ''
      ? protocol === 'Any'
        ? 'traffic'
        : `${protocol} traffic`
      : protocol === 'Any'
        ? `port ${ports}`
        : `${protocol} ${ports}`,
  ownSubnet: 'the subnet itself',
  ownNetwork: 'the virtual network and its peers',
  targetSubnets: 'both subnets of Databricks',
  /** @param {string} groups */
  endpoints: (groups) => `private endpoints (${groups})`,
  regions: {
    'subnet+workspace': 'in the regions of subnet and workspace',
    storage: 'in the regions of subnet, workspace, and storage accounts',
    registry: 'in the registry’s region',
    'registry-layers': 'in the registry’s region, without dedicated data endpoints',
    'key-vault': 'in the key vault’s region',
    hdinsight: 'in each region that serves the subnet’s',
  },
  notes: {
    byName:
      'Outbound TCP 443 to the internet is blocked, or an Azure Firewall on the path doesn’t allow the host names under *Fix*.',
    unlessInternet:
      'The internet as a whole isn’t reachable on TCP 443, so you confirm the host names with your network team.',
    always:
      'Always, for the compute under *Applies to*: a network model doesn’t contain the answer, so you confirm it.',
  },
  error: 'Azure’s error:',
  errorCode: 'Azure’s error code:',
  profile2020: '[Checked with the profile of December 2020](about.md#profiles)',
  without: '[Without the declaration of the other example](about.md#examples)',
  /** @param {string} group */
  seenIn: (group) => `[Files don’t show this; Readiness does, under *${group}*](about.md#not-in-files)`,
  confirmed: '[Listed until you confirm it](about.md#confirm)',
  seenPassing: '[Shown as passed in Readiness](about.md#not-in-files)',
  ways: { bicep: 'Bicep or Terraform', cli: 'Azure CLI', portal: 'Portal', hosts: 'Firewall host names' },
  asInPasses: 'the change under [Passes](#passes)',
  /** @type {Readonly<Record<string, string>>} */
  portal: {
    delegation: 'Virtual networks > *network* > Subnets > *subnet* > Subnet delegation',
    endpointPolicies:
      'Virtual networks > *network* > Subnets > *subnet* > Network policy for private endpoints',
    peerings: 'Virtual networks > *network* > Peerings > Add',
    addressSpace: 'Virtual networks > *network* > Address space',
    subnets: 'Virtual networks > *network* > Subnets',
    subscription: 'Subscriptions > *subscription* > Overview',
    region: 'Virtual networks > *network* > Overview > Location',
    compute: 'Azure Machine Learning studio > Compute',
    managed: 'Azure Machine Learning > *workspace* > Networking > Workspace managed outbound access',
    workspaceEndpoints: 'Azure Machine Learning > *workspace* > Networking > Private endpoint connections',
    workspaceAccess: 'Azure Machine Learning > *workspace* > Networking > Public access',
    networkRoles: 'Virtual networks > *network* > Access control (IAM)',
    workspaceRoles: 'Azure Machine Learning > *workspace* > Access control (IAM)',
    locks: 'Resource groups > *group* > Locks',
    policy: 'Policy > Assignments > *assignment* > Create exemption',
    quota: 'Quotas > Networking',
    coreQuota: 'Quotas > Machine Learning',
    natGateway: 'NAT gateways > *gateway* > Outbound IP and Subnets',
    effectiveRoutes: 'Network interfaces > *interface* > Effective routes',
    ipForwarding: 'Network interfaces > *interface* > IP configurations > Enable IP forwarding',
    dnsServers: 'Virtual networks > *network* > DNS servers',
    dnsZones: 'Private DNS zones > *zone* > Virtual network links',
    storageNetworking: 'Storage accounts > *account* > Networking',
    storageConfiguration: 'Storage accounts > *account* > Configuration > Allow storage account key access',
    perimeter: 'Network security perimeters > *perimeter* > Resources',
    vault: 'Key vaults > *vault* > Networking',
    registry: 'Container registries > *registry* > Networking',
    imageBuild: 'Azure Machine Learning > *workspace* > Properties > Image build compute',
    monitor: 'Azure Monitor Private Link Scopes > *scope* > Access modes',
    machine: 'Virtual machines > *machine* > Networking',
    hdinsight: 'HDInsight clusters > *cluster* > Overview',
    databricks: 'Azure Databricks > *workspace* > Networking',
    browser: 'the settings of the browser, not the portal',
    firewallRules: 'Firewall Policies > *policy* > Rule collections',
    firewall: 'Firewall Policies > *policy* > Application rules',
    inboundRules: 'Network security groups > *NSG* > Inbound security rules',
    outboundRules: 'Network security groups > *NSG* > Outbound security rules',
    routes: 'Route tables > *table* > Routes',
  },
  /** @type {Readonly<Record<string, string>>} */
  changes: {
    rule: 'Adds an NSG rule, or a route',
    route: 'Adds a route',
    remove: 'Removes the rule or route',
    value: 'Corrects the value',
    outboundAccess: 'Adds a NAT gateway',
    subnet: 'Changes the subnet',
    endpoint: 'Adds a private endpoint, or a peering',
    dns: 'Adds zones, links, or records',
    service: 'Changes the service’s settings',
    file: 'Changes the file',
  },
  /** @type {Readonly<Record<string, string>>} */
  noFix: {
    choice: 'None: you choose the place or name',
    existing: 'None: the resource already exists',
    rights: 'None: the subscription’s owner decides',
    intent: 'None: the intent isn’t known',
    service: 'None: the service’s owner decides',
    servers: 'None: DNS servers aren’t in Azure',
    each: 'None here: each rule has its own check',
    plan: 'None: Readiness has an action for it',
    confirm: 'None: you confirm it first',
  },
  /** @type {Readonly<Record<string, string>>} */
  noFixMeaning: {
    choice:
      'Where compute is created and how it’s named is a choice of the plan. A network isn’t rebuilt for one compute resource.',
    existing:
      'The attached resource belongs to its owner. Most of these settings can’t be changed after creation.',
    rights: 'Roles, locks, policies, and quotas belong to the owner of the subscription.',
    intent: 'The purpose of the rule, route, or value isn’t known, so several changes are possible.',
    service: 'The owner of a service decides how far it’s closed.',
    servers: 'Your DNS servers are configured outside of Azure.',
    each: 'Each wrong rule is reported by its own check, which may have a fix.',
    plan: 'The Readiness pane has an action that starts the change.',
    confirm: 'Nothing shows whether there is something to fix.',
  },
  all: 'All checks',
  suppress: {
    /** @param {string} subject */
    flow: (subject) => `A device that this check can’t read allows ${subject}.`,
    file: '[You confirmed that the deployed resources differ from the file](about.md#suppress)',
    finding: '[The rule, route, or value is intended](about.md#suppress)',
    none: '[Nothing to suppress: files don’t report it](about.md#not-in-files)',
  },
  /** @type {Readonly<Record<string, string>>} */
  limits: {
    flows: '[Limits of flow checks](about.md#flows)',
    setting: '[Limits of setting checks](about.md#settings)',
    services: '[Limits of service and DNS checks](about.md#services-and-dns)',
    azure: '[Limits of permission and quota checks](about.md#permissions-and-quota)',
    names: '[Limits of host name checks](about.md#host-names)',
    note: '[Limits of what you confirm](about.md#confirm)',
    finding: '[Limits of file values](about.md#settings)',
  },
  undated: 'undated',
  /** @param {string} date */
  dated: (date) => `of ${date}`,
  /** @param {string} date */
  read: (date) => `read ${date}`,
  contradictions: 'Contradictions:',
  noContradictions: 'none known',
  index: {
    title: 'Checks by ID, severity, and fix',
    intro:
      'Each page shows when a check reports, what happens, and how to fix it. [How to read these pages](about.md)',
    byId: 'By ID',
    bySeverity: 'By severity',
    byFix: 'By fix',
    columns: ['ID', 'Name', 'Severity', 'Quick fix'],
  },
  about: [
    '# How to read the pages of checks',
    '[All checks](README.md)',
    '## Severity',
    'The severity on a page is the highest one. An *error* is a requirement without which Azure refuses compute, or compute doesn’t work. A *warning* is likely to cause problems. *Info* is worth knowing. The setting `amlSecureCompute.files.severity` changes it per check.',
    '## Profiles',
    'Current requirements are the default. The profile of December 2020 has the requirements of that time, for older environments. The setting `amlSecureCompute.files.profile`, or the option `--profile` of the terminal, selects it.',
    '## Quick fixes',
    'A quick fix is tested on a copy of the network first. It’s offered only if the problem is gone and no other result gets worse. Everything that it changes is shown before. Fixes that cost money, or that stop traffic of another subnet, open a preview. Private endpoints are created in Azure, or added to the code of a plan. In your own files, write them by hand.',
    '## No quick fix',
    '{noFix}',
    '## Examples',
    'Each example is a complete file, once in Bicep and once in Terraform with the providers `azurerm` 5.x and `azapi`. The first part of the page shows what makes the check report, the second what makes it pass. Only the declarations that differ are printed. A comment such as `// aml-secure-compute: cluster public-ip` states which compute uses the subnet.',
    '## Not in files',
    'Some checks need data that files don’t contain: your permissions, quota, addresses in use, attached resources, or answers of your network team. The wizard reads what Azure has, and the Readiness pane shows the result for the selected workspace and subnet.',
    '## Suppress',
    'Suppress a check if you know that the result doesn’t apply: the deployed resources differ from the file, or the rule is intended. Write the comment before the line that is reported. A comment can list several IDs. Before a rule or route, it also suppresses what that rule or route decides. In JSON, use `"metadata": { "aml-secure-compute": { "ignore": ["ID"] } }`. The report of the terminal lists each suppressed check.',
    '## Flows',
    'Appliances and firewalls on the path that you can’t read have their own rules. The NSG that Azure ML creates for a network interface isn’t in files. Security admin rules of Azure Virtual Network Manager may take precedence. Proxies and TLS inspection aren’t part of a network model. Service tags are as current as the list in use, and each result shows the list’s date.',
    '## Settings',
    'Only what Azure Resource Manager returns, or what a file contains, is checked. A value that is known only at deployment is unknown. What you can’t read is unknown too, and never passed.',
    '## Services and DNS',
    'The answers that a DNS server really gives aren’t tested. Private endpoints and DNS zones in subscriptions that you can’t read are unknown where they matter. Services are read for the selected subnet, not for the rows of a list.',
    '## Permissions and quota',
    'Only Azure has this data, so it’s read for the selected place. Deny assignments, eligible roles that aren’t active, and later changes aren’t included. What you can’t read is unknown.',
    '## Host names',
    'Only a readable Azure Firewall on the path decides by host name. Other firewalls and proxies, and network rules by address or service tag, are for you to confirm. Until then, the result doesn’t count against a subnet.',
    '## Confirm',
    'A network model doesn’t contain host names behind a firewall, browsers, proxies, or data. Confirm these with your network team. They never count against a subnet.',
  ],
};
