// The page Deadlines: every running deadline, filtered, sorted and drawn.
import {ask} from '../../acse/common.js';
import {element} from '../../acse/dom.js';
import {draw} from './deadline-charts.js';
import {askToMove} from './deadline-move.js';
import {SIGNS, STANDINGS, WORDS, clock, timeLeft, when} from './deadline-times.js';

const REFRESH = 15000;
const PAGE = 25;

function pill(standing, words) {
  return element(
    'span',
    {class: `acse-standing acse-${standing}`},
    element('span', {'aria-hidden': 'true'}, SIGNS[standing]),
    ` ${words}`
  );
}

export class DeadlinesPage {
  constructor(node) {
    this.node = node;
    this.filter = {standing: '', kind: '', responsible: '', reference: '', sort: 'DUE', order: 'asc', page: 0};
    this.charts = [];
    document.title = `${document.title.split(' | ')[0]} | Deadlines`;
  }

  async open() {
    try {
      this.options = await ask('GET', 'deadlines/options');
    } catch (problem) {
      this.node.replaceChildren(this.frame(element('p', {class: 'acse-problem', role: 'alert'}, problem.message)));
      return;
    }
    this.build();
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
    this.tiles = element('div', {class: 'acse-tiles', role: 'group', 'aria-label': 'Deadlines by state'});
    this.pictures = element('div', {class: 'acse-pictures'});
    this.body = element('tbody');
    this.pager = element('nav', {class: 'acse-pager', 'aria-label': 'Pages'});
    this.note = element('p', {class: 'acse-note', role: 'status'});
    this.updated = element('span', {class: 'acse-updated'});
    this.csv = element('a', {class: 'btn btn-default', download: 'deadlines.csv'}, 'Export as CSV');
    this.head = element('tr');
    this.dialog = element('dialog', {class: 'acse-dialog', 'aria-labelledby': 'acse-move-title'});
    this.node.replaceChildren(
      this.frame(
        element('header', {class: 'acse-title'}, element('h1', {}, 'Deadlines'), this.updated),
        this.tiles,
        this.pictures,
        element(
          'section',
          {class: 'acse-card', 'aria-labelledby': 'acse-clocks'},
          element('h2', {id: 'acse-clocks'}, 'All deadlines'),
          this.filters(),
          element(
            'div',
            {class: 'acse-scroll'},
            element(
              'table',
              {class: 'acse-table'},
              element('caption', {class: 'acse-hidden'}, 'Running deadlines, the most urgent first unless sorted otherwise'),
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
        'State',
        'All running',
        STANDINGS.map(value => ({value, label: WORDS[value]}))
      ),
      choose('kind', 'Kind', 'All but reminders', this.options.kinds),
      choose('responsible', 'Who must act', 'Everybody', this.options.responsible),
      element(
        'label',
        {},
        'Case reference',
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
      element('button', {class: 'btn btn-default', type: 'button', onclick: () => this.showAll()}, 'Show all'),
      this.csv
    );
  }

  showAll() {
    this.node.querySelectorAll('[data-filter]').forEach(field => {
      field.value = '';
    });
    this.narrow({standing: '', kind: '', responsible: '', reference: ''});
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
    try {
      const [page, figures] = await Promise.all([ask('GET', `deadlines?${asked}`), ask('GET', 'deadlines/figures')]);
      if (this.closed || asked !== this.query({size: PAGE})) {
        return;
      }
      this.now = new Date(page.now);
      this.show(page);
      this.updated.textContent = `Updated ${clock.format(new Date())}; the page refreshes by itself`;
      this.charts = await draw(this.pictures, figures, this.charts);
    } catch (problem) {
      this.updated.textContent = `Not up to date: ${problem.message}`;
    }
  }

  show({clocks, total, standings}) {
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
          pill(standing, standing === 'ANSWERED_LATE' ? 'Answered late in the last 30 days' : WORDS[standing])
        )
      )
    );
    const columns = [
      ['State'],
      ['Case', 'REFERENCE'],
      ['Kind', 'KIND'],
      ['Step', 'STEP'],
      ['Who must act', 'RESPONSIBLE'],
      ['Due', 'DUE'],
      ['Time left'],
      ['']
    ];
    this.keepingFocus(() => {
      this.head.replaceChildren(...columns.map(([label, sort]) => this.heading(label, sort)));
      this.body.replaceChildren(...clocks.map(each => this.row(each)));
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
      return element('th', {scope: 'col'}, label || element('span', {class: 'acse-hidden'}, 'Actions'));
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

  row(each) {
    const left = timeLeft(each, this.now);
    const name = each.reference || '–';
    return element(
      'tr',
      {class: `acse-row-${each.standing}`},
      element('td', {}, pill(each.standing, each.words)),
      element(
        'td',
        {class: 'acse-reference'},
        each.instance && each.standing !== 'ANSWERED_LATE'
          ? element(
              'a',
              {
                href: `#/process-instance/${each.instance}/runtime`,
                title: 'Open the process instance',
                'data-key': `open-${each.job}`
              },
              name
            )
          : name
      ),
      element('td', {}, each.kind),
      element('td', {}, each.step, ...(each.moves ? [element('span', {class: 'acse-moved'}, ' moved')] : [])),
      element('td', {}, each.responsible),
      element('td', {class: 'acse-when'}, element('time', {datetime: each.dueAt}, when.format(new Date(each.dueAt)))),
      element(
        'td',
        {class: 'acse-left'},
        element(
          'span',
          {class: 'acse-bar', 'aria-hidden': 'true'},
          element('span', {class: `acse-${each.standing}`, style: `width:${Math.round(left.share * 100)}%`})
        ),
        element('span', {class: 'acse-left-words'}, left.words)
      ),
      element(
        'td',
        {},
        each.movable
          ? element(
              'button',
              {
                type: 'button',
                class: 'btn btn-default btn-xs',
                'aria-label': `Move the deadline ${each.kind} of ${name}`,
                'data-key': `move-${each.job}`,
                onclick: () => this.move(each)
              },
              'Move'
            )
          : ''
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
          'No deadline matches these filters. ',
          element('button', {type: 'button', class: 'btn btn-link', onclick: () => this.showAll()}, 'Show all')
        ]
      : ['No deadline is running. When an operator submits an orientation request, its 48 hours appear here.'];
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
            turn('Previous', page - 1, page > 0, 'previous'),
            element('span', {}, `Page ${page + 1} of ${last + 1}, ${total.toLocaleString('en-GB')} deadlines`),
            turn('Next', page + 1, page < last, 'next')
          ]
        : total
          ? [element('span', {}, total === 1 ? '1 deadline' : `${total} deadlines`)]
          : [])
    );
  }

  move(each) {
    askToMove(this.dialog, each, this.options.reasons, () => this.refresh());
  }
}
