import { reason, type Reason } from '../../core/reason';
import { jsonMember } from '../arm/json-node';
import { readJson } from '../arm/read-json';
import type { SourceFiles } from '../source/source-files';
import { artifactOf, cachedPath } from './artifact-reference';
import { noConfig, readBicepConfig, type BicepConfig } from './bicep-config';

/** A module as the compiler keeps it: an ARM template, with the name under which places speak of it. */
export interface CachedModule {
  readonly file: string;
  readonly text: string;
}

/** The module that `reference` names in the file `from`, from the compiler's cache, or why it is not known. */
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

/** A template spec is kept as Azure answers with it. Its template, each sign of it where it stands. */
function templateOfSpec(text: string): string {
  const template = jsonMember(jsonMember(readJson(text).root, 'properties'), 'mainTemplate');
  if (!template) return text;
  return text.slice(0, template.start).replace(/[^\n]/g, ' ') + text.slice(template.start, template.end);
}

const configName = 'bicepconfig.json';

/** Folders above each other; nobody nests deeper. */
const mostFolders = 30;

/**
 * What the nearest `bicepconfig.json` says, in the folder of `from` or above it, as far as may be read; undefined while
 * that is not known. All folders are asked at once, so that one more round of reading answers.
 */
function nearestConfig(from: string, files: SourceFiles): BicepConfig | undefined {
  const places = Array.from({ length: mostFolders }, (_, up) => `${'../'.repeat(up)}${configName}`);
  let isWanted = false;
  const tried = new Set<string>();
  for (const place of places) {
    const found = files.read(place, from);
    if (found.is === 'outside' || tried.has(found.file)) break;
    tried.add(found.file);
    isWanted ||= found.is === 'wanted';
    if (found.is === 'text' && !isWanted) return readBicepConfig(found.text);
  }
  return isWanted ? undefined : noConfig;
}
