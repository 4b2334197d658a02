/** What screens share: the program's state, reads and writes, where one is, notes, preferences, dates, errors. */
export { app, type WorkspaceInfo } from './app.svelte';
export { daysBetween, fiscalYear, formatDate, formatFiscalYear, formatMoment, formatTime, otherDate, parseDate, shortDate } from './dates';
export { errorText, fieldError, generalError } from './errors';
export { percent, rateText } from './figures';
export { facing } from './facing.svelte';
export { columnName, entityName, opName, valueName, worthTelling } from './history';
export { prefs } from './prefs.svelte';
export { query, run, type Query } from './query.svelte';
export { router } from './router.svelte';
export { toasts } from './toasts.svelte';
