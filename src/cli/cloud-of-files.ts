import { cloudOfRegion } from '../core/azure-facts/clouds';
import { regionDisplayName } from '../core/azure-facts/regions';
import type { Cloud } from '../core/network/model';
import { namedTemplate, type NamedDisk } from './named-template';
import type { CheckOptions, GivenOptions } from './options';
import type { Disk } from './read-sources';
import { withTeamSettings } from './team-options';

type CloudSources = Omit<CheckOptions, 'cloud'> & Pick<GivenOptions, 'cloud'>;

type OptionsDisk = NamedDisk & Pick<Disk, 'list' | 'settingsFileFor'>;

/**
 * Completes the options: from the command line, then the team's settings file, and for the cloud from the files.
 * @throws `UsageError`
 */
export async function completeOptions(disk: OptionsDisk, given: GivenOptions): Promise<CheckOptions> {
  return withCloud(disk, await withTeamSettings(disk, given));
}

/**
 * If neither the command line nor the team sets the cloud, it's the cloud of the region, or else of the locations in
 * the files.
 */
async function withCloud(disk: OptionsDisk, overrides: CloudSources): Promise<CheckOptions> {
  if (overrides.cloud !== undefined) return { ...overrides, cloud: overrides.cloud };
  if (overrides.region !== undefined) return { ...overrides, cloud: cloudOfRegion(overrides.region) };
  const clouds = await cloudsIn(disk, overrides);
  const [only = 'public'] = clouds;
  if (clouds.size === 1) return { ...overrides, cloud: only };
  return { ...overrides, cloud: 'public', isCloudAssumed: true };
}

/** Number of files that are read at once. Each may have a parameters file. */
const filesAtOnce = 32;

/** Returns the clouds of the locations in the files. It ends at the second cloud, because then none is certain. */
async function cloudsIn(disk: OptionsDisk, overrides: CloudSources): Promise<ReadonlySet<Cloud>> {
  const clouds = new Set<Cloud>();
  const names = await namesOf(disk, overrides);
  for (let at = 0; at < names.length && clouds.size < 2; at += filesAtOnce) {
    const texts = names.slice(at, at + filesAtOnce).map((name) => textOf(disk, overrides, name));
    for (const region of (await Promise.all(texts)).flatMap(locationsIn)) clouds.add(cloudOfRegion(region));
  }
  return clouds;
}

async function namesOf(
  disk: Pick<Disk, 'list'>,
  { files, params }: Pick<GivenOptions, 'files' | 'params'>,
): Promise<readonly string[]> {
  // `explain` names a line.
  const named = files.map((file) => file.replace(/:\d+$/, ''));
  const inside = await Promise.all(named.map(async (name) => (await disk.list(name)) ?? [name]));
  return [...inside.flat(), ...(params === undefined ? [] : [params])];
}

/** Returns the text of a template with its values. If it can't be read, the check of the file reports why. */
async function textOf(
  disk: NamedDisk,
  overrides: Pick<CheckOptions, 'params' | 'noParams' | 'root' | 'team'>,
  name: string,
): Promise<string> {
  try {
    const { root, options } = await namedTemplate(disk, name, overrides);
    const values = options.params === undefined ? undefined : await disk.readFile(options.params);
    return [root.text, values?.text ?? ''].join('\n');
  } catch {
    return '';
  }
}

/**
 * Matches locations of resources, and of parameters or variables with that name, in Bicep, templates, their parameters,
 * and exports.
 */
const location =
  /\blocation["']?\s*(?:string\s*)?[:=]\s*(?:\{[^{}]*?"(?:value|defaultValue)"\s*:\s*)?["']([a-z0-9 ]+)["']/gi;

/** Matches the value of a parameter or variable with any other name. */
const otherValue =
  /(?:\b(?:param|var) +\w+ +(?:string +)?= *'|"(?:defaultValue|value)" *: *")([a-z0-9 ]+)['"]/gi;

function locationsIn(text: string): readonly string[] {
  const written = [...text.matchAll(location)].map(([, region = '']) => region);
  const others = [...text.matchAll(otherValue)].map(([, value = '']) => value);
  return [
    ...written.filter((region) => !/^global$/i.test(region)),
    ...others.filter((value) => regionDisplayName(value) !== undefined),
  ];
}
