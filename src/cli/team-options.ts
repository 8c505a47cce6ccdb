import { isPlanKind } from '../core/compute-kinds';
import { reason } from '../core/reason';
import { faultPosition, readTeamSettings } from '../team-settings/read-team-settings';
import { firstStated, type TeamFile } from '../team-settings/team-file';
import { formatReason } from '../wording/reason-text';
import { placedErrorText } from './placed-error-text';
import type { Terminal } from './terminal';
import { UsageError, type CheckOptions, type GivenOptions, type PlacedSettingsFault } from './options';
import { withSlashes, type Disk, type FoundSettingsFile } from './read-sources';

type SettingsDisk = Pick<Disk, 'settingsFileFor'>;

/**
 * Adds the settings file of the first file to the options. The command line takes precedence.
 * @throws `UsageError`
 */
export async function withTeamSettings(
  disk: SettingsDisk,
  given: GivenOptions,
): Promise<Omit<CheckOptions, 'cloud'> & Pick<GivenOptions, 'cloud'>> {
  const [first = '.'] = given.files;
  const found = await disk.settingsFileFor(first.replace(/:\d+$/, ''));
  return merged(given, found && readFound(found));
}

/** Returns the options for a file with a different settings file, with the cloud of the run. */
export async function optionsForFile(
  disk: SettingsDisk,
  file: string,
  options: CheckOptions,
): Promise<CheckOptions> {
  const found = await disk.settingsFileFor(file);
  if (found?.folder === options.team?.folder) return options;
  const { cloud } = options;
  return { ...options, ...merged(options.given, found && readFound(found)), cloud };
}

interface ReadFound {
  readonly team: TeamFile;
  readonly faults: readonly PlacedSettingsFault[];
}

/** Files of one run share their settings file, which is read once. */
const known = new WeakMap<FoundSettingsFile, ReadFound>();

function readFound(found: FoundSettingsFile): ReadFound {
  const before = known.get(found);
  if (before) return before;
  const { file, folder, base } = found;
  const { settings, faults } = readTeamSettings(file.name, file.text);
  const teamSettings = {
    team: { file: withSlashes(file.name), folder, base, settings },
    faults: faults.map((one) => ({
      place: { file: withSlashes(file.name), ...faultPosition(file.text, one) },
      because: one.because,
    })),
  };
  known.set(found, teamSettings);
  return teamSettings;
}

/** A settings file that applies to files of the run, with its faults. */
export interface SettingsOfFiles {
  readonly file: string;
  readonly faults: readonly PlacedSettingsFault[];
}

/** Returns the settings files of the run and of its files, each once. */
export async function settingsOfFiles(
  disk: SettingsDisk,
  { team, teamFaults }: Pick<CheckOptions, 'team' | 'teamFaults'>,
  files: readonly string[],
): Promise<readonly SettingsOfFiles[]> {
  const all = await Promise.all(files.map((file) => disk.settingsFileFor(file)));
  const others = all.flatMap((found) => (found ? [readFound(found)] : []));
  const own = team ? [{ team, faults: teamFaults }] : [];
  const byFolder = new Map([...others, ...own].map((one) => [one.team.folder, one] as const));
  return [...byFolder.values()].map(({ team: { file }, faults }) => ({ file, faults }));
}

/** Prints the faults of settings files, whose other settings apply. Returns the number of faults. */
export function printSettingsFaults(
  { say, error }: Pick<Terminal, 'say' | 'error'>,
  faults: readonly PlacedSettingsFault[],
): number {
  for (const { place, because } of faults) {
    error(`${placedErrorText({ place, because: formatReason(say, because) })}\n`);
  }
  return faults.length;
}

function merged(given: GivenOptions, found: ReadFound | undefined) {
  const { allSubnets, ...stated } = given;
  const own = { ...stated, ...(allSubnets ? { allSubnets } : {}) };
  const { profile = 'current', allSubnets: isAll = false, ...first } = firstStated(own, found?.team.settings);
  requirePlanKind(first.compute, profile);
  return {
    ...given,
    compute: first.compute,
    publicIp: first.publicIp,
    workspace: first.workspace,
    region: first.region,
    serviceRegions: first.serviceRegions,
    cloud: first.cloud,
    profile,
    allSubnets: isAll,
    team: found?.team,
    teamFaults: found?.faults ?? [],
    given,
  };
}

/**
 * Requires a supported kind.
 * @throws `UsageError` for compute that didn't exist in December 2020
 */
function requirePlanKind(compute: CheckOptions['compute'], profile: CheckOptions['profile']): void {
  if (compute === undefined || isPlanKind(compute) || profile !== '2020-12') return;
  throw new UsageError(reason('terminal.serverless2020', { profile: `--profile ${profile}` }));
}
