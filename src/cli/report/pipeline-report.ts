import { printableText } from '../printable-text';
import type { ReportEntry } from './report-entries';
import { repositoryPath } from './repository-path';

/** Returns printable text for a part of a line, so that it can't contain a command. */
function partOf(text: string): string {
  return printableText(text).replace(/\r?\n/g, '\n');
}

function escapedWith(others: Readonly<Record<string, string>>): (text: string) => string {
  const codes: Readonly<Record<string, string>> = { '\r': '%0D', '\n': '%0A', ...others };
  return (text) => [...partOf(text)].map((one) => codes[one] ?? one).join('');
}

const gitHubData = escapedWith({ '%': '%25' });
const gitHubValue = escapedWith({ '%': '%25', ':': '%3A', ',': '%2C' });

const gitHubLevels = { error: 'error', unknown: 'warning', warning: 'warning', info: 'notice' } as const;

/**
 * Returns workflow commands, which GitHub shows as annotations at the lines of a pull request.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands, read 2026-11-30; how the runner
 * reads them: github.com/actions/toolkit packages/core/src/command.ts
 */
export function gitHubReport(entries: readonly ReportEntry[], summary: string): string {
  const lines = entries.map(({ level, id, file, line, column, message, details }) => {
    const values = [
      ...(file === null ? [] : [`file=${gitHubValue(repositoryPath(file) ?? file)}`]),
      ...(line === null ? [] : [`line=${line}`]),
      ...(column === null ? [] : [`col=${column}`]),
      `title=${gitHubValue(id)}`,
    ];
    return `::${gitHubLevels[level]} ${values.join(',')}::${gitHubData([message, ...details].join('\n'))}`;
  });
  return `${[...lines, partOf(summary)].join('\n')}\n`;
}

/** `%` is written as `%AZP25`. The agent has decoded it since version 2.169. */
const azureData = escapedWith({ '%': '%AZP25' });
const azureValue = escapedWith({ '%': '%AZP25', ';': '%3B', ']': '%5D' });

/**
 * Returns logging commands, which Azure Pipelines lists as issues of the run. It supports errors and warnings. Info
 * results are lines of the log. https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands, read
 * 2026-11-30
 */
export function azurePipelinesReport(entries: readonly ReportEntry[], summary: string): string {
  const lines = entries.map((entry) => {
    const { level, id, file, line, column, message, details } = entry;
    const text = [message, ...details].join(' · ');
    if (level === 'info') return partOf([placeOf(entry), text, id].filter(Boolean).join('  '));
    const values = [
      `type=${level === 'error' ? 'error' : 'warning'}`,
      ...(file === null ? [] : [`sourcepath=${azureValue(repositoryPath(file) ?? file)}`]),
      ...(line === null ? [] : [`linenumber=${line}`]),
      ...(column === null ? [] : [`columnnumber=${column}`]),
      `code=${azureValue(id)}`,
    ];
    return `##vso[task.logissue ${values.join(';')};]${azureData(text)}`;
  });
  return `${[...lines, partOf(summary)].join('\n')}\n`;
}

function placeOf({ file, line, column }: ReportEntry): string {
  return [file, line, column].filter((one) => one !== null).join(':');
}
