import { spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { findElectron } from '../scripts/setup/electron-runtime.mjs';
import { ROOT } from '../scripts/setup/root.mjs';
import { expect, test } from './app.ts';

/**
 * In a network of its own whose every route leads through one counted interface: a name that is asked
 * for, a connection that is tried, all of it is a packet.
 */
const COUNTED = `
  ip link set lo up
  ip route add default dev lo || exit 99
  ip -6 route add default dev lo 2>/dev/null
  "$@" >&2
  status=$?
  cat /proc/net/dev
  exit $status
`;

function packets(devices: string): number {
  const counted = devices
    .split('\n')
    .slice(2)
    .filter((line) => line.includes(':'));
  return counted.reduce((sum, line) => {
    const numbers = line
      .slice(line.indexOf(':') + 1)
      .trim()
      .split(/\s+/u)
      .map(Number);
    return sum + (numbers[1] ?? 0) + (numbers[9] ?? 0);
  }, 0);
}

function cannotUnshare(): string | undefined {
  if (process.platform !== 'linux') return 'network namespaces are a thing of Linux';
  return counted('true').status === 0
    ? undefined
    : 'a network of its own needs root, unshare and ip';
}

function counted(...command: string[]): {
  readonly status: number | null;
  readonly packets: number;
  readonly said: string;
} {
  const ended = spawnSync('sh', ['-c', 'exec unshare -n sh -c "$0" sh "$@"', COUNTED, ...command], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status: ended.status, packets: packets(ended.stdout), said: ended.stderr };
}

test('a whole run of the app sends not one packet', async ({ scratch }) => {
  const reason = cannotUnshare();
  test.skip(reason !== undefined, reason);
  // The control: one connection that is refused is counted.
  const probe = `require('net').connect(9, '192.0.2.1').on('error', () => {}); setTimeout(() => process.exit(), 300)`;
  expect(counted(process.execPath, '-e', probe).packets).toBeGreaterThan(0);

  const electron = findElectron(ROOT)?.executable ?? '';
  const shot = path.join(scratch, 'shot.png');
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const run = counted(
    electron,
    ...root,
    ROOT,
    `--user-data-dir=${path.join(scratch, 'profile')}`,
    '--open-sample',
    `--shot=${shot}`,
  );
  expect(run.status, run.said).toBe(0);
  expect((await stat(shot)).size).toBeGreaterThan(10_000);
  expect(run.packets).toBe(0);
});

/** Runs in the page: every way out that a page knows. */
function everyWayOut(to: {
  readonly http: string;
  readonly ws: string;
  readonly stun: string;
}): void {
  const quietly = (work: () => unknown): void => {
    try {
      const result = work();
      if (result instanceof Promise) result.catch(() => undefined);
    } catch {
      // Refused at once.
    }
  };
  const element = (
    name: string,
    attributes: Record<string, string>,
    parent = document.head,
  ): void =>
    quietly(() => {
      const made = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      parent.append(made);
    });
  quietly(() => fetch(`${to.http}/fetch`, { mode: 'no-cors' }));
  quietly(() => {
    const request = new XMLHttpRequest();
    request.open('POST', `${to.http}/xhr`);
    request.send('x');
  });
  quietly(() => navigator.sendBeacon(`${to.http}/beacon`, 'x'));
  quietly(() => new WebSocket(to.ws));
  quietly(() => new EventSource(`${to.http}/events`));
  quietly(() => {
    new Image().src = `${to.http}/image`;
  });
  quietly(() => new FontFace('Away', `url(${to.http}/font)`).load());
  quietly(() => new Worker(`${to.http}/worker.js`));
  for (const rel of [
    'stylesheet',
    'prefetch',
    'preload',
    'dns-prefetch',
    'preconnect',
    'icon',
    'manifest',
    'modulepreload',
  ])
    element('link', { rel, href: `${to.http}/${rel}`, as: 'image' });
  element('script', { src: `${to.http}/script.js` });
  for (const name of ['img', 'iframe', 'video', 'audio', 'embed'])
    element(name, { src: `${to.http}/${name}`, title: name }, document.body);
  element('object', { data: `${to.http}/object` }, document.body);
  quietly(() => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: to.stun }] });
    connection.createDataChannel('x');
    return connection.createOffer().then((offer) => connection.setLocalDescription(offer));
  });
}

test('nothing that a script in the page tries leaves it', async ({ launch }) => {
  const { electron, page, trouble } = await launch();
  trouble.expect(/Content Security Policy/u);
  trouble.allow(/ERR_|TrustedScriptURL' assignment/u);
  let came = 0;
  const server = createServer((_request, answer) => answer.end()).listen(0, '127.0.0.1');
  server.on('connection', () => {
    came += 1;
  });
  const stun = createSocket('udp4').bind(0, '127.0.0.1');
  stun.on('message', () => {
    came += 1;
  });
  await Promise.all([once(server, 'listening'), once(stun, 'listening')]);
  const { port } = server.address() as AddressInfo;
  await electron.evaluate(({ session }) => {
    const sent: string[] = [];
    Reflect.set(globalThis, 'sent', sent);
    session.defaultSession.webRequest.onSendHeaders(({ url }) => sent.push(url));
  });
  const away = {
    http: `http://127.0.0.1:${String(port)}`,
    ws: `ws://127.0.0.1:${String(port)}/ws`,
    stun: `stun:127.0.0.1:${String(stun.address().port)}`,
  };
  // In a turn of its own: what a debugger evaluates is let past parts of the content policy.
  await page.evaluate(
    `new Promise((resolve) => setTimeout(() => { (${everyWayOut.toString()})(${JSON.stringify(away)}); resolve(); }, 0))`,
  );
  await page.waitForTimeout(1_500);
  const sent = await electron.evaluate(() => Reflect.get(globalThis, 'sent') as string[]);
  expect(sent.filter((url) => !url.startsWith('app://'))).toEqual([]);
  expect(came).toBe(0);
  // The control: what does arrive is counted.
  await fetch(away.http);
  await expect.poll(() => came).toBe(1);
  server.close();
  stun.close();
});
