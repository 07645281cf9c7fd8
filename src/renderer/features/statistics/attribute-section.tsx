import { useState } from 'react';
import { Select } from '../../ui/select.tsx';
import { t } from '../../words/words.ts';
import styles from './attribute-section.module.css';
import { Chart } from './chart.tsx';
import type { ChartData } from './chart-data.ts';
import { attributeChart } from './label-charts.ts';

/** What annotations say about one attribute: which label and which attribute is a choice. */
export function AttributeSection({ data }: { readonly data: ChartData }) {
  const { report, looks, names } = data;
  const [label, setLabel] = useState('');
  const [name, setName] = useState('');
  const labels = looks.filter(({ id }) => report.attributes.some((one) => one.label === id));
  const chosen = labels.find(({ id }) => id === label) ?? labels[0];
  const attributes = report.attributes
    .filter((one) => one.label === chosen?.id)
    .map((one) => ({ ...one, words: names.attribute(one.name) }))
    .sort((a, b) => a.words.localeCompare(b.words));
  const attribute = attributes.find((one) => one.name === name) ?? attributes[0];
  if (chosen === undefined || attribute === undefined) {
    const none = { title: t('statistics.attributes'), width: 0, height: 0, marks: [], spots: [] };
    return (
      <Chart
        id="attributes"
        title={t('statistics.attributes')}
        words={t('statistics.attributesWords')}
        data={data}
        draw={() => none}
        empty={t('statistics.noAttribute')}
      />
    );
  }
  const { more } = attribute;
  const several = t('statistics.attributesSeveral');
  return (
    <Chart
      id="attributes"
      title={t('statistics.attributes')}
      words={more > 0 ? t('statistics.moreValues', { words: several, count: more }) : several}
      data={data}
      draw={(width) => attributeChart(data, { label: chosen.id, name: attribute.name }, width)}
      controls={
        <>
          <Select
            label={t('statistics.label')}
            className={styles['choice']}
            value={chosen.id}
            options={labels.map((one) => ({ value: one.id, name: one.name }))}
            onChange={setLabel}
          />
          <Select
            label={t('statistics.attribute')}
            className={styles['choice']}
            value={attribute.name}
            options={attributes.map((one) => ({ value: one.name, name: one.words }))}
            onChange={setName}
          />
        </>
      }
    />
  );
}
