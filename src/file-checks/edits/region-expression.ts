import type { DeclaredResource } from '../../documents/model/declared-resource';
import type { Place } from '../../documents/source/place';
import type { Template } from '../../documents/template/template';
import type { EditedFiles } from './edited-files';
import { memberSource } from './member-source';

/**
 * What a resource gives for its region, as it may be written at a place: what it is made of means the same only where the
 * resource itself stands, and a parameter also in what its file gives that resource. Null elsewhere, and where the region
 * is written out.
 */
export function regionExpressionAt(
  { place: resource }: DeclaredResource,
  place: Place,
  files: EditedFiles,
): string | null {
  const template = files.templateOf(resource.file);
  const text = files.textOf(resource.file);
  if (!template || text === undefined || place.file !== resource.file) return null;
  const source = memberSource(template, { resource, member: 'location' }, text);
  if (source === null || isWithin(place, resource)) return source;
  return isParameter(source, template) && !isOnItsOwn(place, template) ? source : null;
}

function isParameter(source: string, { language, parameters }: Template): boolean {
  const name = language === 'bicep' ? source : /^parameters\('(\w+)'\)$/i.exec(source)?.[1];
  return parameters.some((one) => one.name === name);
}

/** In what other files may take from this one, and in a function: neither may name a parameter. */
function isOnItsOwn(place: Place, { variables, functions }: Template): boolean {
  const exported = variables.filter(({ isExported }) => isExported);
  return [...exported, ...functions].some((one) => isWithin(place, one.place));
}

function isWithin({ start, end }: Place, outer: Place): boolean {
  return outer.start <= start && outer.end >= end;
}
