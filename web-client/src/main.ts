import { mount } from 'svelte';
import App from './App.svelte';
import { keepPages } from './offline/register';
import { route } from './route.svelte';
import { fetchAhead } from './screens-by-name';
import './style/base.css';
import { speech } from './text/speech.svelte';

const AGAIN_MS = 5_000;

const target = document.getElementById('app');
if (target === null) {
  throw new Error('index.html has no #app');
}
fetchAhead(route.path);
// Nobody reads a first page in somebody else's language.
void speech.ready.then(
  () => mount(App, { target }),
  // The line broke off before there was a word to say so with.
  () => setTimeout(() => location.reload(), AGAIN_MS),
);
keepPages();
