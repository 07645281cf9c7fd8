import { isQuotedSpans } from '../../../core/log/attribute-value.ts';
import type { Attribute } from '../../../core/model/attribute.ts';
import type { Json } from '../../../core/model/json.ts';
import { announce, useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { t } from '../../words/words.ts';
import styles from './attribute-form.module.css';
import { TextField, type TextFieldProps } from './attribute-text.tsx';
import { selectedParts } from './edits.ts';

/** The words that are selected in the text, as a value; says so where there are none. */
function selectedWords(attribute: Attribute): Json | undefined {
  const text = useProject.getState().article?.text ?? '';
  const spans = selectedParts();
  if (spans.length > 0) {
    const quote = spans.map(([start, end]) => text.slice(start, end));
    return { quote, spans: spans.map(([start, end]) => [start, end]) };
  }
  announce(() => t('annotate.selectFirst', { name: attribute.name }));
  return undefined;
}

/** Words of the article, taken from what is selected, or a text of one's own. */
export function SpanField(props: TextFieldProps) {
  const { attribute, value, readOnly, onValue } = props;
  const isQuote = isQuotedSpans(value);
  return (
    <div className={styles['value']}>
      {isQuote ? (
        <q className={styles['quoted']} dir="auto">
          {value.quote.join(' … ')}
        </q>
      ) : (
        <TextField {...props} />
      )}
      <Button
        look="quiet"
        disabled={readOnly}
        {...(isQuote ? { 'data-attribute': attribute.id } : {})}
        aria-label={
          isQuote
            ? t('annotate.clearName', { name: attribute.name })
            : t('annotate.takeSelectedAs', { name: attribute.name })
        }
        // The selection stays in the text.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          const words = isQuote ? null : selectedWords(attribute);
          if (words !== undefined) onValue(words);
        }}
      >
        {isQuote ? t('annotate.clear') : t('annotate.takeSelected')}
      </Button>
    </div>
  );
}
