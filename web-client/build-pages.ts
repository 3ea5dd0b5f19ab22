// What the build adds to the pages: which build they are, and the list of files a device keeps.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

const WORKER = 'sw.js';
const FIRST_PAGE = 'index.html';
const BUILD_CHARACTERS = 16;

/** To be the last of the plugins: everything is written by then. */
export function pages(): Plugin {
  let folder = '';
  return {
    name: 'carillon-pages',
    apply: 'build',
    configResolved: (config) => {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      handler: () => finish(folder),
    },
  };
}

function finish(folder: string): void {
  const worker = readFileSync(join(folder, WORKER), 'utf8');
  rmSync(join(folder, WORKER));
  const names = filesIn(folder);
  const hash = createHash('sha256').update(worker);
  for (const name of names) hash.update(name).update(readFileSync(join(folder, name)));
  const build = hash.digest('hex').slice(0, BUILD_CHARACTERS);

  const page = join(folder, FIRST_PAGE);
  const meta = `<meta name="carillon-build" content="${build}" />`;
  writeFileSync(page, readFileSync(page, 'utf8').replace('<title>', `${meta}\n    <title>`));
  const files = names.map((name) => [`/${name}`, integrityOf(join(folder, name))]);
  const lines = `const __BUILD__=${JSON.stringify(build)},__FILES__=${JSON.stringify(files)};\n`;
  writeFileSync(join(folder, WORKER), lines + worker);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function integrityOf(path: string): string {
  return `sha256-${createHash('sha256').update(readFileSync(path)).digest('base64')}`;
}
