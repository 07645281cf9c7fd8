// @ts-check
/**
 * Runs one command to its end, with a limit in time, and never leaves its children behind.
 * The command gets a process group of its own, so that a signal or a limit reaches all it started.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname } from 'node:path';
import { identify } from './process-identity.mjs';
import { SetupError } from './progress.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [limitMs] ends the command, and all it started, after this long
 * @property {number} [graceMs] how long a command may take to end once it was asked to
 * @property {string} [record] a file that names the command as long as it runs, for `endOrphan`
 * @property {boolean} [ownGroup] false keeps the command in the terminal's group, so that it may read the keyboard
 * @property {'collect' | 'inherit'} [output] 'collect' keeps the text for an error message
 */

/**
 * @typedef {object} RunResult
 * @property {number} code the exit code; 128 + the signal's number when a signal ended it, as shells count
 * @property {boolean} timedOut
 * @property {boolean} interrupted whether we were told to end while it ran
 * @property {string} output what it printed, when collected
 */

const FORWARDED = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
/** One Ctrl-C arrives twice under npm: from the terminal and from npm. Later than this it is a second one. */
const ECHO_MS = 1_000;
/** The exit code that shells give for a command that is not there. */
const NOT_FOUND = 127;
/** And for one that Ctrl-C has ended. */
const INTERRUPTED = 130;

/**
 * Runs a command and waits for it. A failing command is a result, not an exception.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 * @throws {SetupError} when there is no such command, and when we were told to end while collecting
 */
export function runCommand(command, args, options = {}) {
  const { cwd, env, limitMs, graceMs = 10_000, ownGroup = true, output = 'collect' } = options;
  const group = ownGroup && process.platform !== 'win32';
  return new Promise((resolve, reject) => {
    const stdin = ownGroup ? 'ignore' : 'inherit';
    const child = spawn(command, args, {
      ...(cwd === undefined ? {} : { cwd }),
      env: env ?? process.env,
      detached: group,
      stdio: output === 'collect' ? [stdin, 'pipe', 'pipe'] : [stdin, 'inherit', 'inherit'],
    });
    const unrecord = recordChild(child, options.record);
    const text = collectText(child);
    const ending = new Ending(child, group, graceMs);
    const unlisten = forwardSignals(ending, ownGroup);
    const limit = limitMs === undefined ? undefined : setTimeout(() => ending.overdue(), limitMs);
    const settle = () => {
      clearTimeout(limit);
      ending.finished();
      unlisten();
      unrecord();
    };
    child.on('error', (error) => {
      settle();
      reject(new SetupError(`${command} cannot be started: ${error.message}`, NOT_FOUND));
    });
    child.on('close', (code, signal) => {
      settle();
      // Whoever collects output is in the middle of something that must not go on half done.
      if (ending.interrupted && output === 'collect')
        reject(new SetupError('interrupted', INTERRUPTED));
      resolve({
        code: exitCodeOf(code, signal),
        timedOut: ending.timedOut,
        interrupted: ending.interrupted,
        output: text(),
      });
    });
  });
}

/** Ends a command: first politely, then, when the grace is over, by force. */
class Ending {
  /** @type {NodeJS.Timeout | undefined} */
  #force;
  #askedAt = Number.NEGATIVE_INFINITY;
  timedOut = false;
  interrupted = false;

  /**
   * @param {ChildProcess} child
   * @param {boolean} group whether the child leads a process group
   * @param {number} graceMs
   */
  constructor(child, group, graceMs) {
    this.child = child;
    this.group = group;
    this.graceMs = graceMs;
  }

  /** @param {NodeJS.Signals} signal */
  interrupt(signal) {
    this.interrupted = true;
    this.#ask(signal);
  }

  /**
   * Passes the first signal on, drops its echo, obeys a second one by force.
   * @param {NodeJS.Signals} signal
   */
  #ask(signal) {
    const now = performance.now();
    if (this.#force === undefined) {
      this.#askedAt = now;
      this.#send(signal);
      this.#force = setTimeout(() => this.#send('SIGKILL'), this.graceMs);
    } else if (now - this.#askedAt > ECHO_MS) {
      this.#send('SIGKILL');
    }
  }

  overdue() {
    this.timedOut = true;
    this.#ask('SIGTERM');
  }

  finished() {
    clearTimeout(this.#force);
    // What the command left running after a limit or a signal goes down with it.
    if (this.group && this.#force !== undefined) this.#send('SIGKILL');
  }

  /** @param {NodeJS.Signals} signal */
  #send(signal) {
    const { pid } = this.child;
    if (pid === undefined) return;
    try {
      process.kill(this.group ? -pid : pid, signal);
    } catch {
      // Already gone.
    }
  }
}

/**
 * @param {Ending} ending
 * @param {boolean} ownGroup outside its own group the command gets the terminal's Ctrl-C by itself
 * @returns {() => void} stops listening
 */
function forwardSignals(ending, ownGroup) {
  const terminalTellsIt = !ownGroup && process.stdin.isTTY;
  const listeners = FORWARDED.map((signal) => {
    const listener = () => {
      if (signal !== 'SIGINT' || !terminalTellsIt) ending.interrupt(signal);
    };
    process.on(signal, listener);
    return { signal, listener };
  });
  return () => {
    for (const { signal, listener } of listeners) process.off(signal, listener);
  };
}

/**
 * @param {ChildProcess} child
 * @param {string | undefined} file
 * @returns {() => void} removes the record
 */
function recordChild({ pid }, file) {
  if (file === undefined || pid === undefined) return () => {};
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, identify(pid));
  return () => rmSync(file, { force: true });
}

/**
 * @param {ChildProcess} child
 * @returns {() => string}
 */
function collectText(child) {
  /** @type {string[]} */
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => chunks.push(chunk));
  }
  return () => chunks.join('');
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 * @returns {number}
 */
function exitCodeOf(code, signal) {
  if (signal !== null) return 128 + constants.signals[signal];
  return code ?? 1;
}
