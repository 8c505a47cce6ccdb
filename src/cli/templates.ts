import type { JudgeFacts } from '../checks/judge';
import type { FindingPlace } from '../core/finding';
import type { Decider } from '../core/judgement';
import type { Place } from '../documents/source/place';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import { examine, type Examined } from '../file-checks/examine';
import type { FileWorld } from '../file-checks/known-files';
import { placeOfDecider, placeOfFinding } from '../file-checks/places';
import { positionsIn, shownRange } from '../file-checks/shown-range';
import type { CheckOptions } from './options';
import type { FilePlace, Source } from './source';

/** A template as it was examined, with the texts that it was read from. */
export interface TemplateSource extends Source {
  readonly file: string;
  readonly examined: Examined;
}

/** Reads a Bicep file or ARM template with all that it names. Undefined where it cannot be read. */
export async function readTemplate(
  file: string,
  world: FileWorld,
  { options, facts }: { readonly options: CheckOptions; readonly facts: JudgeFacts },
): Promise<TemplateSource | undefined> {
  const texts = new Map<string, string>();
  const remembering: FileWorld = {
    isInside: (name) => world.isInside(name),
    async read(name) {
      const text = await world.read(name);
      if (text !== undefined) texts.set(name, text);
      return text;
    },
  };
  const { params } = options;
  const examined = await examine(file, remembering, {
    said: options,
    facts,
    ...(params === undefined ? {} : { parameters: params }),
  });
  if (!examined) return undefined;
  const { declared } = examined.check;
  return {
    file,
    examined,
    inputs: { ...declared, bare: [] },
    places: placesIn(declared, texts),
    isTemplate: true,
    directed: examined.directed,
  };
}

function placesIn(declared: DeclaredNetwork, texts: ReadonlyMap<string, string>): Source['places'] {
  const shown = (place: Place | null): FilePlace | null => place && filePlace(texts, place);
  return {
    ofDecider: (by: Decider) => shown(placeOfDecider(declared, by)),
    ofFinding: (place: FindingPlace) => shown(placeOfFinding(declared, place)),
  };
}

/** A place as people count: lines and columns from 1. */
function filePlace(texts: ReadonlyMap<string, string>, place: Place): FilePlace {
  const text = texts.get(place.file) ?? '';
  const { line, column } = positionsIn(text)(shownRange(text, place).start);
  return { file: place.file, line: line + 1, column: column + 1 };
}
