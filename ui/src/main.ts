import './styles/tokens.css';
import './styles/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { connect } from './host';

const target = document.getElementById('app');
if (target) void connect().then(() => mount(App, { target }));
