/** Names that end in “Standard Time”, without that suffix, from west to east. */
const standardTimes =
  'Dateline|Aleutian|Hawaiian|Marquesas|Alaskan|Pacific|US Mountain|Mountain|Central America|Central|' +
  'Easter Island|Canada Central|SA Pacific|Eastern|Haiti|Cuba|US Eastern|Paraguay|Atlantic|Venezuela|' +
  'Central Brazilian|SA Western|Pacific SA|Turks And Caicos|Newfoundland|Tocantins|E. South America|' +
  'SA Eastern|Argentina|Greenland|Montevideo|Saint Pierre|Bahia|Azores|Cape Verde|Morocco|GMT|Greenwich|' +
  'W. Europe|Central Europe|Romance|Central European|W. Central Africa|Namibia|Jordan|GTB|Middle East|' +
  'Egypt|E. Europe|Syria|West Bank|South Africa|FLE|Turkey|Israel|Kaliningrad|Libya|Arabic|Arab|Belarus|' +
  'Russian|E. Africa|Iran|Arabian|Astrakhan|Azerbaijan|Mauritius|Georgian|Caucasus|Afghanistan|West Asia|' +
  'Ekaterinburg|Pakistan|India|Sri Lanka|Nepal|Central Asia|Bangladesh|N. Central Asia|Myanmar|SE Asia|' +
  'Altai|W. Mongolia|North Asia|Tomsk|China|North Asia East|Singapore|W. Australia|Taipei|Ulaanbaatar|' +
  'North Korea|Aus Central W.|Transbaikal|Tokyo|Korea|Yakutsk|Cen. Australia|AUS Central|E. Australia|' +
  'AUS Eastern|West Pacific|Tasmania|Vladivostok|Lord Howe|Bougainville|Magadan|Norfolk|Sakhalin|' +
  'Central Pacific|New Zealand|Fiji|Kamchatka|Chatham Islands|Tonga|Samoa|Line Islands';

const others = [
  ...['UTC-11', 'UTC-09', 'UTC-08', 'UTC-02', 'UTC+12'],
  ...['Pacific Standard Time (Mexico)', 'Mountain Standard Time (Mexico)'],
  ...['Central Standard Time (Mexico)', 'Eastern Standard Time (Mexico)'],
  ...['Russia Time Zone 3', 'Russia Time Zone 10', 'Russia Time Zone 11'],
];

/**
 * Time zones of schedules, in the Windows format that Azure ML accepts (enumeration `TimeZone` of the Python SDK
 * `azure-ai-ml`, read on 2026-11-30). UTC is first, the rest by name.
 */
export const windowsTimeZones: readonly string[] = [
  'UTC',
  ...[...standardTimes.split('|').map((name) => `${name} Standard Time`), ...others].sort(),
];
