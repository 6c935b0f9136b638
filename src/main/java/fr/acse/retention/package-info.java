/** How long cases are kept: two calendar years after they closed, then they are erased. */
package fr.acse.retention;
