import { mount } from 'svelte';
import '../../src/style/base.css';
import { USUAL } from '../../src/preferences/choices';
import { dress } from '../../src/preferences/dress';
import FloatStrip from '../../src/screens/student/FloatStrip.svelte';
import { speech } from '../../src/text/speech.svelte';
import Canned from './Canned.svelte';
import { showPage } from './pages';
import { speakPseudo } from './pseudo';
import { SCENES, scriptOf } from './scenes';
import { ONE_DAY } from './student-day';

// Names on tap, and the day of one student, come from the server: here from a list.
window.fetch = (asked) =>
  Promise.resolve(
    Response.json(
      String(asked).includes('/replay/')
        ? ONE_DAY
        : {
            students: [
              { id: 'p1', name: 'Amélie T.', seat: '12', arrival: 'arrived', dot: '1' },
              { id: 'p2', name: 'Diego P.', seat: '14', arrival: 'late', dot: '2' },
              { id: 'p3', name: 'Yara S.', arrival: 'elsewhere', dot: '3' },
            ],
          },
    ),
  );

// So that one page shows in turn what it looks like in each language.
Object.assign(window, { speakPseudo, pick: speech.pick.bind(speech) });

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no #app');
const query = new URLSearchParams(location.search);
const asked = query.get('page');
const screen = query.get('screen') ?? '';
if (asked !== null) showPage(asked, target);
else if (query.get('part') === 'float') {
  const facts = () => ({ stop: nextStop(), moving: false, minutes: 14, up: query.has('up') });
  void speech.ready.then(async () => {
    await speech.speakTo('students');
    dress(document.documentElement, USUAL, { dark: query.has('dark'), still: true });
    mount(FloatStrip, { target, props: { facts, onhand: () => undefined } });
  });
} else if (isScreen(screen)) {
  const scene = query.get('scene') ?? '';
  const props = { screen, scene, offline: query.has('offline') };
  void speech.ready.then(() => {
    speakPseudo(query.get('lang'));
    mount(Canned, { target, props });
  });
} else throw new Error(`which screen? ${Object.keys(SCENES).join(' ')}`);

function nextStop() {
  return scriptOf('student', 'work').tables.stops?.[3];
}

function isScreen(name: string): name is keyof typeof SCENES {
  return name in SCENES;
}
