/** What a fix writes into the resource that it changes, in French. */
export const fixesMessages = {
  'fix.rule.why': 'Nécessaire aux ressources de calcul Azure ML ({id}, demandé par Microsoft le {date}).',
} as const;
