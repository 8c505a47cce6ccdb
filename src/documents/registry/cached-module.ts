import { reason, type Reason } from '../../core/reason';
import { jsonMember } from '../arm/json-node';
import { readJson } from '../arm/read-json';
import type { SourceFiles } from '../source/source-files';
import { artifactOf, cachedPath } from './artifact-reference';
import { noConfig, readBicepConfig, type BicepConfig } from './bicep-config';

/** A module in the compiler's cache: an ARM template, with its name in places. */
export interface CachedModule {
  readonly file: string;
  readonly text: string;
}

/**
 * Returns the module that `reference` in the file `from` refers to, from the compiler's cache, or the reason why it
 * isn't known.
 */
export function cachedModule(reference: string, from: string, files: SourceFiles): CachedModule | Reason {
  const config = nearestConfig(from, files);
  if (config === undefined) return reason('unknown.file.wanted', { file: configName });
  const artifact = artifactOf(reference, config);
  if (!artifact) return reason('unknown.moduleReference', { name: reference });
  const found = files.cached(cachedPath(artifact), config.cacheRoot);
  switch (found.is) {
    case 'text':
      return { file: found.file, text: artifact.scheme === 'ts' ? templateOfSpec(found.text) : found.text };
    case 'wanted':
      return reason('unknown.file.wanted', { file: reference });
    case 'outside':
      return reason('unknown.registryModule', { name: reference });
    case 'missing':
      return reason('unknown.notRestored', { name: reference, command: 'bicep restore' });
  }
}

/**
 * Returns the template of a template spec, which is cached as Azure's response. The offsets of the template stay the
 * same.
 */
function templateOfSpec(text: string): string {
  const template = jsonMember(jsonMember(readJson(text).root, 'properties'), 'mainTemplate');
  if (!template) return text;
  return text.slice(0, template.start).replace(/[^\n]/g, ' ') + text.slice(template.start, template.end);
}

const configName = 'bicepconfig.json';

/** Maximum number of parent folders. Projects aren't nested deeper. */
const mostFolders = 30;

/**
 * Reads the nearest `bicepconfig.json`, in the folder of `from` or above, as far as files can be accessed. Undefined
 * while that isn't known. All folders are requested at once, so that one more round of reading is enough.
 */
function nearestConfig(from: string, files: SourceFiles): BicepConfig | undefined {
  const places = Array.from({ length: mostFolders }, (_, up) => `${'../'.repeat(up)}${configName}`);
  let isWanted = false;
  const requested = new Set<string>();
  for (const place of places) {
    const found = files.read(place, from);
    if (found.is === 'outside' || requested.has(found.file)) break;
    requested.add(found.file);
    isWanted ||= found.is === 'wanted';
    if (found.is === 'text' && !isWanted) return readBicepConfig(found.text);
  }
  return isWanted ? undefined : noConfig;
}
