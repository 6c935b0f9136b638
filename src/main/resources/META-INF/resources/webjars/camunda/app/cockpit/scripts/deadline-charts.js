// The charts above the list of deadlines. Each chart also has a table with its numbers, for screen readers.
import {say} from '../../acse/words.js';

const COLOURS = {ON_TIME: '#1b7f5a', AT_RISK: '#b86e00', LATE: '#b3261e', QUIET: '#8a94a0', TAKEN: '#3b6ea5'};
const AT_RISK_AFTER = 36;
const ANSWERS = [
  ['accepted', say('charts.accepted'), COLOURS.ON_TIME],
  ['declined', say('charts.declined'), COLOURS.AT_RISK],
  ['notAnswered', say('charts.notAnswered'), COLOURS.LATE],
  ['notNeeded', say('charts.notNeeded'), COLOURS.QUIET]
];

let loading;
const library = () => (loading ??= import('/webjars/chart.js/dist/chart.umd.js').then(asThePages));

/** The charts are written in the font of the pages, and no label slants. */
function asThePages() {
  const {Chart} = globalThis;
  const {fontFamily, color} = getComputedStyle(document.body);
  Chart.defaults.font.family = fontFamily;
  Chart.defaults.color = color;
  Chart.defaults.scale.ticks.maxRotation = 0;
  return Chart;
}

const month = new Intl.DateTimeFormat('en-GB', {month: 'short', year: '2-digit'});

function pictures({openByHour, answersByMonth, answersByHours, load, asked}) {
  const hours = openByHour.map((_, hour) => (hour === 48 ? '48+' : String(hour)));
  const late = say('charts.late');
  const steps = [...[0, 6, 12, 18, 24, 30, 36, 42].map(from => say('charts.span', from, from + 6)), late];
  const answered = answersByMonth.map(each => each.inTime + each.late);
  return [
    {
      title: say('charts.byHour'),
      none: openByHour.every(count => count === 0) && say('charts.noneOpen'),
      columns: [say('charts.hours'), say('charts.requests')],
      labels: hours,
      sets: [
        {
          label: say('charts.requests'),
          data: openByHour,
          backgroundColor: hours.map((_, hour) =>
            hour === 48 ? COLOURS.LATE : hour >= AT_RISK_AFTER ? COLOURS.AT_RISK : COLOURS.ON_TIME
          )
        }
      ],
      options: {scales: {x: {title: {display: true, text: say('charts.sinceSubmission')}, ticks: {maxTicksLimit: 9}}, y: whole()}}
    },
    {
      title: say('charts.inTimeByMonth'),
      none: answered.every(count => count === 0) && say('charts.noneAnswered'),
      columns: [say('charts.month'), say('charts.inTime')],
      labels: answersByMonth.map(each => month.format(new Date(`${each.month}-15`))),
      sets: [
        {
          label: say('charts.inTime'),
          data: answersByMonth.map((each, i) => (answered[i] ? Math.round((100 * each.inTime) / answered[i]) : null)),
          backgroundColor: COLOURS.TAKEN
        }
      ],
      options: {scales: {y: {min: 0, max: 100, ticks: {callback: value => `${value} %`}}}}
    },
    {
      title: say('charts.howLong'),
      none: answersByHours.every(count => count === 0) && say('charts.noneAnswered'),
      columns: [say('charts.time'), say('charts.answers')],
      labels: steps,
      sets: [
        {
          label: say('charts.answers'),
          data: answersByHours,
          backgroundColor: steps.map(step => (step === late ? COLOURS.LATE : COLOURS.TAKEN))
        }
      ],
      options: {scales: {y: whole()}}
    },
    {
      title: say('charts.byRegion'),
      none: load.length === 0 && say('charts.noShelter'),
      columns: [say('charts.region'), say('charts.taken'), say('charts.free')],
      labels: load.map(each => each.region || say('charts.otherRegions')),
      sets: [
        {label: say('charts.taken'), data: load.map(each => each.taken), backgroundColor: COLOURS.TAKEN},
        {label: say('charts.free'), data: load.map(each => each.places - each.taken), backgroundColor: '#d4dae0'}
      ],
      options: stacked()
    },
    {
      title: say('charts.asked'),
      none: asked.length === 0 && say('charts.noneAsked'),
      columns: [say('charts.region'), ...ANSWERS.map(([, words]) => words)],
      labels: asked.map(each => each.region || say('charts.otherRegions')),
      sets: ANSWERS.map(([name, words, colour]) => ({
        label: words,
        data: asked.map(each => each[name]),
        backgroundColor: colour
      })),
      options: stacked()
    }
  ];
}

function stacked() {
  return {
    indexAxis: 'y',
    scales: {x: {...whole(), stacked: true}, y: {stacked: true}},
    plugins: {legend: {display: true, position: 'bottom'}}
  };
}

function whole() {
  return {beginAtZero: true, ticks: {precision: 0}};
}

function table(picture) {
  const row = (cell, values) => {
    const made = document.createElement('tr');
    values.forEach(value => {
      const each = document.createElement(cell);
      each.textContent = value ?? '–';
      made.append(each);
    });
    return made;
  };
  const made = document.createElement('table');
  made.className = 'acse-hidden';
  made.append(
    row('th', picture.columns),
    ...picture.labels.map((label, i) => row('td', [label, ...picture.sets.map(set => set.data[i])]))
  );
  return made;
}

/** Draws the charts into a node; charts that are already there get the new numbers. @return the charts */
export async function draw(node, figures, charts) {
  const Chart = await library();
  const all = pictures(figures);
  if (node.childElementCount !== all.length) {
    node.replaceChildren(
      ...all.map(picture => {
        const figure = document.createElement('figure');
        figure.className = 'acse-card acse-picture';
        figure.innerHTML = '<figcaption></figcaption><div><canvas aria-hidden="true"></canvas><p></p></div>';
        figure.querySelector('figcaption').textContent = picture.title;
        return figure;
      })
    );
  }
  return all.map((picture, i) => {
    const figure = node.children[i];
    figure.querySelector('table')?.remove();
    figure.append(table(picture));
    figure.querySelector('p').textContent = picture.none || '';
    figure.querySelector('canvas').hidden = Boolean(picture.none);
    if (charts[i]) {
      charts[i].data.labels = picture.labels;
      picture.sets.forEach((set, number) => Object.assign(charts[i].data.datasets[number], set));
      charts[i].update('none');
      return charts[i];
    }
    return new Chart(figure.querySelector('canvas'), {
      type: 'bar',
      data: {labels: picture.labels, datasets: picture.sets},
      options: {
        animation: false,
        maintainAspectRatio: false,
        ...picture.options,
        plugins: {legend: {display: false}, ...picture.options.plugins}
      }
    });
  });
}
