// @ts-check
// The least that a window can cost: one empty page, told when its second frame is on screen.
// oxlint-disable-next-line no-restricted-imports -- this is an app of its own, the smallest there is
import { app, BrowserWindow } from 'electron';

const started = Number(process.env['VERBALE_STARTED_AT']);
app.on('ready', () => {
  show().catch((error) => {
    process.stderr.write(`${String(error)}\n`);
    app.exit(1);
  });
});

async function show() {
  const window = new BrowserWindow({ width: 1440, height: 900 });
  await window.loadURL('data:text/html,<p>bare</p>');
  await window.webContents.executeJavaScript(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))',
  );
  process.stdout.write(`bare window painted ${((Date.now() - started) / 1000).toFixed(2)} s\n`);
  app.quit();
}
