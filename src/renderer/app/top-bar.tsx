import { Download, PanelLeft, PanelRight, Search } from 'lucide-react';
import { runCommand } from '../state/commands.ts';
import { useImport } from '../state/import-batch.ts';
import { useProject } from '../state/project.ts';
import { goTo, openDialog, type Place, togglePane, useView } from '../state/view.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { Person } from '../ui/person.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { numberWords } from '../words/amounts.ts';
import type { PlainKey } from '../words/catalogue.ts';
import { t } from '../words/words.ts';
import { useArticlesOverlay, useDetailsOverlay } from './pane-widths.ts';
import { ProjectMenu } from './project-menu.tsx';
import styles from './top-bar.module.css';

/** The bar at the top: the project, the places, search, and who acts. */
export function TopBar() {
  const me = useProject((state) => state.project?.me.name ?? '');
  return (
    <header className={styles['bar']}>
      <ProjectMenu />
      <ArticlesButton />
      <Places />
      <Button
        look="quiet"
        icon={Download}
        aria-haspopup="dialog"
        onClick={() => runCommand('export.open')}
      >
        <span className={styles['word']}>{t('app.export')}</span>
      </Button>
      <DetailsButton />
      <button type="button" className={styles['search']} onClick={() => openDialog('palette')}>
        <Search size={14} strokeWidth={1.6} aria-hidden />
        <span>{t('app.searchOrRun')}</span>
        <KeyHint command="palette.open" joined />
      </button>
      <Tooltip text={t('app.acts', { name: me })}>
        <button
          type="button"
          className={styles['me']}
          aria-label={t('app.actingAs', { name: me })}
          aria-haspopup="dialog"
          onClick={() => runCommand('analyst.actAs')}
        >
          <Person name={me} self />
        </button>
      </Tooltip>
    </header>
  );
}

const PLACES: readonly { readonly place: Place; readonly name: PlainKey }[] = [
  { place: 'articles', name: 'app.placeArticles' },
  { place: 'import', name: 'app.placeImport' },
  { place: 'search', name: 'app.placeSearch' },
  { place: 'statistics', name: 'app.placeStatistics' },
  { place: 'codebook', name: 'app.placeCodebook' },
  { place: 'agreement', name: 'app.placeAgreement' },
  { place: 'review', name: 'app.placeReview' },
];

function Places() {
  const current = useView((state) => state.place);
  const waiting = useImport((state) => (state.phase === 'idle' ? 0 : state.items.length));
  return (
    <nav aria-label={t('app.places')} className={styles['places']}>
      {PLACES.map(({ place, name }) => (
        <a
          key={place}
          href={`#${place}`}
          aria-current={current === place ? 'page' : undefined}
          className={styles['place']}
          draggable={false}
          onClick={(event) => {
            event.preventDefault();
            goTo(place);
          }}
        >
          {t(name)}
          {place === 'import' && waiting > 0 && current !== 'import' ? (
            <span className={styles['waiting']}>{numberWords(waiting)}</span>
          ) : null}
        </a>
      ))}
    </nav>
  );
}

/** In the narrowest windows, as at 200 %, the articles lie over the text too. */
function ArticlesButton() {
  const overlay = useArticlesOverlay();
  const shown = useView((state) => state.articlesPane);
  const onDesk = useView((state) => state.place === 'articles');
  if (!overlay || !onDesk) return null;
  return (
    <IconButton
      icon={PanelLeft}
      label={shown ? t('app.hideArticles') : t('app.showArticles')}
      command="view.articles"
      aria-pressed={shown}
      onClick={() => togglePane('articlesPane')}
    />
  );
}

/** In narrow windows the details lie over the text and are called from here. */
function DetailsButton() {
  const overlay = useDetailsOverlay();
  const shown = useView((state) => state.detailsPane);
  const reading = useProject((state) => state.rows.length > 0);
  const onDesk = useView((state) => state.place === 'articles') && reading;
  if (!overlay || !onDesk) return null;
  return (
    <IconButton
      icon={PanelRight}
      label={shown ? t('app.hideDetails') : t('app.showDetails')}
      command="view.details"
      aria-pressed={shown}
      onClick={() => togglePane('detailsPane')}
    />
  );
}
