/** What editor and terminal say of files. */
export const files = {
  'document.wrongType': '{is} is written where {type} is meant.',
  'document.notAWord': '{word} is not one of Azure’s words.',
  'document.lacks': '{name} does not say {property}.',
  'document.noLocation': 'The file does not say the region.',

  'file.outbound.blocked': "'{subnet}' cannot reach {remote} on {part}: {by}.",
  'file.outbound.partly': "'{subnet}' reaches {remote} on {open} but not on {shut}: {by}.",
  'file.outbound.default':
    "'{subnet}' reaches {remote} on {part} only by Azure’s default rule {priority}. A deny-all would block it.",
  'file.inbound.blocked': "{remote} cannot reach '{subnet}' on {part}: {by}.",
  'file.inbound.partly': "{remote} reaches '{subnet}' on {open} but not on {shut}: {by}.",
  'file.inbound.default':
    "{remote} reaches '{subnet}' on {part} only by Azure’s default rule {priority}. A deny-all would block it.",
  'file.replyLost': "Answers to {remote} leave by {hop} (route '{route}'), so calls to nodes are lost.",
  'file.noWayOut': "'{subnet}' has no way out: {because}.",
  'file.handedOn': "'{subnet}' reaches {remote} on {part} through {hop}, which decides.",
  'file.notMet': "'{subnet}': {name}. {text}",
  'file.undecided': "'{subnet}': not decided. {because} It concerns {n} {n:check|checks}: {names}.",
  'file.elsewhere':
    "The subnet '{subnet}' of '{compute}' is not in this file, so its network is not checked.",
  'file.byRule': "rule {priority} '{name}' blocks it",
  'file.byNoRule': 'no rule allows it before default rule {priority}',
  'file.byFirewall': "rule '{name}' of firewall {firewall} blocks it",
  'file.byNoFirewallRule': 'no rule of firewall {firewall} allows it',
  'file.byRoute': "route '{route}' drops it",
  'file.part': 'a part',
  'file.related': '{decided} For example {packet}',
  'file.rule': "Rule {priority} '{name}' decides.",
  'file.firewall': "Rule '{name}' of firewall {firewall} decides.",
  'file.route': "Route '{name}' to {destination} decides.",
} as const;
