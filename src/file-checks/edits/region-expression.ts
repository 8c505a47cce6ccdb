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
 * Returns the expression of a resource's region for use at a place. It only has the same meaning in the resource
 * itself, or for a parameter, in the same scope. Null for other places, and if the region is a literal.
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

/** The region for a declaration at a place. */
export interface RegionAt {
  readonly location: WrittenValue;
  /** The region as an expression of the file, or null if it's a literal. */
  readonly region: string | null;
}

/**
 * Returns the region of a network for a declaration at a place. It's the network's own expression, or that of another
 * resource of the same template in the same region. Undefined if the template doesn't contain the region, because no
 * other region is written.
 */
export function regionFor(
  { resources }: Pick<DeclaredNetwork, 'resources'>,
  home: DeclaredResource,
  { place, files }: { readonly place: SourceRange; readonly files: EditedFiles },
): RegionAt | undefined {
  const root = files.templateOf(place.file);
  const text = files.textOf(place.file);
  const targetLocation = locationOfResource(home);
  if (!root || text === undefined || targetLocation === undefined) return undefined;
  const scope = scopeAround(root, place);
  const isHere = (one: DeclaredResource): boolean =>
    !one.isExisting &&
    one.place.file === place.file &&
    scopeAround(root, one.place) === scope &&
    locationOfResource(one) === targetLocation;
  const near = [home, ...resources].filter(isHere);
  const regions = near.flatMap((one) => regionIn(one, root, text) ?? []);
  return regions[0];
}

/** Returns the region of a resource's `location`; undefined if it isn't a known region. */
export function locationOfResource({ body }: DeclaredResource): string | undefined {
  return regionOf(locationPart(partOf(body, 'location')));
}

/**
 * Returns the region of a resource. In a loop, the expression can differ between iterations, so a copy of it doesn't
 * have a meaning outside.
 */
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

/** Finds the innermost template that contains a place: the file's, or a nested one. */
function templateAround(root: Template, place: SourceRange): Template {
  const nested = nestedAround(root, place);
  return nested ? templateAround(nested.template, place) : root;
}

/** Returns the template whose parameters and variables are in scope at a place. */
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

/** Returns whether a place is in an exported variable or in a function, neither of which can use parameters. */
function isOnItsOwn(place: SourceRange, { variables, functions }: Template): boolean {
  const exported = variables.filter(({ isExported }) => isExported);
  return [...exported, ...functions].some((one) => isWithin(place, one.place));
}

function isWithin({ start, end }: SourceRange, outer: SourceRange): boolean {
  return outer.start <= start && outer.end >= end;
}
