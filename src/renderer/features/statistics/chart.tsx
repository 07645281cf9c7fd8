import { Download, Table2 } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import type { ChartId } from '../../../core/statistics/table.ts';
import { inBackground } from '../../state/background.ts';
import { savePicture, saveTable } from '../../state/statistics.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { t } from '../../words/words.ts';
import styles from './chart.module.css';
import type { ChartData } from './chart-data.ts';
import { ChartPicture } from './chart-picture.tsx';
import { DataTable } from './data-table.tsx';
import { lightPalette } from './palette.ts';
import type { Picture } from './picture.ts';
import { pngFile } from './png-file.ts';
import { svgFile } from './svg-file.ts';
import { tableInWords } from './table-words.ts';
import { useWidth } from './use-width.ts';

/** Props of {@link Chart}. */
export interface ChartProps {
  readonly id: ChartId;
  readonly title: string;
  /** What is counted, and how. */
  readonly words: string;
  readonly data: ChartData;
  readonly draw: (width: number) => Picture;
  /** What can be chosen about it. */
  readonly controls?: ReactNode;
  /** Said in place of the picture where it would be empty. */
  readonly empty?: string | undefined;
  readonly wide?: boolean;
}

/** Width of a picture in a file, whatever the window is. */
const FILE_WIDTH = 880;

/** A chart with its heading, its numbers as a table, and its files. */
export function Chart(props: ChartProps) {
  const { id, title, words, data, draw, controls, empty, wide = false } = props;
  const heading = useId();
  const [ref, width] = useWidth<HTMLDivElement>();
  const [tabled, setTabled] = useState(false);
  return (
    <section aria-labelledby={heading} data-wide={wide} className={styles['chart']}>
      <header className={styles['head']}>
        <h2 id={heading} className={styles['title']}>
          {title}
        </h2>
        {empty === undefined ? (
          <div className={styles['actions']}>
            <Button
              look="quiet"
              icon={Table2}
              aria-pressed={tabled}
              aria-label={t('statistics.tableOf', { title })}
              onClick={() => setTabled(!tabled)}
            >
              {t('statistics.table')}
            </Button>
            <ExportMenu id={id} title={title} draw={draw} />
          </div>
        ) : null}
        <p className={styles['words']}>{words}</p>
      </header>
      {controls === undefined ? null : <div className={styles['controls']}>{controls}</div>}
      <div ref={ref} className={styles['body']}>
        {empty === undefined ? null : <p className={styles['empty']}>{empty}</p>}
        {width > 0 && empty === undefined ? <Drawn draw={draw} width={width} /> : null}
      </div>
      {tabled && empty === undefined ? <Numbers id={id} title={title} data={data} /> : null}
    </section>
  );
}

function Drawn({ draw, width }: { readonly draw: ChartProps['draw']; readonly width: number }) {
  return <ChartPicture picture={draw(width)} />;
}

function Numbers({ id, title, data }: Pick<ChartProps, 'id' | 'title' | 'data'>) {
  const table = tableInWords(id, data);
  const left = id === 'articles' ? data.report.annotated - table.rows.length : 0;
  return (
    <DataTable
      title={title}
      table={table}
      note={left > 0 ? t('statistics.more', { number: left }) : undefined}
    />
  );
}

function ExportMenu({ id, title, draw }: Pick<ChartProps, 'id' | 'title' | 'draw'>) {
  async function savePng(): Promise<void> {
    await savePicture(id, 'png', await pngFile(draw(FILE_WIDTH), lightPalette()));
  }
  return (
    <Menu
      align="end"
      trigger={
        <Button look="quiet" icon={Download} aria-label={t('statistics.exportOf', { title })}>
          {t('statistics.export')}
        </Button>
      }
    >
      <MenuItem
        onSelect={() =>
          inBackground(savePicture(id, 'svg', svgFile(draw(FILE_WIDTH), lightPalette())))
        }
      >
        {t('statistics.asSvg')}
      </MenuItem>
      <MenuItem onSelect={() => inBackground(savePng())}>{t('statistics.asPng')}</MenuItem>
      <MenuItem onSelect={() => inBackground(saveTable(id))}>{t('statistics.asCsv')}</MenuItem>
    </Menu>
  );
}
