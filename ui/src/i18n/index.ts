export { editionTitle, enumText, has, lang, pick, setLang, t, text, UNDATED, type Key } from './i18n.svelte';
