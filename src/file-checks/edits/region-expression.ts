import { regionOf } from '../../core/unstated-region';
import type { WrittenValue } from '../../documents/edits/text-edit';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import type { DeclaredResource } from '../../documents/model/declared-resource';
import { locationPart, partOf } from '../../documents/model/parts';
import type { SourceRange } from '../../documents/source/source-range';
import type { Template } from '../../documents/template/template';
import type { EditedFiles } from './edited-files';
import { declarationAt, memberSource } from './member-source';

/**
 * What a resource gives for its region, as it may be written at a place: what it is made of means the same only where the
 * resource itself stands, and a parameter also in what its file gives that resource. Null elsewhere, and where the region
 * is written out.
 */
export function regionExpressionAt(
  { place: resource }: DeclaredResource,
  place: SourceRange,
  files: EditedFiles,
): string | null {
  const root = files.templateOf(resource.file);
  const text = files.textOf(resource.file);
  if (!root || text === undefined || place.file !== resource.file) return null;
  const source = sourceOf(resource, root, text);
  if (source === null || isWithin(place, resource)) return source;
  const scope = scopeAround(root, place);
  const isSameScope = scope === scopeAround(root, resource);
  return isSameScope && isParameter(source, scope) && !isOnItsOwn(place, scope) ? source : null;
}

/** The region of what is declared at a place. */
export interface RegionAt {
  readonly location: WrittenValue;
  /** The region as an expression of the file; null where it is written out. */
  readonly region: string | null;
}

/**
 * The region of a network for what is declared at a place: its own expression, or that of another resource of the same
 * template in the same region. Undefined where the template has none: no region is written that it doesn't give.
 */
export function regionFor(
  { resources }: Pick<DeclaredNetwork, 'resources'>,
  home: DeclaredResource,
  { place, files }: { readonly place: SourceRange; readonly files: EditedFiles },
): RegionAt | undefined {
  const root = files.templateOf(place.file);
  const text = files.textOf(place.file);
  const wanted = locationOfResource(home);
  if (!root || text === undefined || wanted === undefined) return undefined;
  const scope = scopeAround(root, place);
  const isHere = (one: DeclaredResource): boolean =>
    !one.isExisting &&
    one.place.file === place.file &&
    scopeAround(root, one.place) === scope &&
    locationOfResource(one) === wanted;
  const near = [home, ...resources].filter(isHere);
  const regions = near.flatMap((one) => regionIn(one, root, text) ?? []);
  return regions[0];
}

function locationOfResource({ body }: DeclaredResource): string | undefined {
  return regionOf(locationPart(partOf(body, 'location')));
}

/** What a loop gives differs from turn to turn, so that a copy of it means nothing outside. */
function regionIn({ place, body }: DeclaredResource, root: Template, text: string): RegionAt | undefined {
  const region = sourceOf(place, root, text);
  const isRepeated = declarationAt(templateAround(root, place), place)?.loop !== null;
  if (region !== null) {
    const isFree = !isRepeated || isParameter(region, scopeAround(root, place));
    return isFree ? { region, location: { $expression: region } } : undefined;
  }
  const location = partOf(body, 'location');
  const isWritten = location?.is === 'text' && location.from !== null && isWithin(location.from, place);
  return isWritten ? { region, location: location.value } : undefined;
}

function sourceOf(resource: SourceRange, root: Template, text: string): string | null {
  return memberSource(templateAround(root, resource), { resource, member: 'location' }, text);
}

/** The innermost template that holds a place: the file's, or one nested in it. */
function templateAround(root: Template, place: SourceRange): Template {
  const nested = nestedAround(root, place);
  return nested ? templateAround(nested.template, place) : root;
}

/** The template whose parameters and variables expressions at a place mean. */
export function scopeAround(root: Template, place: SourceRange): Template {
  const nested = nestedAround(root, place);
  if (!nested) return root;
  const inner = scopeAround(nested.template, place);
  return inner === nested.template && !nested.inner ? root : inner;
}

function nestedAround(
  { modules }: Template,
  place: SourceRange,
): { readonly template: Template; readonly inner: boolean } | undefined {
  const around = modules.find((one) => one.source.is === 'inline' && isWithin(place, one.place));
  return around?.source.is === 'inline' ? around.source : undefined;
}

function isParameter(source: string, { language, parameters }: Template): boolean {
  const name = language === 'bicep' ? source : /^parameters\('(\w+)'\)$/i.exec(source)?.[1];
  return parameters.some((one) => one.name === name);
}

/** In what other files may take from this one, and in a function: neither may name a parameter. */
function isOnItsOwn(place: SourceRange, { variables, functions }: Template): boolean {
  const exported = variables.filter(({ isExported }) => isExported);
  return [...exported, ...functions].some((one) => isWithin(place, one.place));
}

function isWithin({ start, end }: SourceRange, outer: SourceRange): boolean {
  return outer.start <= start && outer.end >= end;
}
