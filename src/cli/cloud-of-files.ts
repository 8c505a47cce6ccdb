import { cloudOfRegion } from '../core/azure-facts/clouds';
import { regionDisplayName } from '../core/azure-facts/regions';
import type { Cloud } from '../core/network/model';
import { namedTemplate, type NamedDisk } from './named-template';
import type { CheckOptions, GivenOptions } from './options';
import type { Disk } from './read-sources';

/** What the command line does not say of the cloud, its region says, then the locations that the files write. */
export async function withCloud(
  disk: NamedDisk & Pick<Disk, 'list'>,
  said: GivenOptions,
): Promise<CheckOptions> {
  if (said.cloud !== undefined) return { ...said, cloud: said.cloud };
  if (said.region !== undefined) return { ...said, cloud: cloudOfRegion(said.region) };
  const clouds = new Set<Cloud>();
  for (const name of await namesOf(disk, said)) {
    for (const region of locationsIn(await textOf(disk, said, name))) clouds.add(cloudOfRegion(region));
  }
  const [only = 'public'] = clouds;
  if (clouds.size === 1) return { ...said, cloud: only };
  return { ...said, cloud: 'public', isCloudAssumed: true };
}

async function namesOf(
  disk: Pick<Disk, 'list'>,
  { files, params }: GivenOptions,
): Promise<readonly string[]> {
  // `explain` names a line.
  const named = files.map((file) => file.replace(/:\d+$/, ''));
  const inside = await Promise.all(named.map(async (name) => (await disk.list(name)) ?? [name]));
  return [...inside.flat(), ...(params === undefined ? [] : [params])];
}

/** A template with its values. Whoever checks the file says why it cannot be read. */
async function textOf(disk: NamedDisk, said: GivenOptions, name: string): Promise<string> {
  try {
    const { root, options } = await namedTemplate(disk, name, said);
    const values = options.params === undefined ? undefined : await disk.readFile(options.params);
    return [root.text, values?.text ?? ''].join('\n');
  } catch {
    return '';
  }
}

/** Of resources, and of a parameter or variable that is called so: Bicep, templates, their parameters and exports. */
const location =
  /\blocation["']?\s*(?:string\s*)?[:=]\s*(?:\{[^{}]*?"(?:value|defaultValue)"\s*:\s*)?["']([a-z0-9 ]+)["']/gi;

/** Of a parameter or variable by any other name. */
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
