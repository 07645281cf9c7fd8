import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Session, WebContents } from 'electron';
import { app, protocol, session } from 'electron';
import { fileOfAddress, isOwnAddress, SCHEME } from './origin.ts';

/** No source but the application itself, no inline code or style, no markup made from strings. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "worker-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** Before `ready`: what Chromium must know from the start. */
export function hardenBeforeReady(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
  const line = app.commandLine;
  // Nothing leaves this computer: no name is ever resolved, and Chromium's own services stay quiet.
  line.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  line.appendSwitch('no-proxy-server');
  line.appendSwitch('disable-background-networking');
  line.appendSwitch('disable-component-update');
  line.appendSwitch('disable-domain-reliability');
  line.appendSwitch('dns-prefetch-disable');
  line.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  // `enableSandbox` together with `--no-sandbox` kills every child process; the switch is only
  // there where the tests run as root.
  if (!line.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => {
    confine(contents);
  });
}

/** No page goes anywhere, opens anything, or embeds anything. */
function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** After `ready`: permissions, requests and downloads are refused, own files are served. */
export async function hardenSession(pages: string): Promise<void> {
  const own = session.defaultSession;
  denyPermissions(own);
  own.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isOwnAddress(details.url) && !details.url.startsWith('devtools:') });
  });
  own.on('will-download', (event) => {
    event.preventDefault();
  });
  own.setSpellCheckerEnabled(false);
  await servePages(own, pages);
}

function denyPermissions(own: Session): void {
  own.setPermissionRequestHandler((_contents, _permission, callback) => {
    callback(false);
  });
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
}

async function servePages(own: Session, pages: string): Promise<void> {
  const root = await realpath(pages);
  own.protocol.handle(SCHEME, async (request) => {
    const file = await fileOfAddress(root, request.url);
    const type = file === undefined ? undefined : TYPES[path.extname(file)];
    if (file === undefined || type === undefined || request.method !== 'GET') {
      return new Response('Not found', {
        status: 404,
        headers: { 'content-security-policy': CONTENT_SECURITY_POLICY },
      });
    }
    return new Response(new Uint8Array(await readFile(file)), {
      headers: {
        'content-type': type,
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      },
    });
  });
}
