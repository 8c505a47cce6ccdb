/** What the terminal says. */
export const terminal = {
  'terminal.help': `aml-secure-compute check FILE… [options]

Says what Azure Machine Learning computes can reach from a subnet. FILE is JSON as Azure prints it: one resource, a list of them, or a page of a list (az network vnet show, az network nsg show, az graph query …).

  --subnet NAME             the subnet to check; name, network/name or id (again for more)
  --compute KIND            cluster or instance
  --public-ip yes|no        whether its machines have a public IP
  --workspace public|private  private: a private endpoint stands for the workspace
  --region LOCATION         where the network is, if no file says so
  --cloud NAME              public, usgov or china
  --profile NAME            current or 2020-12
  --service-tags FILE       Microsoft’s published file or what az network list-service-tags prints, instead of the list that ships with the program
  --format text|json
  --fail-on SEVERITY        error (as is), warning or info: the least that ends with 1
  --allow-unknown           what cannot be decided does not end with 1

What is not said comes from the files; what they do not say either is assumed and printed.
Ends with 0 where nothing is found, 1 with findings, 2 where the command line is wrong, 3 where a file cannot be read.`,
  'terminal.noCommand': '{command} is not a command: check is. See --help.',
  'terminal.usage': '{what} See --help.',
  'terminal.notAWord': '{option} {value}: one of {words} is meant. See --help.',
  'terminal.noFile': 'No file is named: aml-secure-compute check FILE…',
  'terminal.cannotRead': '{file} cannot be read ({code}).',
  'terminal.notUtf8': '{file} is not UTF-8 text.',
  'terminal.notJson': '{file}:{line}:{column} is not JSON ({what}).',
  'terminal.tooDeep': '{file} nests deeper than {n} levels.',
  'terminal.noResource': '{file} holds no Azure resource: what has an id and a type is one.',
  'terminal.template': '{file} is an ARM template; only resources as Azure prints them can be read yet.',
  'terminal.noTags': '{file} holds no service tags.',
  'terminal.otherCloud': '{file} holds the service tags of {its}, not of {cloud}. Say --cloud.',
  'terminal.bare':
    '{names} {n:stands|stand} in the files without properties, as az resource list prints them. Export {n:it|them} with az resource show.',
  'terminal.noSubnet': 'The files hold no subnet. Export the network with az network vnet show.',
  'terminal.whichSubnet': 'Say which subnet is meant with --subnet: {names}.',
  'terminal.noSuchSubnet': 'No subnet is called {name}. The files hold {names}.',
  'terminal.notInFiles': '{name} is not in the files.',
  'terminal.noEndpoints': 'No private endpoint is in the files.',
  'terminal.notSaid.publicIp': 'Nobody said whether the machines have a public IP.',
  'terminal.notSaid.workspace': 'No workspace is in the files.',
  'terminal.title': '{subnet}, for a compute that is not there yet',
  'terminal.titleFor': '{subnet}, for {compute}',
  'terminal.ready': 'Ready',
  'terminal.notReady': 'Not ready',
  'terminal.cannotTell': 'Cannot tell yet',
  'terminal.summary': '{word}: {parts}',
  'terminal.toFix': '{n} to fix',
  'terminal.unknown': '{n} unknown',
  'terminal.advised': '{n} advised',
  'terminal.label.toFix': 'to fix',
  'terminal.label.unknown': 'unknown',
  'terminal.label.advised': 'advised',
  'terminal.head': '{label}: {name} [{id}]',
  'terminal.fix': 'Fix: {step}',
  'terminal.fixAll': 'All fixes together, tried on a copy:',
  'terminal.basis': 'The verdicts stand on:',
  'terminal.step.rule': 'new rule {priority} {name} in {group}: {what} from {from} to {to}, port {ports}',
  'terminal.step.route': 'new route {name} in {table}: {destination} to {hop}',
  'terminal.step.create': 'make {type} {name}',
  'terminal.step.attach': 'attach {name} to {to}',
  'terminal.step.set': 'set {property} of {at} to {value}',
  'terminal.step.remove': 'remove {name} from {from}',
  'terminal.step.detach': 'detach {name} from {from}',
  'terminal.step.delete': 'delete {name}',
  'terminal.rest':
    '{met} met, {byDefault} only by default rules, {notes} to ask the network team, {notNeeded} not needed',
  'terminal.assumed': 'Assumed, since neither the files nor the command line say it:',
  'terminal.assumed.cluster': 'A cluster is wanted (--compute).',
  'terminal.assumed.nodes': 'It has {n} nodes at most.',
  'terminal.assumed.publicIp':
    'What computes need only with or only without a public IP is shown as a hint (--public-ip).',
  'terminal.assumed.workspace':
    'The workspace is in the network’s subscription and region, has no managed network and holds no high business impact data.',
  'terminal.assumed.endpoint':
    'What only workspaces with a private endpoint need is shown as a hint (--workspace).',
  'terminal.assumed.alone': 'No other compute may still take addresses of the subnet.',
} as const;
