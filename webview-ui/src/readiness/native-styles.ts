import { css, unsafeCSS } from 'lit';
import { outcomeIcons } from '@contract/wizard/outcome-icons';

/** A webview has each theme color as a variable, with a hyphen for the dot. */
const outcomeColors = unsafeCSS(
  Object.entries(outcomeIcons)
    .map(([icon, { color }]) => `.icon.${icon} { color: var(--vscode-${color.replaceAll('.', '-')}); }`)
    .join('\n'),
);

/** Shared styles for text, tables, links, icons, and buttons, each from VS Code's own variables. */
export const nativeStyles = css`
  :host {
    color: var(--vscode-foreground);
    font-family: var(--vscode-font-family);
    font-size: var(--vscode-font-size, 13px);
    line-height: 22px;
  }
  * {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  h2,
  h3 {
    font-size: inherit;
    font-weight: 600;
  }
  h2[tabindex] {
    inline-size: fit-content;
  }
  h2:focus {
    outline: none;
  }
  h2:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
  }
  ul,
  ol {
    list-style: none;
  }
  .quiet {
    color: var(--vscode-descriptionForeground);
  }
  .mono {
    font-family: var(--vscode-editor-font-family, monospace);
    font-size: 12px;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
  }
  th,
  td {
    font-weight: inherit;
    text-align: start;
  }
  thead th {
    color: var(--vscode-descriptionForeground);
  }
  pre {
    background: var(--vscode-textCodeBlock-background, transparent);
    border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent));
    font-family: var(--vscode-editor-font-family, monospace);
    font-size: 12px;
    line-height: 18px;
  }
  .visually-hidden {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }
  .link {
    background: none;
    border: 0;
    border-radius: 2px;
    color: var(--link-color, var(--vscode-textLink-foreground));
    cursor: pointer;
    display: inline;
    font: inherit;
    padding: 0;
    text-align: start;
    text-decoration: var(--text-link-decoration, none);
  }
  .link.mono {
    font-family: var(--vscode-editor-font-family, monospace);
    font-size: 12px;
  }
  .link:hover {
    color: var(--link-color, var(--vscode-textLink-activeForeground, var(--vscode-textLink-foreground)));
    text-decoration: underline;
  }
  .link:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
  }
  kbd {
    background: var(--vscode-keybindingLabel-background, transparent);
    border: 1px solid var(--vscode-keybindingLabel-border, var(--vscode-contrastBorder, transparent));
    border-block-end-color: var(
      --vscode-keybindingLabel-bottomBorder,
      var(--vscode-contrastBorder, transparent)
    );
    border-radius: 3px;
    color: var(--vscode-keybindingLabel-foreground, inherit);
    font: inherit;
    font-size: 11px;
    line-height: 14px;
    padding: 0 4px;
  }
  .icon {
    block-size: 16px;
    color: var(--vscode-icon-foreground);
    display: inline-block;
    flex: none;
    font: 16px / 1 codicon;
    inline-size: 16px;
    text-align: center;
    text-rendering: auto;
    -webkit-font-smoothing: antialiased;
  }
  .icon::before {
    content: attr(data-glyph);
  }
  ${outcomeColors}
  .icon.opens,
  .icon.done {
    color: var(--vscode-charts-green);
  }
  .spinning {
    animation: turn 1.5s steps(30) infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(360deg);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinning {
      animation: none;
    }
  }
  vscode-button::part(base) {
    border-radius: 2px;
    white-space: normal;
  }
  /* High contrast leaves these colors undefined: then a border alone makes the button, not the library's blue. */
  vscode-button::part(base) {
    background-color: var(--vscode-button-background, transparent);
  }
  vscode-button:is(:hover, :focus)::part(base) {
    background-color: var(--vscode-button-hoverBackground, transparent);
  }
  vscode-button[secondary]::part(base) {
    background-color: var(--vscode-button-secondaryBackground, transparent);
    border-color: var(--vscode-button-secondaryBorder, var(--vscode-contrastBorder, transparent));
    color: var(--vscode-button-secondaryForeground, var(--vscode-foreground));
  }
  vscode-button[secondary]:is(:hover, :focus)::part(base) {
    background-color: var(--vscode-button-secondaryHoverBackground, transparent);
  }
  vscode-button.small::part(base) {
    font-size: 12px;
    line-height: 18px;
    padding: 1px 8px;
    white-space: nowrap;
  }
  .dismiss {
    background: none;
    border: 0;
    color: inherit;
    cursor: pointer;
    display: flex;
    padding: 3px;
  }
  .dismiss:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
`;
