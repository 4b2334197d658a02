/** Recording a review, and saying what it reached. */
import { t } from '../../i18n';
import { toasts } from '../../state';
import type { GridModel, ReviewResult } from '../grid/model.svelte';

/** Reviews items; a refusal is thrown. Of many, those that cannot be reviewed are left out, and that is said. */
export async function record(model: GridModel, items: string[], result: ReviewResult, comment: string): Promise<void> {
  const { reviewed, own, open } = await model.review(items, result, comment);
  toasts.done(t(result === 'reviewed' ? 'workpaper-reviewed' : 'workpaper-returned', { reviewed }));
  if (own + open > 0) toasts.show({ kind: 'info', text: t('workpaper-left-out', { own, open }) });
}
