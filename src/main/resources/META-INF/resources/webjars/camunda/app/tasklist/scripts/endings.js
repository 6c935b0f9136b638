// Before an answer ends a case or takes something back, a question tells the consequences. Afterwards, a text tells the next step.
import {element} from '../../acse/dom.js';
import {say} from '../../acse/words.js';
import {formIn, typed} from '../../acse/form-parts.js';

/** By field and answer: what follows, as ending.ask, and what to do now, as ending.now; either may be missing. */
const CHOICES = {
  ageAssessment: {minor: 'minor', inDoubt: 'minor'},
  clauseDistance: {refused: 'commitment'},
  clauseSilence: {refused: 'commitment'},
  clauseContacts: {refused: 'commitment'},
  freelyGiven: {no: 'commitment'},
  secondLook: {confirmed: 'turnedAway'},
  commitmentLook: {notGiven: 'notGiven'},
  protectionAnswer: {takenOver: 'takenOver'},
  interviewResult: {notFavourable: 'notFavourable'},
  fewer: {confirmed: 'fewer'},
  placeDecision: {refused: 'placeRefused'},
  refusal: {refused: 'refused'},
  loss: {lost: 'placeLost'},
  agreement: {withdrawn: 'acceptance'},
  noPlaceDecision: {closeReferral: 'closed'},
  withoutShelterDecision: {emergencyHousing: 'emergency', refuse: 'requestRefused'},
  answerDecision: {searchFurther: 'released'},
  stay: {leaves: 'leaves', relocation: 'relocation'},
  leavingKind: {leaves: 'leaves', withdraws: 'withdrawn', disappeared: 'disappeared', exclusion: 'exclusion'},
  leavingAnswer: {confirmed: 'leavingConfirmed', withoutHer: 'leavingConfirmed'},
  exclusionDecision: {ends: 'excluded', relocation: 'relocation'},
  handOver: {returned: 'allowanceNotHers', refusedByHer: 'allowance', lost: 'allowanceNotHers'},
  sameWoman: {same: 'sameWoman'},
  askAgain: {no: 'allowance'},
  payAgain: {no: 'allowance'},
  permitRoute: {noneNeeded: 'permit', stops: 'permit'},
  complaint: {stops: 'permit'},
  pathway: {stops: 'permit'},
  filing: {notFiled: 'permit'},
  appeal: {notFiled: 'noAppeal'},
  titleGoesOn: {lastingTitle: 'lastingTitle', groundGone: 'permit', stops: 'permit'},
  lapseAction: {noTitle: 'noTitle'},
  claimCheck: {rejected: 'claim'},
  eventKind: {acceptanceWithdrawn: 'acceptance', relocationNeeded: 'relocation', dangerRose: 'danger', confidentialityBreached: 'breach'},
  noShowAnswer: {givenUp: 'noShow'},
  replaceBy: {substitute: 'escortReplaced', named: 'escortReplaced'},
  release: {stopped: 'stopped'},
  addressDecision: {retired: 'retired'},
  escortReport: {danger: 'onTheWay', turnedBack: 'onTheWay', lost: 'onTheWay'},
  departure: {escortMissing: 'escort', noShow: 'onTheWay'},
  shelterReport: {notArrived: 'onTheWay'},
  journeyDecision: {lost: 'lost'},
  codeWord: {wrong: 'codeWord'}
};

const ASKED = ['refused', 'takenOver', 'notGiven', 'turnedAway', 'notFavourable', 'fewer', 'placeLost', 'minor', 'commitment', 'placeRefused', 'closed', 'emergency', 'requestRefused', 'released', 'leaves', 'leavingConfirmed', 'excluded', 'exclusion', 'allowance', 'allowanceNotHers', 'sameWoman', 'permit', 'noAppeal', 'lastingTitle', 'noTitle', 'claim', 'withdrawn', 'acceptance', 'relocation', 'noShow', 'stopped', 'retired', 'lost'];
const TOLD = ['minor', 'commitment', 'notGiven', 'turnedAway', 'placeRefused', 'emergency', 'leaves', 'excluded', 'exclusion', 'disappeared', 'withdrawn', 'acceptance', 'relocation', 'danger', 'breach', 'onTheWay', 'escort', 'noShow', 'escortReplaced', 'codeWord', 'lost'];

/** What the answers in a form mean, each once. */
function meanings(container) {
  const form = formIn(container);
  const data = form ? typed(form) : {};
  const found = Object.entries(CHOICES).map(([field, answers]) => answers[data[field]]);
  return [...new Set(found.filter(Boolean))];
}

function dialog(content) {
  const box = element('dialog', {class: 'acse-dialog acse-ending'}, ...content);
  document.body.append(box);
  box.addEventListener('close', () => box.remove());
  box.showModal();
  return box;
}

function askOnce(meaning, go) {
  const box = dialog([
    element('h2', {}, say('ending.sure')),
    ...meaning.map(each => element('p', {}, say(`ending.ask.${each}`))),
    element(
      'div',
      {class: 'acse-dialog-actions'},
      element(
        'button',
        {
          type: 'button',
          class: 'btn btn-primary',
          onclick: () => {
            box.close();
            go();
          }
        },
        say('ending.yes')
      ),
      ' ',
      element('button', {type: 'button', class: 'btn btn-default', autofocus: true, onclick: () => box.close()}, say('ending.back'))
    )
  ]);
}

function tellWhatNow(meaning) {
  const box = dialog([
    element('h2', {}, say('ending.done')),
    ...meaning.map(each => element('p', {}, say(`ending.now.${each}`))),
    element(
      'div',
      {class: 'acse-dialog-actions'},
      element('button', {type: 'button', class: 'btn btn-primary', autofocus: true, onclick: () => box.close()}, say('ending.understood'))
    )
  ]);
}

let confirmed = null;
let sending = [];

document.addEventListener(
  'click',
  event => {
    const button = event.target.closest?.('.form-actions .btn-primary, .modal-footer .btn-primary');
    const container = button && (button.closest('.modal') ?? document).querySelector('.fjs-container');
    if (!container) {
      return;
    }
    const all = meanings(container);
    const asked = all.filter(each => ASKED.includes(each));
    if (asked.length && confirmed !== button) {
      event.preventDefault();
      event.stopImmediatePropagation();
      askOnce(asked, () => {
        confirmed = button;
        button.click();
      });
      return;
    }
    confirmed = null;
    sending = all.filter(each => TOLD.includes(each));
  },
  true
);

const SUBMIT = /\/submit-form$/;
const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, url, ...more) {
  if (SUBMIT.test(String(url))) {
    this.addEventListener('load', () => {
      if (this.status < 300 && sending.length) {
        tellWhatNow(sending);
      }
      sending = [];
    });
  }
  return open.call(this, method, url, ...more);
};
