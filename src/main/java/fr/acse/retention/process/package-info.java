/** The nightly process that says what it is about to erase, and erases what is due. */
package fr.acse.retention.process;
