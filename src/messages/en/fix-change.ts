/** Texts of what a fix changes: resources, ways, notes, limits, and taking it back. */
export const fixChangeMessages = {
  'preview.adds': 'Adds {parts} to {names}.',
  'preview.makes': 'Creates {names}.',
  'preview.triedOne': 'Tested on a copy: it passes, and no other result gets worse.',
  'preview.tried': 'Tested on a copy: all {n} pass, and no other result gets worse.',
  'preview.staysOpen': 'not fixed',
  'preview.staysUnknown': 'stays unknown',
  'preview.byGateway': 'NAT gateway {name}',
  'preview.newSetting': 'changed setting',
  'preview.opensWayOut': 'Adds outbound access to the internet. NSG rules still apply.',
  'preview.closesOut': 'Denies other outbound internet traffic',
  'preview.closesIn': 'Denies other inbound internet traffic',
  'preview.faults': 'A name or priority isn’t valid. Change it first.',
  'preview.resourcesTitle': 'Resources and settings, {when}',
  'preview.columnResource': 'Resource',
  'preview.columnType': 'Type',
  'preview.columnSetting': 'Setting',
  'preview.type.securityGroup': 'Network security group',
  'preview.type.routeTable': 'Route table',
  'preview.type.natGateway': 'NAT gateway',
  'preview.type.publicIpAddress': 'Public IP address',
  'preview.type.subnet': 'Subnet',
  'preview.type.storage': 'Storage account',
  'preview.type.keyVault': 'Key vault',
  'preview.type.registry': 'Container registry',
  'preview.type.zoneLink': 'Virtual network link',
  'preview.type.workspace': 'Workspace',
  'preview.setting': '{type}: {name}',
  'preview.delegation': 'Delegated to: {services}',
  'preview.none': 'none',
  'preview.static': 'static',

  'way.route': '{n:A service-tag route|Service-tag routes}',
  'way.route.line':
    'Sends {tags} directly to the internet, at no cost. The network virtual appliance (NVA) no longer inspects this traffic.',
  'way.askAppliance': 'Ask the NVA owner',
  'way.askAppliance.line':
    'Doesn’t change Azure. The owner of {ip} must allow the traffic. Until then, the result stays the same.',
  'way.askElsewhere': 'Ask your on-premises network team',
  'way.askElsewhere.line':
    'Doesn’t change Azure. Your on-premises network team must allow the traffic. Until then, the result stays the same.',
  'way.asks':
    'This option doesn’t change Azure. The request lists the required traffic, the reasons, and a packet that fails today.',
  'way.asks.button': 'Nothing to apply. Send the request instead.',
  'way.narrow': 'One rule for each service',
  'way.narrow.line': 'Allows only the addresses of these services.',
  'way.broad': 'One rule for the internet',
  'way.broad.line':
    'Allows these ports to all internet addresses. You need fewer rules, but access is much broader.',
  'way.sharedGateway': 'Use NAT gateway {name}',
  'way.sharedGateway.line':
    'Doesn’t add a NAT gateway to pay for. The subnet shares addresses and ports with the other subnets of the gateway.',
  'way.newGateway': 'New NAT gateway',
  'way.newGateway.line':
    'Adds a NAT gateway with its own public IP address. Azure bills both from their creation.',

  'fix.none': 'Can’t be fixed automatically. {why}',
  'fix.rule.deny': 'Denies outbound internet traffic that earlier rules don’t allow.',
  'fix.note.gatewayCost':
    'Azure bills a NAT gateway and its public IP address from their creation, even when they aren’t used.',
  'fix.note.addressCost': 'Azure bills a public IP address from its creation, even when it isn’t used.',
  'fix.note.sharedGateway': '{name} also serves other subnets of the virtual network and isn’t changed.',
  'fix.note.defaultAccess':
    'Default outbound access of {subnet} isn’t changed. Disable it separately (recommended). The change applies to a virtual machine after you stop and start it.',
  'fix.note.closesRest':
    '{name} then denies outbound traffic that its rules don’t allow. Host names without a service tag, such as package repositories, are blocked.',
  'close.heading': 'Deny other outbound traffic of {subnet}',
  'close.tried':
    'Tested on a copy: your rules allow {n} {n:flow|flows}, other internet traffic is denied, and no other result gets worse.',
  'fix.note.newGroup':
    'The new NSG filters all virtual machines in {subnet}. NSGs can’t allow host names, such as package repositories: ask your network team to allow them.',
  'fix.note.newTable':
    'The new routes apply to all virtual machines in {subnet}. Other traffic still uses the routes from the gateway.',
  'fix.note.managedTable':
    'A network manager created {name}. Your new route stays, but ask the owner of the network manager to add it to the routing configuration.',
  'fix.note.overruled': '{name} doesn’t affect traffic after the new rules are added, so the fix removes it.',
  'fix.note.delegation':
    '{service} can no longer use {subnet}. Azure rejects the change while the service still uses the subnet.',
  'fix.limit.rules':
    '{name} can contain {limit} rules, and there isn’t room for {more} more. Ask its owner to remove or merge rules.',
  'fix.limit.adminRule':
    'Security admin rule {name} in {configuration} takes precedence over NSG rules. Ask the owner of network manager {manager} to change the rule, or to remove the network from its network groups.',
  'fix.limit.priority':
    '{name} doesn’t have a free priority before {below}. Ask its owner to increase the priority number of the blocking rule.',
  'fix.limit.routes':
    '{name} can contain {limit} routes, and there isn’t room for {more} more. Ask its owner to remove or merge routes.',
  'fix.limit.tagRoutes':
    '{name} can contain {limit} service tag routes, and there isn’t room for {more} more. Ask its owner to remove unused routes.',
  'fix.limit.prefixRoutes':
    '{name} can contain {limit} routes, but {tag} needs {n} routes, one for each prefix. Ask its owner to remove or merge routes.',
  'fix.limit.prefixTaken':
    'Route {route} in {name} already sends {prefix} to another next hop. Ask its owner to change the route.',
  'fix.entry.nameForm':
    'Use 1 to 80 letters, digits, underscores, periods, or hyphens. Start with a letter or digit. End with a letter, digit, or underscore.',
  'fix.entry.nameTaken': 'Rule {name} already exists. Enter another name.',
  'fix.entry.priorityRange': 'Enter a whole number from {least} to {greatest}.',
  'fix.entry.priorityTaken': 'Another rule has priority {priority}. Enter another number.',
  'fix.entry.priorityLate': 'Enter a number lower than {below}, the priority of the blocking rule.',

  'apply.creates': 'Creates {name} ({type}).',
  'apply.attaches': 'Attaches {part} to {name}.',
  'apply.sets': 'Sets {property} of {name} to {value}.',
  'apply.undelegates': 'Removes the subnet delegation from {name}.',
  'apply.changedRest': '{name} was modified after the preview, so the fix didn’t change it.',
  'apply.taken': '{name} already exists and wasn’t overwritten.',
  'apply.gone': '{name} no longer exists in Azure.',
  'apply.policy':
    'Azure Policy doesn’t allow the change to {name}. Ask your Azure Policy administrator. {why}',
  'apply.locked': '{name} is locked. Ask the owner of {group} to remove the lock for the change. {why}',
  'apply.busy': 'Azure is still changing {name}. Wait a minute, and then try again.',
  'apply.stopped': 'Stopped at {name}. Changes that were already sent might still complete.',
  'apply.unsure': 'Couldn’t confirm whether {name} was changed. {why}',

  'undo.title': 'Undo the change to {names} in Azure?',
  'undo.button': 'Undo change',
  'undo.heading': 'Undo the fix for {subnet}',
  'undo.proof': 'Undoes only the changes of the fix to {names}, and only if they weren’t modified since.',
  'undo.done': 'Undone at {time}. The results match the preview.',
  'undo.rules': 'Removes {n:rule|rules} {names} from {name}.',
  'undo.routes': 'Removes {n:route|routes} {names} from {name}.',
  'undo.deletes': 'Deletes {name} ({type}).',
  'undo.detaches': 'Detaches {part} from {name}.',
  'undo.delegates': 'Delegates {name} to {services} again.',

  'preview.noteTitle': 'Also note',
  'preview.waysTitle': 'Fix options',
  'preview.advised': '{n} {n:warning|warnings}',
  'preview.choose': 'Choose warnings…',
  'preview.editTitle': 'Names and priorities of new rules',
  'preview.edit': 'Change names and priorities',
  'preview.entryName': 'Name of rule {name}',
  'preview.entryPriority': 'Priority of rule {name}',
  'preview.include': 'Also apply the new rules to these subnets',
  'preview.stepsTitle': 'Changes in Azure',
  'preview.stepWaiting': 'waiting',
  'preview.stepRunning': 'changing',
  'preview.stepDone': 'done',
  'preview.stepRefused': 'not changed',
  'preview.stop': 'Stop',
  'preview.continue': 'Continue',
  'preview.undo': 'Undo…',
  'preview.undoBegun': 'Undo partial changes…',
  'preview.applyUndo': 'Undo in Azure…',
  'preview.notProven': 'The changes can’t be tested together, so the preview wasn’t changed.',
} as const;
