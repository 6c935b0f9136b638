// The page Deadlines: the list of deadlines with filters and sorting, and its charts.
import {ask} from '../../acse/common.js';
import {element} from '../../acse/dom.js';
import {draw} from './deadline-charts.js';
import {askToMove} from './deadline-move.js';
import {pill, row} from './deadline-row.js';
import {STANDINGS, WORDS, clock} from './deadline-times.js';
import {say} from '../../acse/words.js';

const REFRESH = 15000;
const PAGE = 25;

const ALL = {standing: '', kind: '', responsible: '', reference: '', sort: 'MOST_URGENT', order: 'asc', page: 0};

export class DeadlinesPage {
  /** `asked` is what the address asks for; `remember` puts it there. */
  constructor(node, asked, remember) {
    this.node = node;
    this.remember = remember;
    this.filter = {...ALL, ...Object.fromEntries([...asked].filter(([name]) => Object.hasOwn(ALL, name)))};
    this.filter.page = Math.max(0, Math.trunc(Number(this.filter.page)) || 0);
    this.charts = [];
    document.title = `${document.title.split(' | ')[0]} | ${say('deadlines.title')}`;
  }

  async open() {
    try {
      this.options = await ask('GET', 'deadlines/options');
    } catch (problem) {
      this.node.replaceChildren(this.frame(element('p', {class: 'acse-problem', role: 'alert'}, problem.message)));
      return;
    }
    this.build();
    this.node.querySelectorAll('[data-filter]').forEach(field => {
      field.value = this.filter[field.dataset.filter];
    });
    await this.refresh();
    this.timer = setInterval(() => {
      if (!document.hidden && !this.dialog.open) {
        this.refresh();
      }
    }, REFRESH);
  }

  close() {
    clearInterval(this.timer);
    this.closed = true;
    this.charts.forEach(chart => chart.destroy());
  }

  frame(...content) {
    return element('div', {class: 'dashboard acse-deadlines'}, element('div', {class: 'acse-page'}, ...content));
  }

  build() {
    this.tiles = element('div', {class: 'acse-tiles', role: 'group', 'aria-label': say('deadlines.byState')});
    this.stuck = element('p', {class: 'acse-problem acse-alarm', role: 'alert', hidden: true});
    this.pictures = element('div', {class: 'acse-pictures'});
    this.body = element('tbody');
    this.pager = element('nav', {class: 'acse-pager', 'aria-label': say('deadlines.pages')});
    this.note = element('p', {class: 'acse-note', role: 'status'});
    this.updated = element('span', {class: 'acse-updated'});
    this.csv = element('a', {class: 'btn btn-default', download: 'deadlines.csv'}, say('common.csv'));
    this.head = element('tr');
    this.dialog = element('dialog', {class: 'acse-dialog', 'aria-labelledby': 'acse-move-title'});
    this.node.replaceChildren(
      this.frame(
        element('header', {class: 'acse-title'}, element('h1', {}, say('deadlines.title')), this.updated),
        this.stuck,
        this.tiles,
        this.pictures,
        element(
          'section',
          {class: 'acse-card', 'aria-labelledby': 'acse-clocks'},
          element('h2', {id: 'acse-clocks'}, say('deadlines.all')),
          this.filters(),
          element(
            'div',
            {class: 'acse-scroll'},
            element(
              'table',
              {class: 'acse-table'},
              element('caption', {class: 'acse-hidden'}, say('deadlines.caption')),
              element('thead', {}, this.head),
              this.body
            )
          ),
          this.note,
          this.pager
        ),
        this.dialog
      )
    );
  }

  filters() {
    const choose = (name, label, all, options) =>
      element(
        'label',
        {},
        label,
        element(
          'select',
          {class: 'form-control', 'data-filter': name, onchange: event => this.narrow({[name]: event.target.value})},
          element('option', {value: ''}, all),
          ...options.map(option => element('option', {value: option.value}, option.label))
        )
      );
    let typing;
    return element(
      'form',
      {class: 'acse-filters', onsubmit: event => event.preventDefault()},
      choose(
        'standing',
        say('deadlines.state'),
        say('deadlines.allRunning'),
        STANDINGS.map(value => ({value, label: WORDS[value]}))
      ),
      choose('kind', say('deadlines.kind'), say('deadlines.allButReminders'), this.options.kinds),
      choose('responsible', say('deadlines.responsible'), say('deadlines.everybody'), this.options.responsible),
      element(
        'label',
        {},
        say('deadlines.caseReference'),
        element('input', {
          class: 'form-control',
          type: 'search',
          placeholder: 'ACSE-…',
          maxlength: 14,
          'data-filter': 'reference',
          oninput: event => {
            clearTimeout(typing);
            const reference = event.target.value;
            typing = setTimeout(() => this.narrow({reference}), 250);
          }
        })
      ),
      element('button', {class: 'btn btn-default', type: 'button', onclick: () => this.showAll()}, say('common.showAll')),
      this.csv
    );
  }

  showAll() {
    this.node.querySelectorAll('[data-filter]').forEach(field => {
      field.value = '';
    });
    this.narrow(ALL);
  }

  narrow(change) {
    Object.assign(this.filter, change, {page: 0});
    this.node.querySelector('[data-filter="standing"]').value = this.filter.standing;
    this.refresh();
  }

