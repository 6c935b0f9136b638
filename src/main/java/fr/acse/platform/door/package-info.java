/** The doors of the application: which request reaches what, in which spelling, and what its answer may say. */
package fr.acse.platform.door;
