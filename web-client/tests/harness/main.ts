import { mount } from 'svelte';
import '../../src/style/base.css';
import Canned from './Canned.svelte';

// Names on tap come from the server: here from a list.
window.fetch = () =>
  Promise.resolve(
    Response.json({
      students: [
        { id: 'p1', name: 'Amélie T.', seat: '12', arrival: 'arrived' },
        { id: 'p2', name: 'Diego P.', seat: '14', arrival: 'late' },
        { id: 'p3', name: 'Yara S.', arrival: 'elsewhere' },
      ],
    }),
  );

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no #app');
mount(Canned, { target });
