import {
  ChevronDown,
  Folder,
  FolderOpen,
  FolderPlus,
  PackageCheck,
  PackageOpen,
  Pencil,
  Settings,
  UserRound,
  X,
} from 'lucide-react';
import { runCommand } from '../state/commands.ts';
import { useProject } from '../state/project.ts';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { t } from '../words/words.ts';
import styles from './project-menu.module.css';

/** The project's name; its menu opens, makes, names and closes projects. */
export function ProjectMenu() {
  const name = useProject((state) => state.project?.name ?? '');
  const readOnly = useProject((state) => state.project?.readOnly === true);
  return (
    <Menu
      trigger={
        <button type="button" className={styles['trigger']}>
          <Folder size={16} strokeWidth={1.6} aria-hidden />
          <span className={styles['name']}>{name}</span>
          <ChevronDown size={14} strokeWidth={1.6} aria-hidden />
        </button>
      }
    >
      <MenuItem
        icon={FolderOpen}
        command="project.open"
        onSelect={() => runCommand('project.open')}
      >
        {t('commands.openProject')}
      </MenuItem>
      <MenuItem icon={FolderPlus} command="project.new" onSelect={() => runCommand('project.new')}>
        {t('commands.newProject')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={Pencil} disabled={readOnly} onSelect={() => runCommand('project.rename')}>
        {t('commands.rename')}
      </MenuItem>
      <MenuItem icon={UserRound} disabled={readOnly} onSelect={() => runCommand('analyst.actAs')}>
        {t('commands.actAs')}
      </MenuItem>
      <MenuItem
        icon={Settings}
        command="settings.open"
        onSelect={() => runCommand('settings.open')}
      >
        {t('commands.settings')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={PackageOpen} disabled={readOnly} onSelect={() => runCommand('bundle.takeIn')}>
        {t('handover.takeInCommand')}
      </MenuItem>
      <MenuItem
        icon={PackageCheck}
        disabled={readOnly}
        onSelect={() => runCommand('bundle.handOver')}
      >
        {t('handover.handOverCommand')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={X} onSelect={() => runCommand('project.close')}>
        {t('commands.closeProject')}
      </MenuItem>
    </Menu>
  );
}
