import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/places.mjs';
import { nodeActions } from '../../src/features/trees/model/node';
import { createMilestones, milestones } from '../../src/platform/milestones';

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly categories: readonly string[];
  readonly icon: string;
  readonly main: string;
  readonly extensionKind: readonly string[];
  readonly activationEvents: readonly string[];
  readonly capabilities: Readonly<
    Record<
      'untrustedWorkspaces' | 'virtualWorkspaces',
      {
        readonly supported: unknown;
        readonly description: string;
        readonly restrictedConfigurations?: string[];
      }
    >
  >;
  readonly contributes: {
    readonly problemMatchers: readonly { readonly label: string }[];
    readonly languageModelTools: readonly {
      readonly displayName: string;
      readonly userDescription: string;
    }[];
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
      readonly enablement?: string;
    }[];
    readonly viewsContainers: {
      readonly activitybar: readonly { readonly id: string; readonly icon: string }[];
    };
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when: string }[]>>;
    readonly walkthroughs: readonly {
      readonly when: string;
      readonly description: string;
      readonly steps: readonly Step[];
    }[];
    readonly configuration?: { readonly properties: Readonly<Record<string, Setting>> };
  };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly dependencies?: unknown;
}
interface Step {
  readonly description: string;
  readonly media: { readonly svg: string };
  readonly completionEvents: readonly string[];
}
interface Setting {
  readonly scope?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
}
type Texts = Readonly<Record<string, string>>;

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const english = JSON.parse(read('package.nls.json')) as Texts;
const french = JSON.parse(read('package.nls.fr.json')) as Texts;
const { contributes } = manifest;
const commands = contributes.commands.map(({ command }) => command);
const views = Object.values(contributes.views).flat();
const settings = Object.entries(contributes.configuration?.properties ?? {});

/** Settings that decide where tokens are sent or what runs: a workspace's settings must not change them. */
const decidesWhereTokensGo = /cloud|endpoint|signIn|account|tenant|path|executable/i;

describe('the manifest', () => {
  it('works in an untrusted workspace, and in a virtual one, within limits', () => {
    for (const capability of ['untrustedWorkspaces', 'virtualWorkspaces'] as const) {
      expect(manifest.capabilities[capability].supported).toBe('limited');
      expect(manifest.capabilities[capability].description).toMatch(/^%.+%$/);
    }
  });

  it('runs where the workspace is', () => {
    expect(manifest.extensionKind).toEqual(['workspace']);
  });

  it('activates on user actions and in folders with infrastructure code, never on every startup or for any file', () => {
    expect(manifest.activationEvents).not.toContain('*');
    expect(manifest.activationEvents).not.toContain('onStartupFinished');
    // VS Code opens its own settings and schemas in every window, and they are JSON, with and without comments.
    expect(manifest.activationEvents.filter((event) => event.startsWith('onLanguage:json'))).toEqual([]);
    // Usual names of templates.
    expect(manifest.activationEvents.filter((event) => event.startsWith('workspaceContains:'))).toEqual([
      'workspaceContains:**/aml-secure-compute.{yml,yaml,json}',
      'workspaceContains:**/azuredeploy.json',
      'workspaceContains:**/mainTemplate.json',
      'workspaceContains:**/*.bicep',
      'workspaceContains:**/*.tf',
      'workspaceContains:**/*.tf.json',
    ]);
  });

  it('defines no language, which would keep VS Code from suggesting an extension with colors', () => {
    expect(manifest.contributes).not.toHaveProperty('languages');
  });

  it('can restore its page after a reload', () => {
    expect(manifest.activationEvents).toContain('onWebviewPanel:amlSecureCompute.wizard');
  });

  it('requires exactly the VS Code version of the API that it is compiled against', () => {
    expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode'] ?? ''}`);
  });

  it('ships a bundle that needs no installed dependencies', () => {
    expect(manifest.dependencies).toBeUndefined();
  });

  it('pins every development package', () => {
    for (const version of Object.values(manifest.devDependencies)) {
      expect(version).toMatch(/^(npm:[a-z-]+@)?\d+\.\d+\.\d+$/);
    }
  });

  it('uses categories of the marketplace', () => {
    expect(manifest.categories).toEqual(['Azure', 'Linters', 'Machine Learning', 'Other']);
  });
});

