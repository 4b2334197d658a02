/**
 * The shared components. Screens import from here and nowhere deeper. `?` marks optional props, `$` bindable ones;
 * snippets are in `<angle brackets>`. All texts given to them are already in the user's language.
 *
 * Page        title, crumbs? [{label, href}], fill?, narrow?; <chips>?, <actions>?, <children>: head of every screen
 * Button      kind? primary|secondary|quiet|danger, size? normal|small, icon?, action? (registry id: runs it and shows
 *             its key), busy?, disabled?, type?, title?, pressed?, expanded?, controls?, onclick?; <children>
 * IconButton  icon, label, action?, onHeader?, disabled?, pressed?, expanded?, haspopup?, controls?, size?, onclick?
 * Icon        name, size?                        names in icons/paths.ts
 * Menu        label, icon?, text?, onHeader?, align? start|end; <children(close)>: give entries class="item"
 * Chip        label, tone? neutral|info|success|warning|danger|class, mark?, count?, pressed?, title?, onclick?
 * FilterChips label, options [{value, label, count?, mark?}], $value string[], multiple?, onchange?
 * VerdictMark verdict, word?
 * Figure      value, href?, label?             a count that leads to its rows
 * TotalsTable title, first, lines, total?      counted answers with their rate and last year's
 * DateText    iso, short?, due? (today: adds あと3日 / 5日超過)
 *
 * FormField   label, required?, hint?, error?, hideLabel?, group?; <children({id, describedby, invalid})>
 * TextField   label, $value, type? text|password|search|email, required?, hint?, error?, hideLabel?, disabled?,
 *             readonly?, autocomplete?, maxlength?, inputmode?, size?, name?, placeholder?, focused?, oninput?, onenter?,
 *             ondraft?, oncommit?            with oncommit: Enter and blur commit, Esc takes back
 * TextArea    label, $value, rows?, maxlength?, name?, focused?, …as TextField; ondraft? (≤ 1 s), oncommit? (blur,
 *             Ctrl+Enter, a minute of quiet, unmount). With oncommit give `value`, do not bind it.
 * Select      label, $value, options [{value, label, disabled?}], empty?, …, onchange?
 * DateField   label, $value (ISO or ''), …, onchange?
 * Checkbox    label, $checked, indeterminate?, hint?, error?, disabled?, onchange?
 * RadioGroup  label, $value, options [{value, label, hint?, disabled?}], inline?, …, onchange?
 * FileDrop    label, hint?, multiple?, extensions?, disabled?, onfiles([{handle, name}]); <children>?
 *
 * VirtualTable name (remembers columns and sorting), label, rows, columns: Column<T>[], rowKey, $cursor, $selected
 *             Set, multiple?, sort?, onopen?, oncursor?, loading?, tools?, handout? (its title: can be a file),
 *             chosen?, group? (a column), rowTone?; <toolbar>?, <bulk(rows)>?, <empty>?. Methods show(key), focus(),
 *             look(), adopt(look). Wants a parent with a height (Page fill, SplitPane).
 * VirtualTree label, nodes: {id, children?}[], $expanded Set, $cursor, oncursor?, onopen?; <row(node)>, <empty>?
 * NewForm     make (the button), fields, $error?, onmake, oncancel; <children(at)>: something new, made with one button
 * QuickAdd    labelKey, chord?, onadd(name): type a name, Enter, and the field is ready for the next row
 * RowForm     title, error, fields, ondismiss; <children>: a row edited in place, with `editRow(() => stored, send)`
 * StepForm    title, note?, fields, missing?, danger?, onsend, onclose; <children(error)>: one step with what it asks for
 * ChosenPapers chosen [{id}] findings, paper? (the kind proposed), onclose: their papers, a file each or one a department
 * ReminderDialog title, text, formats, $format, asLetters, $said, untilHint, letters, hand(letters, to), onclose;
 *             <choices>?, <children>?: letters to departments, one for each or all in one file
 * ReturnedFiles title, crumbs, label, hint, extensions, read(file), empty, emptyText; <file(preview, file)>,
 *             <back>: workbooks that came back, each with a card of its own
 * ReturnedFile file, preview, known?, commit, ready, oncommit; <children(attempt)>: such a card
 * History     entries: everything that happened to a record, folded
 * SplitPane   name, at?, min?, max?, below?; <first>, <second>?
 * Tabs        label, tabs [{id, label, href, count?}], current: parts of one screen with addresses of their own
 * EmptyState  title, text?, icon?; <children>? (the first step)
 * ErrorPanel  error (HostError or text), onretry?, ondismiss?
 * Progress    label, done?, total?, oncancel?
 * Dialog      label, $open, place? middle|top, role?, width?, onclose?; <children>
 * ConfirmDialog $open, title, text, confirm (a verb), danger?, acknowledge?, busy?, error?, onconfirm, oncancel?;
 *             <children>?                    only for what cannot be undone
 *
 * Beside them: `query`, `run` (state/query.svelte), `app`, `router`, `toasts`, `prefs`, `errorText`, `fieldError`
 * (state), `useKeys` (keys), `t`, `lang` (i18n).
 */
export { default as Button } from './Button.svelte';
export { default as Checkbox } from './Checkbox.svelte';
export { default as Chip } from './Chip.svelte';
export { default as ChosenPapers } from './ChosenPapers.svelte';
export { PAPER_FORMATS } from './papers';
export { default as ConfirmDialog } from './ConfirmDialog.svelte';
export { default as DateField } from './DateField.svelte';
export { default as DateText } from './DateText.svelte';
export { default as Dialog } from './Dialog.svelte';
export { default as EmptyState } from './EmptyState.svelte';
export { default as ErrorPanel } from './ErrorPanel.svelte';
export { default as Figure } from './Figure.svelte';
export { default as FileDrop } from './FileDrop.svelte';
export { default as TotalsTable } from './TotalsTable.svelte';
export { default as HandOut } from './HandOut.svelte';
export { default as FilterChips } from './FilterChips.svelte';
export { default as FormField } from './FormField.svelte';
export { default as History } from './History.svelte';
export { default as Icon } from './Icon.svelte';
export { default as IconButton } from './IconButton.svelte';
export { default as KeyHelp } from './KeyHelp.svelte';
export { default as Menu } from './Menu.svelte';
export { default as Page } from './Page.svelte';
export { default as Palette } from './Palette.svelte';
export { default as NewForm } from './NewForm.svelte';
export { default as QuickAdd } from './QuickAdd.svelte';
export { default as Progress } from './Progress.svelte';
export { default as RadioGroup } from './RadioGroup.svelte';
export { default as Select } from './Select.svelte';
export { editRow, RowEdit } from './rowEdit.svelte';
export { default as ReminderDialog } from './ReminderDialog.svelte';
export type { Said } from './letters';
export { default as ReturnedFile } from './ReturnedFile.svelte';
export { default as ReturnedFiles } from './ReturnedFiles.svelte';
export { default as RowForm } from './RowForm.svelte';
export { default as SplitPane } from './SplitPane.svelte';
export { default as StepForm } from './StepForm.svelte';
export { default as Tabs } from './Tabs.svelte';
export { default as TextArea } from './TextArea.svelte';
export { default as TextField } from './TextField.svelte';
export { default as ToastRegion } from './ToastRegion.svelte';
export { default as VerdictMark } from './VerdictMark.svelte';
export { default as VirtualTable } from './VirtualTable.svelte';
export { default as VirtualTree } from './VirtualTree.svelte';
export { commitAll } from './draft';
export { meant } from './window';
export type { IconName } from './icons/paths';
export type { Column, Sort, TableLook, TreeNode } from './table';
