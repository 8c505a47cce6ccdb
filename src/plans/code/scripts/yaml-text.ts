import { hiddenCharacters } from './hidden-characters';
import { isSettingList, type CliSetting, type SettingGroup } from './compute-settings';

/** Words that YAML 1.1, which the CLI reads, doesn't interpret as text. */
const reserved = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** Returns a text for YAML 1.1 and 1.2: unchanged without special characters, otherwise in double quotes. */
export function yamlString(text: string): string {
  const isPlain = /^[A-Za-z/][\w./-]*$/.test(text) && !reserved.test(text);
  return isPlain ? text : hiddenCharacters(JSON.stringify(text));
}

/** Returns keys and values as lines. */
export function yamlText(group: SettingGroup): string {
  return groupLines(group).join('\n');
}

function groupLines(group: SettingGroup): readonly string[] {
  return Object.entries(group).flatMap(([name, value]) => lines(`${yamlString(name)}:`, value));
}

function lines(key: string, value: CliSetting): readonly string[] {
  if (isSettingList(value)) return [key, ...value.flatMap(item)];
  if (typeof value === 'object') return [key, ...groupLines(value).map((line) => `  ${line}`)];
  return [`${key} ${scalar(value)}`];
}

function item(value: CliSetting): readonly string[] {
  if (isSettingList(value) || typeof value !== 'object') return [`  - ${scalar(value)}`];
  return groupLines(value).map((line, at) => (at === 0 ? `  - ${line}` : `    ${line}`));
}

function scalar(value: CliSetting): string {
  return typeof value === 'string' ? yamlString(value) : String(value);
}
