// The page Rights.
import {showRights} from './rights.js';
import {shell} from './shell.js';
import {say} from './words.js';

shell(say('rights.title'));
showRights(document.getElementById('page'));
