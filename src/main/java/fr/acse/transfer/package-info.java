/** The escorted journey to the shelter. */
package fr.acse.transfer;
