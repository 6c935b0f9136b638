/** The step of models that sends notices. */
package fr.acse.notice.process;
