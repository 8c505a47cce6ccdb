/** What editor and terminal say of files. */
export const files = {
  'document.wrongType': '{is} is written where {type} is meant.',
  'document.notAWord': '{word} is not one of Azure’s words.',
  'document.lacks': '{name} does not say {property}.',
  'document.noLocation': 'The file does not say the region.',
  'document.noRuleGroup': '{name} has no rules in the files.',
  'document.noPerimeter': 'The perimeter of {name} is not in the files.',
  'document.noMembers': 'Whom the rules for {name} are for is not in the files.',

  'file.outbound.blocked': "'{subnet}' cannot reach {remote} on {part}: {by}.",
  'file.outbound.partly': "'{subnet}' reaches {remote} on {open} but not on {shut}: {by}.",
  'file.outbound.part': "'{subnet}' reaches only a part of {remote} on {part}: {by}.",
  'file.outbound.default':
    "'{subnet}' reaches {remote} on {part} only by Azure’s default rule {priority}. A deny-all would block it.",
  'file.inbound.blocked': "{remote} cannot reach '{subnet}' on {part}: {by}.",
  'file.inbound.partly': "{remote} reaches '{subnet}' on {open} but not on {shut}: {by}.",
  'file.inbound.part': "Only a part of {remote} reaches '{subnet}' on {part}: {by}.",
  'file.inbound.default':
    "{remote} reaches '{subnet}' on {part} only by Azure’s default rule {priority}. A deny-all would block it.",
  'file.nodes.blocked': "Nodes of '{subnet}' cannot reach each other on {part}: {by}.",
  'file.nodes.partly': "Nodes of '{subnet}' reach each other on {open} but not on {shut}: {by}.",
  'file.nodes.part': "Nodes of '{subnet}' reach each other only in part: {by}.",
  'file.nodes.default':
    "Nodes of '{subnet}' reach each other only by Azure’s default rule {priority}. A deny-all would block it.",
  'file.replyLost': "Answers to {remote} leave by {hop} (route '{route}'), so calls to nodes are lost.",
  'file.noWayOut': "'{subnet}' has no way out: {because}.",
  'file.handedOn': "'{subnet}' reaches {remote} on {part} through {hop}, which decides.",
  'file.notMet': "'{subnet}': {name}: {text}.",
  'file.undecided': "'{subnet}': not decided. {because} It concerns {n} {n:check|checks}: {names}.",
  'file.elsewhere': "Unknown: no file declares the subnet of '{compute}', {id}. Its network isn't checked.",
  'file.elsewhere.unread': "Unknown: the subnet of '{compute}', {id}. {because} Its network isn't checked.",
  'file.elsewhere.noId': "Unknown: the subnet of '{compute}'. {because} Its network isn't checked.",
  'file.leftOut':
    '{n} of {of} subnets weren’t checked, because these files need more checks than one run does. Their results are unknown: {names}. Check each with {option} in the terminal, or split the deployment.',
  'file.leftOutAmong':
    '{n} of {of} subnets weren’t checked, because these files need more checks than one run does. Their results are unknown, among them those of {names}. Check each with {option} in the terminal, or split the deployment.',
  'file.byRule': "rule {priority} '{name}' blocks it",
  'file.byNoRule': 'no rule allows it before default rule {priority}',
  'file.byFirewall': "rule '{name}' of firewall {firewall} blocks it",
  'file.byNoFirewallRule': 'no rule of firewall {firewall} allows it',
  'file.byRoute': "route '{route}' drops it",
  'file.related': '{decided} For example {packet}',
  'file.rule': "Rule {priority} '{name}' decides.",
  'file.firewall': "Rule '{name}' of firewall {firewall} decides.",
  'file.route': "Route '{name}' to {destination} decides.",

  'file.status.name': 'AML network',
  'file.status.toFix': 'AML network: {n} to fix',
  'file.status.unknown': 'AML network: {n} unknown',
  'file.status.ready': 'AML network: ready',
  'file.status.parameters': 'Parameters: {file}',
  'file.status.noParameters': 'Parameters: default values alone',
  'file.status.severalParameters': 'Parameters: default values alone, none of {n} files is chosen',
  'file.status.choose': 'Choose parameters…',
  'file.parameters.title': 'With which values is {file} checked?',
  'file.parameters.inUse': 'in use',
  'file.parameters.none': 'No parameters file',
  'file.parameters.noneDetail': 'Default values alone; a parameter that has none stays unknown',
  'file.parameters.other': 'Another file…',
  'file.parameters.outside': '{file} is outside of this workspace, so it is not read.',
  'file.tooLarge':
    'This file has {size} million characters, too many to check its networks as you type (up to {most}). The terminal checks it.',
  'file.check.title': 'Checking the networks of this workspace',
  'file.check.tooMany':
    'This workspace has more than {n} Bicep and JSON files: only so many are checked. Open a folder of it, or check it from the terminal.',
  'file.check.progress': '{n} of {of} files',
  'file.fix.beside':
    'This fix changes a service, a zone or the workspace, which is written here by hand: the page of the check says what.',
  'file.fix.otherStep': 'This fix makes a resource of its own, which is not written into files yet.',
  'file.fix.computedList': '{list} of {name} is computed, so nothing can be added where it is written.',
  'file.fix.loadedList': '{list} of {name} comes from {file}, which is not written from here.',
  'file.fix.loopIndex':
    'The loop that makes {list} of {name} counts their priorities: one more would not get the priority that it needs.',
  'file.fix.loopFixed':
    'The loop that makes {list} of {name} says for all of them what this one needs otherwise, so it cannot be added there.',
  'file.fix.computed': 'The value is computed in {file}.',
  'file.fix.computedEntry':
    'What is wrong in {name} is computed, so it cannot be corrected where it is written.',
  'file.fix.sharedWord':
    '{word} comes from {name}, which other parts of {file} take as well: that is yours to change.',
  'file.fix.othersCome':
    'What would fix it here is needed elsewhere: the same lines are used for another subnet or group.',
  'file.fix.otherwise':
    'The lines that would have to change make more than this, so an edit here would change what nobody meant.',
  'file.fix.stays': 'What would fix it is computed from something else, so an edit here does not.',
  'file.fix.noRegion':
    '{file} has no expression for the network’s region, so nothing of that region is added to it. Add a parameter for the region.',
  'file.fix.notTested':
    'Fixes of other problems here were tested first. Open the fixes of this problem in the Problems view.',
  'file.fix.computedSubnet':
    'What {name} is given is computed, so nothing can be attached where it is written.',
  'file.fix.otherFileDeclares': '{name} is declared in another file, so it has no name here.',
  'file.fix.namedElsewhere':
    '{name} cannot go while line {line} of {file} names it, such as to wait for it: that is yours to change first.',
  'file.fix.apart': 'The rules of {name} are resources of their own: a list would take them away.',
  'file.fix.anySubnet':
    'The rule would name the addresses of the subnet that {name} is given to, which the files do not say.',
  'file.fix.linkOut':
    '{file} leads to {target}, outside of this workspace. Open that file itself to change it.',
  'file.fix.readOnly': '{file} is read-only.',
  'file.fix.otherFile': '{file} cannot be written from here.',
  'file.inModule': 'It is written in this module.',
  'file.covered': 'Rule {name} allows part of the same traffic for Azure ML.',
  'file.because': 'Rule or route {name} stands before it.',

  'file.title.more': '{title}, and {n} {n:change|changes} more',
  'file.title.anyProtocol': 'any protocol, port {ports}',
  'file.title.allowTo': 'Allow {part} to {remote}, new rule {priority}',
  'file.title.allowFrom': 'Allow {part} from {remote}, new rule {priority}',
  'file.title.deny': 'Deny {part} to {remote}, new rule {priority}',
  'file.title.routeInternet': 'Send {destination} straight to the internet, new route',
  'file.title.route': 'New route {name} to {destination}',
  'file.title.addPorts': 'Add {n:port|ports} {added} to rule {name}',
  'file.title.addAddresses': 'Add {added} to rule {name}',
  'file.title.correct': 'Correct {wrong} to {right} in {name}',
  'file.title.alone': 'Write {text} of rule {name} alone, not in a list',
  'file.title.removeRule': 'Remove rule {name}',
  'file.title.removeRoute': 'Remove route {name}',
  'file.title.replace': 'Remove retired rule {name}, and add the current outbound rule',
  'file.title.upgrade2020': 'Upgrade to today’s outbound rules, {n} new',
  'file.title.setTo': 'Set {property} of {name} to {value}',
  'file.title.addTo': 'Add {value} to {property} of {name}',
  'file.title.set': 'Set {property} of {name}',
  'file.title.create': 'Create {name}',
  'file.title.attach': 'Attach {name} to {to}',
  'file.title.attachGateway': 'Attach NAT gateway {name} to {to}',
  'file.title.detach': 'Detach {name} from {from}',
  'file.title.delete': 'Delete {name}',
  'file.title.all': 'Fix all {n} network problems that can be fixed in this file',
  'file.title.refused': 'A fix is known and cannot be written here',
  'file.title.explain': 'Explain: {name}',
  'file.title.ignore': 'Ignore {id} on the next line',
  'file.detail.packet': 'Packet',
  'file.detail.decided': 'Decided by',
  'file.detail.left': 'If left',
  'file.detail.noFix': 'No quick fix',
  'file.detail.source': 'Source',
  'file.assumed.adminRules':
    'The admin rules of the network manager hold in {name}, as they will once they are committed.',
  'file.assumed.anySubnet':
    'The group is judged for a subnet without route table and gateways, for which {prefix} stands: the file holds none that uses it.',

  'file.rule.decides': 'Decides {n} needed {n:flow|flows}: {flows}.',
  'file.rule.decidesNone': 'Decides none of the needed flows.',
  'file.rule.allows': 'allows {name}',
  'file.rule.blocks': 'blocks {name}',
} as const;
