// How large the house is, as a table in Markdown: of the checked out files, and of a commit before.
//
//   node size.mjs ROOT [COMMIT]
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

const [root = '..', before] = process.argv.slice(2);
const MOST_LINES = 300;
const MOST_PARAMETERS = 7;
const git = (...options) => execFileSync('git', ['-C', root, ...options], {maxBuffer: 2 ** 29, encoding: 'utf8'});

/** Paths with their texts. */
function files(commit) {
  const paths = (commit ? git('ls-tree', '-r', '--name-only', commit) : git('ls-files', '--cached', '--others', '--exclude-standard'))
    .split('\n')
    .filter(path => /\.(java|js|mjs|css|sql|xml|bpmn|dmn|form)$/.test(path) && !path.endsWith('modeler/client.js'));
  return new Map(paths.map(path => {
    try {
      return [path, commit ? git('show', `${commit}:${path}`) : readFileSync(join(root, path), 'utf8')];
    } catch {
      return [path, ''];
    }
  }));
}

const lines = text => text.split('\n').length - 1;
const bare = text => text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, '').split('\n').filter(line => line.trim() && !/^\s*(\/\/|--)/.test(line)).length;
const sum = (texts, count) => texts.reduce((total, text) => total + count(text), 0);

/** How many parameters follow an opening bracket. */
function parameters(text, from) {
  let depth = 0;
  let number = 0;
  for (let at = from; at < text.length; at++) {
    if ('(<'.includes(text[at])) {
      depth++;
    } else if (')>'.includes(text[at]) && --depth === 0) {
      return text.slice(from + 1, at).trim() ? number + 1 : 0;
    } else if (text[at] === ',' && depth === 1) {
      number++;
    }
  }
  return 0;
}

/** Constructors of beans, and methods that make one, with their number of parameters. */
function wide(path, text) {
  const type = path.split('/').pop().replace('.java', '');
  const bean = /@(Component|Service|RestController|Repository|Configuration)\b/.test(text);
  const found = [
    ...(bean ? [...text.matchAll(new RegExp(`\\n {4}(?:public |private |protected )?${type}(?=\\()`, 'g'))] : []),
    ...text.matchAll(/@(?:Component|RestController)\b[^;{]*?record \w+(?=\()/g),
    ...text.matchAll(/@Bean[^;{]*?\s\w+(?=\([^)]*\)\s*\{)/g)
  ];
  return found.map(match => parameters(text, match.index + match[0].length)).filter(number => number > MOST_PARAMETERS);
}

function measure(commit) {
  const all = files(commit);
  const of = pattern => [...all].filter(([path]) => pattern.test(path));
  const java = of(/^src\/main\/java\/.*\.java$/);
  const tests = of(/^src\/test\/java\/.*\.java$/);
  const script = of(/^src\/main\/resources\/.*\.(js|css)$/);
  const sql = of(/^src\/main\/resources\/.*\.sql$/);
  const xml = of(/^(processes\/.*\.(bpmn|dmn)|src\/main\/resources\/.*\.xml)$/);
  const texts = some => some.map(([, text]) => text);
  const using = pattern => java.filter(([, text]) => pattern.test(text)).length;
  const without = text => lines(text.replace(/^(import|package) .*\n/gm, '').replace(/^\s*\n/gm, ''));
  return {
    'main Java, lines': sum(texts(java), lines),
    'main Java, without empty lines and comments': sum(texts(java), bare),
    'main Java, files': java.length,
    'main Java, packages': new Set(java.map(([path]) => path.replace(/\/[^/]*$/, ''))).size,
    'test Java, lines': sum(texts(tests), lines),
    'script and style, lines': sum(texts(script), lines),
    'script and style, without empty lines and comments': sum(texts(script), bare),
    'SQL, lines': sum(texts(sql), lines),
    'SQL, without empty lines and comments': sum(texts(sql), bare),
    'XML (models, mappings), lines': sum(texts(xml), lines),
    'files that use the inside of the engine, its tables, or reflection': using(/\.engine\.impl\.|\bact_(ru|re|hi|id|ge)_|setAccessible|getDeclaredField|ReflectionUtils/i),
    '`@Lazy`': sum(texts(java), text => (text.match(/@Lazy\b/g) || []).length),
    [`beans that work with more than ${MOST_PARAMETERS} others`]: java.flatMap(([path, text]) => wide(path, text)).length,
    [`classes of more than ${MOST_LINES} lines (without imports and empty lines)`]: java.filter(([, text]) => without(text) > MOST_LINES).length,
    'largest class, lines': Math.max(...texts(java).map(without))
  };
}

const now = measure();
const then = before && measure(before);
console.log(`| |${then ? ` ${before} |` : ''} now |\n|---|---|${then ? '---|' : ''}`);
Object.entries(now).forEach(([what, number]) => console.log(`| ${what} |${then ? ` ${then[what].toLocaleString('en')} |` : ''} ${number.toLocaleString('en')} |`));
