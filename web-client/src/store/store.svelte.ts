/**
 * What one screen knows: one socket, one set of tables, one clock, the acts on their way, and the
 * bells of the day. A screen makes one (the visitors' page four) and hands it down by context; see
 * [provideStore].
 *
 * Reading: every getter is reactive. Tables are maps from row id to row, replaced by patches and
 * never changed in place; a table this screen does not receive is an empty map. `nowMs` is the only
 * "now" of the app: floor time, repainted on the second (faster while a demo's clock runs faster).
 * Acting: [Store.act]; see `commands.ts` for what comes back.
 */
import { version } from '../../package.json';
import { untrack } from 'svelte';
import { Bell } from '../bell/bell';
import type { Rung } from '../bell/bell';
import { RungBook } from '../bell/rung-book';
import { workerWaker } from '../bell/waker';
import type { Waker } from '../bell/waker';
import { Probes } from '../socket/probes';
import type { Line, Transport } from '../socket/line';
import type { SocketState } from '../socket/socket';
import { Socket } from '../socket/socket';
import { Transports } from '../socket/transports';
import type { TicketAnswer } from '../socket/ticket';
import { sessionTicket } from '../socket/ticket';
import { onWake } from '../socket/wake';
import { preferences } from '../preferences/preferences.svelte';
import { playChosen, prepareChosen } from '../sound';
import { dropsCursor } from '../wire/codes';
import type {
  ClockAnswer,
  CommandBody,
  CommandKind,
  Cursor,
  FromServer,
  Heard,
  Patch,
  Person,
  Presence,
  Receipt,
  Receipts,
  ServerError,
  ScreenName,
  View,
  Welcome,
} from '../wire/frames';
import type { TableName } from '../wire/views';
import { Acts } from './acts.svelte';
import type { Act, Pending, Refusal } from './commands';
import { Outbox } from './commands';
import type { Look } from './commands';
import type { Keep } from './keep';
import { deviceKeep, plainKeep } from './keep';
import type { KeptDay } from './kept-day';
import { dateAt, DayKeeper } from './kept-day';
import type { Moment, PlannedStop } from './day-plan';
import { inOrder, momentAt, stopsInOrder } from './day-plan';
import { deviceId, shelf } from './device';
import { FloorClock } from './floor-clock';
import { FloorTables } from './floor-tables';
import { Passed } from './passed';
import { PromptBook } from './prompt-book';
import type { Reached, Told } from './receipts';
import { afterReceipts, promptOf } from './receipts';
import type { Table, Tables } from './rows';
import type { Silent } from './presence';
import { afterPresence } from './presence';
import { patched, tablesOf } from './rows';

/** With a cursor the server may have nothing to send; then we are live after this. */
const QUIET_RESUME_MS = 400;
/** What is kept of the day is written at most so often. */
const SAVE_AFTER_MS = 1_000;
/** So far from a bell the way frames come by may be changed. */
const CALM_MS = 3 * 60_000;
/** A fast clock is repainted this often, a clock at the pace of the world on its second. */
const FAST_TICK_MS = 100;
const TICK_MS = 1_000;
export type Freshness =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'catching-up' }
  /** Shows what was last known, since that floor instant. */
  | { readonly kind: 'offline'; readonly sinceMs: number }
  /** Does not come back by itself: a close code from 4500, or a wire error (1101: sign in). */
  | { readonly kind: 'ended'; readonly code: number };

export type StoreOptions = {
  readonly screen: ScreenName;
  /** Where tickets come from; the session's by default, a demo's pane has its own. */
  readonly ticket?: () => Promise<TicketAnswer>;
  /**
   * Whether bells may be heard; read at each bell. Absent: as the student's own setting says, else
   * always.
   */
  readonly audible?: () => boolean;
  /** For tests: the wire, the timer and the storages. */
  readonly connect?: (url: string, transport: Transport) => Line;
  readonly url?: string;
  readonly wake?: Waker;
  readonly keep?: Keep;
};

export class Store extends FloorTables {
  readonly screen: ScreenName;
  readonly clock = new FloorClock();

  #welcome = $state.raw<Welcome>();
  #tables = $state.raw<Tables>({});
  #freshness = $state.raw<Freshness>({ kind: 'connecting' });
  #unsaved = $state(false);
  #transport = $state.raw<Transport>('websocket');
  #rung = $state.raw<Rung>();
  #heard = $state.raw<Heard>();
  #silent = $state.raw<Silent>();
  #told = $state.raw<Told>();
  #nowMs = $state(0);
  #speed = $state(1);
  #started = $state(false);

