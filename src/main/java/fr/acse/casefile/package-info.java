/** The sealed record of a person, or of an entry of the directory: encrypted field by field, each read recorded. */
package fr.acse.casefile;
