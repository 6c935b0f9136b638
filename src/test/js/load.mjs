// Loads a script of the web applications as they do: as a module, with all that it imports.
import {rmSync} from 'node:fs';
import {cp, mkdtemp, readFile, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

export const RESOURCES = new URL('../../main/resources/', import.meta.url);
/** Pages that somebody reads before she logs in. */
export const PAGES = new URL('static/', RESOURCES);
export const SCRIPTS = new URL('META-INF/resources/webjars/camunda/app/', RESOURCES);

/** What a bundle says, by key. */
export async function bundle(name) {
  const lines = (await readFile(new URL(`${name}.properties`, RESOURCES), 'utf8')).split('\n');
  const phrases = lines.filter(line => /^[^#].*=/.test(line)).map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
  return Object.fromEntries(phrases);
}

/** The server makes this module of its bundles. */
async function phrases() {
  const shared = Object.entries(await bundle('words')).filter(([key]) => key.startsWith('standing.'));
  return `export default ${JSON.stringify({...(await bundle('pages')), ...Object.fromEntries(shared)})};`;
}

/** Node takes a file of this name for a module only beside a package.json that says so. */
const copy = await mkdtemp(join(tmpdir(), 'acse-scripts-'));
await cp(SCRIPTS, copy, {recursive: true});
await writeFile(join(copy, 'package.json'), '{"type": "module"}');
await writeFile(join(copy, 'acse', 'phrases.js'), await phrases());
process.on('exit', () => rmSync(copy, {recursive: true}));

export const load = path => import(join(copy, path));
