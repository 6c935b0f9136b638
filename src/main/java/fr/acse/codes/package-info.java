/** The codes of cases, people and shelters. */
package fr.acse.codes;
