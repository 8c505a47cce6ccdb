/** What actions on files say before something is written. */
export const fileActions = {
  'file.closing.title': "Close the rest of '{subnet}': {n} needed {n:flow|flows} by rules, deny Internet",
  'file.closing.heading': "Close the rest of '{subnet}'?",
  'file.closing.write': 'Write',
  'file.closing.look': 'Show changes',
  'file.closing.written': 'Allowed by a rule of its own from then on, {n}: {names}.',
  'file.closing.closes': 'Closes to the internet: {parts}. For example {packet}',
  'file.misspeltAction':
    "'{action}' is no action of Azure, so the role '{role}' lets nobody join a subnet: it is '{right}'.",
  'file.outsideNetwork':
    "'{compute}' names no subnet, so its nodes run outside of your network, though '{subnet}' is declared for Azure ML.",
  'file.outsideNetworks':
    "'{compute}' names no subnet, so its nodes run outside of your network, though several are declared for Azure ML: {subnets}.",
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
