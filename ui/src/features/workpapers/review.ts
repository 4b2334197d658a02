/** Recording a review, and saying what it reached. */
import type { Commands } from '../../gen/commands';
import { t } from '../../i18n';
import { run, toasts } from '../../state';

export type Result = Commands['review.record']['request']['result'];

/** Reviews items; a refusal is thrown. Of many, those that cannot be reviewed are left out, and that is said. */
export async function record(target: string, items: string[], result: Result, comment: string): Promise<void> {
  const { output } = await run('review.record', { target, items, result, comment });
  const { reviewed, own, open } = output;
  toasts.done(t(result === 'reviewed' ? 'workpaper-reviewed' : 'workpaper-returned', { reviewed }));
  if (own + open > 0) toasts.show({ kind: 'info', text: t('workpaper-left-out', { own, open }) });
}
