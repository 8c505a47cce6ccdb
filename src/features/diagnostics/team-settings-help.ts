import * as vscode from 'vscode';
import { reason, type Reason } from '../../core/reason';
import { findingChecks } from '../../checks/findings/finding-catalog';
import { fileOnlyChecks } from '../../file-checks/file-check-catalog';
import { positionsIn } from '../../file-checks/diagnostic-range';
import { requirements } from '../../requirements/requirements';
import {
  completionsAt,
  idsToName,
  settingAt,
  type SettingsCompletion,
} from '../../team-settings/settings-help';
import { filesNamedBy } from '../../team-settings/team-file';
import { formatDate } from '../../wording/dates';
import { formatReason } from '../../wording/reason-text';
import { fileNamesIn, foldersFor } from '../../platform/workspace-files';
import type { DiagnosticsDeps } from './deps';
import type { AnalyzedFile } from './file-analyzer';
import { createTeamFiles, type OpenTeamFile, type TeamFiles } from './team-files';
import { diagnosticSource } from './to-diagnostic';

/** Help in team settings files: diagnostics, and for YAML (which VS Code may not support) completions and hovers. */
export interface TeamSettingsHelp extends vscode.Disposable {
  readonly files: TeamFiles;
  /** Handles that a file was opened or changed. For a settings file, shows its problems and returns true. */
  changed(uri: vscode.Uri): boolean;
  /** Called after files were checked again. */
  show(analyzedFiles: ReadonlyMap<string, AnalyzedFile>): void;
}

const yamlFiles: vscode.DocumentSelector = { pattern: '**/aml-secure-compute.{yml,yaml}' };

export function createTeamSettingsHelp({ say }: DiagnosticsDeps): TeamSettingsHelp {
  const teams = createTeamFiles();
  const collection = vscode.languages.createDiagnosticCollection('aml-secure-compute-settings');
  const expired = new Map<string, ReadonlySet<number>>();
  const help = helpFor({ say });

  async function publish(team: OpenTeamFile): Promise<void> {
    const faults = [
      ...team.faults.map((one) => ({ ...one, severity: vscode.DiagnosticSeverity.Error })),
      ...(await missingFiles(team)).map((one) => ({ ...one, severity: vscode.DiagnosticSeverity.Error })),
      ...expiredIn(team).map((one) => ({ ...one, severity: vscode.DiagnosticSeverity.Warning })),
    ];
    collection.set(
      team.uri,
      faults.map(({ because, severity, ...place }) => {
        const shown = new vscode.Diagnostic(rangeIn(team.text, place), formatReason(say, because), severity);
        shown.source = diagnosticSource;
        return shown;
      }),
    );
  }

  function expiredIn({ uri, settings }: OpenTeamFile): readonly Fault[] {
    const starts = expired.get(uri.toString());
    return settings.ignore
      .filter(({ start }) => starts?.has(start))
      .map(({ start, end, expires }) => ({
        because: reason('team.fault.expired', { date: formatDate(say, expires) }),
        start,
        end,
      }));
  }

  async function see(uri: vscode.Uri): Promise<void> {
    const team = await teams.read(uri);
    if (team) await publish(team);
    else collection.delete(uri);
  }

  return {
    files: teams,
    changed(uri) {
      const isOurs = teams.changed(uri);
      if (isOurs) void see(uri);
      return isOurs;
    },
    show(analyzedFiles) {
      const found = new Map<string, { readonly team: OpenTeamFile; readonly starts: Set<number> }>();
      for (const { team, expired: its } of analyzedFiles.values()) {
        if (!team) continue;
        const key = team.uri.toString();
        const { starts } = found.get(key) ?? { starts: new Set<number>() };
        for (const one of its) if ('start' in one && typeof one.start === 'number') starts.add(one.start);
        found.set(key, { team, starts });
      }
      for (const [key, { team, starts }] of found) {
        expired.set(key, starts);
        void see(team.uri);
      }
    },
    dispose: () => vscode.Disposable.from(collection, ...help).dispose(),
  };
}

interface Fault {
  readonly because: Reason;
  readonly start: number;
  readonly end: number;
}

/** Reports files that the settings refer to and that don't exist. */
async function missingFiles(team: OpenTeamFile): Promise<readonly Fault[]> {
  const within = foldersFor(team.uri);
  const all = await Promise.all(
    filesNamedBy(team, team.text).map(async ({ path, file, start, end }): Promise<readonly Fault[]> => {
      const uri = team.uri.with({ path: file });
      const names = await fileNamesIn(vscode.Uri.joinPath(uri, '../'), within);
      const isThere = names?.includes(file.slice(file.lastIndexOf('/') + 1)) === true;
      return isThere ? [] : [{ because: reason('team.fault.noFile', { file: path }), start, end }];
    }),
  );
  return all.flat();
}

function rangeIn(text: string, { start, end }: Pick<Fault, 'start' | 'end'>): vscode.Range {
  const at = positionsIn(text);
  const [from, to] = [at(start), at(end)];
  // For a multi-line entry, only its first line.
  const last = from.line === to.line ? to.column : (text.split('\n')[from.line] ?? '').length;
  return new vscode.Range(from.line, from.column, from.line, last);
}

function helpFor({ say }: Pick<DiagnosticsDeps, 'say'>): readonly vscode.Disposable[] {
  const ids = idsToName([...requirements, ...findingChecks, ...fileOnlyChecks].map(({ id }) => id));
  return [
    vscode.languages.registerCompletionItemProvider(
      yamlFiles,
      {
        provideCompletionItems: (document, position) =>
          completionsAt(document.getText(), document.offsetAt(position), ids).map((one) => toItem(say, one)),
      },
      ' ',
      ':',
    ),
    vscode.languages.registerHoverProvider(yamlFiles, {
      provideHover(document, position) {
        const text = document.getText();
        const found = settingAt(document.uri.path, text, document.offsetAt(position));
        if (!found || !say.has(found.about)) return undefined;
        return new vscode.Hover(new vscode.MarkdownString(say(found.about)), rangeIn(text, found));
      },
    }),
  ];
}

function toItem(
  say: DiagnosticsDeps['say'],
  { label, text, about }: SettingsCompletion,
): vscode.CompletionItem {
  const { Property, Value } = vscode.CompletionItemKind;
  const item = new vscode.CompletionItem(label, about === null ? Value : Property);
  item.insertText = text;
  if (about === null || !say.has(about)) return item;
  item.documentation = new vscode.MarkdownString(say(about));
  return item;
}
