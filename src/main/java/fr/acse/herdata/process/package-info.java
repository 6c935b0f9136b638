/** The process model {@code her-request} and the Java code of its steps. */
package fr.acse.herdata.process;
