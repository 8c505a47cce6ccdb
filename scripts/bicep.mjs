// The official Bicep compiler, the test oracle for the Bicep that we write, stored in .cache/bicep and downloaded once.
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from './places.mjs';
import { runQuietly } from './run.mjs';

const version = '0.49.2';
const packageName = 'Azure.Bicep.CommandLine.linux-x64';
const home = join(cache, 'bicep');
const compiler = join(home, 'packages', packageName.toLowerCase(), version, 'tools', 'bicep');

/** @returns {string | undefined} the compiler's program, if it was downloaded */
export const findBicep = () => (existsSync(compiler) ? compiler : undefined);

/**
 * Downloads the compiler if `dotnet` is available. Without it, or without the network, the tests use checked-in pairs.
 * @param {(why: string) => void} [onFailure] called with the reason if it can't be downloaded
 * @returns {Promise<string | undefined>} the compiler's program
 */
export async function ensureBicep(onFailure = console.log) {
  const present = findBicep();
  if (present !== undefined || process.platform !== 'linux' || process.arch !== 'x64') return present;
  mkdirSync(home, { recursive: true });
  writeFileSync(
    join(home, 'fetch.csproj'),
    `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net8.0</TargetFramework>
    <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
  </PropertyGroup>
  <ItemGroup><PackageDownload Include="${packageName}" Version="[${version}]" /></ItemGroup>
</Project>
`,
  );
  const args = ['restore', join(home, 'fetch.csproj'), '--packages', join(home, 'packages')];
  const env = {
    DOTNET_CLI_TELEMETRY_OPTOUT: '1',
    DOTNET_NOLOGO: '1',
    DOTNET_SKIP_FIRST_TIME_EXPERIENCE: '1',
  };
  try {
    await runQuietly('dotnet', args, { cwd: home, env });
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    onFailure(`The Bicep compiler wasn't fetched: ${why}`);
    return undefined;
  }
  if (findBicep() === undefined) return undefined;
  chmodSync(compiler, 0o755);
  return compiler;
}
