/** Forms: what is submitted is checked and sealed, what is opened is revealed, what is unfinished is kept as a draft. */
package fr.acse.platform.form;
