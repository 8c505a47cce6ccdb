/** What groups and tables are looked through for, rule by rule; `.name` to `.blind` make the page of a check. */
export const findings = {
  'finding.priority': 'Rule {name} has priority {priority}: Azure takes {least} to {greatest}.',
  'finding.samePriority':
    'Rule {name} has priority {priority}, which rule {other} has in the same direction.',
  'finding.tagInList.sources':
    'Rule {priority} {name} names {tag} beside other sources: Azure takes it only by itself.',
  'finding.tagInList.destinations':
    'Rule {priority} {name} names {tag} beside other destinations: Azure takes it only by itself.',
  'finding.tagInList.alone':
    'Rule {priority} {name} names {tag} in a list of prefixes: Azure takes it only in the property for a single one.',
  'finding.refused.missing': 'Rule {priority} {name} has no {value}, which Azure requires.',
  'finding.refused.ports':
    'Rule {priority} {name} has ports {value}: Azure takes a number or a range from 0 to 65535, or *, and several only as a list.',
  'finding.refused.address':
    'Rule {priority} {name} names {value}: Azure takes an address, a prefix, a service tag or *.',
  'finding.refused.hostBits':
    'Rule {priority} {name} names {value}, which has bits set behind its prefix: Azure takes the first address of a prefix alone.',
  'finding.refused.families':
    'Rule {priority} {name} names {value} beside IPv4 addresses: Azure takes one address family in a rule.',
  'finding.refused.name':
    'Rule {priority} {name} has a name that Azure does not take: up to 80 letters, digits, _, . and -, with a letter, digit or _ first and last.',
  'finding.refused.sameName':
    'Rule {priority} {name} has the name of a rule before it: Azure takes a name once in a security group.',
  'finding.refusedRoute.destination': 'Route {name} goes to {value}: Azure takes a prefix or a service tag.',
  'finding.refusedRoute.hostBits':
    'Route {name} goes to {value}, which has bits set behind its prefix: Azure takes the first address of a prefix alone.',
  'finding.refusedRoute.appliance':
    'Route {name} names {value} as its appliance: Azure takes one address there.',
  'finding.refusedRoute.noAppliance':
    'Route {name} names {value} as its next hop, which Azure takes only where its type is VirtualAppliance.',
  'finding.refusedRoute.sameName':
    'Route {name} has the name of a route before it: Azure takes a name once in a route table.',
  'finding.misspeltTag':
    'Rule {priority} {name} names {tag}, which is not in the list of {date}. The nearest tag is {near}.',
  'finding.unknownTag':
    'Rule {priority} {name} names {tag}, which is not in the list of {date}, nor is anything like it.',
  'finding.misspeltTag.route':
    'Route {name} names {tag}, which is not in the list of {date}. The nearest tag is {near}.',
  'finding.unknownTag.route':
    'Route {name} names {tag}, which is not in the list of {date}, nor is anything like it.',
  'finding.sameRoute':
    'Route {name} goes to {destination}, as route {other} does: a table takes one of them.',
  'finding.shadowed.one':
    'Never used: rule {before} {other} before rule {priority} {name} decides all it names, and alike.',
  'finding.shadowed.many':
    'Never used: {n} rules before rule {priority} {name}, {before} {other} first, decide all it names, and alike.',
  'finding.contradicted.allow.one':
    'Never used: rule {priority} {name} would allow, but rule {before} {other} before it decides all it names.',
  'finding.contradicted.allow.many':
    'Never used: rule {priority} {name} would allow, but {n} rules before it, {before} {other} first, decide all it names, in part otherwise.',
  'finding.contradicted.deny.one':
    'Never used: rule {priority} {name} would deny, but rule {before} {other} before it decides all it names.',
  'finding.contradicted.deny.many':
    'Never used: rule {priority} {name} would deny, but {n} rules before it, {before} {other} first, decide all it names, in part otherwise.',
  'finding.contradicted.either.one':
    'Never used: rule {before} {other} before rule {priority} {name} decides all it names.',
  'finding.contradicted.either.many':
    'Never used: {n} rules before rule {priority} {name}, {before} {other} first, decide all it names.',
  'finding.wrongRegion':
    'Rule {priority} {name} names {tag}, but network and workspace are in {regions}, and no other rule names the tag there.',
  'finding.otherRegion':
    'Rule {priority} {name} names {tag} beside rules for {regions}, where network and workspace are.',
  'finding.retiredBatch': 'Rule {priority} {name} lets Batch in, which nobody needs since {date}.',
  'finding.preview2022':
    'Rule {priority} {name} opens what only the preview without public IP of 2022 asked, until {date}.',
  'finding.wide.internet.Inbound':
    'Rule {priority} {name} lets the whole internet in: no requirement asks for that on any port.',
  'finding.wide.internet.Outbound':
    'Rule {priority} {name} lets out to the whole internet on more than ports 80 and 443: no requirement asks for that.',
  'finding.wide.azure.Inbound':
    'Rule {priority} {name} lets {tag} in, which holds the machines of every customer of Azure.',
  'finding.wide.azure.Outbound':
    'Rule {priority} {name} lets out to {tag}, which holds the machines of every customer of Azure.',
  'finding.wide.covers':
    "Rule {priority} {name} also allows what {names} {n:allows|allow} for Azure ML, so {n:that rule doesn't|those rules don't} decide. Narrow it if you don't need the rest.",
  'finding.wide.ports': 'Rule {priority} {name} opens more ports of {tag} than the {ports} that are asked.',

  'finding.serviceGroup':
    'Rule {priority} {name} denies in a security group that Azure ML made and looks after.',

  'finding.assumed.users': 'No other subnet uses {group} than those that are known here.',
  'finding.fix.wanted':
    'If its traffic is wanted, do not remove it: give it a priority before the rule that decides.',
  'finding.fix.why': 'Addresses corrected.',
  'finding.fix.retired':
    'A compute from before December 2022 that was never scaled to zero since may still be reached this way.',

  'finding.noFix.users': 'Whether others use {group} is not known: what is unused here may be needed there.',
  'finding.noFix.twins':
    'Several in {holder} are called {name}, so a fix could not say which of them it means.',
  'finding.noFix.worse': 'Tried on a copy, its fix makes a verdict worse or another finding comes.',
  'finding.noFix.unread': 'A part of {name} is not known, so it cannot be written anew.',
  'finding.noFix.list':
    'Its addresses would have to become several rules, and their priorities are yours to say.',
  'finding.noFix.tag': 'No tag is so near that it must be the one that is meant.',
  'finding.noFix.regions': 'Several regions may be meant, or the tag has no form for the one that is.',
  'finding.noFix.leads': 'The two lead to different places, and which is meant is yours to say.',

  'finding.priority-out-of-range.name': 'A priority that Azure takes',
  'finding.priority-out-of-range.short': 'priority that Azure does not take',
  'finding.priority-out-of-range.finds': 'A rule with a priority outside 100 to 4096.',
  'finding.priority-out-of-range.consequence': 'Azure refuses the security group.',
  'finding.priority-out-of-range.ask':
    'Give the rule a free priority from 100 to 4096, before the rules that it is to overrule. No fix is offered: which rules these are is yours to say.',
  'finding.priority-out-of-range.blind': 'A priority that a parameter without value gives.',

  'finding.duplicate-priority.name': 'One rule a priority',
  'finding.duplicate-priority.short': 'priority taken',
  'finding.duplicate-priority.finds':
    'A rule with the priority that another rule has in the same direction. The later in the list is named.',
  'finding.duplicate-priority.consequence':
    'Azure refuses the security group. Which of the two would decide is not said anywhere.',
  'finding.duplicate-priority.ask':
    'Give one of the two another priority. No fix is offered: which one comes first is yours to say.',
  'finding.duplicate-priority.blind': 'A priority that a parameter without value gives.',

  'finding.tag-in-address-list.name': 'A service tag by itself',
  'finding.tag-in-address-list.short': 'tag in a list',
  'finding.tag-in-address-list.finds':
    'A service tag, Any or * in a list with other addresses, or alone in the property for several prefixes, on either side of a rule.',
  'finding.tag-in-address-list.consequence':
    'Azure refuses the rule (SecurityRuleParameterContainsUnsupportedValue).',
  'finding.tag-in-address-list.ask':
    'Write one rule for each service tag, and one for the addresses. What stands alone belongs into the property for a single prefix, and beside * nothing else is needed: these fixes are offered.',
  'finding.tag-in-address-list.blind': 'A list that a parameter without value gives.',

  'finding.invalid-rule-value.name': 'Values that Azure takes',
  'finding.invalid-rule-value.short': 'value that Azure does not take',
  'finding.invalid-rule-value.finds':
    'Ports that are no number or range from 0 to 65535 (several in one text, such as 80,443, too); an address or prefix that is none, or Any; a prefix with bits set behind its length (a warning: the portal has taken them); IPv4 beside IPv6 in one rule; a rule’s name of more than 80 characters, or with others than letters, digits, _, . and -, or that another rule has.',
  'finding.invalid-rule-value.consequence':
    'Azure refuses the rule (SecurityRuleInvalidPortRange, SecurityRuleInvalidAddressPrefix, ResourceCannotContainAddressPrefixesFromDifferentAddressFamilies, InvalidResourceName).',
  'finding.invalid-rule-value.ask':
    'Several ports or prefixes belong into the property for a list, each by itself; every address is *. Write a prefix with its first address, and a rule for each address family. No fix is offered: what is meant is yours to say.',
  'finding.invalid-rule-value.blind':
    'A value that a parameter without value gives, and a protocol that is none.',

  'finding.misspelt-service-tag.name': 'Service tags that Azure knows',
  'finding.misspelt-service-tag.short': 'unknown tag',
  'finding.misspelt-service-tag.finds':
    'A service tag in a rule or route that the cloud’s list lacks, with the tag of the list that is nearest to it. Capital and small letters make no difference. Names that Microsoft’s own pages print wrong are recognised: Frontdoor.FirstParty, Keyvault with a region, regions turned round.',
  'finding.misspelt-service-tag.consequence':
    'Azure refuses the rule or route, or, if the tag is newer than the list, what it lets through is not known.',
  'finding.misspelt-service-tag.ask':
    'Write the tag as the list has it. The fix is offered where a tag is near, and no requirement is worse off.',
  'finding.misspelt-service-tag.blind':
    'Tags that are newer than the list: its date stands beside the finding.',

  'finding.invalid-route-value.name': 'Values of routes that Azure takes',
  'finding.invalid-route-value.short': 'value that Azure does not take',
  'finding.invalid-route-value.finds':
    'A destination that is no prefix and no service tag, or *; a prefix with bits set behind its length (a warning); an appliance’s address that is none; an address of a next hop that is no appliance; a name that another route of the table has.',
  'finding.invalid-route-value.consequence':
    'Azure refuses the route. Until it is mended, where its traffic goes cannot be told.',
  'finding.invalid-route-value.ask':
    'Write 0.0.0.0/0 for every address, a prefix with its first address, and the private address of the appliance by itself. No fix is offered: what is meant is yours to say.',
  'finding.invalid-route-value.blind': 'A value that a parameter without value gives.',

  'finding.duplicate-route.name': 'One route a destination',
  'finding.duplicate-route.short': 'destination taken',
  'finding.duplicate-route.finds':
    'A route to a destination that an earlier route of the table has, the same prefix or the same service tag.',
  'finding.duplicate-route.consequence':
    'A table takes one route for a destination: Azure refuses it, or one of the two is without effect.',
  'finding.duplicate-route.ask':
    'Remove one of the two. The fix is offered where both lead to the same place.',
  'finding.duplicate-route.blind': 'Routes that a gateway brings.',

  'finding.contradicted-security-rule.name': 'Rules that something reaches',
  'finding.contradicted-security-rule.short': 'never used',
  'finding.contradicted-security-rule.finds':
    'A rule whose packets are all decided by rules before it, at least in part otherwise than it says: an allow below a deny, for one. All rules before it are taken together, exactly, in every subnet that uses the group. A rule that rules after it would decide alike is not reported.',
  'finding.contradicted-security-rule.consequence':
    'The rule looks as if it allowed or denied something, and does nothing.',
  'finding.contradicted-security-rule.ask':
    'Give it a priority before the rules that decide, if its traffic is meant, else remove it. Removing it changes no traffic: that fix is offered.',
  'finding.contradicted-security-rule.blind':
    'Network cards that the group is attached to in other subnets. Where it is not known who else uses the group, that is assumed to be nobody and said, and no fix is offered unless the rule is unused in any subnet whatsoever.',

  'finding.auto-nsg-do-not-edit.name': 'Groups of the service left alone',
  'finding.auto-nsg-do-not-edit.short': 'in a group of the service',
  'finding.auto-nsg-do-not-edit.finds':
    'A rule that denies in a security group that Azure ML makes for nodes with a public IP (its name ends in -azurebatch-cloudservicenetworksecuritygroup): outward, or inward on port 44224. Such groups stand in the resource group of the network, and are looked at for each subnet of it. Nothing else is looked for in them.',
  'finding.auto-nsg-do-not-edit.consequence': 'Batch cannot reach the nodes and calls them unusable.',
  'finding.auto-nsg-do-not-edit.ask':
    'Take the rule out, and write it into the security group of the subnet if it is needed. No fix is offered: the service looks after its own group.',
  'finding.auto-nsg-do-not-edit.blind':
    'Which rules the service writes itself, which no page says. A cluster at 0 nodes has no such group.',

  'finding.wrong-region-tag.name': 'Tags of the right region',
  'finding.wrong-region-tag.short': 'tag of another region',
  'finding.wrong-region-tag.finds':
    'A rule that allows a service tag of a region in which neither the network nor the workspace is, where the requirement means one of these: Storage, BatchNodeManagement, MicrosoftContainerRegistry, AzureContainerRegistry, AzureKeyVault. A warning where no other rule names the tag as a whole or of the right region, else only a word.',
  'finding.wrong-region-tag.consequence': 'The service of the right region stays blocked.',
  'finding.wrong-region-tag.ask':
    'Name the region of the network, and the workspace’s where it is another, or the tag without a region. The fix is offered where there is one region, and no requirement is worse off.',
  'finding.wrong-region-tag.blind':
    'Storage, vaults and registries that you have in other regions: for them the rule may be right.',

  'finding.shadowed-security-rule.name': 'Rules that have an effect',
  'finding.shadowed-security-rule.short': 'never used, without effect',
  'finding.shadowed-security-rule.finds':
    "A rule whose packets are all decided by rules before it, just as it would. All rules before it are taken together, exactly, in every subnet that uses the group. A rule that rules after it would decide alike is not reported. A rule that a current requirement needs isn't reported when a broader rule before it allows the same: then the broader rule is reported as wide-security-rule.",
  'finding.shadowed-security-rule.consequence':
    'The rule does nothing, and takes one of the places of its group, which are limited.',
  'finding.shadowed-security-rule.ask':
    'Remove it. That changes no traffic. The fix is offered as an action of its own, and in the terminal with --allow remove.',
  'finding.shadowed-security-rule.blind':
    'Network cards that the group is attached to in other subnets. Where it is not known who else uses the group, that is assumed to be nobody and said, and no fix is offered unless the rule is unused in any subnet whatsoever.',

  'finding.retired-batch-opening.name': 'No opening for classic Batch',
  'finding.retired-batch-opening.short': 'no longer needed',
  'finding.retired-batch-opening.finds':
    'A rule that lets BatchNodeManagement in, on whatever port, or something public on ports 29876 and 29877. Classic Batch communication ended on 31 March 2026; nodes call Batch now.',
  'finding.retired-batch-opening.consequence': 'An opening to the internet stays that nobody needs.',
  'finding.retired-batch-opening.ask':
    'Remove the rule, after each compute from before December 2022 was scaled to zero or made again.',
  'finding.retired-batch-opening.blind':
    'How old the computes of the subnet are. A page of January 2024 still asks to let Batch in for instances with a public IP, without naming ports.',

  'finding.inbound-npip-preview-internal.name': 'No opening of the 2022 preview',
  'finding.inbound-npip-preview-internal.short': 'no longer needed',
  'finding.inbound-npip-preview-internal.finds':
    'A rule that lets VirtualNetwork in on ports 29876 and 29877 alone: the first preview of computes without a public IP asked for it. Its opening of port 44224 for AzureLoadBalancer is not reported, since computes with a public IP need that still.',
  'finding.inbound-npip-preview-internal.consequence':
    'The rule stays for a service that ended in January 2023.',
  'finding.inbound-npip-preview-internal.ask': 'Remove the rule.',
  'finding.inbound-npip-preview-internal.blind': 'Whether something else of yours listens on these ports.',

  'finding.wide-security-rule.name': 'No wider than asked',
  'finding.wide-security-rule.short': 'wider than asked',
  'finding.wide-security-rule.finds':
    'A rule that allows more than any requirement asks, of any kind of compute: the whole internet inward, the whole internet outward on more than ports 80 and 443 (on these the host lists of Microsoft can only be let through as a whole), AzureCloud, or more ports of a service tag than are asked. It also reports a rule that allows everything that a later rule for Azure ML allows, and more: the later rule is right, and decides once the broad rule is narrowed.',
  'finding.wide-security-rule.consequence': 'More gets in or out than training needs.',
  'finding.wide-security-rule.ask':
    'Name the service tag and the ports that are asked. No fix is offered: somebody may rely on the rest.',
  'finding.wide-security-rule.blind': 'What else in the subnet needs the rule.',
} as const;
