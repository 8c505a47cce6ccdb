/** Espaces de travail qui sont des hubs, des projets ou des magasins de fonctionnalités. */
export const workspaceKinds = {
  'where.kind.hub': 'hub',
  'where.kind.project': 'projet',
  'where.kind.feature-store': 'magasin de fonctionnalités',
  'where.networkOfHub': 'celui de son hub',
  'where.project':
    '{name} est un projet de {hub}. Ses calculs se créent dans le hub et vivent dans le réseau du hub.',
  'where.projectHubNotReadable':
    '{name} est un projet. Ses calculs se créent dans son hub, qui n’est pas lisible ici.',
  'where.featureStore':
    '{name} est un magasin de fonctionnalités. Il travaille sur Spark serverless et ne contient aucun calcul : choisissez un espace de travail.',
  'action.chooseHub': 'Choisir {hub}',
  'section.missing.computes': 'Choisir un espace de travail qui contient des calculs pour continuer',
  'page.workspace.plain': 'espace de travail',
} as const;
