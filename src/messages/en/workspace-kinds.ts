/** Workspaces that are hubs, projects or feature stores. */
export const workspaceKindsMessages = {
  'where.kind.hub': 'hub',
  'where.kind.project': 'project',
  'where.kind.feature-store': 'feature store',
  'where.networkOfHub': 'network of its hub',
  'where.project':
    '{name} is a project of {hub}. You create its compute resources in the hub, and they use the hub’s network.',
  'where.projectHubNotReadable':
    '{name} is a project. You create its compute resources in its hub, which couldn’t be read.',
  'where.featureStore':
    '{name} is a feature store, which uses serverless Spark instead of compute resources. Choose a workspace.',
  'action.chooseHub': 'Choose {hub}',
  'section.missing.computes': 'Choose a workspace that can contain compute resources to continue',
  'page.workspace.plain': 'workspace',
} as const;
