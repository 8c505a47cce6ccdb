/** Espaces de travail qui sont des hubs, des projets ou des magasins de fonctionnalités. */
export const workspaceKindsMessages = {
  'where.kind.hub': 'hub',
  'where.kind.project': 'projet',
  'where.kind.feature-store': 'magasin de fonctionnalités',
  'where.networkOfHub': 'réseau de son hub',
  'where.project':
    '{name} est un projet de {hub}. Vous créez ses ressources de calcul dans le hub, et elles utilisent le réseau du hub.',
  'where.projectHubNotReadable':
    '{name} est un projet. Vous créez ses ressources de calcul dans son hub, qui n’a pas pu être lu.',
  'where.featureStore':
    '{name} est un magasin de fonctionnalités, qui utilise Spark serverless au lieu de ressources de calcul. Choisissez un espace de travail.',
  'action.chooseHub': 'Choisir {hub}',
  'section.missing.computes':
    'Choisissez un espace de travail pouvant contenir des ressources de calcul pour continuer',
  'page.workspace.plain': 'espace de travail',
} as const;
