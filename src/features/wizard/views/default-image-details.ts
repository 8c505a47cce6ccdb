import type { Detail } from '../../../contract/wizard/readiness';
import { statusOf, type CheckResult } from '../../../core/check-result';
import type { Profile } from '../../../core/plan';
import type { Say } from '../../../messages/say';
import type { DefaultImageUse } from '../state';

/** Requirements that, in December 2020, applied only to default images with user-managed dependencies. */
const advisedRequirements: ReadonlySet<string> = new Set([
  'outbound-mcr-443',
  'outbound-frontdoor-firstparty-443',
]);

/** Maximum number of places to name; the rest is counted. */
const mostPlaces = 5;

/** Returns the question that the requirement depends on, and code of the workspace that suggests the answer is yes. */
export function defaultImageDetails(
  say: Say,
  { requirement, outcome }: CheckResult,
  {
    profile,
    defaultImages,
  }: { readonly profile: Profile; readonly defaultImages: readonly DefaultImageUse[] },
): Detail[] {
  if (profile !== '2020-12' || !advisedRequirements.has(requirement) || statusOf(outcome) === 'hidden') {
    return [];
  }
  const question = detail(say('detail.question'), say('detail.defaultImages'));
  if (defaultImages.length === 0) return [question];
  const rest = defaultImages.length - mostPlaces;
  const places = [
    ...defaultImages.slice(0, mostPlaces).map((one) => placeWords(say, one)),
    ...(rest > 0 ? [say('detail.andMore', { n: rest })] : []),
  ].join('; ');
  return [question, detail(say('detail.suggestsYes'), places)];
}

function placeWords(say: Say, { file, cell, line }: DefaultImageUse): string {
  return cell === null
    ? say('detail.codeLine', { file, line })
    : say('detail.cellLine', { file, cell, line });
}

function detail(label: string, text: string): Detail {
  return { label, runs: [{ text, link: null, mono: false }] };
}
