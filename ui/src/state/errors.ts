/** Words for what a host refused: `error-<code>` with its arguments, at the field it belongs to. */
import { has, t, text } from '../i18n';
import { toHostError, type HostError } from '../host';

/** The sentence for a person. A code without words is shown as such rather than hidden. */
export function errorText(cause: unknown): string {
  const error = toHostError(cause);
  const key = `error-${error.code}`;
  return has(key) ? text(key, error.args) : t('ui-error-unknown', { code: error.code, detail: error.args.detail ?? '' });
}

/** The sentence when the error belongs to this field, else null. */
export function fieldError(error: HostError | null, field: string): string | null {
  return error && error.field === field ? errorText(error) : null;
}

/** The sentence when it belongs to none of the fields shown, else null. */
export function generalError(error: HostError | null, fields: readonly string[]): string | null {
  return error && !(error.field && fields.includes(error.field)) ? errorText(error) : null;
}
