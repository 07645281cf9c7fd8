import { useState } from 'react';
import { inBackground } from '../state/background.ts';
import { useProject } from '../state/project.ts';
import { createProjectFrom } from '../state/session.ts';
import { closeDialog } from '../state/view.ts';
import { CheckBox } from '../ui/check-box.tsx';
import { t } from '../words/words.ts';
import { AskName } from './ask-name.tsx';

/**
 * Asks for the name of a project that begins with the codebook and the people of another: of the open
 * one, or, on the first page, of one that the system asks for.
 */
export function NewFromDialog() {
  const from = useProject((state) => state.project?.name);
  const [articles, setArticles] = useState(false);
  return (
    <AskName
      title={from === undefined ? t('app.newFromOther') : t('app.newFrom', { name: from })}
      label={t('app.name')}
      words={from === undefined ? t('app.newFromOtherWords') : t('app.newFromWords')}
      button={from === undefined ? t('app.chooseProject') : t('app.chooseWhere')}
      initial={t('app.newProject')}
      onCancel={closeDialog}
      onName={(name) => {
        closeDialog();
        inBackground(createProjectFrom(name, articles));
      }}
    >
      <CheckBox label={t('app.withArticles')} checked={articles} onChange={setArticles} />
    </AskName>
  );
}
