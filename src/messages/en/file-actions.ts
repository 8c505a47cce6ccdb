/** What actions on files say before something is written. */
export const fileActionsMessages = {
  'file.fix.apiVersion':
    '{name} uses API version {version}, which doesn’t have {property}. Use version {since} or later.',
  'file.fix.delegationUsed':
    'The delegation of {subnet} stays: these files use the subnet, or might use it, for {users}.',
  'file.fix.whichSubnet': 'More than one subnet matches: {names}. Select one in the editor.',
  'file.title.createBilled': 'Create {name} (billed)',
  'file.title.createGateway': 'Create NAT gateway {name} (billed) and attach it to {to}',
  'file.title.undelegate': 'Remove the delegation of {name}',
  'file.title.replace2020':
    'Remove {retired} retired {retired:rule|rules}, and add {n} current outbound {n:rule|rules}',
  'file.title.also': '{title} (also changes the traffic of {names})',
  'file.title.worse': '⚠ Stops traffic of {names}: {title}',
  'file.fix.where': '{text}, in {subnet}',
  'terminal.fix.withheld': '{change}: run again with {option}.',
  'terminal.fix.hint': 'Info only: {option} fixes it too.',
  'terminal.fix.ignored': 'Ignored by a comment or by metadata in the files.',
  'terminal.fix.elsewhere': 'A fix exists, but it can’t be written into files.',
  'terminal.fix.requirement': '{subnet}: {name}',
  'terminal.fix.export': '{file} is an export, so fix can’t write to it.',
  'terminal.help.allow':
    'Fixes to allow in addition: remove (removes or detaches something), cost (creates something that Azure bills)',
  'file.closing.title':
    "Deny other outbound traffic of '{subnet}': allow {n} required {n:flow|flows}, deny Internet",
  'file.closing.heading': "Deny other outbound traffic of '{subnet}'?",
  'file.closing.write': 'Write rules',
  'file.closing.look': 'Show changes',
  'file.closing.written': 'New allow rules for {n} {n:flow|flows}: {names}.',
  'file.closing.closes': 'No longer allowed to the internet: {parts}. Example packet: {packet}',
  'file.invalidValue': "'{value}' isn’t an address or prefix ({property} of '{name}').",
  'file.firewall.noTarget': "'{rule}' doesn’t have a destination, so Azure refuses the firewall’s rules.",
  'file.firewall.emptyName':
    "'{rule}' has an empty host name, so the deployment of the firewall’s rules fails.",
  'file.firewall.noAddress':
    "'{value}' in '{rule}' isn’t an address, a range, or a service tag, so the rule matches nothing. Use the name of the service tag.",
  'file.misspeltAction':
    "'{action}' isn’t an Azure action, so role '{role}' doesn’t allow joining a subnet. Use '{right}'.",
  'file.outsideNetwork':
    "'{compute}' doesn’t specify a subnet, so it runs outside your network. '{subnet}' is declared for Azure ML.",
  'file.outsideNetworks':
    "'{compute}' doesn’t specify a subnet, so it runs outside your network. Several are declared for Azure ML: {subnets}.",
  'file.order.tooEarly':
    "'{compute}' doesn’t have a public IP and doesn’t wait for private endpoint '{waitsFor}' of workspace '{workspace}'. Azure refuses it if it’s created first.",
  'file.order.unknown':
    "Couldn’t confirm that '{compute}' is created after private endpoint '{waitsFor}' of workspace '{workspace}': {because}",
  'file.order.endpoint': "Declaration of '{name}'.",
  'file.order.undecided':
    'The order depends on a condition, a loop, or a name without a value before {name}.',
  'file.order.target': 'The private endpoint is for {name}, which might be this workspace.',
  'file.order.workspaceElsewhere':
    'Workspace {name} is created elsewhere and might already have a private endpoint.',
  'file.title.wait': 'Create {compute} after {endpoint}',
  'file.fix.orderCircle':
    "{endpoint} depends on '{module}', which also creates {compute}. Move {compute} to a module that depends on {endpoint}.",
  'file.fix.orderUnnamed':
    'In {file}, {endpoint} doesn’t have a name that dependsOn could use for {compute}.',
  'file.fix.orderLoop':
    'One loop creates both {compute} and {endpoint}. Create {compute} in a separate module.',
  'file.governance.scope':
    "The files don’t show whether {scope}, the scope of '{name}', includes this resource.",
  'file.lock.level': "The level of lock '{name}' isn’t known.",
  'file.delegatedEndpoint':
    "Private endpoint '{endpoint}' is in subnet '{subnet}', which is delegated to {service}. Azure refuses a private endpoint there.",
  'file.policy.denies': "Policy assignment '{policy}' denies '{resource}', so Azure refuses to create it.",
  'file.policy.perhaps': "Couldn’t confirm that policy assignment '{policy}' allows '{resource}': {because}",
  'file.policy.parameter': "Policy '{policy}' doesn’t have a value for its parameter {name}.",
  'file.policy.condition': "Policy '{policy}' has a condition that can’t be evaluated from files: {part}",
  'file.policy.definition': "The files don’t contain the definition of policy '{policy}': {id}",
  'file.policy.selects':
    "Policy '{policy}' has resource selectors, overrides, or an enforcement mode that can’t be evaluated from files.",
  'file.policy.exempted':
    "Policy '{policy}' has an exemption, which might cover only a part or a limited time.",
  'file.meantSubnet': "Declaration of '{subnet}'.",
  'file.title.joinSubnet': "Put {compute} into '{subnet}'",
  'file.fix.computeComputed': 'The definition of {name} is computed, so its subnet can’t be written.',
  'file.fix.notReady':
    "With {name} in '{subnet}', {n:another check fails|other checks fail}. Fix {n:it|them} first: {ids}.",
  'file.fix.subnetUnnamed':
    '{file} can’t refer to {name}: it’s declared under a condition, in a loop, or in another file, or its name is computed.',
  'file.explain.fixes': 'Quick fixes',
  'file.title.ignoreHere': 'Ignore {id} in this resource',
  'file.title.spelling': 'Write {right}',
  'file.fixAll.title': 'Apply all network fixes that don’t change traffic',
  'terminal.ignored': '{n} ignored in the files: {ids}',
  'terminal.closing.done': '{file}: other outbound traffic is now denied:',
  'terminal.closing.would': '{file}: would deny other outbound traffic (not written, --dry-run):',
  'terminal.help.closeRest':
    'Where a subnet relies on default rules, adds an allow rule for each required flow and denies other internet traffic',
  'terminal.closing.none':
    '{file}: nothing to deny. No subnet relies on Azure’s default rules only, errors must be fixed first, or the rules can’t be written.',
} as const;
