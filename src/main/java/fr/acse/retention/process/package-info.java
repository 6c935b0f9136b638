/** The nightly process that announces which cases it will erase, and erases those that are due. */
package fr.acse.retention.process;
