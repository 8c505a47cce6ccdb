/** What editor and terminal say of files. */
export const filesMessages = {
  'document.wrongType': '{is} is used where {type} is expected.',
  'document.notAWord': 'Azure doesn’t support the value {word}.',
  'document.lacks': '{name} doesn’t specify {property}.',
  'document.noLocation': 'The file doesn’t specify the region.',
  'document.noRuleGroup': 'The files contain no rules for {name}.',
  'document.noPerimeter': 'The files don’t contain the network security perimeter of {name}.',
  'document.noMembers': 'The files don’t show which machines the rules for {name} apply to.',

  'file.outbound.blocked': "'{subnet}' can’t reach {remote} on {part}: {by}.",
  'file.outbound.partly': "'{subnet}' reaches {remote} on {open} but not on {shut}: {by}.",
  'file.outbound.part': "'{subnet}' reaches only part of {remote} on {part}: {by}.",
  'file.outbound.default':
    "'{subnet}' reaches {remote} on {part} only through Azure’s default rule {priority}. A deny-all rule would block it.",
  'file.inbound.blocked': "{remote} can’t reach '{subnet}' on {part}: {by}.",
  'file.inbound.partly': "{remote} reaches '{subnet}' on {open} but not on {shut}: {by}.",
  'file.inbound.part': "Only part of {remote} reaches '{subnet}' on {part}: {by}.",
  'file.inbound.default':
    "{remote} reaches '{subnet}' on {part} only through Azure’s default rule {priority}. A deny-all rule would block it.",
  'file.nodes.blocked': "Nodes in '{subnet}' can’t reach each other on {part}: {by}.",
  'file.nodes.partly': "Nodes in '{subnet}' reach each other on {open} but not on {shut}: {by}.",
  'file.nodes.part': "Nodes in '{subnet}' reach each other only in part: {by}.",
  'file.nodes.default':
    "Nodes in '{subnet}' reach each other only through Azure’s default rule {priority}. A deny-all rule would block it.",
  'file.replyLost': "Replies to {remote} leave through {hop} (route '{route}'), so calls to nodes are lost.",
  'file.noWayOut': "'{subnet}' doesn’t have outbound access: {because}.",
  'file.handedOn': "'{subnet}' reaches {remote} on {part} through {hop}. The appliance decides.",
  'file.notMet': "'{subnet}': {name}: {text}.",
  'file.undecided': "'{subnet}': unknown. {because} {n} {n:check is|checks are} affected: {names}.",
  'file.elsewhere': "Unknown: no file declares subnet {id} of '{compute}'. Its network isn’t checked.",
  'file.elsewhere.unread':
    "Unknown: the subnet {id} of '{compute}' wasn’t read. {because} Its network isn’t checked.",
  'file.elsewhere.noId':
    "Unknown: the subnet of '{compute}' isn’t known. {because} Its network isn’t checked.",
  'file.leftOutCut':
    '{n} {n:subnet wasn’t|subnets weren’t} checked, because a file isn’t read to its end. {n:Its results are|Their results are} unknown. Split the file.',
  'file.leftOutWork':
    '{n} {n:subnet wasn’t|subnets weren’t} checked, because the files need more steps than one run allows. {n:Its results are|Their results are} unknown. Split the template.',
  'file.leftOut':
    '{n} {n:subnet|subnets} of {of} {n:wasn’t|weren’t} checked, because these files need more checks than one run allows. {n:Its|Their} results are unknown: {names}. Check each with {option} in the terminal, or split the deployment.',
  'file.leftOutAmong':
    '{n} of {of} subnets weren’t checked, because these files need more checks than one run allows. Their results are unknown. {names} are among them. Check each with {option} in the terminal, or split the deployment.',
  'file.byRule': "rule {priority} '{name}' blocks it",
  'file.byNoRule': 'no rule allows it before default rule {priority}',
  'file.byFirewall': "rule '{name}' of firewall {firewall} blocks it",
  'file.byNoFirewallRule': 'no rule of firewall {firewall} allows it',
  'file.byRoute': "route '{route}' drops it",
  'file.related': '{decided} Example packet: {packet}',
  'file.rule': "Rule {priority} '{name}' decides.",
  'file.firewall': "Rule '{name}' of firewall {firewall} decides.",
  'file.route': "Route '{name}' to {destination} decides.",

  'file.status.name': 'Secured AML Compute',
  'file.status.toFix': 'Secured AML Compute: {n} {n:error|errors}',
  'file.status.unknown': 'Secured AML Compute: {n} unknown',
  'file.status.ready': 'Secured AML Compute: ready',
  'file.status.sharing':
    '{n} {n:subnet|subnets} not checked, because {n:it shares|they share} only an NSG with a used subnet: {subnets}. Setting: {setting}.',
  'file.status.sharingAmong':
    '{n} subnets not checked, because they share only an NSG with a used subnet. {subnets} are among them. Setting: {setting}.',
  'file.status.parameters': 'Parameters: {file}',
  'file.status.noParameters': 'Parameters: default values only',
  'file.status.severalParameters': 'Parameters: default values only. Select one of {n} files.',
  'file.status.choose': 'Select parameter file…',
  'file.parameters.title': 'Select the parameter file for {file}',
  'file.parameters.inUse': 'in use',
  'file.parameters.none': 'No parameter file',
  'file.parameters.noneDetail': 'Uses default values only. Parameters without one are unknown.',
  'file.parameters.other': 'Another file…',
  'file.parameters.outside': '{file} is outside this workspace, so it isn’t read.',
  'file.tooLarge':
    'This file has {size} million characters. Files of up to {most} million are checked as you type. Check it in the terminal instead.',
  'file.check.title': 'Checking the networks of this workspace',
  'file.check.tooMany':
    'This workspace has more than {n} Bicep and JSON files. Only the first {n} are checked. Open one of its folders, or check it in the terminal.',
  'file.check.progress': '{n} of {of} files',
  'file.fix.beside':
    'This fix changes a service, a DNS zone, or the workspace. Write it by hand: the check’s page shows the change.',
  'file.fix.otherStep': 'This fix creates a separate resource, which isn’t supported in files yet.',
  'file.fix.computedList': '{list} of {name} is computed, so nothing can be added to it.',
  'file.fix.loadedList': '{list} of {name} comes from {file}, which can’t be edited by a quick fix.',
  'file.fix.loopIndex':
    'The priorities in {list} of {name} are computed in a loop. A new item wouldn’t get the priority that it needs.',
  'file.fix.loopFixed':
    'A loop creates {list} of {name} and sets a value that the new item needs to differ in. The item can’t be added to it.',
  'file.fix.computed': 'The value is computed in {file}.',
  'file.fix.computedEntry': 'The wrong value in {name} is computed, so a quick fix can’t correct it.',
  'file.fix.sharedWord': '{word} comes from {name}, which other parts of {file} also use. Change it by hand.',
  'file.fix.othersCome':
    'The lines to change are also used for another subnet or NSG, which needs its present values.',
  'file.fix.otherwise': 'The lines to change also create other resources, so an edit would change those too.',
  'file.fix.stays': 'The value is computed from another value, so an edit at this place wouldn’t change it.',
  'file.fix.noRegion':
    '{file} doesn’t have an expression for the network’s region, so nothing of that region can be added. Add a parameter for the region.',
  'file.fix.notTested':
    'Fixes for other problems on this line were tested first. Open the fixes of this problem in the Problems view.',
  'file.fix.computedSubnet': 'The definition of {name} is computed, so nothing can be attached to it.',
  'file.fix.otherFileDeclares': '{name} is declared in another file, so this file can’t refer to it.',
  'file.fix.namedElsewhere':
    'Line {line} of {file} refers to {name}, so {name} can’t be removed. Change that line first.',
  'file.fix.apart': 'The rules of {name} are separate resources. A list of rules would remove them.',
  'file.fix.anySubnet':
    'The rule needs the addresses of the subnet that uses {name}. The files don’t contain them.',
  'file.fix.linkOut':
    '{file} links to {target}, which is outside this workspace. Open that file to change it.',
  'file.fix.readOnly': '{file} is read-only.',
  'file.fix.otherFile': '{file} can’t be edited by a quick fix.',
  'file.inModule': 'The value is in this module.',
  'file.covered': 'Rule {name} allows part of the same traffic for Azure ML.',
  'file.because': 'Rule or route {name} comes before it.',

  'file.title.more': '{title}, and {n} more {n:change|changes}',
  'file.title.anyProtocol': '{n:port|ports} {ports} (any protocol)',
  'file.title.allowTo': 'Allow {part} to {remote}',
  'file.title.allowFrom': 'Allow {part} from {remote}',
  'file.title.deny': 'Deny {part} to {remote}',
  'file.title.routeInternet': 'Add a route that sends {destination} directly to the internet',
  'file.title.route': 'Add route {name} to {destination}',
  'file.title.addPorts': 'Add {n:port|ports} {added} to rule {name}',
  'file.title.addAddresses': 'Add {added} to rule {name}',
  'file.title.correct': 'Change {wrong} to {right} in {name}',
  'file.title.alone': 'Use {text} alone in rule {name}, not in a list',
  'file.title.removeRule': 'Remove rule {name}',
  'file.title.removeRoute': 'Remove route {name}',
  'file.title.replace': 'Remove retired rule {name}, and add the current outbound rule',
  'file.title.upgrade2020': 'Upgrade to the current outbound rules ({n} new)',
  'file.title.setTo': 'Set {property} of {name} to {value}',
  'file.title.addTo': 'Add {value} to {property} of {name}',
  'file.title.set': 'Set {property} of {name}',
  'file.title.create': 'Create {name}',
  'file.title.attach': 'Attach {name} to {to}',
  'file.title.attachGateway': 'Attach NAT gateway {name} to {to}',
  'file.title.detach': 'Detach {name} from {from}',
  'file.title.delete': 'Delete {name}',
  'file.title.all': 'Fix all {n} network problems that have a fix in this file',
  'file.title.refused': 'No quick fix at this place: show why',
  'file.title.explain': 'Explain: {name}',
  'file.title.ignore': 'Ignore {id} on the next line',
  'file.detail.packet': 'Example packet',
  'file.detail.decided': 'Decided by',
  'file.detail.left': 'Impact',
  'file.detail.noFix': 'No quick fix',
  'file.detail.source': 'Source',
  'file.assumed.adminRules':
    'Security admin rules apply in {name}, as they do once the configuration is deployed.',
  'file.assumed.anySubnet':
    'No subnet that was read uses the NSG. It’s checked for an example subnet ({prefix}) without a route table or gateway.',

  'file.rule.decides': 'Decides {n} required {n:flow|flows}: {flows}.',
  'file.rule.decidesNone': 'Doesn’t decide any required flow.',
  'file.rule.allows': 'allows {name}',
  'file.rule.blocks': 'blocks {name}',
} as const;
