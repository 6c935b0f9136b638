// Telephone numbers as links. Run by ScriptsTest, or: node --test src/test/js/*.test.mjs
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {load} from './load.mjs';

globalThis.document = {
  createElement: name => ({
    name,
    setAttribute(key, value) {
      this[key] = value;
    },
    append(...content) {
      this.text = content.join('');
    }
  })
};
const {callable} = await load('acse/dom.js');

const links = text => callable(text).flatMap(part => (part.href ? [`${part.text} ${part.href}`] : []));

test('a French and an international number are links, however they are written', () => {
  assert.deepEqual(links('06 12 34 56 78, or 06.12.34.56.79'), ['06 12 34 56 78 tel:0612345678', '06.12.34.56.79 tel:0612345679']);
  assert.deepEqual(links('+33 (0)6 12\u00a034\u202f56 78'), ['+33 (0)6 12\u00a034\u202f56 78 tel:+33612345678']);
});

test('what is no single number stays text, and no text is lost', () => {
  for (const text of ['0612345678 - 0798765432', '06 12 34 56 78 (9-18', 'ask at 9', '', '1'.repeat(8000), '1.'.repeat(4000)]) {
    assert.deepEqual(links(text), [], text);
    assert.equal(callable(text).join(''), text);
  }
});
