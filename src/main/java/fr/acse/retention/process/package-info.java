/** The nightly process that announces which cases will be erased, and erases cases whose retention time is over. */
package fr.acse.retention.process;
