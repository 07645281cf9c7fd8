import { Pencil, Save, Trash2 } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { inBackground } from '../../state/background.ts';
import type { ExportAsked } from '../../state/export.ts';
import { useProject } from '../../state/project.ts';
import {
  chooseRecipe,
  loadRecipes,
  type Recipe,
  removeRecipe,
  renameRecipe,
  saveRecipe,
  useRecipes,
} from '../../state/recipes.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './export-more.module.css';

const NONE = '';

type Naming = 'save' | 'rename';

/** The project's recipes: one brings back all that was asked for when it was saved. */
export function ExportRecipes({ asked }: { readonly asked: ExportAsked }) {
  const recipes = useRecipes((state) => state.recipes);
  const error = useRecipes((state) => state.error);
  const history = useProject((state) => state.history);
  const [naming, setNaming] = useState<Naming>();
  // An undo may bring a recipe back, or take it away.
  useEffect(() => inBackground(loadRecipes()), [history]);
  const current = recipes.find(({ name }) => name === asked.recipe);
  return (
    <section aria-label={t('transfer.recipe')}>
      <h3 className={styles['title']}>{t('transfer.recipe')}</h3>
      <div className={styles['line']}>
        <Select
          label={t('transfer.recipe')}
          value={current?.id ?? NONE}
          disabled={recipes.length === 0}
          className={styles['wide']}
          options={[
            {
              value: NONE,
              name: t(recipes.length === 0 ? 'transfer.noRecipes' : 'transfer.noRecipe'),
            },
            ...recipes.map(({ id, name }) => ({ value: id, name })),
          ]}
          onChange={chooseRecipe}
        />
        <IconButton
          icon={Save}
          label={t('transfer.saveRecipe')}
          onClick={() => setNaming('save')}
        />
        {current === undefined ? null : (
          <Changes of={current} onRename={() => setNaming('rename')} />
        )}
      </div>
      {naming === undefined ? null : (
        <Name naming={naming} of={current} onDone={() => setNaming(undefined)} />
      )}
      {error === undefined ? null : (
        <p role="alert" className={styles['problem']}>
          {said(error.message)}
        </p>
      )}
    </section>
  );
}

function Changes({ of, onRename }: { readonly of: Recipe; readonly onRename: () => void }) {
  return (
    <>
      <IconButton icon={Pencil} label={t('transfer.renameRecipe')} onClick={onRename} />
      <IconButton
        icon={Trash2}
        label={t('transfer.removeRecipe')}
        onClick={() => inBackground(removeRecipe(of.id))}
      />
    </>
  );
}

interface NameProps {
  readonly naming: Naming;
  readonly of: Recipe | undefined;
  readonly onDone: () => void;
}

/** The name under which what is asked for is kept. */
function Name({ naming, of, onDone }: NameProps) {
  const id = useId();
  const [name, setName] = useState(of?.name ?? '');
  const keep = async (): Promise<void> => {
    const done =
      naming === 'rename' && of !== undefined
        ? await renameRecipe({ id: of.id, name })
        : await saveRecipe(name);
    if (done) onDone();
  };
  return (
    <form
      className={styles['name']}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') inBackground(keep());
      }}
    >
      <label className={styles['title']} htmlFor={id}>
        {t('transfer.recipeName')}
      </label>
      <div className={styles['line']}>
        <TextInput
          id={id}
          value={name}
          maxLength={80}
          dir="auto"
          ref={(input) => input?.focus()}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            // The dialog stays: only the name is given up.
            event.stopPropagation();
            onDone();
          }}
          onChange={({ target }) => setName(target.value)}
        />
        <Button submit look="primary" disabled={name.trim() === ''}>
          {t('transfer.keep')}
        </Button>
        <Button onClick={onDone}>{t('transfer.cancel')}</Button>
      </div>
    </form>
  );
}
