import {showRights} from './rights.js';

showRights(document.getElementById('page'));
