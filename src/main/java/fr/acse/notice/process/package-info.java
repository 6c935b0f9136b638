/** The step of process models that sends notices. */
package fr.acse.notice.process;
