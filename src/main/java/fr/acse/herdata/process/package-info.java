/** The model {@code her-request} and what it asks the software. */
package fr.acse.herdata.process;
