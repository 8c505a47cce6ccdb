import type * as vscode from 'vscode';
import type { Cloud } from '../../core/network/model';
import type { TagCatalogue } from '../../core/tags/tag-catalogue';
import { examine, type Examined, type ExamineOptions } from '../../file-checks/examine';
import { problemsOf } from '../../file-checks/problems-of';
import { withSeverities } from '../../file-checks/with-severities';
import { withoutSuppressed } from '../../file-checks/suppressed';
import type { DiagnosticsDeps } from './deps';
import { editorWorld, type EditorWorld } from './editor-world';
import type { ExaminedRoot } from './examined-files';
import type { ParameterChoice, ParameterChoices } from './parameter-choices';
import { saidInSettings, severitiesInSettings } from './said-in-settings';

/** A root as it was examined, with its world. */
export interface Patient extends ExaminedRoot {
  readonly root: string;
  readonly examined: Examined;
  readonly options: ExamineOptions;
  readonly world: EditorWorld;
  readonly parameters: ParameterChoice;
}

/** The files that are looked at, by their paths. */
export interface Examinations {
  readonly patients: ReadonlyMap<string, Patient>;
  /** Looks at a file and at what uses it, once it rests. */
  soon(uri: vscode.Uri): void;
  /** Looks again at a file that is looked at, and at what uses it: it changed, whoever changed it. */
  changed(uri: vscode.Uri): void;
  /** Looks at everything again, since the settings say something else. */
  again(): void;
  now(uri: vscode.Uri): Promise<void>;
  forget(uri: vscode.Uri): void;
  stop(): void;
}

/** Milliseconds without a keystroke before a file is looked at again. */
const restsFor = 120;

export function createExaminations(
  deps: DiagnosticsDeps,
  choices: ParameterChoices,
  onDone: () => void,
): Examinations {
  const patients = new Map<string, Patient>();
  const waiting = new Map<string, NodeJS.Timeout>();
  /** The look that counts of each file: the last one that began, none once the file is forgotten. */
  const looking = new Map<string, symbol>();
  const tagsOf = keptTags(deps);

  async function now(uri: vscode.Uri): Promise<void> {
    const mine = Symbol();
    looking.set(uri.path, mine);
    try {
      const tagsOfCloud = await tagsOf(saidInSettings(uri).cloud);
      const before = patients.get(uri.path)?.examined;
      const patient = await look(uri, await choices.of(uri), { tags: tagsOfCloud, before });
      if (looking.get(uri.path) !== mine) return;
      if (patient) patients.set(uri.path, patient);
      else patients.delete(uri.path);
    } catch (error) {
      deps.log.error(`A file could not be checked: ${error instanceof Error ? error.message : ''}`);
    }
  }

  function later(uri: vscode.Uri): void {
    clearTimeout(waiting.get(uri.path));
    const timer = setTimeout(() => {
      waiting.delete(uri.path);
      void now(uri).then(onDone);
    }, restsFor);
    waiting.set(uri.path, timer);
  }

  /** Files that are looked at and that hold, or want to hold, another one; themselves among them. */
  function usersOf({ path }: vscode.Uri): readonly vscode.Uri[] {
    const users = [...patients].filter(([, { asked }]) => asked.has(path));
    return users.map(([root, { world }]) => world.uriOf(root));
  }

  return {
    patients,
    now,
    soon(uri) {
      later(uri);
      usersOf(uri).forEach(later);
    },
    changed: (uri) => usersOf(uri).forEach(later),
    again: () => [...patients].forEach(([root, { world }]) => later(world.uriOf(root))),
    forget({ path }) {
      clearTimeout(waiting.get(path));
      waiting.delete(path);
      looking.delete(path);
      if (patients.delete(path)) onDone();
    },
    stop() {
      for (const timer of waiting.values()) clearTimeout(timer);
    },
  };
}

/** The tags of each cloud, read once. */
function keptTags({ shippedTags }: DiagnosticsDeps): DiagnosticsDeps['shippedTags'] {
  const tags = new Map<Cloud, Promise<TagCatalogue>>();
  return (cloud) => {
    const made = tags.get(cloud) ?? shippedTags(cloud);
    tags.set(cloud, made);
    return made;
  };
}

async function look(
  uri: vscode.Uri,
  parameters: ParameterChoice,
  { tags, before }: { readonly tags: TagCatalogue; readonly before: Examined | undefined },
): Promise<Patient | undefined> {
  const world = editorWorld(uri);
  const options: ExamineOptions = {
    said: saidInSettings(uri),
    facts: { tags },
    ...(parameters.file ? { parameters: parameters.file.path } : {}),
  };
  const examined = await examine(uri.path, world, { ...options, ...(before ? { before } : {}) });
  if (!examined) return undefined;
  const { check, asked } = examined;
  const textOf = (file: string): string | undefined => world.textOf(file);
  const told = withSeverities(problemsOf(check), severitiesInSettings(uri));
  const problems = withoutSuppressed(told, textOf);
  return { root: uri.path, examined, options, check, asked, world, textOf, problems, parameters };
}
