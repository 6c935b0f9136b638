/** The contract of each process, the expressions that a model may use, and the variables that it may hold. */
package fr.acse.platform.model;