  sortBy(sort) {
    const order = this.filter.sort === sort && this.filter.order === 'asc' ? 'desc' : 'asc';
    Object.assign(this.filter, {sort, order, page: 0});
    this.refresh();
  }

  query(more = {}) {
    const asked = Object.entries({...this.filter, ...more}).filter(([, value]) => value !== '');
    return new URLSearchParams(asked).toString();
  }

  async refresh() {
    const asked = this.query({size: PAGE});
    this.remember(Object.entries(this.filter).filter(([name, value]) => String(value) !== String(ALL[name])));
    try {
      const [page, figures] = await Promise.all([ask('GET', `deadlines?${asked}`), ask('GET', 'deadlines/figures')]);
      if (this.closed || asked !== this.query({size: PAGE})) {
        return;
      }
      if (page.total && !page.clocks.length) {
        this.filter.page = Math.ceil(page.total / PAGE) - 1; // Fewer are left than when this address was kept.
        this.refresh();
        return;
      }
      this.now = new Date(page.now);
      this.show(page);
      this.updated.textContent = say('deadlines.updated', clock(new Date()));
      this.charts = await draw(this.pictures, figures, this.charts);
    } catch (problem) {
      this.updated.textContent = say('deadlines.notUpdated', problem.message);
      this.note.replaceChildren(element('button', {type: 'button', class: 'btn btn-link', onclick: () => this.showAll()}, say('common.showAll')));
    }
  }

  show({clocks, total, standings, stuck}) {
    this.stuck.hidden = stuck === 0;
    this.stuck.textContent = stuck === 1 ? say('deadlines.stuckOne') : say('deadlines.stuckMany', stuck);
    this.csv.href = `/camunda/api/acse/deadlines/csv?${this.query()}`;
    this.tiles.replaceChildren(
      ...STANDINGS.map(standing =>
        element(
          'button',
          {
            type: 'button',
            class: `acse-tile acse-${standing}`,
            'aria-pressed': String(this.filter.standing === standing),
            onclick: () => this.narrow({standing: this.filter.standing === standing ? '' : standing})
          },
          element('span', {class: 'acse-count'}, String(standings[standing])),
          pill(standing, standing === 'ANSWERED_LATE' ? say('deadlines.lateLately') : WORDS[standing])
        )
      )
    );
    const columns = [
      [say('deadlines.state')],
      [say('deadlines.case'), 'REFERENCE'],
      [say('deadlines.kind'), 'KIND'],
      [say('deadlines.step'), 'STEP'],
      [say('deadlines.responsible'), 'RESPONSIBLE'],
      [say('deadlines.due'), 'DUE'],
      [say('deadlines.timeLeft')],
      ['']
    ];
    this.keepingFocus(() => {
      this.head.replaceChildren(...columns.map(([label, sort]) => this.heading(label, sort)));
      this.body.replaceChildren(...clocks.map(each => row(each, this.now, () => this.move(each))));
      this.pages(total);
    });
    this.note.replaceChildren(...this.empty(total));
  }

  /** The element that has the focus is drawn again, so it must get the focus back. */
  keepingFocus(drawAnew) {
    const key = document.activeElement?.closest?.('[data-key]')?.dataset.key;
    drawAnew();
    if (key) {
      this.node.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
    }
  }

  heading(label, sort) {
    if (!sort) {
      return element('th', {scope: 'col'}, label || element('span', {class: 'acse-hidden'}, say('deadlines.actions')));
    }
    const sorted = this.filter.sort === sort;
    const descending = sorted && this.filter.order === 'desc';
    return element(
      'th',
      {scope: 'col', 'aria-sort': sorted ? (descending ? 'descending' : 'ascending') : 'none'},
      element(
        'button',
        {type: 'button', class: 'acse-sort', 'data-key': `sort-${sort}`, onclick: () => this.sortBy(sort)},
        label,
        element('span', {'aria-hidden': 'true'}, sorted ? (descending ? ' ▼' : ' ▲') : ' ⇅')
      )
    );
  }

  empty(total) {
    if (total) {
      return [];
    }
    const {standing, kind, responsible, reference} = this.filter;
    return standing || kind || responsible || reference
      ? [
          `${say('deadlines.noMatch')} `,
          element('button', {type: 'button', class: 'btn btn-link', onclick: () => this.showAll()}, say('common.showAll'))
        ]
      : [say('deadlines.none')];
  }

  pages(total) {
    const last = Math.max(0, Math.ceil(total / PAGE) - 1);
    const turn = (label, page, allowed, key) =>
      element(
        'button',
        {
          type: 'button',
          class: 'btn btn-default btn-sm',
          disabled: !allowed,
          'data-key': key,
          onclick: () => {
            this.filter.page = page;
            this.refresh();
          }
        },
        label
      );
    const {page} = this.filter;
    this.pager.replaceChildren(
      ...(total > PAGE
        ? [
            turn(say('deadlines.previous'), page - 1, page > 0, 'previous'),
            element('span', {}, say('deadlines.page', page + 1, last + 1, total.toLocaleString('en-GB'))),
            turn(say('deadlines.next'), page + 1, page < last, 'next')
          ]
        : total
          ? [element('span', {}, total === 1 ? say('deadlines.one') : say('deadlines.many', total))]
          : [])
    );
  }

  move(each) {
    askToMove(this.dialog, each, this.options.reasons, () => this.refresh());
  }
}
