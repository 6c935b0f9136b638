/** Models are tried before they are deployed: scenarios are played in a database of their own, and a page tells what changed. */
package fr.acse.console.rehearsal;
