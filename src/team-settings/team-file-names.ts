/** Names of a team's settings file, in order of precedence within a folder. */
export const teamFileNames = [
  'aml-secure-compute.yml',
  'aml-secure-compute.yaml',
  'aml-secure-compute.json',
] as const;

/** Checks whether a path is that of a settings file. */
export function isTeamFileName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return teamFileNames.some((one) => one === name);
}