describe('names', () => {
  it('every command is amlSecureCompute.<feature>.<verb>, with a title and a category', () => {
    for (const { command, title, category } of contributes.commands) {
      expect(command).toMatch(/^amlSecureCompute\.[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/);
      expect(title).toMatch(/^%command\..+\.title%$/);
      expect(category).toBe('%command.category%');
    }
    expect(new Set(commands).size).toBe(commands.length);
  });

  it('every command is registered by the source, and the source registers no other', () => {
    const source = globSync('src/**/*.ts', { cwd: root }).map(read).join('\n');
    const registered = [...source.matchAll(/registerCommand\(\s*'([^']+)'/g)].map(([, command]) => command);
    expect([...registered].sort()).toEqual([...commands].sort());
  });

  it('views are in a container that exists and have the product’s prefix', () => {
    const containers = contributes.viewsContainers.activitybar.map(({ id }) => id);
    expect(Object.keys(contributes.views)).toEqual(containers);
    for (const { id } of views) expect(id).toMatch(/^amlSecureCompute\.[a-z][A-Za-z]*$/);
  });

  it('menus contain commands that exist, and test for types and actions of tree nodes', () => {
    const words: readonly string[] = [
      ...nodeActions,
      'subscription',
      'workspace',
      'compute',
      'network',
      'subnet',
      'note',
    ];
    for (const { command, when } of Object.values(contributes.menus).flat()) {
      expect(commands).toContain(command);
      const asked = [...when.matchAll(/viewItem =~ \/\^?;([^/]+);\//g)].flatMap(([, found]) =>
        (found ?? '').replace(/[()]/g, '').split('|'),
      );
      for (const word of asked) expect(words, when).toContain(word);
      for (const [, view] of when.matchAll(/view == ([\w.]+)/g)) {
        expect(views.map(({ id }) => id)).toContain(view);
      }
    }
  });

  it('commands that check and create are in the menus of templates, and of no other file', () => {
    const [whens, offered] = [new Set<string>(), ['files.checkNetwork', 'wizard.open']];
    for (const menu of ['editor/context', 'editor/title', 'explorer/context']) {
      // The wizard's own tab has a separate menu.
      const items = (contributes.menus[menu] ?? []).filter(
        ({ command, when }) =>
          !when.startsWith('activeWebview') && !command.startsWith('amlSecureCompute.plan.'),
      );
      expect(items.map(({ command }) => command)).toEqual(offered.map((one) => `amlSecureCompute.${one}`));
      for (const { when } of items) whens.add(when.replace(' || amlSecureCompute.files.isTemplate', ''));
    }
    const [when = '', ...others] = whens;
    expect(others).toEqual([]);
    const [names] = [/resourceFilename =~ \/(.+?)\/\)/.exec(when)?.[1] ?? ''];
    const [extension] = [/resourceExtname =~ \/(.+?)\/ /.exec(when)?.[1] ?? ''];
    const extensions = ['.bicep', '.bicepparam', '.tf', '.tfvars', '.json'];
    expect(extensions.filter((one) => new RegExp(extension).test(one))).toEqual(extensions.slice(0, 4));
    const files = ['azuredeploy.json', 'mainTemplate.json', 'main.tf.json', 'a.tfvars.json', 'package.json'];
    expect(files.filter((one) => new RegExp(names).test(one))).toEqual(files.slice(0, 4));
  });

  it('changes are previewed from the palette for each file that is checked, Terraform included', () => {
    const check = contributes.menus['commandPalette']?.find(({ command }) =>
      command.endsWith('.checkNetwork'),
    );
    const preview = contributes.commands.find(({ command }) => command.endsWith('.previewChanges'));
    expect(preview?.enablement).toBe(check?.when);
    expect(preview?.enablement).toContain('terraform');
  });

  it('all networks are offered only while some aren’t shown', () => {
    const entry = contributes.menus['view/title']?.find(({ command }) => command.endsWith('.showAll'));
    expect(entry?.when).toBe('view == amlSecureCompute.networks && !amlSecureCompute.networks.showsAll');
    const source = read('src/features/trees/join-trees.ts');
    expect(source).toContain('`amlSecureCompute.${name}.showsAll`');
  });

  it('a command has an enablement where it applies, and isn’t only hidden from the palette', () => {
    const enabled = contributes.commands.filter(({ enablement }) => enablement !== undefined);
    expect(enabled.map(({ command }) => command.replace('amlSecureCompute.', '')).sort()).toEqual([
      'files.check',
      'files.chooseParameters',
      'files.chooseScope',
      'files.compareWithAzure',
      'files.previewChanges',
      'files.readExisting',
      'files.stopReadingExisting',
      'networks.saveReport',
      'sandbox.fail',
      'trees.saveReport',
    ]);
    // Its menus pass the file, whatever is active.
    const shown = (contributes.menus['commandPalette'] ?? []).filter(({ when }) => when !== 'false');
    expect(shown.map(({ command }) => command)).toEqual([
      'amlSecureCompute.files.checkNetwork',
      'amlSecureCompute.plan.open',
      'amlSecureCompute.plan.insert',
    ]);
  });

  it('every action of a tree node is in a menu', () => {
    const whens = (contributes.menus['view/item/context'] ?? []).map(({ when }) => when).join(' ');
    for (const action of nodeActions) expect(whens).toContain(`;${action};`);
  });

  it('a command that needs a tree node isn’t offered without one', () => {
    // The account's commands are in the palette too: they don't need a tree node.
    const needing = (contributes.menus['view/item/context'] ?? [])
      .map(({ command }) => command)
      .filter((command) => !command.startsWith('amlSecureCompute.account.'));
    const hidden = (contributes.menus['commandPalette'] ?? [])
      .filter(({ when }) => when === 'false')
      .map(({ command }) => command);
    expect(hidden).toEqual(expect.arrayContaining(needing));
  });

  it('welcome texts are in views that exist and link commands that exist', () => {
    for (const { view, contents } of contributes.viewsWelcome) {
      expect(views.map(({ id }) => id)).toContain(view);
      for (const texts of [english, french]) {
        const text = texts[contents.slice(1, -1)] ?? '';
        const linked = [...text.matchAll(/\(command:([^)?]+)/g)].map(([, command]) => command);
        expect(commands).toEqual(expect.arrayContaining(linked));
      }
    }
  });
});

describe('the walkthrough', () => {
  const steps = contributes.walkthroughs.flatMap((one) => one.steps);
  const textOf = (texts: Texts, key: string): string => texts[key.slice(1, -1)] ?? '';

  it('each step has one button, which is alone on its line, and links commands that exist', () => {
    // The chat is VS Code’s own.
    const existing = [...commands, ...views.map(({ id }) => `${id}.focus`), 'workbench.action.chat.open'];
    for (const { description } of steps) {
      for (const texts of [english, french]) {
        const text = textOf(texts, description);
        expect(text.match(/^\[[^\]]+\]\(command:[^)]+\)$/gm), text).toHaveLength(1);
        // VS Code renders only links and bold text of Markdown here.
        expect(text, text).not.toMatch(/`|\b_|_\b/);
        for (const [, linked] of text.matchAll(/\(command:([^)]+)\)/g)) expect(existing).toContain(linked);
      }
    }
  });

  it('each step is completed by its own milestone, not by a click', () => {
    const keys: string[] = [];
    const reached = createMilestones({ setContext: (key) => void keys.push(key), memory: memoryOf({}) });
    for (const one of [...milestones, ...milestones]) reached(one);
    expect(steps.map((one) => one.completionEvents)).toEqual(keys.map((key) => [`onContext:${key}`]));
  });

  it('steps that were reached in an earlier window are complete in the next one', () => {
    const stored: Record<string, unknown> = { reachedMilestones: 'damaged' };
    const keys: string[] = [];
    const open = () =>
      createMilestones({ setContext: (key) => void keys.push(key), memory: memoryOf(stored) });
    const reached = open();
    expect(keys).toEqual([]);
    reached('fixApplied');
    stored['reachedMilestones'] = ['networkSeen', 'of a later version'];
    reached('subnetWatched');
    keys.length = 0;
    open();
    expect(keys.map((key) => key.split('.').at(-1))).toEqual(['networkSeen', 'fixApplied', 'subnetWatched']);
  });

  it('doesn’t open automatically when the extension is installed', () => {
    for (const { when } of contributes.walkthroughs) {
      expect(when).toContain("activeViewlet != 'workbench.view.extensions'");
      expect(when).toContain("activeEditor != 'workbench.editor.extension'");
    }
  });

  it('pictures take every color from the theme, and contain no words to translate', () => {
    for (const { media } of steps) {
      const picture = read(media.svg);
      const colors = [...picture.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, color]) => color ?? '');
      expect(colors.length).toBeGreaterThan(5);
      for (const color of colors) expect(color, media.svg).toMatch(/^(none|var\(--vscode-[\w-]+\))$/);
    }
  });
});

function memoryOf(stored: Record<string, unknown>) {
  return {
    get: (key: string) => stored[key],
    update: (key: string, value: unknown) => Promise.resolve(void (stored[key] = value)),
  };
}

describe('texts', () => {
  const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? '').sort();

  it('every key is in both languages, and no key is unused', () => {
    expect(Object.keys(english).sort()).toEqual([...new Set(used)]);
    expect(Object.keys(french).sort()).toEqual([...new Set(used)]);
  });

  it('no text of a contribution is in the manifest itself', () => {
    // Tasks refer to a problem matcher by its name. A tool’s name, description, and schema are for a model, in English.
    const { problemMatchers, languageModelTools, ...shown } = contributes;
    for (const { label } of problemMatchers) expect(label).toMatch(/^%.+%$/);
    for (const { displayName, userDescription } of languageModelTools) {
      expect([displayName, userDescription].join()).toMatch(/^%[\w.]+%,%[\w.]+%$/);
    }
    const texts = [
      ...JSON.stringify(shown).matchAll(/"(title|name|contents|description|category|altText)":"([^"]*)"/g),
    ];
    for (const [, , text] of texts) expect(text).toMatch(/^%.+%$/);
  });

  it('the two languages differ and have the same links and placeholders', () => {
    for (const [key, text] of Object.entries(english)) {
      const translated = french[key] ?? '';
      // Only the product's name is the same in both languages.
      if (text !== 'Secured AML Compute') expect(translated, key).not.toBe(text);
      expect(translated.match(/\((command|https):[^)]+\)/g), key).toEqual(
        text.match(/\((command|https):[^)]+\)/g),
      );
    }
  });
});

describe('files', () => {
  it('the icon is a square PNG of at least 128 pixels', () => {
    const bytes = readFileSync(join(root, manifest.icon));
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(bytes.readUInt32BE(20));
    expect(bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(128);
  });

  it('every icon is one of VS Code’s own or a file that exists', () => {
    const icons = JSON.stringify(contributes).matchAll(/"icon":"([^"]+)"/g);
    for (const [, icon] of icons) {
      if (!/^\$\([a-z-]+\)$/.test(icon ?? '')) expect(existsSync(join(root, icon ?? '')), icon).toBe(true);
    }
  });

  it('the license exists', () => {
    expect(read('LICENSE')).toMatch(/^MIT License/);
  });
});

describe('settings', () => {
  it('every setting is named amlSecureCompute.*, and has a scope and a text', () => {
    for (const [name, { scope, description, markdownDescription }] of settings) {
      expect(name).toMatch(/^amlSecureCompute\.[a-z][A-Za-z.]*$/);
      expect(['application', 'machine', 'window', 'resource', 'language-overridable'], name).toContain(scope);
      expect(description ?? markdownDescription, name).toMatch(/^%.+%$/);
    }
  });

  it('settings that decide where tokens are sent or what runs have application scope', () => {
    for (const [name, { scope }] of settings) {
      if (decidesWhereTokensGo.test(name)) expect(scope, name).toBe('application');
    }
  });

  it('no folder can set a host that is contacted or a file that is read, trusted or not', () => {
    const restricted = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations ?? [];
    const leading = settings.filter(([name]) => /\.(account|serviceTags)\./.test(name));
    expect(leading.length).toBeGreaterThan(3);
    for (const [name, { scope }] of leading) {
      expect(['application', 'machine'], name).toContain(scope);
      expect(restricted).toContain(name);
    }
  });

  it('restricted settings exist, and in Restricted Mode no folder offers agents a program', () => {
    const restricted = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations ?? [];
    expect(restricted).toContain('amlSecureCompute.agents.offer');
    expect(settings.map(([name]) => name)).toEqual(expect.arrayContaining(restricted));
  });
});
