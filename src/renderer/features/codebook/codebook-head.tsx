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
import styles from './codebook-page.module.css';
import { useContent, useReadOnly } from './use-draft.ts';
import { countWords } from './words.ts';

/** What the codebook is, how far the draft is, and what is done with both. */
export function CodebookHead() {
  const version = useProject((state) => state.project?.codebook.version ?? 1);
  const draft = useCodebook((state) => state.draft);
  const plan = useCodebook((state) => state.plan);
  const { name } = useContent();
  const called = name === '' ? '' : `${name}, `;
  const changes = plan?.changes.length ?? 0;
  return (
    <>
      <header className={styles['head']}>
        <div className={styles['headWords']}>
          <h1 className={styles['title']}>Codebook</h1>
          <p className={styles['state']} aria-live="polite">
            {draft === undefined
              ? `${called}version ${String(version)} in use`
              : `${called}draft of version ${String(version + 1)}, ${countWords(changes, 'change')} not published`}
          </p>
        </div>
        <FileMenu />
        {draft === undefined ? null : <Button onClick={discardDraft}>Discard</Button>}
        <Button
          look="primary"
          command="codebook.publish"
          aria-haspopup="dialog"
          disabled={draft === undefined}
          onClick={() => showPublishing(true)}
        >
          {`Publish version ${String(version + 1)}…`}
        </Button>
      </header>
      <DraftTrouble version={version} />
    </>
  );
}

function FileMenu() {
  const readOnly = useReadOnly();
  return (
    <Menu
      align="end"
      trigger={
        <Button>
          File
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
            announce(
              `The template “${name}” is in the draft. Nothing is changed before you publish it.`,
            );
          }}
        >
          {`Template: ${name}`}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem disabled={readOnly} onSelect={() => inBackground(importCodebook())}>
        Read from a file…
      </MenuItem>
      <MenuItem onSelect={() => inBackground(exportCodebook('yaml'))}>Export as YAML…</MenuItem>
      <MenuItem onSelect={() => inBackground(exportCodebook('json'))}>Export as JSON…</MenuItem>
    </Menu>
  );
}

function DraftTrouble({ version }: { readonly version: number }) {
  const draft = useCodebook((state) => state.draft);
  if (draft === undefined || draft.base === version) return null;
  return (
    <ErrorState
      title={`The codebook is version ${String(version)} now; your draft began from version ${String(draft.base)}.`}
      actions={<Button onClick={followVersion}>{`Go on from version ${String(version)}`}</Button>}
    >
      The draft is kept. Going on from the new version shows how the two differ before anything is
      published.
    </ErrorState>
  );
}
