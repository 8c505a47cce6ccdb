/** What a fix writes into the resource that it changes. */
export const fixes = {
  'fix.rule.why': 'Azure ML compute resources need this ({id}, as Microsoft asked on {date}).',
} as const;
