import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../scripts/setup/root.mjs';

/** How a run of `verbale` ended. */
export interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The one object on standard output, where `--json` was given. */
  readonly json: unknown;
}

/** Runs the command line; never throws for its exit status. */
export type Verbale = (...argv: string[]) => Promise<Ended>;

function parsed(stdout: string): unknown {
  try {
    return JSON.parse(stdout) as unknown;
  } catch {
    return undefined;
  }
}

/** A command line with a profile of its own. */
export function commandLine(userData: string, analyst = 'Command Line'): Verbale {
  const env = { ...process.env, VERBALE_USER_DATA: userData, VERBALE_ANALYST: analyst };
  return (...argv) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [path.join(ROOT, 'scripts/verbale.mjs'), ...argv], {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      child.once('error', reject);
      child.once('close', (exit) => {
        resolve({ exit, stdout, stderr, json: parsed(stdout) });
      });
    });
}
