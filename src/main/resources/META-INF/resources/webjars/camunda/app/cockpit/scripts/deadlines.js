// Deadlines for supervisors: a page with every running deadline, a card on the dashboard, badges on diagrams.
import {ask} from '../../acse/common.js';
import {element} from '../../acse/elements.js';
import {draw} from './deadline-charts.js';

const REFRESH = 15000;
const PAGE = 25;
const STANDINGS = ['LATE', 'AT_RISK', 'ON_TIME', 'ANSWERED_LATE'];
const WORDS = {ON_TIME: 'On time', AT_RISK: 'At risk', LATE: 'Late', ANSWERED_LATE: 'Answered late'};
const SIGNS = {ON_TIME: '●', AT_RISK: '▲', LATE: '■', ANSWERED_LATE: '◆'};

const when = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Paris'
});
const clock = new Intl.DateTimeFormat('en-GB', {timeStyle: 'medium', timeZone: 'Europe/Paris'});

/** 1 d 3 h, 3 h 20 min, 12 min: as exact as anybody needs. */
export function duration(milliseconds) {
  const minutes = Math.floor(Math.abs(milliseconds) / 60000);
  const hours = Math.floor(minutes / 60);
  if (hours >= 72) {
    return `${Math.floor(hours / 24)} d`;
  }
  return hours ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}

function timeLeft({startedAt, dueAt, endedAt, standing}, now) {
  const due = new Date(dueAt);
  if (standing === 'ANSWERED_LATE') {
    return {words: `${duration(new Date(endedAt) - due)} late`, share: 0};
  }
  const left = due - now;
  return {
    words: left < 0 ? `${duration(left)} overdue` : `${duration(left)} left`,
    share: Math.max(0, Math.min(1, left / (due - new Date(startedAt))))
  };
}

function pill(standing, words) {
  return element(
    'span',
    {class: `acse-standing acse-${standing}`},
    element('span', {'aria-hidden': 'true'}, SIGNS[standing]),
    ` ${words}`
  );
}

class Page {
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
    const problem = element('p', {class: 'acse-problem', role: 'alert'});
    const time = element('input', {id: 'acse-move-time', class: 'form-control', type: 'datetime-local', required: true});
    const reason = element(
      'select',
      {id: 'acse-move-reason', class: 'form-control', required: true},
      element('option', {value: ''}, 'Please choose'),
      ...this.options.reasons.map(option => element('option', {value: option.value}, option.label))
    );
    this.dialog.replaceChildren(
      element(
        'form',
        {
          method: 'dialog',
          novalidate: true,
          onsubmit: async event => {
            event.preventDefault();
            try {
              await ask('PUT', `deadlines/${encodeURIComponent(each.job)}/due`, {
                dueAt: time.value,
                reason: reason.value
              });
              this.dialog.close();
              this.refresh();
            } catch (refusal) {
              problem.textContent = refusal.message;
            }
          }
        },
        element('h2', {id: 'acse-move-title'}, `Move the deadline “${each.kind}” of ${each.reference || each.step}`),
        element('p', {}, `Due ${when.format(new Date(each.dueAt))}. Your name and your reason are recorded.`),
        element('label', {for: 'acse-move-time'}, 'New time (Europe/Paris)'),
        time,
        element('label', {for: 'acse-move-reason'}, 'Why?'),
        reason,
        problem,
        element(
          'div',
          {class: 'acse-actions'},
          element('button', {class: 'btn btn-primary', type: 'submit'}, 'Move the deadline'),
          element('button', {class: 'btn btn-default', type: 'button', onclick: () => this.dialog.close()}, 'Cancel')
        )
      )
    );
    this.dialog.showModal();
    time.focus();
  }
}

let page;
const shownBadges = new Map();

async function badges(viewer, instance) {
  const clocks = await ask('GET', `deadlines/of-instance/${encodeURIComponent(instance)}`);
  if (!shownBadges.has(viewer)) {
    return;
  }
  const overlays = viewer.get('overlays');
  const elements = viewer.get('elementRegistry');
  overlays.remove({type: 'acse-deadline'});
  const now = new Date();
  const byElement = Map.groupBy ? Map.groupBy(clocks, each => each.activity) : grouped(clocks);
  for (const [activity, all] of byElement) {
    if (!elements.get(activity)) {
      continue;
    }
    const urgent = all.reduce((first, each) => (each.dueAt < first.dueAt ? each : first));
    const more = all.length > 1 ? ` (first of ${all.length})` : '';
    const badge = element(
      'span',
      {class: `acse-badge acse-${urgent.standing}`, title: `Due ${when.format(new Date(urgent.dueAt))}`},
      `${timeLeft(urgent, now).words}${more}`
    );
    // However far the diagram is zoomed out, a badge stays readable.
    overlays.add(activity, 'acse-deadline', {position: {top: -24, left: -8}, scale: {min: 1}, html: badge});
  }
}

function grouped(clocks) {
  const map = new Map();
  clocks.forEach(each => map.set(each.activity, [...(map.get(each.activity) || []), each]));
  return map;
}

/** Analysts work in Cockpit too, but may not see deadlines: for them nothing is shown. */
async function supervisorsOnly(show) {
  try {
    show(await ask('GET', 'deadlines?kind=answer&size=1'));
  } catch {
    // Her role may not see it, or there was no answer: the page itself says so when she opens it.
  }
}

export default [
  {
    id: 'acse-deadlines-link',
    pluginPoint: 'cockpit.navigation',
    priority: 110,
    properties: {path: '/deadlines'},
    render(node) {
      supervisorsOnly(() => node.append(element('a', {href: '#/deadlines'}, 'Deadlines')));
    }
  },
  {
    id: 'acse-deadlines-page',
    pluginPoint: 'cockpit.route',
    properties: {path: '/deadlines'},
    render(node) {
      page = new Page(node);
      page.open();
    },
    unmount() {
      page?.close();
    }
  },
  {
    id: 'acse-deadlines-card',
    pluginPoint: 'cockpit.dashboard',
    priority: 10,
    properties: {label: 'Deadlines'},
    render(node) {
      const figure = (label, value, standing) =>
        element(
          'div',
          {class: 'stats-section col-xs-4'},
          element('div', {class: 'stats-label'}, label),
          element('a', {class: `value acse-figure acse-figure-${standing}`, href: '#/deadlines'}, String(value))
        );
      supervisorsOnly(({total, standings}) => {
        // Our card is the only one in this frame.
        const title = node.closest('section')?.querySelector('.section-title');
        if (title) {
          title.textContent = 'Deadlines';
        }
        node.append(
          element(
            'div',
            {class: 'col-xs-12 acse-dashboard-card'},
            element('h4', {}, 'Answers due within 48 hours'),
            element(
              'div',
              {class: 'row stats'},
              figure('Open requests', total, 'all'),
              figure('At risk', standings.AT_RISK, 'AT_RISK'),
              figure('Late', standings.LATE, 'LATE')
            )
          )
        );
      });
    }
  },
  {
    id: 'acse-deadlines-badges',
    pluginPoint: 'cockpit.processInstance.diagram.plugin',
    priority: 0,
    render(viewer, {processInstanceId}) {
      clearInterval(shownBadges.get(viewer));
      const refresh = () => badges(viewer, processInstanceId).catch(() => {});
      shownBadges.set(viewer, setInterval(refresh, REFRESH));
      refresh();
    },
    unmount() {
      shownBadges.forEach(timer => clearInterval(timer));
      shownBadges.clear();
    }
  }
];
