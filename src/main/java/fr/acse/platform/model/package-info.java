/** What a model may hold and do: the contract of each process, expressions, and the rules of a deployment. */
package fr.acse.platform.model;
