/** Steps of the models {@code transfer}, {@code journey} and {@code replace-escort}. */
package fr.acse.transfer.process;