  readonly #options: StoreOptions;
  readonly #socket: Socket;
  readonly #probes: Probes;
  readonly #bell: Bell;
  readonly #book: RungBook;
  readonly #passed = new Passed();
  readonly #prompts = new PromptBook(
    (receipt) => this.receipt(receipt),
    () => document.visibilityState === 'visible',
  );
  readonly #acts: Acts;
  /** Absent for one pane of a demo, where nobody is signed in. */
  readonly #days: DayKeeper | undefined;
  #saving: ReturnType<typeof setTimeout> | undefined;
  readonly #moment: Moment = $derived.by(() =>
    momentAt(this.#nowMs, this.schedule, this.agenda.values(), this.blocks.values()),
  );
  readonly #plan: readonly PlannedStop[] = $derived.by(() =>
    stopsInOrder(this.stops.values(), this.blocks),
  );
  #cursor: Cursor | undefined;
  /** A whole view has come on this page: what is shown is not only what was kept. */
  #isFresh = $state(false);
  #resumedAtMs: number | undefined;
  #tick: ReturnType<typeof setTimeout> | undefined;
  #unlisten: (() => void) | undefined;

  constructor(options: StoreOptions) {
    super();
    const device = deviceId(options.screen);
    const signedIn = options.ticket === undefined || options.keep !== undefined;
    const keep = options.keep ?? (signedIn ? deviceKeep() : plainKeep(undefined));
    this.#options = options;
    this.screen = options.screen;
    this.#days = signedIn ? new DayKeeper(keep, options.screen) : undefined;
    this.#book = new RungBook(device, shelf('session'));
    this.#acts = new Acts(
      new Outbox(device, keep),
      (command) => this.#socket.send(command),
      () => this.clock.floorNow(),
    );
    this.#socket = new Socket({
      screen: options.screen,
      device,
      app: version,
      ticket: options.ticket ?? sessionTicket,
      cursor: () => this.#cursor,
      onFrame: (frame, atPageMs) => this.#take(frame, atPageMs),
      onState: (state, closeCode) => this.#connection(state, closeCode),
      transports: new Transports(shelf('session')),
      isCalm: () => Math.abs(this.#nearestBellMs()) > CALM_MS,
      ...(options.url === undefined ? {} : { url: options.url }),
      ...(options.connect === undefined ? {} : { connect: options.connect }),
    });
    this.#probes = new Probes({
      ask: () => this.#askTime(),
      nearestBellMs: () => this.#nearestBellMs(),
      isSynced: () => this.clock.errorMs !== undefined,
    });
    this.#bell = new Bell({
      book: this.#book,
      wake: options.wake ?? workerWaker,
      realMsUntil: (floorMs) => this.clock.realMsUntil(floorMs),
      isInDoubt: () => this.clock.isInDoubt,
      audible: () => this.#isAudible(),
      play: playChosen,
      onArmed: ({ kind, sounds }) => {
        if (sounds && this.#isAudible()) prepareChosen(kind);
      },
      onRung: (rung) => this.#rang(rung),
    });
  }

  // What the screen is ---------------------------------------------------------------------------

  /** Who is signed in; absent before the first welcome. */
  get person(): Person | undefined {
    return this.#welcome?.person;
  }
  /** The language of the person, as the school has it. */
  get lang(): string | undefined {
    return this.#welcome?.lang;
  }
  /** Which build of the pages the server brings along. */
  get build(): string | undefined {
    return this.#welcome?.build;
  }
  /** All tables are there: what is shown is not only what this device had kept. */
  get complete(): boolean {
    return this.#isFresh;
  }
  get schoolName(): string {
    return this.day?.school ?? this.#welcome?.school ?? '';
  }
  get demo(): boolean {
    return this.#welcome?.demo ?? false;
  }
  /** The school's time zone; times on screen are shown in it. */
  get zone(): string | undefined {
    return this.day?.zone;
  }
  /** The server is there and can keep nothing: it has lost its store, and says so until it is back. */
  get unsaved(): boolean {
    return this.#unsaved && this.#freshness.kind === 'live';
  }

  get freshness(): Freshness {
    return this.#freshness;
  }
  /** The way frames come by, or came by last. */
  get transport(): Transport {
    return this.#transport;
  }
  /** A whole view has come at least once: there is something to show. */
  get started(): boolean {
    return this.#started;
  }

  // Time -----------------------------------------------------------------------------------------

  /** Floor time now, in milliseconds since 1970. */
  get nowMs(): number {
    return this.#nowMs;
  }
  /** 0 while the floor's clock stands, 1 in a school, more in a demo. */
  get speed(): number {
    return this.#speed;
  }
  /** Where the schedule is: phase, block, next block, coming change, next bell. */
  get moment(): Moment {
    return this.#moment;
  }
  /** The last bell rung on this device since the page was opened. */
  get rung(): Rung | undefined {
    return this.#rung;
  }

  /** For leaders: how the last bells reached the devices; absent before the server said so. */
  get heard(): Heard | undefined {
    return this.#heard;
  }

  /** For staff: when devices that are gone were heard of last, by the id of the student's row. */
  get lastSeenMs(): ReadonlyMap<string, number> {
    return this.#silent?.lastSeenMs ?? new Map();
  }

  /** For staff: how far the prompt of a call came; absent when it prompts nothing. */
  reachedBy(call: string): Reached | undefined {
    return this.#told?.reached.get(call);
  }

  // Tables ---------------------------------------------------------------------------------------

  /** The student's stops with their blocks, in the order of the day. */
  get plan(): readonly PlannedStop[] {
    return this.#plan;
  }

  override table<N extends TableName>(name: N): Table<N> {
    return (this.#tables[name] as Table<N> | undefined) ?? new Map();
  }

  // Acts -----------------------------------------------------------------------------------------

  /** The acts on their way, by id. */
  get pending(): ReadonlyMap<string, Pending> {
    return this.#acts.pending;
  }
  /** How many acts wait for the network. */
  get queued(): number {
    return this.#acts.queued;
  }
  /** What the floor refused in the last five seconds; latest last. */
  get refusals(): readonly Refusal[] {
    return this.#acts.refusals;
  }
  /** What was done without a network and refused on return; until [looked]. */
  get looks(): readonly Look[] {
    return this.#acts.looks;
  }
  looked(): void {
    this.#acts.looked();
  }

  /** The act on its way of that kind (and saying that), if there is one. */
  pendingAct<K extends CommandKind>(kind: K, part?: Partial<CommandBody<K>>): Pending | undefined {
    return this.#acts.pendingAct(kind, part);
  }

  /**
   * Sends a command, or keeps it until the network is back. The same id is sent again until the
   * floor has answered.
   */
  act<K extends CommandKind>(
    kind: K,
    body: CommandBody<K>,
    options: { readonly dryRun?: boolean; readonly expect?: number } = {},
  ): Act<K> {
    if ('help' in body) this.#prompts.acknowledge(body.help);
    return this.#acts.act(kind, body, options);
  }

  /** Takes back an act that has not left this device; `false` when it has. */
  withdraw(id: string): boolean {
    return this.#acts.withdraw(id);
  }

  dismissRefusal(id: string): void {
    this.#acts.dismissRefusal(id);
  }

  /** Says that a prompt was delivered, shown or acknowledged. */
  receipt(receipt: Omit<Receipt, 't'>): void {
    this.#socket.send({ t: 'receipt', ...receipt });
  }

  // Life -----------------------------------------------------------------------------------------

  /** Connects; again after an end, too. */
  open(): void {
    // Called from effects, which must not run again because of what is read here.
    untrack(() => this.#open());
  }

  #open(): void {
    this.#unlisten ??= onWake(
      () => this.#woke(),
      () => this.#socket.cut(),
    );
    this.#freshness = { kind: 'connecting' };
    this.#socket.open();
    this.#paint();
    void this.#days?.load().then((kept) => {
      if (kept !== undefined && this.#welcome === undefined) this.#resume(kept);
    });
  }

  /** What was known of this day when the page was last open; over with the first welcome. */
  #resume(kept: KeptDay): void {
    const { welcome, view, sourceMinusDateMs, atMs } = kept;
    this.clock.set(welcome.clock);
    this.clock.resume(sourceMinusDateMs);
    const zone = view.tables.day?.[0]?.zone;
    if (dateAt(this.clock.floorNow(), zone) !== welcome.date) {
      void this.#days?.forget();
      return;
    }
    this.#welcome = welcome;
    this.#book.open(welcome.date);
    this.#tables = tablesOf(view.tables);
    this.#started = true;
    if (this.#freshness.kind !== 'connecting') this.#freshness = { kind: 'offline', sinceMs: atMs };
    this.#resumedAtMs = atMs;
    this.#acts.belongTo({ person: welcome.person.id, date: welcome.date });
    this.#rearm();
    this.#paint();
  }

  /** Soon, and once for many changes. */
  #save(): void {
    if (this.#days === undefined) return;
    this.#saving ??= setTimeout(() => {
      this.#saving = undefined;
      this.#saveNow();
    }, SAVE_AFTER_MS);
  }

  #saveNow(): void {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    const welcome = this.#welcome;
    if (welcome === undefined || !this.#isFresh) return;
    if (this.day?.state === 'closed') return void this.#days?.forget();
    const { sourceMinusDateMs } = this.clock;
    const day = { welcome, sourceMinusDateMs, atMs: this.clock.floorNow() };
    void this.#days?.save(
      { ...day, welcome: { ...welcome, clock: this.clock.state ?? welcome.clock } },
      this.#tables,
    );
  }

  /** Tries to connect now instead of when it is due. */
  retry(): void {
    this.#socket.wake();
  }

  /** Leaves. The acts kept for later stay on the device. */
  close(): void {
    untrack(() => this.#close());
  }

  #close(): void {
    this.#unlisten?.();
    this.#unlisten = undefined;
    clearTimeout(this.#tick);
    this.#probes.stop();
    this.#bell.stop();
    this.#socket.close();
  }

  /** At sign-out: nothing of this person stays on the device. */
  forget(): void {
    this.close();
    clearTimeout(this.#saving);
    void this.#days?.forget();
    this.#isFresh = false;
    this.#acts.clear();
    this.#tables = {};
    this.#silent = undefined;
    this.#told = undefined;
    this.#cursor = undefined;
  }

  // Frames ---------------------------------------------------------------------------------------

  #take(frame: FromServer, atPageMs: number): void {
    switch (frame.t) {
      case 'welcome':
        return this.#welcomed(frame);
      case 'view':
        return this.#viewed(frame);
      case 'patch':
        return this.#patched(frame);
      case 'beat':
        this.#cursor = this.#cursor === undefined ? undefined : frame.cursor;
        this.#unsaved = frame.unsaved === true;
        this.#prompt();
        return this.#live();
      case 'clock':
        return this.#clockTold(frame, atPageMs);
      case 'ring':
        return this.#bell.ring(frame);
      case 'heard':
        this.#heard = frame;
        return;
      case 'presence':
        return this.#present(frame);
      case 'receipts':
        return this.#reached(frame);
      case 'done':
        return this.#acts.done(frame);
      case 'refused':
        return this.#acts.refused(frame);
      case 'error':
        return this.#faulty(frame);
      case 'goaway':
        return;
    }
  }

  #present(frame: Presence): void {
    this.#silent = afterPresence(this.#silent, frame);
    if (this.#silent === undefined) this.#socket.restart();
  }

  #reached(frame: Receipts): void {
    this.#told = afterReceipts(this.#told, frame);
    if (this.#told === undefined) this.#socket.restart();
  }

  /** Only what her call says now: what it said while nobody looked is over. */
  #prompt(): void {
    if (this.screen === 'student') this.#prompts.show(promptOf(this.ownHelp));
  }

  #clockTold(answer: ClockAnswer, atPageMs: number): void {
    this.clock.set(answer.clock);
    if (answer.t0 === undefined) {
      this.#passed.forget();
      this.#rearm();
    } else if (this.clock.sample(answer.t0, answer.t1, answer.t2, atPageMs)) this.#rearm();
    this.#paint();
  }

  #welcomed(welcome: Welcome): void {
    const before = this.#welcome;
    this.#welcome = welcome;
    this.clock.set(welcome.clock);
    this.clock.guess(welcome.sourceMs);
    this.#book.open(welcome.date);
    const same = before?.date === welcome.date && before.person.id === welcome.person.id;
    if (before !== undefined && !same) {
      // Another person or service date: nothing of the old one stays on the screen.
      this.#tables = {};
      this.#silent = undefined;
      this.#told = undefined;
      this.#cursor = undefined;
      this.#isFresh = false;
      void this.#days?.forget();
    }
    this.#prompts.again();
    this.#acts.belongTo({ person: welcome.person.id, date: welcome.date });
    this.#rearm();
    this.#paint();
  }

  #viewed(view: View): void {
    this.#cursor = view.cursor;
    this.#unsaved = false;
    this.#tables = tablesOf(view.tables);
    this.#started = true;
    this.#isFresh = true;
    this.#live();
    this.#save();
    this.#newAgenda();
    this.#prompt();
    this.#paint();
  }

  #patched(patch: Patch): void {
    if (this.#cursor === undefined || !same(this.#cursor, patch.from)) {
      this.#cursor = undefined;
      this.#socket.restart();
      this.#freshness = { kind: 'catching-up' };
      return;
    }
    this.#cursor = patch.to;
    this.#unsaved = false;
    this.#tables = patched(this.#tables, patch);
    this.#live();
    this.#save();
    if (patch.set?.agenda !== undefined || patch.gone?.['agenda'] !== undefined) {
      this.#newAgenda();
    }
    this.#prompt();
  }

  /**
   * Our frame made no sense to the server: this page is older than the server, which whoever acted
   * is told, or a fault of this program, seen by whoever looks after it.
   */
  #faulty({ code, key, id }: ServerError): void {
    console.error(`the server could not read a frame: ${code}`);
    if (id !== undefined) this.#acts.unknown(id, code, key);
  }

  #rang(rung: Rung): void {
    // What was missed is not shown: the screen stands in its phase already.
    if (rung.how !== 'missed') this.#rung = rung;
    this.#paint();
    this.receipt({
      of: 'bell',
      id: rung.bell,
      stage: rung.how === 'missed' ? 'missed' : 'rung',
      skewMs: rung.skewMs,
      hidden: document.visibilityState !== 'visible',
    });
  }

  // Connection -----------------------------------------------------------------------------------

  #connection(state: SocketState, closeCode = 0): void {
    if (dropsCursor(closeCode)) this.#cursor = undefined;
    switch (state.kind) {
      case 'open':
        this.#transport = this.#socket.transport;
        this.#probes.start();
        this.#catchUp();
        this.#acts.resendAll();
        return;
      case 'ended':
        this.#probes.stop();
        this.#freshness = { kind: 'ended', code: state.code };
        return;
      case 'connecting':
      case 'waiting':
        this.#probes.stop();
        if (this.#freshness.kind === 'offline') return;
        if (!this.#isFresh && state.kind === 'connecting') return;
        if (this.#isFresh) this.#saveNow();
        this.#freshness = {
          kind: 'offline',
          sinceMs: this.#isFresh
            ? this.clock.floorNow()
            : (this.#resumedAtMs ?? this.clock.floorNow()),
        };
    }
  }

  #catchUp(): void {
    if (this.#freshness.kind !== 'live') this.#freshness = { kind: 'catching-up' };
    if (this.#cursor === undefined) return;
    setTimeout(() => {
      if (this.#socket.state.kind === 'open' && this.#cursor !== undefined) this.#live();
    }, QUIET_RESUME_MS);
  }

  #live(): void {
    if (this.#isFresh && this.#freshness.kind !== 'live') this.#freshness = { kind: 'live' };
  }

  #woke(): void {
    this.#prompts.look();
    if (this.clock.stepped()) this.#stepped();
    else {
      if (this.#socket.state.kind === 'open') this.#probes.again();
      this.#socket.wake();
      this.#rearm();
    }
    this.#paint();
  }

  // Bells and painting ---------------------------------------------------------------------------

  #rearm(): void {
    this.#bell.arm(inOrder(this.agenda.values()));
  }

  /** The floor learns which version of each schedule this device will ring by. */
  #newAgenda(): void {
    this.#rearm();
    for (const { id, version } of this.schedules.values()) {
      this.receipt({ of: 'agenda', id: `${id}@${version}`, stage: 'armed' });
    }
  }

  /** Each question says how well the answers so far have put the clock in step. */
  #askTime(): void {
    const errorMs = this.clock.errorMs;
    const t0 = this.clock.pageNow();
    this.#socket.send({ t: 'clock', t0, ...(errorMs === undefined ? {} : { errorMs }) });
  }

  /** As the pane says, else as the school says of the student; never against her own choice. */
  #isAudible(): boolean {
    if (preferences.now.bells === 'light') return false;
    return this.#options.audible?.() ?? this.studentMe?.sound !== 'off';
  }

  #nearestBellMs(): number {
    let nearest = Infinity;
    for (const row of this.agenda.values()) {
      if (row.bell === undefined) continue;
      const awayMs = Math.abs(this.clock.realMsUntil(row.bell.atMs));
      nearest = Math.min(nearest, awayMs);
    }
    return nearest;
  }

  /** Reads the clock, and again on the next whole second of the floor. */
  #paint(): void {
    clearTimeout(this.#tick);
    if (this.clock.stepped()) this.#stepped();
    const speed = this.clock.speed;
    const nowMs = this.#passed.show(this.clock.floorNow(), speed, this.agenda.values());
    this.#nowMs = nowMs;
    this.#speed = speed;
    const untilNext =
      speed === 1 ? TICK_MS - (nowMs % TICK_MS) : speed === 0 ? TICK_MS : FAST_TICK_MS;
    this.#tick = setTimeout(() => this.#paint(), untilNext + 1);
  }

  #stepped(): void {
    if (this.#socket.state.kind === 'open') this.#probes.start();
    this.#socket.wake();
    this.#rearm();
  }
}

function same(one: Cursor, other: Cursor): boolean {
  return one.epoch === other.epoch && one.seq === other.seq && one.tag === other.tag;
}
