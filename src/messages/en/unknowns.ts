/** Why something is not known. */
export const unknowns = {
  'unknown.permission': 'You may not read {name} (needs {role} on {scope}).',
  'unknown.parameter': "'{name}' has no value here.",
  'unknown.tag': "Service tag '{tag}' is not in the list of {date}.",
  'unknown.complex': 'Too many overlapping rules to decide exactly.',
  'unknown.bgp': 'The network has a gateway that may bring routes from on-premises.',
  'unknown.notRead': '{name} was not read.',
  'unknown.notChosen': 'Not chosen yet.',

  'duration.seconds': '{s} s',
  'duration.minutes': '{min} min {s} s',
} as const;
