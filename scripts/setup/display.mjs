// @ts-check
/**
 * A display for machines without a screen: a private Xvfb that cannot outlive its owner.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setting } from './environment.mjs';
import { SetupError } from './progress.mjs';

const READY_LIMIT_MS = 20_000;
const CLOSE_LIMIT_MS = 5_000;
/**
 * The shell holds our end of a pipe open for reading. However we end, by force too, the kernel closes the
 * pipe, `read` returns, and the server is taken down. The server writes its display's number to 3.
 */
const GUARDED_SERVER = `
  Xvfb -displayfd 3 -screen 0 "$1" -nolisten tcp -noreset >&2 &
  exec 3>&-
  read -r _
  kill "$!"
  wait "$!"
`;
const SCREEN = '1600x1000x24';

/**
 * @typedef {object} Display
 * @property {NodeJS.ProcessEnv} env what the programs that shall use it need
 * @property {boolean} isPrivate started by us, for us
 * @property {() => Promise<void>} close
 */

/**
 * @returns {boolean} whether windows need a display that is not there
 */
export function lacksDisplay() {
  return (
    process.platform === 'linux' &&
    setting('DISPLAY') === undefined &&
    setting('WAYLAND_DISPLAY') === undefined
  );
}

/**
 * Starts a private display where there is none; else gives the one that is there.
 * @param {import('./progress.mjs').Say} say
 * @returns {Promise<Display>}
 * @throws {SetupError} when the server does not start
 */
export async function openDisplay(say) {
  if (!lacksDisplay()) return { env: {}, isPrivate: false, close: async () => {} };
  // A group of its own: the terminal's Ctrl-C shall end the app first, and the display after it.
  const shell = spawn('sh', ['-c', GUARDED_SERVER, 'sh', SCREEN], {
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  });
  const closed = once(shell, 'close');
  const number = await displayNumber(shell);
  say(`no screen here: started a private display :${number} (Xvfb)`);
  const close = async () => {
    shell.stdin?.end();
    const force = setTimeout(() => shell.kill('SIGKILL'), CLOSE_LIMIT_MS);
    await closed;
    clearTimeout(force);
  };
  return { env: { DISPLAY: `:${number}` }, isPrivate: true, close };
}

/**
 * @param {import('node:child_process').ChildProcess} shell
 * @returns {Promise<string>}
 */
async function displayNumber(shell) {
  let complaints = '';
  let answer = '';
  shell.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    // The server goes on talking as long as it runs; only the beginning can explain a failed start.
    if (complaints.length < 4_000) complaints += text;
  });
  const channel = /** @type {import('node:stream').Readable} */ (shell.stdio[3]);
  const limit = setTimeout(() => channel.destroy(), READY_LIMIT_MS);
  try {
    for await (const chunk of channel) {
      answer += chunk;
      if (answer.endsWith('\n')) return answer.trim();
    }
  } catch {
    // The limit destroyed the channel.
  } finally {
    clearTimeout(limit);
  }
  shell.stdin?.end();
  throw new SetupError(`the private display (Xvfb) did not start:\n${complaints.trim()}`);
}
