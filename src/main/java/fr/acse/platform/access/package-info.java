/** Who may see, reach and run what. What a person may do with a case follows from the case itself, when she asks. */
package fr.acse.platform.access;
