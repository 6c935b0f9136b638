/** The case file at the border of the engine: who may read what of it, in forms and in its tab of Tasklist. */
package fr.acse.platform.casefile;
