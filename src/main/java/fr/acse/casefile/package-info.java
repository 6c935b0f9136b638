/** The sealed file of a woman, or of an entry of the directory. Each field is encrypted, and each reading is recorded. */
package fr.acse.casefile;
