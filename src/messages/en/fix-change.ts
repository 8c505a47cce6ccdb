/** Texts of what a fix changes: resources, ways, notes, limits, and taking it back. */
export const fixChange = {
  'preview.adds': 'Adds {parts} to {names}.',
  'preview.makes': 'Makes {names}.',
  'preview.triedOne': 'Tried on a copy: it passes and no other verdict gets worse.',
  'preview.tried': 'Tried on a copy: all {n} pass and no other verdict gets worse.',
  'preview.staysOpen': 'stays open',
  'preview.staysUnknown': 'stays unknown',
  'preview.byGateway': 'by {name}',
  'preview.newSetting': 'changed setting',
  'preview.opensWayOut': 'Opens a way out to the internet; the security group still decides what leaves',
  'preview.closesOut': 'Closes everything else that leaves for the internet',
  'preview.closesIn': 'Closes everything else that comes in from the internet',
  'preview.faults': 'A name or a priority is not free: change it first.',
  'preview.resourcesTitle': 'Resources and settings, {when}',
  'preview.columnResource': 'Resource',
  'preview.columnType': 'Type',
  'preview.columnSetting': 'Setting',
  'preview.type.securityGroup': 'Security group',
  'preview.type.routeTable': 'Route table',
  'preview.type.natGateway': 'NAT gateway',
  'preview.type.publicIpAddress': 'Public IP address',
  'preview.type.subnet': 'Subnet',
  'preview.type.storage': 'Storage account',
  'preview.type.keyVault': 'Key vault',
  'preview.type.registry': 'Container registry',
  'preview.type.zoneLink': 'Link of a private DNS zone',
  'preview.type.workspace': 'Workspace',
  'preview.setting': '{type}: {name}',
  'preview.delegation': 'Given to: {services}',
  'preview.none': 'none',
  'preview.static': 'static',

  'way.route': '{n:A service-tag route|Service-tag routes}',
  'way.route.line':
    'Sends {tags} straight to the internet and all else as before. Costs nothing; the appliance no longer sees that traffic.',
  'way.askAppliance': 'Ask the owner of the appliance',
  'way.askAppliance.line':
    'Changes nothing here and opens nothing. Whoever runs {ip} has to act; until then the verdict stays.',
  'way.askElsewhere': 'Ask whoever owns the way to on-premises',
  'way.askElsewhere.line':
    'Changes nothing here and opens nothing. They have to act; until then the verdict stays.',
  'way.asks':
    'Nothing is changed from here. The request says what is needed, why, and which packet fails today.',
  'way.asks.button': 'There is nothing to apply: send the request instead.',
  'way.narrow': 'One rule for each service',
  'way.narrow.line': 'Opens the services’ own addresses and no others.',
  'way.broad': 'One rule to the internet',
  'way.broad.line': 'Opens these ports to every address of the internet: fewer rules, far more open.',
  'way.sharedGateway': 'Share {name}',
  'way.sharedGateway.line':
    'Costs nothing more. Its addresses and ports are shared with the subnets that it serves.',
  'way.newGateway': 'New NAT gateway',
  'way.newGateway.line': 'An address of its own, billed from the moment it exists.',

  'fix.none': 'Nothing can be fixed from here: {why}',
  'fix.rule.deny': 'Nothing leaves for the internet but what a rule before this one allows.',
  'fix.note.gatewayCost':
    'A NAT gateway and its public IP address are billed from the moment they exist, used or not.',
  'fix.note.addressCost': 'A public IP address is billed from the moment it exists, used or not.',
  'fix.note.sharedGateway': '{name} serves other subnets of this network too and is not changed itself.',
  'fix.note.defaultAccess':
    'Default outbound access of {subnet} stays as it is. Switching it off is advised and done apart: it takes effect for a machine when that is stopped and started again.',
  'fix.note.closesRest':
    '{name} then lets out what a rule names and nothing else: host names that no service tag holds, such as package hosts, stop too.',
  'close.heading': 'Close the rest of {subnet}',
  'close.tried':
    'Tried on a copy: {n} {n:flow passes|flows pass} by a rule of yours, the rest of the internet is closed, and no other verdict gets worse.',
  'fix.note.newGroup':
    'Every machine of {subnet} is filtered from then on. Host names, such as those of package indexes, cannot be allowed by a security group: ask the network team for them.',
  'fix.note.newTable':
    'Every machine of {subnet} takes these routes from then on; routes from the gateway stay for everything else.',
  'fix.note.managedTable':
    'A network manager made {name}. A route that is added by hand stays, but whoever runs the manager should take it into the routing configuration.',
  'fix.note.overruled':
    '{name} stops or allows nothing any more once the new rules are there, so it is removed.',
  'fix.note.delegation':
    '{service} can place nothing in {subnet} any more. Azure refuses while it still uses the subnet.',
  'fix.limit.rules':
    '{name} may hold {limit} rules, and there is no room for {more} more. Ask its owner to remove or merge rules.',
  'fix.limit.adminRule':
    'No security group can let this past a network manager’s rule. Ask whoever runs network manager {manager} to change rule {name} of {configuration}, or to take the network out of its groups.',
  'fix.limit.priority':
    'No priority before {below} is free in {name}. Ask its owner to move the rule that blocks to a higher number.',
  'fix.limit.routes':
    '{name} may hold {limit} routes, and there is no room for {more} more. Ask its owner to remove or merge routes.',
  'fix.limit.tagRoutes':
    '{name} may hold {limit} routes to service tags, and there is no room for {more} more. Ask its owner which are still needed.',
  'fix.limit.prefixRoutes':
    '{name} may hold {limit} routes, and {tag} would need {n} by prefix, since it cannot be named as a whole there. Ask its owner to remove or merge routes.',
  'fix.limit.prefixTaken':
    'Route {route} of {name} sends {prefix} elsewhere, and a table takes one route for a prefix. Ask its owner to change it.',
  'fix.entry.nameForm':
    '1 to 80 letters, digits, underscores, periods or hyphens, from a letter or digit to a letter, digit or underscore',
  'fix.entry.nameTaken': 'Taken: a rule {name} exists',
  'fix.entry.priorityRange': 'A whole number from {least} to {greatest}',
  'fix.entry.priorityTaken': 'Taken: a rule has priority {priority}',
  'fix.entry.priorityLate': 'Comes too late: the rule that blocks has priority {below}',

  'apply.creates': 'Makes {type} {name}.',
  'apply.attaches': 'Attaches {part} to {name}.',
  'apply.sets': 'Sets {property} of {name} to {value}.',
  'apply.undelegates': 'Takes the delegation away from {name}.',
  'apply.changedRest': '{name} changed since this preview and was left as it is.',
  'apply.taken': '{name} exists already. It was not overwritten.',
  'apply.gone': '{name} is not in Azure any more.',
  'apply.policy':
    'A policy of your organisation does not allow this for {name}. Ask whoever manages it. {why}',
  'apply.locked': '{name} is locked. Ask the owner of {group} to take the lock away for the change. {why}',
  'apply.busy': 'Azure is still working on {name}. Wait a minute, then try again.',
  'apply.stopped': 'Stopped at {name}. What was sent already may still happen.',
  'apply.unsure': 'Whether {name} was changed is not known: {why}',

  'undo.title': 'Take back the change to {names} in Azure?',
  'undo.button': 'Take back',
  'undo.heading': 'Undo the fix of {subnet}',
  'undo.proof': 'Takes back exactly what was changed in {names}, and only while nothing else changed there.',
  'undo.done': 'Taken back at {time}. Read again: as previewed.',
  'undo.rules': 'Removes {n:rule|rules} {names} from {name}.',
  'undo.routes': 'Removes {n:route|routes} {names} from {name}.',
  'undo.deletes': 'Deletes {type} {name}.',
  'undo.detaches': 'Detaches {part} from {name}.',
  'undo.delegates': 'Gives {name} to {services} again.',

  'preview.noteTitle': 'What else to know',
  'preview.waysTitle': 'Ways to fix',
  'preview.advised': '{n} advised',
  'preview.choose': 'Choose…',
  'preview.editTitle': 'Names and priorities of new rules',
  'preview.edit': 'Change names and priorities',
  'preview.entryName': 'Name of rule {name}',
  'preview.entryPriority': 'Priority of rule {name}',
  'preview.include': 'New rules serve these subnets too',
  'preview.stepsTitle': 'In Azure',
  'preview.stepWaiting': 'waiting',
  'preview.stepRunning': 'being changed',
  'preview.stepDone': 'done',
  'preview.stepRefused': 'not changed',
  'preview.stop': 'Stop',
  'preview.continue': 'Continue',
  'preview.undo': 'Undo…',
  'preview.undoBegun': 'Undo what was begun…',
  'preview.applyUndo': 'Undo in Azure…',
  'preview.notProven': 'This cannot be proven together: the preview stays as it was.',
} as const;
