import type { Format } from './format.ts';
import { readLabelStudio } from './label-studio/read.ts';
import { LABEL_STUDIO_CAN, writeLabelStudio } from './label-studio/write.ts';

const TASK =
  /^\ufeff?\s*\[?\s*\{\s*(?:"id"\s*:\s*\d+\s*,\s*)?"(?:data|annotations|completions|predictions)"\s*:\s*(?:\{|\[\s*(?:\]|\{\s*"(?:id|result|completed_by|created_username|lead_time|model_version|was_cancelled)"))/;
const MINIMUM =
  /^\ufeff?\s*\[\s*\{[^[\]]*"label"\s*:\s*\[\s*\{\s*"start"\s*:\s*\d+\s*,\s*"end"\s*:\s*\d+/;

/**
 * Tasks of Label Studio (labelstud.io/guide/task_format): a JSON list of tasks with `data` and
 * `annotations`, each analyst's work one of them, and beside it the labelling configuration that
 * its `from_name` and `to_name` belong to. Offsets are code points; files with the older key
 * `completions` are taken as UTF-16 unless their quotes say otherwise. Attributes are further
 * results with the id of their region; labels on the whole article are choices without a region; an
 * adjudicated layer is an annotation with `ground_truth`. What Label Studio has no field for
 * (analyst by name, parts that belong together, times, confidence) is in each region's `meta`.
 * Predictions are read as the layer of their model. Also read: single tasks, and JSON_MIN.
 */
export const labelStudio: Format = {
  id: 'label-studio',
  label: 'Label Studio tasks',
  extensions: ['.json'],
  layout: 'file',
  offsetUnit: 'codePoint',
  can: LABEL_STUDIO_CAN,
  sniff: (sample) => TASK.test(sample) || MINIMUM.test(sample),
  companions: (name) => [`${name.replace(/\.[^./]*$/, '')}.config.xml`],
  read: readLabelStudio,
  write: writeLabelStudio,
};
