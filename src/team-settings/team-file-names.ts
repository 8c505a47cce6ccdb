/** Names of a team's settings file, the first of a folder counts. */
export const teamFileNames = [
  'aml-secure-compute.yml',
  'aml-secure-compute.yaml',
  'aml-secure-compute.json',
] as const;

/** True of the path of a settings file. */
export function isTeamFileName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return teamFileNames.some((one) => one === name);
}
