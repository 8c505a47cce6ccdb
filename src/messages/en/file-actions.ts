/** What actions on files say before something is written. */
export const fileActions = {
  'file.fix.apiVersion':
    "{name} uses API version {version}, which doesn't have {property}. Use version {since} or later.",
  'file.fix.delegationUsed':
    'The delegation of {subnet} stays: these files use the subnet, or may use it, for {users}.',
  'file.fix.whichSubnet': 'More than one subnet fits: {names}. Choose one in the editor.',
  'file.title.createBilled': 'Create {name} (billed)',
  'file.title.createGateway': 'Create NAT gateway {name} (billed) and attach it to {to}',
  'file.title.undelegate': 'Remove the delegation of {name}',
  'file.title.replace2020':
    'Remove {retired} retired {retired:rule|rules}, and add {n} current outbound {n:rule|rules}',
  'file.title.also': '{title} (also changes the traffic of {names})',
  'file.title.worse': '⚠ Stops traffic of {names}: {title}',
  'file.fix.where': '{text}, in {subnet}',
  'terminal.fix.withheld': '{option} allows it: {change}.',
  'terminal.fix.hint': 'Only a hint: {option} fixes it too.',
  'terminal.fix.ignored': 'Ignored by a comment or by metadata in the files.',
  'terminal.fix.elsewhere': "A fix is known. It isn't written into files.",
  'terminal.fix.requirement': '{subnet}: {name}',
  'terminal.fix.export': "{file} is an export, so fix can't write into it.",
  'terminal.help.allow':
    'What fix may do beside adding and correcting: remove or detach something, or create something that Azure bills',
  'file.closing.title': "Close the rest of '{subnet}': {n} needed {n:flow|flows} by rules, deny Internet",
  'file.closing.heading': "Close the rest of '{subnet}'?",
  'file.closing.write': 'Write',
  'file.closing.look': 'Show changes',
  'file.closing.written': 'Allowed by a rule of its own from then on, {n}: {names}.',
  'file.closing.closes': 'Closes to the internet: {parts}. For example {packet}',
  'file.invalidValue': "'{value}' isn't an address or prefix ({property} of '{name}').",
  'file.misspeltAction':
    "'{action}' is no action of Azure, so the role '{role}' lets nobody join a subnet: it is '{right}'.",
  'file.outsideNetwork':
    "'{compute}' names no subnet, so its nodes run outside of your network, though '{subnet}' is declared for Azure ML.",
  'file.outsideNetworks':
    "'{compute}' names no subnet, so its nodes run outside of your network, though several are declared for Azure ML: {subnets}.",
  'file.order.tooEarly':
    "'{compute}' has no public IP and doesn't wait for private endpoint '{waitsFor}' of workspace '{workspace}'. Azure refuses it if it's created first.",
  'file.order.unknown':
    "Couldn't confirm that '{compute}' is created after private endpoint '{waitsFor}' of workspace '{workspace}': {because}",
  'file.order.endpoint': "'{name}' is declared here.",
  'file.order.undecided':
    'The order depends on a condition, a loop, or a name without a value before {name}.',
  'file.order.workspaceElsewhere':
    'Workspace {name} is created elsewhere and may already have a private endpoint.',
  'file.title.wait': 'Create {compute} after {endpoint}',
  'file.fix.orderCircle':
    "{endpoint} depends on '{module}', which also creates {compute}. Move {compute} to a module that depends on {endpoint}.",
  'file.fix.orderUnnamed': 'In {file}, {endpoint} has no name that dependsOn could use for {compute}.',
  'file.fix.orderLoop':
    'One loop creates both {compute} and {endpoint}. Create {compute} in a separate module.',
  'file.governance.scope':
    "Whether {scope}, the scope of '{name}', includes this resource isn't known from the files.",
  'file.lock.level': "Lock '{name}' has no level that is known.",
  'file.policy.denies': "Policy assignment '{policy}' denies '{resource}', so Azure refuses to create it.",
  'file.policy.perhaps': "Couldn't confirm that policy assignment '{policy}' allows '{resource}': {because}",
  'file.policy.parameter': "Policy '{policy}' has no value for its parameter {name}.",
  'file.policy.condition': "Policy '{policy}' has a condition that can't be evaluated from files: {part}",
  'file.policy.definition': "The definition of policy '{policy}' isn't in the files: {id}",
  'file.policy.selects':
    "Policy '{policy}' has resource selectors, overrides, or an enforcement mode that files don't decide.",
  'file.policy.exempted': "Policy '{policy}' has an exemption, which may be for a part of it or for a time.",
  'file.meantSubnet': "'{subnet}' is declared here.",
  'file.title.joinSubnet': "Put {compute} into '{subnet}'",
  'file.fix.computeComputed': 'What {name} is given is computed, so its subnet cannot be written there.',
  'file.fix.notReady':
    "With {name} in '{subnet}' {n:another check|other checks} would fail, which {n:has|have} to be settled first: {ids}.",
  'file.fix.subnetUnnamed':
    'Nothing in {file} names {name}: it is declared under a condition, in a loop or in another file, or its name is computed.',
  'file.explain.fixes': 'What fixes it',
  'file.title.ignoreHere': 'Ignore {id} in this resource',
  'file.title.spelling': 'Write {right}',
  'file.fixAll.title': 'Make every network fix that changes no traffic',
  'terminal.ignored': 'Ignored, as the files say, {n}: {ids}',
  'terminal.closing.done': '{file}: the rest is closed:',
  'terminal.closing.would': '{file}: this would close the rest, not written (--dry-run):',
  'terminal.help.closeRest':
    'Instead of fixing: where a subnet works only by default rules, an allow for each needed flow and a deny of Internet below',
  'terminal.closing.none':
    '{file}: nothing to close. No subnet works only by Azure’s default rules, something there is to fix first, or it cannot be written here.',
} as const;
