/** Workspaces that are hubs, projects or feature stores. */
export const workspaceKinds = {
  'where.kind.hub': 'hub',
  'where.kind.project': 'project',
  'where.kind.feature-store': 'feature store',
  'where.networkOfHub': 'that of its hub',
  'where.project':
    '{name} is a project of {hub}. Its computes are made in the hub and live in the hub’s network.',
  'where.projectHubNotReadable':
    '{name} is a project. Its computes are made in its hub, which is not readable here.',
  'where.featureStore':
    '{name} is a feature store. It does its work on serverless Spark and holds no compute: choose a workspace.',
  'action.chooseHub': 'Choose {hub}',
  'section.missing.computes': 'Choose a workspace that holds computes to continue',
  'page.workspace.plain': 'workspace',
} as const;
