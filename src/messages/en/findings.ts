/** What groups and tables are looked through for, rule by rule; `.name` to `.blind` make the page of a check. */
export const findingsMessages = {
  'finding.priority': 'Rule {name} has priority {priority}. Azure accepts {least} to {greatest}.',
  'finding.samePriority':
    'Rules {other} and {name} have the same priority ({priority}) in the same direction.',
  'finding.tagInList.sources':
    'Rule {priority} {name} lists {tag} with other sources. Azure accepts a service tag only alone.',
  'finding.tagInList.destinations':
    'Rule {priority} {name} lists {tag} with other destinations. Azure accepts a service tag only alone.',
  'finding.tagInList.alone':
    'Rule {priority} {name} has {tag} in a list of prefixes. Azure accepts it only in the property for a single prefix.',
  'finding.refused.missing': 'Rule {priority} {name} doesn’t have {value}, which Azure requires.',
  'finding.refused.ports':
    'Rule {priority} {name} has ports {value}. Azure accepts *, or a number or range from 0 to 65535; several need a list.',
  'finding.refused.address':
    'Rule {priority} {name} has the value {value}. Azure accepts an address, a prefix, a service tag, or *.',
  'finding.refused.hostBits':
    'Rule {priority} {name} has the prefix {value} with host bits set. Azure accepts only the first address of a prefix.',
  'finding.refused.families':
    'Rule {priority} {name} has {value} together with IPv4 addresses. Azure accepts one address family per rule.',
  'finding.refused.name':
    'Azure doesn’t accept the name of rule {priority} {name}. Use up to 80 letters, digits, _, ., and -, with a letter, digit, or _ first and last.',
  'finding.refused.sameName':
    'Rule {priority} {name} has the same name as an earlier rule. Azure requires unique names in an NSG.',
  'finding.refusedRoute.destination':
    'Route {name} has the destination {value}. Azure accepts a prefix or a service tag.',
  'finding.refusedRoute.hostBits':
    'Route {name} has the prefix {value} with host bits set. Azure accepts only the first address of a prefix.',
  'finding.refusedRoute.appliance':
    'Route {name} has the next hop address {value}. Azure accepts one IP address.',
  'finding.refusedRoute.noAppliance':
    'Route {name} has the next hop address {value}. Azure accepts one only with the next hop type VirtualAppliance.',
  'finding.refusedRoute.sameName':
    'Route {name} has the same name as an earlier route. Azure requires unique names in a route table.',
  'finding.misspeltTag':
    'Rule {priority} {name} has {tag}, which isn’t in the service tag list of {date}. The closest tag is {near}.',
  'finding.unknownTag':
    'Rule {priority} {name} has {tag}, which isn’t in the service tag list of {date}. No tag is similar.',
  'finding.misspeltTag.route':
    'Route {name} has {tag}, which isn’t in the service tag list of {date}. The closest tag is {near}.',
  'finding.unknownTag.route':
    'Route {name} has {tag}, which isn’t in the service tag list of {date}. No tag is similar.',
  'finding.sameRoute':
    'Routes {other} and {name} have the same destination ({destination}). A route table can have only one of them.',
  'finding.shadowed.one':
    'Rule {priority} {name} doesn’t change anything: rule {before} {other} before it already decides the same traffic in the same way.',
  'finding.shadowed.many':
    'Rule {priority} {name} doesn’t change anything: {n} rules before it, starting with {before} {other}, already decide the same traffic in the same way.',
  'finding.contradicted.allow.one':
    'Rule {priority} {name} never allows anything: rule {before} {other} before it already decides all its traffic.',
  'finding.contradicted.allow.many':
    'Rule {priority} {name} never allows anything: {n} rules before it, starting with {before} {other}, already decide all its traffic.',
  'finding.contradicted.deny.one':
    'Rule {priority} {name} never denies anything: rule {before} {other} before it already decides all its traffic.',
  'finding.contradicted.deny.many':
    'Rule {priority} {name} never denies anything: {n} rules before it, starting with {before} {other}, already decide all its traffic.',
  'finding.contradicted.either.one':
    'Rule {priority} {name} is never used: rule {before} {other} before it already decides all its traffic.',
  'finding.contradicted.either.many':
    'Rule {priority} {name} is never used: {n} rules before it, starting with {before} {other}, already decide all its traffic.',
  'finding.wrongRegion':
    'Rule {priority} {name} allows {tag}, but the network and workspace are in {regions}. No other rule covers that region.',
  'finding.otherRegion':
    'Rule {priority} {name} allows {tag}. Other rules already cover {regions}, where the network and workspace are.',
  'finding.retiredBatch':
    'Rule {priority} {name} allows inbound traffic from Azure Batch, which compute no longer needs since {date}.',
  'finding.preview2022':
    'Rule {priority} {name} allows inbound traffic that only the no-public-IP preview of 2022 needed, until {date}.',
  'finding.wide.internet.Inbound':
    'Rule {priority} {name} allows inbound traffic from the whole internet. Azure ML doesn’t require this on any port.',
  'finding.wide.internet.Outbound':
    'Rule {priority} {name} allows outbound traffic to the whole internet on more than ports 80 and 443. Azure ML doesn’t require this.',
  'finding.wide.azure.Inbound':
    'Rule {priority} {name} allows inbound traffic from {tag}, which includes the machines of all Azure customers.',
  'finding.wide.azure.Outbound':
    'Rule {priority} {name} allows outbound traffic to {tag}, which includes the machines of all Azure customers.',
  'finding.wide.covers':
    'Rule {priority} {name} already allows the traffic that {names} {n:allows|allow} for Azure ML. If you don’t need its other traffic, narrow it.',
  'finding.wide.ports': 'Rule {priority} {name} allows more ports of {tag} than the required {ports}.',

  'finding.serviceGroup':
    'Rule {priority} {name} denies traffic in an NSG that Azure ML created and manages.',

  'finding.assumed.users': 'Only the subnets shown use {group}.',
  'finding.fix.wanted':
    'If you need its traffic, don’t remove the rule. Give it a priority before the rule that decides.',
  'finding.fix.why': 'Addresses corrected.',
  'finding.fix.retired':
    'Azure might still use this rule for compute resources created before December 2022 that were never scaled to zero.',

  'finding.noFix.users': 'Other subnets might use {group} and need this rule. Their list couldn’t be read.',
  'finding.noFix.twins': 'Several items in {holder} are named {name}, so a fix can’t tell them apart.',
  'finding.noFix.worse':
    'A fix was tested on a copy. It makes another result worse or causes another problem.',
  'finding.noFix.unread': 'Part of {name} isn’t known, so it can’t be written again.',
  'finding.noFix.list': 'The addresses need several rules, and you decide their priorities.',
  'finding.noFix.tag': 'No service tag is similar enough to be certain.',
  'finding.noFix.regions': 'Several regions are possible, or the service tag doesn’t exist for the region.',
  'finding.noFix.leads': 'The two routes have different next hops, and you decide which one is right.',

  'finding.priority-out-of-range.name': 'Rule priority from 100 to 4096',
  'finding.priority-out-of-range.short': 'invalid priority',
  'finding.priority-out-of-range.finds': 'An NSG rule has a priority outside 100 to 4096.',
  'finding.priority-out-of-range.consequence': 'Azure refuses the NSG.',
  'finding.priority-out-of-range.ask':
    'Give the rule a free priority from 100 to 4096, before the rules that it must override. You decide which rules these are, so a quick fix isn’t available.',
  'finding.priority-out-of-range.blind':
    'A priority isn’t checked if it comes from a parameter without a value.',

  'finding.duplicate-priority.name': 'Unique rule priorities',
  'finding.duplicate-priority.short': 'duplicate priority',
  'finding.duplicate-priority.finds':
    'An NSG rule has the same priority and direction as another rule. The later one in the list is reported.',
  'finding.duplicate-priority.consequence': 'Azure refuses the NSG.',
  'finding.duplicate-priority.ask':
    'Change the priority of one of the two rules. You decide which one comes first, so a quick fix isn’t available.',
  'finding.duplicate-priority.blind':
    'A priority isn’t checked if it comes from a parameter without a value.',

  'finding.tag-in-address-list.name': 'Service tag alone in a rule',
  'finding.tag-in-address-list.short': 'service tag in a list',
  'finding.tag-in-address-list.finds':
    'A service tag, `Any`, or `*` is in a list with other sources or destinations. A service tag, `Any`, or `*` alone in the property for several prefixes is reported too.',
  'finding.tag-in-address-list.consequence':
    'Azure refuses the rule (SecurityRuleParameterContainsUnsupportedValue).',
  'finding.tag-in-address-list.ask':
    'Write one rule for each service tag, and one for the addresses. The quick fix moves a single value into the property for one prefix, and removes other values next to `*`.',
  'finding.tag-in-address-list.blind': 'A list isn’t checked if it comes from a parameter without a value.',

  'finding.invalid-rule-value.name': 'Valid values in NSG rules',
  'finding.invalid-rule-value.short': 'invalid value',
  'finding.invalid-rule-value.finds':
    'An NSG rule has ports that aren’t a number or range from 0 to 65535. Several ports in one text, such as `80,443`, are reported too. A rule with an invalid address or prefix, with `Any`, or with IPv4 and IPv6 together is reported too. A rule with an invalid or duplicate name is reported too. A prefix with host bits set is a warning, because the portal has accepted such prefixes.',
  'finding.invalid-rule-value.consequence':
    'Azure refuses the rule (SecurityRuleInvalidPortRange, SecurityRuleInvalidAddressPrefix, ResourceCannotContainAddressPrefixesFromDifferentAddressFamilies, InvalidResourceName).',
  'finding.invalid-rule-value.ask':
    'Write several ports or prefixes as a list, and all addresses as `*`. Write the first address of a prefix, and one rule for each address family. The intended value isn’t known, so a quick fix isn’t available.',
  'finding.invalid-rule-value.blind':
    'A value from a parameter without a value and an invalid protocol aren’t reported.',

  'finding.misspelt-service-tag.name': 'Existing service tags',
  'finding.misspelt-service-tag.short': 'unknown service tag',
  'finding.misspelt-service-tag.finds':
    'A service tag in a rule or route isn’t in the cloud’s list. The closest tag of that list is suggested. Case doesn’t matter. Misspellings from Microsoft’s own pages are recognized: `Frontdoor.FirstParty`, `Keyvault` with a region, and region names in reverse order.',
  'finding.misspelt-service-tag.consequence':
    'Azure refuses the rule or route. If the tag is newer than the list, its addresses are unknown.',
  'finding.misspelt-service-tag.ask':
    'Write the service tag as the list spells it. The quick fix is available where one tag is similar and no requirement gets worse.',
  'finding.misspelt-service-tag.blind':
    'Service tags that are newer than the list aren’t known. The result shows the date of the list.',

  'finding.invalid-route-value.name': 'Valid values in routes',
  'finding.invalid-route-value.short': 'invalid value',
  'finding.invalid-route-value.finds':
    'A route has a destination that isn’t a prefix or service tag, or an invalid next hop address. A route with a next hop address but without the type VirtualAppliance, or with a duplicate name, is reported too. The destination `*` isn’t valid either. A prefix with host bits set is a warning.',
  'finding.invalid-route-value.consequence':
    'Azure refuses the route. Until it’s fixed, the path of its traffic is unknown.',
  'finding.invalid-route-value.ask':
    'Write `0.0.0.0/0` for all addresses, the first address of a prefix, and one private address for the appliance. The intended value isn’t known, so a quick fix isn’t available.',
  'finding.invalid-route-value.blind': 'A value isn’t checked if it comes from a parameter without a value.',

  'finding.duplicate-route.name': 'One route per destination',
  'finding.duplicate-route.short': 'duplicate destination',
  'finding.duplicate-route.finds':
    'A route has the same prefix or service tag as an earlier route of the table.',
  'finding.duplicate-route.consequence':
    'Azure refuses the route table, or doesn’t use one of the two routes.',
  'finding.duplicate-route.ask':
    'Remove one of the two routes. The quick fix is available where both have the same next hop.',
  'finding.duplicate-route.blind': 'Routes that a gateway advertises aren’t compared.',

  'finding.contradicted-security-rule.name': 'NSG rules that take effect',
  'finding.contradicted-security-rule.short': 'never used',
  'finding.contradicted-security-rule.finds':
    'Earlier rules already decide all traffic of an NSG rule, at least partly in the opposite way. An example is an allow rule after a deny rule. All earlier rules count together, in each subnet that uses the NSG. A rule isn’t reported if later rules decide its traffic in the same way.',
  'finding.contradicted-security-rule.consequence':
    'The rule looks as if it allows or denies traffic, but it does nothing.',
  'finding.contradicted-security-rule.ask':
    'If you need its traffic, give the rule a priority before the rules that decide. Otherwise remove it, which doesn’t change any traffic. The quick fix removes it.',
  'finding.contradicted-security-rule.blind':
    'Network interfaces in other subnets that use the NSG aren’t checked. If other users of the NSG couldn’t be read, the result assumes none. A quick fix is then offered only if no subnet at all could use the rule.',

  'finding.auto-nsg-do-not-edit.name': 'NSGs that Azure ML manages are unchanged',
  'finding.auto-nsg-do-not-edit.short': 'in a managed NSG',
  'finding.auto-nsg-do-not-edit.finds':
    'An NSG that Azure ML creates for nodes with a public IP has a deny rule: outbound, or inbound on port 44224. The name of such an NSG ends in `-azurebatch-cloudservicenetworksecuritygroup`, and it’s in the network’s resource group. Nothing else in it is checked.',
  'finding.auto-nsg-do-not-edit.consequence': 'Batch can’t reach the nodes and marks them as unusable.',
  'finding.auto-nsg-do-not-edit.ask':
    'Remove the rule. If you need it, add it to the NSG of the subnet. Azure ML manages this NSG, so a quick fix isn’t available.',
  'finding.auto-nsg-do-not-edit.blind':
    'The rules that Azure ML itself writes are undocumented, so they aren’t checked. A cluster with 0 nodes doesn’t have such an NSG.',

  'finding.wrong-region-tag.name': 'Service tags of the right region',
  'finding.wrong-region-tag.short': 'service tag of another region',
  'finding.wrong-region-tag.finds':
    'An allow rule has a regional service tag, and neither the network nor the workspace is in that region. Storage, BatchNodeManagement, MicrosoftContainerRegistry, AzureContainerRegistry, and AzureKeyVault are checked. The result is a warning if no other rule covers the right region, otherwise info.',
  'finding.wrong-region-tag.consequence': 'The service in the right region stays blocked.',
  'finding.wrong-region-tag.ask':
    'Use the region of the network, and of the workspace if it differs, or the service tag without a region. The quick fix is available where there is one region and no requirement gets worse.',
  'finding.wrong-region-tag.blind':
    'For storage accounts, key vaults, and registries in other regions, the rule might be right.',

  'finding.shadowed-security-rule.name': 'NSG rules that aren’t redundant',
  'finding.shadowed-security-rule.short': 'redundant',
  'finding.shadowed-security-rule.finds':
    'Earlier rules already decide all traffic of an NSG rule in the same way. All earlier rules count together, in each subnet that uses the NSG. A rule isn’t reported if later rules decide its traffic in the same way. A rule that Azure ML requires isn’t reported either: instead, the broader rule before it is reported as wide-security-rule.',
  'finding.shadowed-security-rule.consequence':
    'The rule does nothing and counts toward the limit of rules in the NSG.',
  'finding.shadowed-security-rule.ask':
    'Remove the rule, which doesn’t change any traffic. The quick fix is a separate action, and the terminal requires `--allow remove`.',
  'finding.shadowed-security-rule.blind':
    'Network interfaces in other subnets that use the NSG aren’t checked. If other users of the NSG couldn’t be read, the result assumes none. A quick fix is then offered only if no subnet at all could use the rule.',

  'finding.retired-batch-opening.name': 'No inbound rule for classic Batch',
  'finding.retired-batch-opening.short': 'no longer needed',
  'finding.retired-batch-opening.finds':
    'An inbound rule allows BatchNodeManagement on any port, or public addresses on ports 29876 and 29877. Classic Batch communication ended on March 31, 2026: nodes now connect to Batch.',
  'finding.retired-batch-opening.consequence':
    'The subnet allows inbound traffic from the internet that compute doesn’t need.',
  'finding.retired-batch-opening.ask':
    'Remove the rule, after each compute resource from before December 2022 was scaled to zero or created again.',
  'finding.retired-batch-opening.blind':
    'The age of the compute resources in the subnet isn’t known. A page of January 2024 still requires inbound Batch traffic for instances with a public IP, without naming ports.',

  'finding.inbound-npip-preview-internal.name': 'No inbound rule of the 2022 preview',
  'finding.inbound-npip-preview-internal.short': 'no longer needed',
  'finding.inbound-npip-preview-internal.finds':
    'An inbound rule allows VirtualNetwork on ports 29876 and 29877 only. The first preview of compute without a public IP required it. Its rule for port 44224 from AzureLoadBalancer isn’t reported, because compute with a public IP still needs it.',
  'finding.inbound-npip-preview-internal.consequence':
    'The rule has served no purpose since the preview ended in January 2023.',
  'finding.inbound-npip-preview-internal.ask': 'Remove the rule.',
  'finding.inbound-npip-preview-internal.blind': 'Another of your services might use these ports.',

  'finding.wide-security-rule.name': 'No overly broad allow rules',
  'finding.wide-security-rule.short': 'broader than required',
  'finding.wide-security-rule.finds':
    'An allow rule is broader than any requirement. Inbound, it allows the whole internet. Outbound, it allows the whole internet on more than ports 80 and 443. In both directions, it allows AzureCloud, or more ports of a service tag than required. A rule that already allows everything that a later rule for Azure ML allows, and more, is reported too.',
  'finding.wide-security-rule.consequence': 'The subnet allows more traffic than training needs.',
  'finding.wide-security-rule.ask':
    'Use the service tag and the ports that are required. Other services might need the other traffic, so a quick fix isn’t available.',
  'finding.wide-security-rule.blind': 'Other services in the subnet might need the rule.',
} as const;
