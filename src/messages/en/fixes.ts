/** What a fix writes into the resource that it changes. */
export const fixesMessages = {
  'fix.rule.why': 'Azure ML compute resources need this ({id}, as Microsoft asked on {date}).',
} as const;
