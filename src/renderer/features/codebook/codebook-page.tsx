import { useEffect } from 'react';
import { inBackground } from '../../state/background.ts';
import { readVersions, tellDraft, useCodebook } from '../../state/codebook.ts';
import { useProject } from '../../state/project.ts';
import { readSecondLook } from '../../state/second-look.ts';
import { t } from '../../words/words.ts';
import { CodebookHead } from './codebook-head.tsx';
import { CodebookNav } from './codebook-nav.tsx';
import styles from './codebook-page.module.css';
import { DraftChanges } from './draft-changes.tsx';
import { EntryEditor } from './entry-editor.tsx';
import { FileProblemsDialog } from './file-problems-dialog.tsx';
import { GuidelinesEditor } from './guidelines-editor.tsx';
import { Preview } from './preview.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { SecondLookSection } from './second-look-section.tsx';
import { isList } from './sections.ts';
import { useEntryId } from './use-entry.ts';
import { VersionsSection } from './versions-section.tsx';

/** The place where the codebook is written, published, compared and exchanged. */
export function CodebookPage() {
  const codebook = useProject((state) => state.project?.codebook);
  const publishing = useCodebook((state) => state.publishing);
  useEffect(() => {
    inBackground(readVersions());
    inBackground(readSecondLook());
  }, [codebook]);
  useEffect(() => tellDraft, []);
  return (
    <div className={styles['page']}>
      <CodebookNav />
      <div className={styles['main']}>
        <CodebookHead />
        <Body />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It may scroll. */}
      <aside aria-label={t('codebook.preview')} className={styles['side']} tabIndex={0}>
        <DraftChanges />
        <h2 className={styles['sideTitle']}>{t('codebook.preview')}</h2>
        <Preview />
      </aside>
      {publishing ? <PublishDialog /> : null}
      <FileProblemsDialog />
    </div>
  );
}

function Body() {
  const section = useCodebook((state) => state.section);
  const entry = useEntryId();
  if (isList(section)) return <EntryEditor list={section} entry={entry} />;
  if (section === 'guidelines') return <GuidelinesEditor />;
  return section === 'versions' ? <VersionsSection /> : <SecondLookSection />;
}
