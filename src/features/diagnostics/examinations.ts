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
import { saidInSettings, severitiesInSettings } from './said-in-settings';

/** A root as it was examined, with its world. */
export interface Patient extends ExaminedRoot {
  readonly root: string;
  readonly examined: Examined;
  readonly options: ExamineOptions;
  readonly world: EditorWorld;
}

/** The files that are looked at, by their paths. */
export interface Examinations {
  readonly patients: ReadonlyMap<string, Patient>;
  /** Looks at a file and at what uses it, once it rests. */
  soon(uri: vscode.Uri): void;
  /** Looks again at what uses a file, which changed on disk. */
  changed(uri: vscode.Uri): void;
  /** Looks at everything again, since the settings say something else. */
  again(): void;
  now(uri: vscode.Uri): Promise<void>;
  forget(uri: vscode.Uri): void;
  stop(): void;
}

/** Milliseconds without a keystroke before a file is looked at again. */
const restsFor = 120;

export function createExaminations(deps: DiagnosticsDeps, onDone: () => void): Examinations {
  const patients = new Map<string, Patient>();
  const waiting = new Map<string, NodeJS.Timeout>();
  const tags = new Map<Cloud, Promise<TagCatalogue>>();

  function tagsOf(cloud: Cloud): Promise<TagCatalogue> {
    const before = tags.get(cloud);
    if (before) return before;
    const made = deps.shippedTags(cloud);
    tags.set(cloud, made);
    return made;
  }

  async function now(uri: vscode.Uri): Promise<void> {
    try {
      const patient = await look(uri, await tagsOf(saidInSettings(uri).cloud));
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

  function usersOf({ path }: vscode.Uri): readonly vscode.Uri[] {
    const users = [...patients].filter(([root, { asked }]) => root !== path && asked.has(path));
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
    forget(uri) {
      clearTimeout(waiting.get(uri.path));
      waiting.delete(uri.path);
      if (patients.delete(uri.path)) onDone();
    },
    stop() {
      for (const timer of waiting.values()) clearTimeout(timer);
    },
  };
}

async function look(uri: vscode.Uri, tags: TagCatalogue): Promise<Patient | undefined> {
  const world = editorWorld(uri);
  const options = { said: saidInSettings(uri), facts: { tags } };
  const examined = await examine(uri.path, world, options);
  if (!examined) return undefined;
  const { check, asked } = examined;
  const textOf = (file: string): string | undefined => world.textOf(file);
  const told = withSeverities(problemsOf(check), severitiesInSettings(uri));
  const problems = withoutSuppressed(told, textOf);
  return { root: uri.path, examined, options, check, asked, world, textOf, problems };
}
