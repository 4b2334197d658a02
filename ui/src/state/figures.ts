/** Shares as they are written, on paper and on the screen alike. */
import type { Rate } from '../gen/types/Rate';
import { t } from '../i18n';

/** `75.0%`; a dash where there is nothing to take a share of. */
export function percent(rate: Rate): string {
  if (rate.permille === null) return t('report-no-rate');
  return t('report-percent', { whole: String(Math.floor(rate.permille / 10)), tenth: String(rate.permille % 10) });
}

/** `75.0%（12/16）`: a share is never shown without both its parts. */
export function rateText(rate: Rate): string {
  if (rate.permille === null) return t('report-no-rate');
  return t('report-rate', { percent: percent(rate), part: String(rate.part), of: String(rate.of) });
}
