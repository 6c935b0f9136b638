/** The retention of cases. A case is erased two calendar years after it was closed. */
package fr.acse.retention;
