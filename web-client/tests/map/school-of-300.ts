// The example school with 300 students: more of those it has, one after the other, without seats.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const FROM = resolve(import.meta.dirname, '../../../config/schools/desert-ridge');
const STUDENTS = 300;
const SEAT_COLUMN = 8;

export function schoolOf300(): string {
  const folder = mkdtempSync(join(tmpdir(), 'carillon-300-'));
  cpSync(FROM, folder, { recursive: true });
  const [head = '', ...rows] = lines(join(folder, 'students.csv'));
  const more = rows.slice(0, STUDENTS - rows.length).map((row) => {
    const cells = row.split(',');
    cells[0] = twin(cells[0]);
    cells[SEAT_COLUMN] = '';
    return cells.join(',');
  });
  writeFileSync(join(folder, 'students.csv'), [head, ...rows, ...more, ''].join('\n'));
  const playlists = lines(join(folder, 'playlists.csv'));
  const ids = new Set(more.map((row) => row.split(',')[0]));
  const twins = playlists
    .map((row) => [twin(row.split(',', 1)[0]), row.slice(row.indexOf(','))] as const)
    .filter(([id]) => ids.has(id))
    .map(([id, rest]) => id + rest);
  writeFileSync(join(folder, 'playlists.csv'), [...playlists, ...twins, ''].join('\n'));
  return folder;
}

function lines(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}

function twin(id = ''): string {
  return `${id}b`;
}
