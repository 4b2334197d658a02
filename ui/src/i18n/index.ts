export { enumText, has, lang, setLang, t, text, type Key } from './i18n.svelte';
