/**
 * What screens of the whole floor read of it: of the live one, or of one that was (`past-store`).
 * Drawing takes this and not a store, so that whatever draws the one draws the other.
 */
import type { Store } from './store.svelte';

export type FloorReads = Pick<
  Store,
  | 'agenda'
  | 'blocks'
  | 'day'
  | 'demo'
  | 'lastSeenMs'
  | 'nowMs'
  | 'rooms'
  | 'schedule'
  | 'schedules'
  | 'schoolName'
  | 'speed'
  | 'stations'
  | 'table'
  | 'zone'
>;
