import { css } from 'lit';

export const readinessTreeStyles = css`
  :host {
    display: block;
    flex: 1 1 auto;
    min-block-size: 0;
    overflow-y: auto;
    padding-block: 3px 8px;
    position: relative;
  }
  .line {
    align-items: flex-start;
    display: flex;
    flex-wrap: wrap;
    outline-offset: -1px;
    padding-inline: 12px;
    position: relative;
  }
  .line:focus {
    outline: 1px solid var(--vscode-list-focusOutline, var(--vscode-focusBorder));
  }
  /* In Light 2026, links have too little contrast on this background. */
  .line:is(:hover, .pointed),
  .opened {
    --link-color: color-mix(in srgb, var(--vscode-textLink-foreground) 75%, var(--vscode-foreground));
  }
  .line:is(:hover, .pointed) {
    background: var(--vscode-list-hoverBackground, transparent);
    --vscode-descriptionForeground: var(--vscode-list-hoverForeground, var(--vscode-foreground));
  }
  .pointed {
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
  }
  /* Not 0: beside a body of 100% it would find room in the same line, one letter wide, where no button stands. */
  .head {
    cursor: pointer;
    display: flex;
    flex: 1 1 0;
    min-inline-size: 1px;
  }
  .head > .icon {
    align-self: flex-start;
    margin-block-start: 1px;
  }
  .line[aria-expanded='true'] > .head .chevron {
    transform: rotate(90deg);
  }
  .group {
    line-height: 26px;
    padding-inline-start: 8px;
  }
  .group .head {
    align-items: center;
    min-block-size: 26px;
  }
  .group .head > .icon {
    align-self: center;
    margin-block-start: 0;
  }
  .group .title {
    flex: 1 1 auto;
    font-weight: 600;
    line-height: 18px;
    margin-inline: 4px 8px;
  }
  .group .sum {
    align-items: center;
    color: var(--vscode-descriptionForeground);
    display: flex;
    font-size: 12px;
    gap: 4px;
    line-height: 16px;
    text-align: end;
  }
  .cause {
    padding-inline-start: 8px;
  }
  .cause .head {
    gap: 4px;
    padding-block: 5px 3px;
  }
  .cause .title {
    font-weight: 600;
  }
  .cause:not(:first-child) {
    border-block-start: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
  .worst::before {
    background: var(--vscode-problemsErrorIcon-foreground);
    content: '';
    inline-size: 2px;
    inset: 0 auto 0 0;
    position: absolute;
  }
  .group .lead {
    gap: 4px;
  }
  .group .pair {
    display: flex;
    flex: 1 1 auto;
    flex-wrap: wrap;
    gap: 0 4px;
    min-inline-size: 0;
  }
  .group .pair .sum {
    text-align: start;
  }
  .group .lead .title {
    flex: 0 1 auto;
    margin-inline: 0 4px;
  }
  .line[aria-level='2']:is(.group) {
    line-height: 20px;
    padding-inline-start: 26px;
  }
  .line[aria-level='2']:is(.group) .head {
    min-block-size: 22px;
  }
  .line[aria-level='2']:is(.group) .title {
    font-weight: inherit;
  }
  .row .head {
    gap: 6px;
    padding-block: 4px;
  }
  .row.short .head,
  .fold .head {
    padding-block: 2px;
  }
  .row.short .words {
    column-gap: 8px;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
  }
  .words {
    flex: 1;
    line-height: 18px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .outcome {
    color: var(--vscode-descriptionForeground);
  }
  .outcome b {
    color: var(--vscode-foreground);
    font-weight: 600;
  }
  .of-cause .head {
    line-height: 18px;
    padding-block: 1px 2px;
    padding-inline-start: 34px;
  }
  .of-cause.row .words > .name {
    color: var(--vscode-foreground);
  }
  .actions .body {
    padding-block: 2px 10px;
  }
  .of-cause .body {
    padding-inline-start: 34px;
  }
  .of-cause.row .body {
    padding-inline-start: 56px;
  }
  .fold .head,
  .earlier .head {
    color: var(--vscode-descriptionForeground);
    gap: 6px;
  }
  .none .head {
    cursor: default;
    padding-inline-start: 22px;
  }
  .fix {
    flex: none;
    padding-block: 3px;
    padding-inline-start: 8px;
  }
  .button {
    background: var(--vscode-button-secondaryBackground, transparent);
    border: 1px solid var(--vscode-button-secondaryBorder, var(--vscode-contrastBorder, transparent));
    border-radius: 2px;
    color: var(--vscode-button-secondaryForeground);
    cursor: pointer;
    display: block;
    font: inherit;
    font-size: 12px;
    line-height: 18px;
    padding: 1px 8px;
    white-space: nowrap;
  }
  .button.action {
    font-size: inherit;
    line-height: 22px;
    padding-inline: 11px;
    white-space: normal;
  }
  .button.primary {
    background: var(--vscode-button-background, transparent);
    border-color: var(--vscode-button-border, var(--vscode-contrastBorder, transparent));
    color: var(--vscode-button-foreground);
  }
  .button.primary:hover {
    background: var(--vscode-button-hoverBackground, transparent);
  }
  .button:not(.primary):hover {
    background: var(--vscode-button-secondaryHoverBackground, transparent);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
  }
  .button:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }
  .opened {
    background: var(--vscode-list-hoverBackground, transparent);
    --vscode-descriptionForeground: var(--vscode-list-hoverForeground, var(--vscode-foreground));
    border-block: 1px solid var(--vscode-contrastBorder, transparent);
    margin-block: -1px;
    padding-block-end: 8px;
  }
  .changed::before {
    background: var(--vscode-editorGutter-modifiedBackground);
    content: '';
    inline-size: 2px;
    inset: 0 auto 0 0;
    position: absolute;
  }
  .body {
    cursor: auto;
    flex: 0 0 100%;
    min-inline-size: 0;
    padding-inline-start: 44px;
    user-select: text;
  }
  dl {
    display: grid;
    gap: 2px 8px;
    grid-template-columns: minmax(86px, auto) 1fr;
    line-height: 18px;
  }
  dt {
    color: var(--vscode-descriptionForeground);
    max-inline-size: 130px;
  }
  dd {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .path {
    display: inline-block;
  }
  .needs,
  .action {
    align-items: center;
    display: inline-flex;
    gap: 6px;
  }
  .needs {
    display: flex;
    padding-block-start: 4px;
  }
  .links {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    line-height: 22px;
    margin-block-start: 6px;
  }
  .trace {
    counter-reset: step;
    line-height: 18px;
    margin-block-start: 4px;
  }
  .trace li {
    counter-increment: step;
    overflow-wrap: anywhere;
    padding-block: 1px;
    padding-inline-start: 20px;
    position: relative;
  }
  .trace li::before {
    color: var(--vscode-descriptionForeground);
    content: counter(step) '.';
    inset-inline-start: 0;
    position: absolute;
  }
  .trace .decides {
    font-weight: 600;
  }
  @container readiness (max-width: 360px) {
    .body {
      padding-inline-start: 22px;
    }
  }
`;
