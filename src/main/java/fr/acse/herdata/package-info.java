/** Requests of the woman about her data: a copy, a correction, a restriction, an objection (GDPR, art. 12 to 21). */
package fr.acse.herdata;
