/** The codes by which cases, people and shelters are called. */
package fr.acse.codes;
