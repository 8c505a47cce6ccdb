import themes from './themes.json';

type ThemeName = keyof typeof themes;

/** Writes a theme on the page as VS Code does: variables on the root, its kind on the body. */
export function wear(wanted: string | null): void {
  const { kind, classes, variables } = themes[isTheme(wanted) ? wanted : 'dark'];
  const { style } = document.documentElement;
  for (const [name, value] of Object.entries(variables)) style.setProperty(name, value);
  document.body.dataset['vscodeThemeKind'] = kind;
  document.body.className = classes;
}

function isTheme(name: string | null): name is ThemeName {
  return name !== null && name in themes;
}
