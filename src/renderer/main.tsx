import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/reading-look.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { reportFirstPicture } from './app/first-picture.ts';
import { followMenu } from './app/follow-menu.ts';
import { installCommands } from './app/install-commands.ts';
import { followLanguage, showFirstLanguage } from './app/interface-language.ts';
import { fetchTheRest } from './app/later.tsx';
import { followTheme } from './app/theme.ts';
import { inBackground } from './state/background.ts';
import { followImport } from './state/importing.ts';
import { start } from './state/session.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');

installCommands();
followTheme();
followMenu();
followImport();
followLanguage();

async function draw(place: HTMLElement): Promise<void> {
  await showFirstLanguage();
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

inBackground(draw(root));
inBackground(start());
inBackground(reportFirstPicture().then(fetchTheRest));
