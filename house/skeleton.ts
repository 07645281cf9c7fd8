import type { Files } from './sandbox.ts';

/**
 * The smallest tree that has every layer and every allowed arrow between them. Each checker must
 * pass it without a word; plants are added to it.
 */
export const SKELETON: Files = {
  'src/core/result.ts': 'export type Result = { readonly ok: boolean };\n',
  'src/core/model/span.ts': `import type { Result } from '../result.ts';

export const width = (start: number, end: number): number => end - start;
export const fine: Result = { ok: true };
`,
  'src/core/model/schema.ts': `import { z } from 'zod';

export const spanSchema = z.number();
`,
  'src/core/text/offsets.ts': `import { width } from '../model/span.ts';

export const shift = (by: number): number => width(0, by);
`,
  'src/core/log/apply.ts': `import { shift } from '../text/offsets.ts';

export const apply = (by: number): number => shift(by);
`,
  'src/core/formats/csv.ts': `import { apply } from '../log/apply.ts';

export const csv = (): number => apply(1);
`,
  'src/core/datasets/choice.ts': `import { csv } from '../formats/csv.ts';

export const choice = (): number => csv();
`,
  'src/core/agreement/kappa.ts': `import { apply } from '../log/apply.ts';

export const kappa = (): number => apply(2);
`,
  'src/core/codebook/belongs.ts': `import { apply } from '../log/apply.ts';

export const belongs = (): number => apply(6);
`,
  'src/core/suggest/cues.ts': `import { apply } from '../log/apply.ts';

export const cues = (): number => apply(3);
`,
  'src/core/search/find.ts': `import { apply } from '../log/apply.ts';

export const find = (): number => apply(5);
`,
  'src/core/statistics/tally.ts': `import { apply } from '../log/apply.ts';

export const tally = (): number => apply(4);
`,
  'src/core/review/items.ts': `import { kappa } from '../agreement/kappa.ts';

export const items = (): number => kappa();
`,
  'src/core/testing/builders.ts': `import { csv } from '../formats/csv.ts';

export const aNumber = (): number => csv();
`,
  'src/core/model/span.test.ts': `import { expect, test } from 'vitest';
import { aNumber } from '../testing/builders.ts';
import { width } from './span.ts';

test('width', () => {
  expect(width(0, aNumber())).toBe(1);
});
`,
  'src/ipc/channel.ts': "export const CHANNEL = 'call';\n",
  'src/ipc/errors.ts': `import type { Result } from '../core/result.ts';

export const refused: Result = { ok: false };
`,
  'src/ipc/contract.ts': `import { spanSchema } from '../core/model/schema.ts';

export const contract = { 'span.read': spanSchema };
export type Contract = typeof contract;
`,
  'src/ipc/client.ts': `import type { Contract } from './contract.ts';
import { refused } from './errors.ts';

export const client = (method: keyof Contract): boolean => method.length > 0 && refused.ok;
`,
  'src/main/store/disk.ts': `import { readFile } from 'node:fs/promises';
import { Low } from 'lowdb';
import { width } from '../../core/model/span.ts';

export const disk = { Low, readFile, width };
`,
  'src/main/store/testing/fake.ts': `import { disk } from '../disk.ts';

export const fake = { ...disk };
`,
  'src/main/importers/html.ts': `import { parseHTML } from 'linkedom';
import { width } from '../../core/model/span.ts';

export const html = (text: string): number => width(0, Object.keys(parseHTML(text)).length);
`,
  'src/main/importers/worker.ts': `import { html } from './html.ts';

export const worker = html;
`,
  'src/main/search/open.ts': `import { Database } from 'node-sqlite3-wasm';
import { find } from '../../core/search/find.ts';

export const open = (): number => find() + Object.keys(Database).length;
`,
  'src/main/search/worker.ts': `import { open } from './open.ts';

export const worker = open;
`,
  'src/main/service/service.ts': `import { contract } from '../../ipc/contract.ts';
import { html } from '../importers/html.ts';
import { disk } from '../store/disk.ts';

export const service = { contract, disk, html };
`,
  'src/main/hub/hub.ts': `import { contract } from '../../ipc/contract.ts';
import { disk } from '../store/disk.ts';

export const hub = { contract, disk };
`,
  'src/main/shell/window.ts': `import { app } from 'electron';
import { CHANNEL } from '../../ipc/channel.ts';
import { service } from '../service/service.ts';

export const start = (): string => app.name + CHANNEL + String(Object.keys(service).length);
`,
  'src/main/index.ts': `import { app } from 'electron';
import { service } from './service/service.ts';
import { start } from './shell/window.ts';
import { disk } from './store/disk.ts';

export const wired = { app, disk, service, start };
`,
  'src/cli/args.ts': 'export type T = readonly string[];\n',
  'src/cli/index.ts': `import { argv } from 'node:process';
import { hub } from '../main/hub/hub.ts';
import { service } from '../main/service/service.ts';
import type { T } from './args.ts';

const args: T = argv;
export const cli = { args, hub, service };
`,
  'src/preload/index.ts': `import { contextBridge, ipcRenderer } from 'electron';
import { CHANNEL } from '../ipc/channel.ts';

contextBridge.exposeInMainWorld('verbale', {
  call: (method: string): unknown => ipcRenderer.invoke(CHANNEL, method),
});
`,
  'src/renderer/words/ar/catalogue.ts': "export const arabic = 'خروج';\n",
  'src/renderer/words/words.ts': `import { createInstance, type i18n } from 'i18next';

export const catalogue: i18n = createInstance();
export const arabic = async (): Promise<string> => (await import('./ar/catalogue.ts')).arabic;
`,
  'src/renderer/ui/Button.tsx': `import type { ReactNode } from 'react';
import { catalogue } from '../words/words.ts';

export const Button = (props: { readonly children: ReactNode }): ReactNode => (
  <button type="button" lang={catalogue.language}>
    {props.children}
  </button>
);
`,
  'src/renderer/state/project.ts': `import { create } from 'zustand';
import { apply } from '../../core/log/apply.ts';
import { client } from '../../ipc/client.ts';
import type { Contract } from '../../ipc/contract.ts';

const method: keyof Contract = 'span.read';
export const useProject = create(() => ({ ready: client(method), total: apply(1) }));
`,
  'src/renderer/features/library/Library.tsx': `import type { ReactNode } from 'react';
import { useProject } from '../../state/project.ts';
import { Button } from '../../ui/Button.tsx';

export const Library = (): ReactNode => <Button>{useProject().total}</Button>;
`,
  'src/renderer/features/annotate/Reader.tsx': `import type { ReactNode } from 'react';
import { width } from '../../../core/model/span.ts';

export const Reader = (): ReactNode => <p>{width(0, 1)}</p>;
`,
  'src/renderer/app/App.tsx': `import type { ReactNode } from 'react';
import { Reader } from '../features/annotate/Reader.tsx';
import { Library } from '../features/library/Library.tsx';

export const App = (): ReactNode => (
  <main>
    <Library />
    <Reader />
  </main>
);
`,
  'src/renderer/main.tsx': `import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';

const root = document.querySelector('#root');
if (root !== null) createRoot(root).render(<App />);
`,
  'scripts/start.mjs': "import { argv } from 'node:process';\n\nconsole.log(argv.length);\n",
};
