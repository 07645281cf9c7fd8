import { ChevronDown } from 'lucide-react';
import { CODEBOOK_TEMPLATES } from '../../../core/codebook/templates.ts';
import { inBackground } from '../../state/background.ts';
import {
  discardDraft,
  followVersion,
  replaceDraft,
  showPublishing,
  useCodebook,
} from '../../state/codebook.ts';
import { exportCodebook, importCodebook } from '../../state/codebook-files.ts';
import { announce, useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { t } from '../../words/words.ts';
import styles from './codebook-page.module.css';
import { useContent, useReadOnly } from './use-draft.ts';

/** What the codebook is, how far the draft is, and what is done with both. */
export function CodebookHead() {
  const version = useProject((state) => state.project?.codebook.version ?? 1);
  const draft = useCodebook((state) => state.draft);
  const plan = useCodebook((state) => state.plan);
  const { name } = useContent();
  const changes = plan?.changes.length ?? 0;
  return (
    <>
      <header className={styles['head']}>
        <div className={styles['headWords']}>
          <h1 className={styles['title']}>{t('codebook.title')}</h1>
          <p className={styles['state']} aria-live="polite">
            {draft === undefined
              ? inUseWords(name, version)
              : draftWords(name, version + 1, changes)}
          </p>
        </div>
        <FileMenu />
        {draft === undefined ? null : (
          <Button onClick={discardDraft}>{t('codebook.discard')}</Button>
        )}
        <Button
          look="primary"
          command="codebook.publish"
          aria-haspopup="dialog"
          disabled={draft === undefined}
          onClick={() => showPublishing(true)}
        >
          {t('codebook.publishVersion', { version: version + 1 })}
        </Button>
      </header>
      <DraftTrouble version={version} />
    </>
  );
}

function inUseWords(name: string, version: number): string {
  return name === ''
    ? t('codebook.inUse', { version })
    : t('codebook.namedInUse', { name, version });
}

function draftWords(name: string, version: number, count: number): string {
  const values = { version, changes: t('codebook.changes', { count }) };
  return name === ''
    ? t('codebook.draftOf', values)
    : t('codebook.namedDraftOf', { name, ...values });
}

function FileMenu() {
  const readOnly = useReadOnly();
  return (
    <Menu
      align="end"
      trigger={
        <Button>
          {t('codebook.file')}
          <ChevronDown size={14} strokeWidth={1.6} aria-hidden />
        </Button>
      }
    >
      {CODEBOOK_TEMPLATES.map(({ id, name, content }) => (
        <MenuItem
          key={id}
          disabled={readOnly}
          onSelect={() => {
            replaceDraft(content);
            announce(() => t('codebook.templateIn', { name }));
          }}
        >
          {t('codebook.template', { name })}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem disabled={readOnly} onSelect={() => inBackground(importCodebook())}>
        {t('codebook.readFile')}
      </MenuItem>
      <MenuItem onSelect={() => inBackground(exportCodebook('yaml'))}>
        {t('codebook.exportYaml')}
      </MenuItem>
      <MenuItem onSelect={() => inBackground(exportCodebook('json'))}>
        {t('codebook.exportJson')}
      </MenuItem>
      <MenuItem onSelect={() => inBackground(exportCodebook('qdc'))}>
        {t('codebook.exportQdc')}
      </MenuItem>
    </Menu>
  );
}

function DraftTrouble({ version }: { readonly version: number }) {
  const draft = useCodebook((state) => state.draft);
  if (draft === undefined || draft.base === version) return null;
  return (
    <ErrorState
      title={t('codebook.movedOn', { version, base: draft.base })}
      actions={<Button onClick={followVersion}>{t('codebook.goOn', { version })}</Button>}
    >
      {t('codebook.movedOnWords')}
    </ErrorState>
  );
}
