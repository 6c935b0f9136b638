/** Who works where: invited, disabled and given roles by whoever manages them. */
package fr.acse.console.people;
