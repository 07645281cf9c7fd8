import { Ellipsis } from 'lucide-react';
import { allCommands } from '../../state/commands.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { t } from '../../words/words.ts';
import { spanCommands } from './span-commands.ts';

/** What can be done with the selected annotation, beside its fields. */
export function AnnotationMenu({ readOnly }: { readonly readOnly: boolean }) {
  const copy = allCommands().find(({ id }) => id === 'annotation.copy');
  return (
    <Menu align="end" trigger={<IconButton icon={Ellipsis} label={t('annotate.more')} />}>
      {spanCommands.map(({ id, title, run }) => (
        <MenuItem key={id} command={id} disabled={readOnly} onSelect={run}>
          {title}
        </MenuItem>
      ))}
      {copy === undefined ? null : (
        <>
          <MenuSeparator />
          <MenuItem command={copy.id} onSelect={copy.run}>
            {copy.title}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
