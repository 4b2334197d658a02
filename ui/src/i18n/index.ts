export { enumText, has, lang, pick, setLang, t, text, type Key } from './i18n.svelte';
