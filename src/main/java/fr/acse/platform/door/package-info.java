/** The doors of the application: who may send which request, in which form, and what the answer may say. */
package fr.acse.platform.door;
