// The rehearsals on the page Models. While a rehearsal runs, only the rehearsals are loaded again; the rest of the page stays.
import {ask} from '../../acse/common.js';
import {element, moment, table} from '../../acse/dom.js';
import {say} from '../../acse/words.js';

const AGAIN_MILLISECONDS = 2000;
const ENDED = ['GREEN', 'PARTLY', 'RED'];

function result(rehearsal, currentSet) {
  const words = say(`models.rehearsal.${rehearsal.state}`);
  const old = rehearsal.set === currentSet ? '' : ` ${say('models.rehearsedBefore', rehearsal.set)}`;
  return ENDED.includes(rehearsal.state)
    ? [element('a', {class: `acse-rehearsal-${rehearsal.state}`, href: `/camunda/api/acse/models/rehearsals/${rehearsal.id}`, target: '_blank'}, words), old]
    : [element('span', {class: 'acse-long'}, `${words} ${rehearsal.reason ?? ''}`)];
}

/** Shows them in its own places, and keeps these up to date. */
export class Rehearsals {
  constructor(currentSet) {
    this.currentSet = currentSet;
    this.list = element('div', {});
    this.words = element('p', {role: 'alert', class: 'acse-alert'});
    this.proposals = new Map();
  }

  /** A place that shows the last rehearsal of a proposal, and a button for another one. */
  of(proposal) {
    const place = element('div', {});
    this.proposals.set(proposal, place);
    return place;
  }

  /** The list of all, and the way to try files; it is read as soon as it is shown. */
  section(deploys) {
    const input = element('input', {type: 'file', multiple: true, accept: '.bpmn,.dmn,.form,.yaml', 'aria-label': say('models.files')});
    const tryOut = async () => {
      const files = await Promise.all([...input.files].map(async file => [file.name, await file.text()]));
      await ask('POST', 'models/rehearsals', {files: Object.fromEntries(files)});
    };
    this.refresh();
    return [
      element('h2', {}, say('models.rehearsals')),
      element('p', {}, say(deploys ? 'models.aboutRehearsals' : 'models.aboutRehearsalsOfOthers')),
      deploys ? element('p', {class: 'acse-filters'}, input, ' ', this.button(tryOut, 'btn-primary')) : '',
      this.words,
      this.list
    ];
  }

  button(start, kind) {
    const button = element('button', {class: `btn ${kind}`}, say('models.rehearse'));
    button.onclick = async () => {
      button.disabled = true;
      this.words.textContent = '';
      try {
        await start();
        await this.refresh();
      } catch (refused) {
        this.words.textContent = refused.message;
      } finally {
        button.disabled = false;
      }
    };
    return button;
  }

  async refresh() {
    let all;
    try {
      all = await ask('GET', 'models/rehearsals');
    } catch (refused) {
      this.words.textContent = refused.message;
      return;
    }
    this.list.replaceChildren(
      all.length
        ? table(
            [say('models.what'), say('models.by'), say('models.when'), say('models.result')],
            all.map(each => [element('span', {class: 'acse-long'}, each.name), each.askedBy, moment(each.askedAt), result(each, this.currentSet)])
          )
        : ''
    );
    this.proposals.forEach((place, proposal) => this.show(place, proposal, all));
    clearTimeout(this.again);
    if (all.some(each => each.state === 'RUNNING')) {
      this.again = setTimeout(() => this.list.isConnected && this.refresh(), AGAIN_MILLISECONDS);
    }
  }

  show(place, proposal, all) {
    const last = all.find(each => each.proposal === proposal.id);
    const told = last ? result(last, this.currentSet) : proposal.state === 'WAITING' ? [say('models.notRehearsed')] : [];
    const start = () => ask('POST', `models/${proposal.id}/rehearsal`, {});
    const button = proposal.state === 'WAITING' && last?.state !== 'RUNNING' ? this.button(start, 'btn-default') : '';
    place.replaceChildren(...told, ' ', button);
  }
}
