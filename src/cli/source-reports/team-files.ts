import { estatesOf, isExcluded, type TeamEstate } from '../../team-settings/team-file';
import { reason } from '../../core/reason';
import { UsageError, type CheckOptions } from '../options';
import type { Disk } from '../read-sources';
import { optionsForFile } from '../team-options';
import type { DeploymentSources } from './deployments';
import type { NamedFiles } from './named-files';

/**
 * Removes files in folders and patterns that the team's settings exclude. Individually named files stay.
 * @throws `UsageError` if no other file is left, because the run would pass without a check
 */
export async function withoutExcluded(
  disk: Pick<Disk, 'settingsFileFor'>,
  named: NamedFiles,
  options: CheckOptions,
): Promise<NamedFiles> {
  const listed = await Promise.all(
    named.listed.map(async (file) => {
      const { team } = await optionsForFile(disk, file, options);
      return isExcluded(team, file) ? [] : [file];
    }),
  );
  const left = { ...named, listed: listed.flat() };
  if (named.listed.length > 0 && isNothingLeft(left)) {
    throw new UsageError(reason('terminal.exclude.team', { names: options.files }));
  }
  return left;
}

function isNothingLeft({ single, listed, printed, failures }: NamedFiles): boolean {
  return single.length + listed.length + printed.length + failures.length === 0;
}

/** A deployment, which may come from the team's settings. */
type TeamDeploymentSources = DeploymentSources & { readonly estate?: TeamEstate };

interface NamedWith {
  /** Files that were named or found. */
  readonly names: readonly string[];
  readonly options: CheckOptions;
}

/**
 * Returns deployments in which templates that the team deploys together are checked together, including parts that
 * weren't named. Each of the team's deployments is included once, and its templates aren't checked separately.
 */
export async function withEstates(
  disk: Pick<Disk, 'settingsFileFor' | 'realPathOf'>,
  deployments: readonly DeploymentSources[],
  { names, options }: NamedWith,
): Promise<readonly TeamDeploymentSources[]> {
  const real = (file: string): string => disk.realPathOf(file);
  const asNamed = new Map(names.map((name) => [real(name), name]));
  const shown = (file: string): string => asNamed.get(real(file)) ?? file;
  const found = new Map<string, TeamEstate>();
  for (const name of names) {
    const { team } = await optionsForFile(disk, name, options);
    for (const estate of estatesOf(team)) {
      const templates = estate.templates.map((one) => ({ ...one, root: shown(one.root) }));
      if (templates.some(({ root }) => root === name)) {
        found.set(JSON.stringify([team?.file, estate.name]), { ...estate, templates });
      }
    }
  }
  if (found.size === 0) return deployments;
  const isPart = new Set([...found.values()].flatMap(({ templates }) => templates.map(({ root }) => root)));
  const others = deployments.flatMap(({ files, otherTemplates }): readonly DeploymentSources[] => {
    const [root, ...together] = files.filter((file) => !isPart.has(file));
    return root === undefined ? [] : [{ files: [root, ...together], otherTemplates }];
  });
  const estates = [...found.values()].flatMap((estate): readonly TeamDeploymentSources[] => {
    const [root, ...together] = estate.templates.map((one) => one.root);
    return root === undefined ? [] : [{ files: [root, ...together], otherTemplates: names, estate }];
  });
  return [...estates, ...others];
}
