import * as vscode from 'vscode';
import type { Handlers } from '../../../contract/channel';
import type { ChangesChannel, ChangesPreview } from '../../../contract/changes-preview';
import { changeChoices, type PreviewedChanges } from '../../../file-checks/edits/preview-changes';
import { copyText } from '../../../platform/documents';
import { showMessage } from '../../../platform/window';
import type { DiagnosticsDeps } from '../deps';
import type { AnalyzedFile } from '../file-analyzer';
import { fixTestInput } from '../tested-fixes';
import { applyPreview, previewedEdits } from './apply-preview';
import { setSideBySideLayout, setStackedLayoutIfNarrow } from './editor-layout';
import { createDiffEditor, type ChangedFile, type DiffEditor } from './diff-editor';
import { openPreviewPanel, type PreviewPanel } from './preview-panel';
import { previewView } from './preview-view';
import { canRequest, previewedRequest } from './previewed-request';
import {
  changedFiles,
  otherRootsOf,
  whyNotWritten,
  type PreviewState,
  type TestedPreview,
} from './preview-state';

/** Source of a preview, which is tested again whenever the files were checked again. */
export interface PreviewSource {
  readonly root: string;
  /** The file to show while nothing is changed. */
  readonly file: string;
  test(analyzedFile: AnalyzedFile): Promise<TestedPreview | undefined>;
}

interface SessionDeps extends DiagnosticsDeps {
  readonly analyzedFiles: ReadonlyMap<string, AnalyzedFile>;
  readonly onClose: () => void;
}

/** An open preview: a diff, and the panel next to it. */
export class PreviewSession {
  private readonly diff: DiffEditor;
  private panel: PreviewPanel | undefined;
  /** Number of the current preview. Only the shown preview can be applied, and only the latest request counts. */
  private count = 0;
  /** The selection that is being tested, so that a second click adds to the first. */
  private requested: ReadonlySet<string> | undefined;
  private isClosed = false;

  constructor(
    private readonly deps: SessionDeps,
    private readonly source: PreviewSource,
    private state: PreviewState,
  ) {
    this.diff = createDiffEditor(deps.say);
  }

  /** Opens the diff first; then the panel opens next to it and takes the focus. */
  async open(): Promise<void> {
    // Don't change groups that the user arranged.
    const isAlone = vscode.window.tabGroups.all.length === 1;
    const view = await this.draw();
    this.panel = openPreviewPanel({
      say: this.deps.say,
      extensionUri: this.deps.extensionUri,
      handlers: this.handlers,
      onOpen: () => {
        if (isAlone) void setStackedLayoutIfNarrow();
      },
      onClose: () => void this.close(),
    });
    this.panel.show(view);
    if (isAlone) await setSideBySideLayout();
  }

  /** Updates the preview after files were checked again. */
  async checkedAgain(): Promise<void> {
    const analyzedFile = this.deps.analyzedFiles.get(this.source.root);
    // Files are also checked again after the preview was applied.
    if (this.isClosed || !analyzedFile || analyzedFile === this.state.analyzedFile) return;
    const { state } = this;
    const changed = changedFiles(state.analyzedFile, analyzedFile);
    if (changed.length === 0) return;
    await this.test(async () => {
      const tested = await this.source.test(analyzedFile);
      if (!tested) {
        await this.close();
        showMessage('info', this.deps.say('diff.nothingLeft'));
        return undefined;
      }
      const cleared = new Set(state.changes.choices.map(({ key }) => key));
      for (const key of this.requested ?? state.changes.chosen) cleared.delete(key);
      const chosenKeys = new Set([...tested.changes.chosen].filter((key) => !cleared.has(key)));
      const isSame = chosenKeys.size === tested.changes.chosen.size;
      const fixTest = fixTestInput(this.deps.say, analyzedFile);
      const changes = isSame ? tested.changes : await changeChoices(fixTest, tested.changes, chosenKeys);
      return { ...tested, changes: changes ?? tested.changes, analyzedFile, changed };
    });
  }

  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    this.count += 1;
    this.deps.onClose();
    this.panel?.dispose();
    await this.diff.close();
    this.diff.dispose();
  }

  private readonly handlers: Handlers<ChangesChannel> = {
    choose: async ({ keys, on }) => {
      const { changes } = this.state;
      const chosen = new Set(this.requested ?? changes.chosen);
      for (const key of keys) {
        if (on) chosen.add(key);
        else chosen.delete(key);
      }
      this.requested = chosen;
      await this.testChoices(changes, chosen);
      return null;
    },
    limit: async ({ preview }) => {
      if (!this.isShown(preview)) return null;
      const { changes } = this.state;
      const narrow = { ...changes, attempt: changes.narrower, narrower: undefined };
      await this.testChoices(narrow, changes.chosen);
      return null;
    },
    apply: async ({ preview }) => {
      await this.apply(preview);
      return null;
    },
    discard: async () => {
      await this.close();
      return null;
    },
    copy: async ({ preview }) => {
      if (!this.isShown(preview)) return false;
      const { analyzedFile, changes } = this.state;
      await copyText(previewedRequest(this.deps.say, analyzedFile, changes));
      return true;
    },
  };

  private isShown(preview: string): boolean {
    return preview === String(this.count);
  }

  private testChoices(
    changes: Pick<PreviewedChanges, 'choices' | 'attempt' | 'narrower'>,
    chosenKeys: ReadonlySet<string>,
  ): Promise<void> {
    return this.test(async () => {
      const { state } = this;
      const fixTest = fixTestInput(this.deps.say, state.analyzedFile);
      const again = await changeChoices(fixTest, changes, chosenKeys);
      return again && { ...state, changes: again };
    });
  }

  /** Shows the result of `how`, unless a newer request was made meanwhile. */
  private async test(how: () => Promise<PreviewState | undefined>): Promise<void> {
    const own = (this.count += 1);
    this.panel?.show(await this.view(true));
    const next = await how();
    if (own !== this.count || this.isClosed) return;
    this.requested = undefined;
    this.state = next ?? this.state;
    this.panel?.show(await this.draw());
  }

  private async draw(): Promise<ChangesPreview> {
    await this.diff.show(this.state.tab, this.files());
    return this.view(false);
  }

  private async view(isBusy: boolean): Promise<ChangesPreview> {
    const { state, deps } = this;
    const { analyzedFile } = state;
    return previewView(deps.say, {
      ...state,
      id: String(this.count),
      before: analyzedFile.analysis.check,
      users: otherRootsOf(deps.analyzedFiles, analyzedFile, [...state.changes.texts.keys()]),
      refused: await whyNotWritten(deps.say, analyzedFile, previewedEdits(state)),
      isBusy,
      requested: this.requested,
      canCopy: canRequest(state.changes),
    });
  }

  /** Returns the files after the changes. If no file changes, returns the file of the source. */
  private files(): readonly ChangedFile[] {
    const { analyzedFile, changes } = this.state;
    const { world } = analyzedFile;
    const texts = changes.texts.size > 0 ? changes.texts : [[this.source.file, ''] as const];
    return [...texts].map(([file, text]) => ({
      uri: world.uriOf(file),
      text: changes.texts.has(file) ? text : (world.textOf(file) ?? ''),
    }));
  }

  private async apply(preview: string): Promise<void> {
    const { state, deps } = this;
    if (!this.isShown(preview)) return;
    const view = await this.view(false);
    if (view.cannotApply !== null) return;
    if (await applyPreview(deps.say, state)) {
      await this.close();
      const [file] = state.changes.texts.keys();
      if (file !== undefined) await vscode.window.showTextDocument(state.analyzedFile.world.uriOf(file));
    }
  }
}
