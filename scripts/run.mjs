import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { root } from './places.mjs';

/**
 * Runs a program to its end with its output shown.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string; env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code, 1 if a signal ended it
 */
export function spawnProgram(command, args, { cwd = root, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a program without showing its output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string; env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>} its standard output
 * @throws {Error} with all of its output if it fails
 */
export function runQuietly(command, args, { cwd = root, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    // npm is a command file on Windows, which requires a shell.
    const shell = process.platform === 'win32' && command === 'npm';
    const child = spawn(command, args, { cwd, shell, stdio: 'pipe', env: { ...process.env, ...env } });
    let stdout = '';
    let all = '';
    child.stdout.on('data', (chunk) => ((stdout += chunk), (all += chunk)));
    child.stderr.on('data', (chunk) => (all += chunk));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve(stdout);
      else reject(new Error(`'${command} ${args.join(' ')}' ended with ${code}:\n${all}`));
    });
  });
}

/**
 * Runs a Node program with its output in a file.
 * @param {string} node the Node to run it on
 * @param {readonly string[]} args
 * @param {object} options
 * @param {string} options.log the file
 * @param {NodeJS.ProcessEnv} options.env the whole environment
 * @param {(message: unknown) => void} [options.onMessage] called with messages of `process.send`
 * @returns {Promise<number>} its exit code, 1 if a signal ended it
 */
export function runLogged(node, args, { log, env, onMessage }) {
  mkdirSync(dirname(log), { recursive: true });
  const file = openSync(log, 'w');
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd: root, env, stdio: ['ignore', file, file, 'ipc'] });
    closeSync(file);
    if (onMessage) child.on('message', onMessage);
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
