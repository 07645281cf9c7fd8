import { useState } from 'react';
import { inBackground } from '../state/background.ts';
import { forgetWaiting, goOnImporting, importWaits } from '../state/import-first.ts';
import { useProject } from '../state/project.ts';
import { renameProject } from '../state/renaming.ts';
import { actAs, createProject } from '../state/session.ts';
import { closeDialog } from '../state/view.ts';
import { Person } from '../ui/person.tsx';
import { t } from '../words/words.ts';
import { AskName } from './ask-name.tsx';
import styles from './name-dialogs.module.css';

async function create(name: string): Promise<void> {
  closeDialog();
  const made = await createProject(name);
  if (made) goOnImporting();
  else forgetWaiting();
}

/** Asks for the name of a new project; the system asks where it goes. */
export function NewProjectDialog() {
  const [forImport] = useState(importWaits);
  return (
    <AskName
      title={t('app.newProject')}
      label={t('app.name')}
      words={forImport ? t('app.newForImport') : t('app.newWords')}
      button={t('app.chooseWhere')}
      initial={t('app.newProject')}
      onCancel={() => {
        forgetWaiting();
        closeDialog();
      }}
      onName={(name) => inBackground(create(name))}
    />
  );
}

/** Asks for another name of the open project. */
export function RenameDialog() {
  const name = useProject((state) => state.project?.name ?? '');
  return (
    <AskName
      title={t('app.renameProject')}
      label={t('app.name')}
      words={t('app.renameWords')}
      button={t('app.rename')}
      initial={name}
      onCancel={closeDialog}
      onName={(next) => {
        closeDialog();
        if (next !== name) inBackground(renameProject(next));
      }}
    />
  );
}

function act(name: string): void {
  closeDialog();
  if (name !== useProject.getState().project?.me.name) inBackground(actAs(name));
}

/** Asks who annotates from now on: one of the project's analysts, or somebody new. */
export function ActAsDialog() {
  const me = useProject((state) => state.project?.me);
  const analysts = useProject((state) => state.project?.analysts) ?? [];
  return (
    <AskName
      title={t('app.actAs')}
      label={t('app.yourName')}
      words={t('app.actWords')}
      button={t('app.actAsThis')}
      initial={me?.name ?? ''}
      onCancel={closeDialog}
      onName={act}
    >
      {analysts.length < 2 ? null : (
        <ul className={styles['people']} aria-label={t('app.analysts')}>
          {analysts.map((analyst) => (
            <li key={analyst.id}>
              <button type="button" className={styles['person']} onClick={() => act(analyst.name)}>
                <Person name={analyst.name} self={analyst.id === me?.id} />
                {analyst.name}
                {analyst.id === me?.id ? (
                  <span className={styles['now']}>{t('app.now')}</span>
                ) : null}
              </button>
            </li>
          ))}
        </ul>
      )}
    </AskName>
  );
}
