/**
 * Shows one screen over canned rows: `?look=student-work`. Served by `vite` only; never part of
 * dist.
 */
import { mount } from 'svelte';
import '../../src/style/base.css';
import type { ScreenName } from '../../src/wire/frames';
import type { TableRows } from '../../src/wire/views';
import { at, helperTables, studentTables } from './day';
import type { HelperFacts, StudentFacts } from './day';
import { FakeLine } from './fake-line';
import Harness from './Harness.svelte';
import { showPage } from './pages';

type Look = { readonly screen: ScreenName; readonly nowMs: number; readonly tables: TableRows };

const student = (minutes: number, facts: StudentFacts = {}): Look => ({
  screen: 'student',
  nowMs: at(minutes),
  tables: studentTables(at(minutes), facts),
});
const helper = (facts: HelperFacts = {}): Look => ({
  screen: 'helper',
  nowMs: at(50),
  tables: helperTables(at(50), facts),
});

const LOOKS: Readonly<Record<string, Look>> = {
  'student-work': student(91),
  'student-expected': student(75, { arrival: 'expected' }),
  'student-warn': student(103.6),
  'student-move': student(70.5, { arrival: 'prompted' }),
  'student-waiting': student(91, { help: { ahead: 2 } }),
  'student-fresh': student(91, { help: { ahead: 0, askedAtMs: at(91) - 5000 } }),
  'student-claimed': student(91, { help: { state: 'claimed', helper: 'Ms. Ortiz' } }),
  'student-helping': student(91, { help: { state: 'helping', helper: 'Ms. Ortiz' } }),
  'student-paused': student(91, { paused: true }),
  'student-before': student(-10),
  'student-done': student(300),
  'student-none': student(91, { noPlan: true }),
  'student-young': student(91, { mode: 'young' }),
  helper: helper(),
  'helper-claimed': helper({ mine: 'claimed' }),
  'helper-helping': helper({ mine: 'helping' }),
  'helper-empty': helper({ hands: 0 }),
  'helper-off': helper({ duty: 'off' }),
  'helper-flood': helper({ hands: 11 }),
};

const asked = new URLSearchParams(location.search);
const name = asked.get('look') ?? '';
const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no #app');

function showScreen(look: Look, target: HTMLElement): void {
  const sourceMs = Date.now();
  const role = look.screen === 'helper' ? 'paraprofessional' : 'student';
  let line: FakeLine | undefined;
  const connect = (): FakeLine =>
    (line = new FakeLine({
      screen: look.screen,
      person: { id: 'p1', name: 'Somebody', role },
      clock: { originMs: sourceMs, baseMs: look.nowMs, speed: 1 },
      tables: look.tables,
    }));

  mount(Harness, {
    target,
    props: {
      screen: look.screen,
      connect,
      ready: () => {
        if (asked.has('offline')) line?.drop();
      },
    },
  });
}

const look = LOOKS[name];
if (look !== undefined) showScreen(look, target);
else if (!showPage(name, target)) throw new Error(Object.keys(LOOKS).join(' '));
